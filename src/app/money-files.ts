import { isValidBIC, isValidIBAN } from 'ibantools';
import { z } from 'zod';
import { type Decimal, parseDecimal } from '../billing/decimal.ts';
import type { BankAccount } from '../billing/invoice.ts';
import { currencyOf } from '../billing/money.ts';

/** Pieces of settings files that are about money and addresses, each parsed into what billing works with. */

export const someText = z.string().trim().min(1, 'must not be empty');

/** Written as text, so that no digit is lost on the way: `"0.0175"`. */
export const decimal = z.string().transform((text, context): Decimal => {
  const value = parseDecimal(text);
  if (value !== undefined && value >= 0n) return value;
  context.addIssue({
    code: 'custom',
    message: `“${text}” must be a number like "12" or "0.0175", with at most four places, in quotation marks`,
  });
  return z.NEVER;
});

export const currency = z.string().transform((code, context) => {
  const found = currencyOf(code);
  if (found) return found;
  context.addIssue({
    code: 'custom',
    message: `“${code}” is no currency. Write its code: EUR, USD.`,
  });
  return z.NEVER;
});

export function whole(least: number, most: number) {
  return z.int().min(least).max(most);
}

const country = z.string().regex(/^[A-Z]{2}$/, 'must be the two letters of a country, such as IE');

/** Lines of an address before the town: one, or a list. */
const street = z.union(
  [someText.transform((line) => [line]), z.array(someText).min(1).max(3)],
  'must be a line, or a list of at most three; a line with a comma stands in quotation marks',
);

const address = {
  street,
  postcode: z.string().default(''),
  town: someText,
  region: someText.optional(),
  country,
  vat_id: someText.optional(),
  tax_number: someText.optional(),
  email: z.email('must be an e-mail address').optional(),
};

/** The office’s own address; its name is `office`. */
export const officeAddress = z.strictObject(address);

/** Whom an invoice names. */
export const invoiceAddress = z.strictObject({ name: someText, ...address });

const iban = z.string().transform((text, context) => {
  const compact = text.replace(/\s/g, '').toUpperCase();
  if (isValidIBAN(compact)) return compact;
  context.addIssue({
    code: 'custom',
    message: `“${text}” is no IBAN: its check digits are wrong.`,
  });
  return z.NEVER;
});

const bic = z.string().refine((text) => isValidBIC(text), 'is no BIC');

/** The designated account: by IBAN, or by account and routing number. */
export const bankAccount = z
  .strictObject({
    holder: someText,
    bank: someText.optional(),
    iban: iban.optional(),
    bic: bic.optional(),
    account: z
      .string()
      .regex(/^[0-9 -]{4,34}$/, 'must be an account number, in quotation marks')
      .optional(),
    routing: z
      .string()
      .regex(/^[0-9 -]{4,20}$/, 'must be a routing number, in quotation marks')
      .optional(),
  })
  .transform(({ holder, bank, ...file }, context): BankAccount => {
    const named = { holder, ...(bank !== undefined && { bank }) };
    const { iban: number, bic: code, account, routing } = file;
    if (number !== undefined && account === undefined) {
      const bicOf = code === undefined ? {} : { bic: code };
      return { ...named, number: { kind: 'iban', iban: number, ...bicOf } };
    }
    if (number === undefined && account !== undefined && routing !== undefined) {
      return { ...named, number: { kind: 'local', account, routing } };
    }
    const message = 'needs either “iban”, or “account” and “routing”';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

/** A tax by its code; what is exempt says why, for it must stand on the invoice. */
export const taxTable = z.record(
  z.string(),
  z
    .strictObject({
      category: z.enum(['S', 'Z', 'E', 'AE', 'O'], 'must be one of S, Z, E, AE, O'),
      percent: decimal,
      reason: someText.optional(),
    })
    .refine(
      ({ category, reason }) => category === 'S' || category === 'Z' || reason !== undefined,
      'needs a reason, which is printed on the invoice, such as "Reverse charge"',
    )
    .refine(
      ({ category, percent }) => category === 'S' || percent === 0n,
      'must have "0" per cent: only the category S has a rate',
    )
    .refine(
      ({ category, percent }) => category !== 'S' || percent > 0n,
      'must have a rate above "0": a rate of nothing is the category Z',
    ),
);

/** The columns of a bank's CSV files, by their headings. */
export const csvProfile = z.strictObject({
  name: someText,
  currency,
  delimiter: z.string().length(1, 'must be one character').default(';'),
  decimal: z.enum(['.', ',']),
  date: z.string().regex(/^[dmy]+[^dmy]+[dmy]+[^dmy]+[dmy]+$/, 'must be like dd.mm.yyyy'),
  columns: z
    .strictObject({
      date: someText,
      amount: someText.optional(),
      credit: someText.optional(),
      debit: someText.optional(),
      payer: someText.optional(),
      bank_reference: someText.optional(),
      text: z.array(someText).min(1),
    })
    .refine(
      ({ amount, credit, debit }) =>
        (amount === undefined) === (credit !== undefined && debit !== undefined),
      'needs either “amount”, or “credit” and “debit”',
    ),
});
