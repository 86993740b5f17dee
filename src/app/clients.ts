import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createContentStore } from '../adapters/fs/content-store.ts';
import { systemClock } from '../adapters/system/clock.ts';
import type { ClientName } from '../job/job.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { Ledger } from '../ports.ts';
import { type Engagement, engagementOf, noteAgreement, noteCheck } from '../steps/engagement.ts';
import { clientsOf } from './billing-terms.ts';
import { looking } from './invoices.ts';
import type { DeskPaths } from './paths.ts';
import { readClientFile, readDeskFile } from './profiles.ts';
import type { ClientFile, DeskFile } from './settings-files.ts';

/** A client as lists and pages show it. */
export interface ClientCard {
  readonly client: string;
  /** What is wrong with the client's file; then the rest is not known. */
  readonly fault?: string;
  /** What the settings come to, by what a person calls it. */
  readonly settings: Readonly<Record<string, string>>;
  readonly engagement: Engagement;
  /** What is missing before the settings may be relied on. */
  readonly remarks: readonly string[];
  readonly jobs: number;
}

/** Every client that has settings or had a job. */
export async function listClients(folder: string): Promise<readonly ClientCard[]> {
  return looking(folder, async ({ ledger, paths }) => {
    const names = await namesOf(ledger, paths);
    return Promise.all(names.map((name) => cardOf(name, ledger, paths)));
  });
}

/** One client. Throws DeskProblem when there is none of that name. */
export async function showClient(folder: string, name: string): Promise<ClientCard> {
  return looking(folder, async ({ ledger, paths }) =>
    cardOf(await known(name, ledger, paths), ledger, paths),
  );
}

/** Records that a client was checked, by the operator's word. */
export async function checkClient(
  folder: string,
  name: string,
  data: { readonly by: string; readonly how: string; readonly accepted: boolean },
): Promise<void> {
  await looking(folder, async ({ ledger, paths }) =>
    noteCheck(await known(name, ledger, paths), data, { ledger, clock: systemClock }),
  );
}

/** Records which agreement a client accepted; the hash that it is kept under. */
export async function agreeClient(
  folder: string,
  name: string,
  { file, by }: { readonly file: string; readonly by: string },
): Promise<string> {
  return looking(folder, async ({ ledger, paths }) => {
    const bytes = await readFile(file);
    const store = createContentStore({ folder: paths.store });
    const agreement = { by, file: basename(file), bytes };
    const desk = { ledger, store, clock: systemClock };
    return noteAgreement(await known(name, ledger, paths), agreement, desk);
  });
}

async function namesOf(ledger: Ledger, paths: DeskPaths): Promise<readonly ClientName[]> {
  const jobs = (await ledger.status()).jobs.map(({ client }) => client as ClientName);
  const settled = (await clientsOf(paths)).map(({ client }) => client);
  return [...new Set([...settled, ...jobs])].sort();
}

async function known(name: string, ledger: Ledger, paths: DeskPaths): Promise<ClientName> {
  const found = (await namesOf(ledger, paths)).find((one) => one === name.normalize('NFC'));
  if (found) return found;
  throw new DeskProblem(`There is no client ${name}. “proofdesk client” shows them.`);
}

async function cardOf(client: ClientName, ledger: Ledger, paths: DeskPaths): Promise<ClientCard> {
  const engagement = await engagementOf(client, { ledger });
  const jobs = (await ledger.status()).jobs.filter((job) => job.client === client).length;
  try {
    const file = await readClientFile(paths, client);
    const settings = settingsOf(file, await readDeskFile(paths));
    return { client, settings, engagement, remarks: remarksOn(file, engagement), jobs };
  } catch (error) {
    if (!(error instanceof DeskProblem)) throw error;
    return { client, fault: error.message, settings: {}, engagement, remarks: [], jobs };
  }
}

function settingsOf(file: ClientFile, desk: DeskFile): Readonly<Record<string, string>> {
  const { phone_allowed: mayCall, notify = 'email' } = file;
  const reached = file.contact === undefined && notify === 'email' ? 'page' : notify;
  const called = (number: string | undefined) =>
    number === undefined ? undefined : `${number}${mayCall ? '' : ' (not to be used)'}`;
  const all: Readonly<Record<string, string | undefined>> = {
    name: file.name,
    contact: file.contact,
    'told by': reached,
    phone: called(file.phone),
    fax: called(file.fax),
    language: file.language ?? desk.language,
    pipeline: file.pipeline ?? desk.pipeline,
    dialect: file.dialect,
    'rate card': file.rates ?? desk.rates,
    tax: file.tax,
    retainer: file.retainer,
    review: file.review,
    'silence counts as acceptance after': daysText(file.review_silence_days),
    'days to pay': String(file.due_days ?? desk.invoice.due_days),
    'invoice to': file.invoice_to?.name,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

function daysText(days: number | undefined): string | undefined {
  return days === undefined ? undefined : `${days} days`;
}

/** Settings that stand on an agreement want one on record. */
function remarksOn(file: ClientFile, { checked, agreed }: Engagement): readonly string[] {
  const remarks: string[] = [];
  const relies = file.auto_approve_up_to !== undefined || file.review_silence_days !== undefined;
  if (relies && !agreed) {
    remarks.push(
      'The settings rely on an agreement with the client, and none is on record: “proofdesk client agree”.',
    );
  }
  if (checked && !checked.accepted)
    remarks.push('When the client was checked, it did not go well.');
  return remarks;
}
