import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removeEmpty } from '../../adapters/fs/durable.ts';
import { dropKept } from '../../adapters/fs/inbox/kept.ts';
import { maskLogFiles } from '../../adapters/fs/log-mask.ts';
import { safeName } from '../../adapters/fs/names.ts';
import { newId } from '../../adapters/system/ids.ts';
import { openMarker } from '../../adapters/system/vault.ts';
import { amountText } from '../../billing/money.ts';
import type { KeptJob } from '../../job/erasures.ts';
import type { InvoiceRecord } from '../../job/invoices.ts';
import type { ClientName } from '../../job/job.ts';
import { DeskProblem } from '../../job/trouble.ts';
import type { Ledger } from '../../ports.ts';
import { balancesIn } from '../../steps/credits.ts';
import { dayOf } from '../../steps/days.ts';
import { currencyNamed } from '../../steps/open-invoices.ts';
import { filesBelow } from '../accounts/shelf-files.ts';
import type { DeskFile } from '../settings-files.ts';
import { type ErasingDesk, eraseJob, sweepLeftovers } from './erase.ts';
import { noteErasures } from './erasure-list.ts';
import { keptJobs } from './kept.ts';
import { createLineMask } from './log-lines.ts';

/** What erasing a client takes away, what law keeps, and what stands against it. */
export interface ClientErasure {
  readonly client: ClientName;
  readonly jobs: readonly KeptJob[];
  readonly messages: number;
  /** Papers that must still name the client, each with the last day of that. */
  readonly kept: readonly { readonly number: string; readonly until: string }[];
  /** Why it cannot be done yet, a sentence each. */
  readonly hindrances: readonly string[];
}

/** Later than every message. */
const always = '9999';

/** Looks at what the desk has of a client. Nothing is changed. Throws DeskProblem when it knows nobody of that name. */
export async function planErasure(
  client: ClientName,
  settings: Pick<DeskFile, 'retention'>,
  desk: ErasingDesk,
): Promise<ClientErasure> {
  const { ledger, paths, now } = desk;
  const jobs = (await keptJobs(desk)).filter((job) => job.client === client);
  const invoices = (await ledger.invoices()).filter((one) => one.client === client);
  const inbox = await filesBelow(paths.inbox, safeName(client));
  await checkKnown(client, desk);
  return {
    client,
    jobs,
    messages: await ledger.oldMessages({ before: always, client }),
    kept: keptPapers(invoices, settings.retention.papers_years, now),
    hindrances: [
      ...jobs.flatMap(hindranceOf),
      ...(inbox.length > 0
        ? [
            `There are ${inbox.length} files in inbox/${client}. Let the desk finish them, or move them away.`,
          ]
        : []),
      ...(await unpaid(invoices, ledger)),
      ...(await keptCredit(client, ledger)),
      ...(await uncharged(client, ledger)),
      ...(await untold(client, ledger)),
    ],
  };
}

/** Erases a client. Throws DeskProblem when something stands against it; then nothing was changed. */
export async function eraseClient(erasure: ClientErasure, desk: ErasingDesk): Promise<void> {
  const { client, jobs, kept, hindrances } = erasure;
  if (hindrances.length > 0) {
    throw new DeskProblem(
      [`${client} cannot be erased yet; nothing was changed.`, ...hindrances].join('\n'),
    );
  }
  const at = desk.now.toISOString();
  const mark = (await openMarker(desk.paths.key))(client);
  const maskLog = await logMaskOf(erasure, desk);
  const name = `erased-${newId().slice(-10).toLowerCase()}` as ClientName;
  await desk.ledger.transaction(async (tx) => {
    for (const job of jobs) await eraseJob(job, tx, desk.now);
    await tx.eraseMessages({ before: always, client });
    for (const path of foldersOf(client, kept.length > 0)) await tx.addLeftover('path', path);
    await tx.eraseClient(client, kept.length > 0 ? { at } : { at, name });
    await tx.addEvent({ code: 'client-erased', at, data: { jobs: jobs.length, mark } });
  });
  await sweepLeftovers(desk);
  await noteErasures(desk.ledger, desk.paths);
  await dropKept(desk.paths.work, client);
  await removeEmpty(join(desk.paths.inbox, safeName(client)));
  // A desk at work writes another page in a moment.
  await rm(desk.paths.statusPage, { force: true });
  await maskLog();
}

/**
 * Masks the log, where it names the client: once now, while the names are known and nothing else is gone, so that a crash
 * cannot leave names that nobody knows any more to look for; and once in the end, for what was said meanwhile.
 */
