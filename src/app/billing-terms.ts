import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { BankAccount, Party } from '../billing/invoice.ts';
import { minorOf } from '../billing/money.ts';
import type { Phrases } from '../billing/phrases.ts';
import type { RateCard } from '../billing/rate-card.ts';
import type { CsvProfile } from '../billing/statements/csv.ts';
import type { Tax } from '../billing/tax.ts';
import { type Terms, type TermsOrLacking, taxFaults } from '../billing/terms.ts';
import { wordRule } from '../core/words.ts';
import type { ClientSettings } from '../job/books.ts';
import type { ClientName } from '../job/job.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { DeskPaths } from './paths.ts';
import { readClientFile, readDeskFile } from './profiles.ts';
import { rateCardFile, rateCardOf } from './rate-card-file.ts';
import { filesIn, readIfThere } from './reading.ts';
import type { ClientFile, DeskFile } from './settings-files.ts';
import { parseYaml } from './yaml-file.ts';

/** Texts by key; which keys there are, the shipped English file shows. */
const translationFile = z.record(z.string(), z.string());

const shippedTranslations = fileURLToPath(new URL('../../translations/', import.meta.url));

/**
 * A client's terms from desk.yaml, client.yaml and the rate card, read anew each time, so that a change counts at once;
 * what was issued keeps the terms it was issued on. Throws DeskProblem when a file has a fault.
 */
export async function termsFor(client: ClientName, paths: DeskPaths): Promise<TermsOrLacking> {
  const desk = await readDeskFile(paths);
  const file = await readClientFile(paths, client);
  const lacking = lackingIn(desk, { file, client });
  const cardName = file.rates ?? desk.rates;
  const { address, bank } = desk;
  const { invoice_to: buyer } = file;
  if (lacking.length > 0 || cardName === undefined || !address || !bank || !buyer) {
    return { kind: 'lacking', sentences: lacking };
  }
  const priced = await cardNamed(cardName, paths);
  const card = file.tax === undefined ? priced : { ...priced, tax: file.tax };
  const { auto_approve_up_to: upTo } = file;
  const terms: Terms = {
    seller: partyOf({ ...address, name: desk.office }),
    buyer: partyOf(buyer),
    account: bank,
    card,
    taxTable: new Map(Object.entries(desk.taxes).map(([code, tax]) => [code, taxOf(code, tax)])),
    service: file.service ?? desk.service,
    tags: file.tags,
    language: file.language ?? desk.language,
    series: { invoice: desk.invoice.series, creditNote: desk.invoice.credit_series },
    dueDays: file.due_days ?? desk.invoice.due_days,
    ...(file.retainer !== undefined && { retainer: file.retainer }),
    ...(upTo !== undefined && { autoApproveUpTo: minorOf(upTo, card.currency) }),
    ...(file.purchase_order !== undefined && { purchaseOrder: file.purchase_order }),
  };
  const faults = taxFaults(terms);
  return faults.length > 0 ? { kind: 'lacking', sentences: faults } : { kind: 'terms', terms };
}

/** The designated account, and the CSV files of its bank; undefined while there is none. */
export async function accountOf(
  paths: DeskPaths,
): Promise<
  { readonly account: BankAccount; readonly profiles: readonly CsvProfile[] } | undefined
> {
  const { bank, bank_csv: files } = await readDeskFile(paths);
  if (!bank) return undefined;
  const { number } = bank;
  const account = number.kind === 'iban' ? number.iban : number.account;
  return { account: bank, profiles: files.map((file) => csvProfileOf(file, account)) };
}

function csvProfileOf(file: DeskFile['bank_csv'][number], account: string): CsvProfile {
  const { bank_reference: bankReference, amount, credit, debit, payer, ...columns } = file.columns;
  return {
    name: file.name,
    account,
    currency: file.currency,
    delimiter: file.delimiter,
    decimal: file.decimal,
    date: file.date,
    columns: {
      ...columns,
      ...(amount !== undefined && { amount }),
      ...(credit !== undefined && { credit }),
      ...(debit !== undefined && { debit }),
      ...(payer !== undefined && { payer }),
      ...(bankReference !== undefined && { bankReference }),
    },
  };
}

