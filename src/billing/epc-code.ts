import type { Invoice } from './invoice.ts';
import { amountText } from './money.ts';

const amountMax = 99_999_999_999n;

/**
 * What the QR code of a SEPA credit transfer holds (EPC069-12, version 2), by which a banking app fills in the deposit.
 * Undefined where there can be none: another currency than the euro, no IBAN, nothing to pay.
 */
export function epcCode(invoice: Invoice): string | undefined {
  const { account, currency, totals, reference, kind } = invoice;
  if (kind !== 'invoice' || currency.code !== 'EUR' || account.number.kind !== 'iban') return;
  if (totals.gross < 1n || totals.gross > amountMax) return;
  return [
    'BCD',
    '002',
    '1',
    'SCT',
    account.number.bic ?? '',
    account.holder.slice(0, 70),
    account.number.iban.replace(/\s/g, ''),
    `EUR${amountText(totals.gross, currency)}`,
    '',
    reference,
  ].join('\n');
}