async function logMaskOf(
  { client, jobs }: ClientErasure,
  { ledger, paths }: ErasingDesk,
): Promise<() => Promise<void>> {
  const ids = new Set(jobs.map(({ jobId }) => jobId));
  const revisions = (await ledger.allRevisions()).filter(({ job }) => ids.has(job.id));
  const mask = createLineMask({
    client: [...new Set([client, safeName(client)])],
    theirs: [
      ...jobs.flatMap(({ folder, name }) => [folder, name]),
      ...revisions.map(({ path }) => path),
    ],
  });
  const maskLog = async (): Promise<void> => {
    await maskLogFiles(paths.log, mask);
  };
  await maskLog();
  return maskLog;
}

async function checkKnown(client: ClientName, { ledger, paths }: ErasingDesk): Promise<void> {
  const { jobs } = await ledger.status();
  const names = new Set<string>(jobs.map((job) => job.client));
  const settings = await filesBelow(paths.clients, safeName(client));
  if (names.has(client) || settings.length > 0) return;
  throw new DeskProblem(
    `The desk knows no client “${client}”. It knows: ${[...names].sort().join(', ') || 'nobody yet'}.`,
  );
}

const needs = {
  work: 'is not finished. Finish it, or withdraw its documents.',
  review: 'is in review. Accept it, or wait for the client.',
  invoice: 'has no invoice yet. Make it, or settle it with the client.',
} as const;

function hindranceOf({ client, name, need }: KeptJob): readonly string[] {
  return need ? [`${client}/${name} ${needs[need]}`] : [];
}

async function unpaid(
  invoices: readonly InvoiceRecord[],
  ledger: Pick<Ledger, 'paidAmounts'>,
): Promise<readonly string[]> {
  const paid = await ledger.paidAmounts();
  return invoices
    .filter(({ invoice, creditedBy }) => invoice.kind === 'invoice' && !creditedBy)
    .filter(({ invoice: { number, totals } }) => (paid.get(number) ?? 0n) < totals.gross)
    .map(
      ({ invoice: { number } }) =>
        `${number} is not paid: until it is, the client’s details are needed.`,
    );
}

async function keptCredit(
  client: ClientName,
  ledger: Pick<Ledger, 'creditMoves'>,
): Promise<readonly string[]> {
  return balancesIn(await ledger.creditMoves())
    .filter((one) => one.client === client)
    .map(
      ({ amount, currency }) =>
        `${amountText(amount, currencyNamed(currency))} ${currency} are kept as the client’s credit: send them back first, “proofdesk credit refund”.`,
    );
}

async function uncharged(
  client: ClientName,
  ledger: Pick<Ledger, 'timeEntries'>,
): Promise<readonly string[]> {
  const open = (await ledger.timeEntries({ client, unbilled: true })).length;
  return open > 0
    ? [
        `There are ${open} records of time that are not charged yet. Charge them, or “time drop” them.`,
      ]
    : [];
}

async function untold(
  client: ClientName,
  ledger: Pick<Ledger, 'messages' | 'untoldEvents'>,
): Promise<readonly string[]> {
  const events = (await ledger.untoldEvents(10_000)).filter((event) => event.client === client);
  const onTheirWay = (await ledger.messages()).filter(
    (one) => one.client === client && ['pending', 'sending', 'uncertain'].includes(one.state),
  );
  return events.length + onTheirWay.length > 0
    ? [
        'There are messages to the client that are not sent yet. Look at “proofdesk mail”, or try again in a minute.',
      ]
    : [];
}

/** Until the end of the year, so many years after that of their date, as tax law counts. */
function keptPapers(
  invoices: readonly InvoiceRecord[],
  years: number,
  now: Date,
): ClientErasure['kept'] {
  return invoices
    .map(({ invoice: { number, issuedOn } }) => ({
      number,
      until: `${Number(issuedOn.slice(0, 4)) + years}-12-31`,
    }))
    .filter(({ until }) => until >= dayOf(now));
}

/** Where papers stay, the rest of the client’s outbox goes; they lie in it by job. */
function foldersOf(client: ClientName, papersStay: boolean): readonly string[] {
  const folder = safeName(client);
  const everywhere = ['clients', 'returns', 'quarantine', 'duplicates'].map(
    (place) => `${place}/${folder}`,
  );
  const outbox = papersStay
    ? ['messages', 'status.html', 'feed.xml'].map((name) => `outbox/${folder}/${name}`)
    : [`outbox/${folder}`];
  return [...everywhere, ...outbox];
}