function lackingIn(
  desk: DeskFile,
  { file, client }: { readonly file: ClientFile; readonly client: string },
): readonly string[] {
  const wants: readonly (readonly [boolean, string])[] = [
    [desk.address === undefined, 'The office has no address yet: write “address” into desk.yaml.'],
    [desk.bank === undefined, 'There is no account to deposit into: write “bank” into desk.yaml.'],
    [
      file.rates === undefined && desk.rates === undefined,
      `There is no rate card for this client: write “rates” into desk.yaml or clients/${client}/client.yaml.`,
    ],
    [
      file.invoice_to === undefined,
      `There is no address to bill: write “invoice_to” into clients/${client}/client.yaml.`,
    ],
  ];
  return wants.filter(([lacks]) => lacks).map(([, sentence]) => sentence);
}

/** The clients that have a folder of settings, with their retainers. */
export async function clientsOf(paths: DeskPaths): Promise<readonly ClientSettings[]> {
  const clients: ClientSettings[] = [];
  for (const name of await filesIn(paths.clients)) {
    const client = name.normalize('NFC') as ClientName;
    try {
      const { retainer } = await readClientFile(paths, name);
      clients.push({ client, ...(retainer !== undefined && { retainer }) });
    } catch (error) {
      if (!(error instanceof DeskProblem)) throw error;
      clients.push({ client, fault: error.message });
    }
  }
  return clients;
}

export async function cardNamed(name: string, paths: DeskPaths): Promise<RateCard> {
  const source = await readIfThere(join(paths.rates, `${name}.yaml`), `rates/${name}.yaml`);
  if (!source) {
    const names = (await filesIn(paths.rates)).filter((file) => file.endsWith('.yaml'));
    const there = names.length === 0 ? 'nothing yet' : names.join(', ');
    throw new DeskProblem(
      `There is no rate card rates/${name}.yaml. In rates/ there is: ${there}.`,
    );
  }
  return rateCardOf(name, parseYaml(source, rateCardFile), wordRule);
}

function taxOf(code: string, { category, percent, reason }: DeskFile['taxes'][string]): Tax {
  return { code, category, percent, ...(reason !== undefined && { reason }) };
}

function partyOf(file: NonNullable<ClientFile['invoice_to']>): Party {
  const { name, street, postcode, town, region, country, vat_id, tax_number, email } = file;
  return {
    name,
    street,
    postcode,
    town,
    country,
    ...(region !== undefined && { region }),
    ...(vat_id !== undefined && { vatId: vat_id }),
    ...(tax_number !== undefined && { taxNumber: tax_number }),
    ...(email !== undefined && { email }),
  };
}

/**
 * The phrases of a language: the desk's own translation before the shipped one, and English for what it lacks.
 * Throws DeskProblem when there is no such language.
 */
export async function phrasesFor(language: string, paths: DeskPaths): Promise<Phrases> {
  const texts = new Map(await textsIn('en', shippedTranslations));
  const name = language.split('-')[0] ?? language;
  const found = [
    await textsIn(name, shippedTranslations),
    await textsIn(name, paths.translations),
    await textsIn(language, paths.translations),
  ];
  if (found.every((one) => one.length === 0)) {
    throw new DeskProblem(
      `There is no translation for the language “${language}”. Copy one of the files in translations/ to translations/${language}.yaml in your desk and translate it; messages are translated in templates/${language}/.`,
    );
  }
  for (const [key, text] of found.flat()) texts.set(key, text);
  return { language, texts };
}

async function textsIn(
  name: string,
  folder: string,
): Promise<readonly (readonly [string, string])[]> {
  const source = await readIfThere(join(folder, `${name}.yaml`), `translations/${name}.yaml`);
  if (!source) return [];
  return Object.entries(parseYaml(source, translationFile));
}
