import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Workplace, workplace } from './workplace.ts';

export const deskYaml = `
office: Lindgren & Wade
pipeline: quick
rates: standard
address:
  street: 12 Quay Street
  town: Dublin
  country: IE
  vat_id: IE6388047V
bank:
  holder: Lindgren & Wade
  iban: IE29 AIBK 9311 5212 3456 78
taxes:
  S23: { category: S, percent: "23" }
  AE: { category: AE, percent: "0", reason: Reverse charge }
`;

export const rates = `
currency: EUR
tax: S23
services:
  Proofreading: { model: per-word, rate: "0.02" }
`;

export const annaYaml = `
invoice_to: { name: Anna Ek, street: Gatan 1, town: Malmö, country: SE }
`;

/** A desk with all that an invoice needs, and one client. Words are 2 cents and 23 % of tax: four words are 10 cents. */
export async function office(): Promise<Workplace> {
  const place = await workplace();
  await place.set('desk.yaml', deskYaml);
  await place.set('rates/standard.yaml', rates);
  await place.set('clients/anna/client.yaml', annaYaml);
  return place;
}

/** Drops documents of four words each and works until they are delivered. */
export async function deliver(place: Workplace, ...paths: readonly string[]): Promise<void> {
  for (const path of paths) await place.drop(path, `Four words in ${path}.\n`);
  await place.round('at-once');
  await place.work();
}

/** The names in a folder of the outbox. */
export function filesOf({ root }: Workplace, folder: string): readonly string[] {
  const path = join(root, 'outbox', folder);
  return existsSync(path) ? readdirSync(path).sort() : [];
}
