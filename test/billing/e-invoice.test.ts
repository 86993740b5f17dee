import { execFileSync } from 'node:child_process';
import { Profile, validateXsd } from '@stackforge-eu/factur-x';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ciiOf } from '../../src/billing/cii.ts';
import { epcCode } from '../../src/billing/epc-code.ts';
import type { Invoice } from '../../src/billing/invoice.ts';
import { creditorReference, inGroups, isCreditorReference } from '../../src/billing/reference.ts';
import { totalsOf } from '../../src/billing/tax.ts';
import { ublOf } from '../../src/billing/ubl.ts';
import { program } from '../parts.ts';
import { cardOf, cents, currency, dec, orderOf } from './card.ts';
import { account, client, creditOf, invoiceOf, office, phrasesOf } from './invoices.ts';

const phrases = phrasesOf('en');
const perWord = {
  model: 'per-word',
  rate: dec('0.0175'),
  block: 1,
  tiers: {
    mode: 'graduated',
    steps: [{ upTo: 5_000, rate: dec('0.0175') }, { rate: dec('0.0125') }],
  },
} as const;
const hour = {
  model: 'per-hour',
  rate: dec('45'),
  incrementMinutes: 15,
  minimumMinutes: 0,
} as const;
const order = orderOf(
  {
    documents: [
      { path: 'catalogue & prices.docx', words: 6_000 },
      { path: 'preface.md', words: 1_200 },
    ],
  },
  { hoursUntilDue: 20, clientTags: ['charity'], roundsMinutes: [10, 10, 20] },
);
const card = cardOf(perWord, {
  rush: [{ withinHours: 24, percent: dec('50') }],
  discounts: [{ clientTag: 'charity', percent: dec('10') }],
  minimumFee: cents(50_000),
  revision: { includedRounds: 2, extraRound: hour },
});
const full = invoiceOf(order, card, { purchaseOrder: 'PO 4711' });

/** Outside the scope of VAT, nobody may show a VAT id (BR-O-02). */
const { vatId: _office, ...officeWithout } = office;
const { vatId: _client, ...clientWithout } = client;
const invoices: readonly (readonly [string, Invoice])[] = [
  ['every kind of line', full],
  ['a credit note', creditOf(full)],
  ['reverse charge', invoiceOf(order, { ...card, tax: 'AE' })],
  ['exempt', invoiceOf(order, { ...card, tax: 'E' })],
  ['zero rate', invoiceOf(order, { ...card, tax: 'Z' })],
  [
    'outside the scope',
    invoiceOf(order, { ...card, tax: 'O' }, { seller: officeWithout, buyer: clientWithout }),
  ],
  [
    'another currency, into a local account',
    invoiceOf(
      order,
      { ...card, currency: currency('USD') },
      {
        account: {
          holder: 'L & W',
          number: { kind: 'local', account: '000123456789', routing: '021000021' },
        },
      },
    ),
  ],
  ['no places', invoiceOf(order, { ...card, currency: currency('JPY') })],
];

describe('the Cross Industry Invoice', () => {
  it.each(invoices)('is valid by the schema of Factur-X: %s', async (_name, invoice) => {
    const result = await validateXsd(ciiOf(invoice, phrases), Profile.EN16931);
    expect(result).toMatchObject({ valid: true });
  });

  it('would be found invalid with its parts out of order', async () => {
    const broken = ciiOf(full, phrases).replace(
      /(<ram:ID>INV.*?<.ram:ID>)(<ram:TypeCode>380<.ram:TypeCode>)/,
      '$2$1',
    );
    expect(await validateXsd(broken, Profile.EN16931)).toMatchObject({ valid: false });
  });

  it('says what the invoice says', () => {
    const xml = ciiOf(full, phrases);
    expect(xml).toContain('<ram:ID>INV-2026-0001</ram:ID><ram:TypeCode>380</ram:TypeCode>');
    expect(xml).toContain('<ram:Name>Ōkami &lt;Books&gt; GmbH</ram:Name>');
    expect(xml).toContain('<ram:Name>proofread, words 1 to 5,000</ram:Name>');
    expect(xml).toContain('<ram:BilledQuantity unitCode="MIN">30</ram:BilledQuantity>');
    expect(xml).toContain('<ram:BasisQuantity unitCode="MIN">60</ram:BasisQuantity>');
    expect(xml).toContain('<ram:IBANID>IE29AIBK93115212345678</ram:IBANID>');
  });

  it('writes the amounts of a credit note above zero', () => {
    const xml = ciiOf(creditOf(full), phrases);
    expect(xml).toContain('<ram:TypeCode>381</ram:TypeCode>');
    expect(xml).toContain('<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>INV-2026-0001');
    expect(xml).not.toMatch(/(?:GrandTotal|DuePayable|TaxBasisTotal)Amount>-/);
  });
});

describe('UBL', () => {
  const xmllint = program('xmllint');

  it.skipIf(!xmllint).each(invoices)('is well formed: %s', (_name, invoice) => {
    const input = ublOf(invoice, phrases);
    expect(() => execFileSync('xmllint', ['--noout', '-'], { input, stdio: 'pipe' })).not.toThrow();
  });

  it('has the same sums as the Cross Industry Invoice', () => {
    for (const [, invoice] of invoices) {
      const ubl = /<cbc:PayableAmount[^>]*>([^<]*)/.exec(ublOf(invoice, phrases))?.[1];
      const cii = /<ram:DuePayableAmount>([^<]*)/.exec(ciiOf(invoice, phrases))?.[1];
      expect(ubl).toBe(cii);
    }
  });

  it('is in the client’s language', () => {
    expect(ublOf(full, phrasesOf('de'))).toContain('proofread, Wörter 1 bis 5.000');
  });
});

describe('the rules of EN 16931', () => {
  const both = (invoice: Invoice) => [ciiOf(invoice, phrases), ublOf(invoice, phrases)];

  it('outside the scope of VAT show no VAT id, though the office has one (BR-O-02, BR-CO-26)', async () => {
    const outside = invoiceOf(order, { ...card, tax: 'O' });
    const [cii = '', ubl = ''] = both(outside);
    expect(cii).not.toContain('schemeID="VA"');
    expect(cii).toContain('<ram:SellerTradeParty><ram:ID>IE6388047V</ram:ID>');
    expect(await validateXsd(cii, Profile.EN16931)).toMatchObject({ valid: true });
    expect(ubl).not.toMatch(/<cac:PartyTaxScheme>(?:(?!<.cac:PartyTaxScheme>).)*VAT/);
    expect(ubl).toContain('<cac:PartyIdentification><cbc:ID>IE6388047V</cbc:ID>');
  });

  it('name a seller who has only a tax number by that (BR-CO-26), and no tax number of the buyer', async () => {
    const seller = { ...officeWithout, taxNumber: '12/345/67890' };
    const buyer = { ...client, taxNumber: '99/999/99999' };
    const [cii = '', ubl = ''] = both(invoiceOf(order, { ...card, tax: 'E' }, { seller, buyer }));
    expect(cii).toContain('<ram:ID>12/345/67890</ram:ID><ram:Name>');
    expect(await validateXsd(cii, Profile.EN16931)).toMatchObject({ valid: true });
    expect(ubl).toContain('<cbc:ID>12/345/67890</cbc:ID></cac:PartyIdentification>');
    expect(`${cii}${ubl}`).not.toContain('99/999/99999');
  });

  it('give no reason for a tax that is charged (BR-S-10)', () => {
    const taxTable = new Map([
      ['S19', { code: 'S19', category: 'S', percent: dec('19'), reason: 'Because' } as const],
    ]);
    const { lines } = full;
    const charged = { ...full, taxTable, totals: totalsOf(lines, taxTable) };
    for (const xml of both(charged)) expect(xml).not.toContain('Because');
  });
});

describe('references', () => {
  it('have the check digits of the standard', () => {
    expect(creditorReference('539007547034')).toBe('RF18539007547034');
    expect(creditorReference('RE-2026-0001')).toBe('RF40RE20260001');
    expect(isCreditorReference('rf40 re20 2600 01')).toBe(true);
    expect(isCreditorReference('RF41RE20260001')).toBe(false);
    expect(creditorReference('x'.repeat(22))).toBeUndefined();
    expect(inGroups('RF40RE20260001')).toBe('RF40 RE20 2600 01');
  });

  it('are told from every other by one wrong digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{1,21}$/), fc.nat(9), (number, digit) => {
        const reference = creditorReference(number) ?? '';
        expect(isCreditorReference(reference)).toBe(true);
        const other = `RF${digit}${reference.slice(3)}`;
        expect(isCreditorReference(other)).toBe(other === reference);
      }),
    );
  });
});

describe('the QR code of a transfer', () => {
  it('holds twelve lines at most, with the reference as a structured one', () => {
    const { gross } = full.totals;
    expect(epcCode(full)?.split('\n')).toEqual([
      'BCD',
      '002',
      '1',
      'SCT',
      'AIBKIE2D',
      'Lindgren & Wade',
      'IE29AIBK93115212345678',
      `EUR${gross / 100n}.${String(gross % 100n).padStart(2, '0')}`,
      '',
      full.reference,
    ]);
  });

  it('is there only where it can be paid by', () => {
    const { number: _, ...holder } = account;
    const local = { kind: 'local', account: '1', routing: '2' } as const;
    expect(epcCode({ ...full, account: { ...holder, number: local } })).toBeUndefined();
    expect(epcCode({ ...full, currency: currency('USD') })).toBeUndefined();
    expect(epcCode(creditOf(full))).toBeUndefined();
  });
});
