import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, proofdesk } from '../e2e/desk.ts';
import { type Given, hashOf } from './documents.ts';
import {
  type JobFact,
  type LedgerFacts,
  ledgerFacts,
  ledgerIntegrity,
  type RevisionFact,
} from './ledger-facts.ts';

/** What became of the documents that a desk was given. */
export interface Verdict {
  readonly documents: number;
  readonly delivered: number;
  readonly quarantined: number;
  /** Neither delivered nor in quarantine, set aside, replaced or still in the inbox; or delivered not as it should be. */
  readonly lost: number;
  readonly doubled: number;
  readonly wrongInvoices: number;
  /** A sentence for each thing that is not as it should be; the three numbers above count some of them. */
  readonly complaints: readonly string[];
}

/** Judges a desk at rest by what lies in its folders and what its ledger says, and asks the product for its own account. */
export async function judge(root: string, given: readonly Given[]): Promise<Verdict> {
  const facts = factsOf(given, ledgerFacts(root));
  const files = hashedBelow(root);
  const fates = given.map((one) => fateOf(one, { root, facts, files }));
  const lost = fates.filter(({ kind }) => kind === 'lost').map(({ says }) => says);
  const doubled = [...twiceDelivered(facts), ...twiceInOutbox(given, files)];
  const wrong = wrongInvoices(root, facts);
  return {
    documents: given.length,
    delivered: fates.filter(({ kind }) => kind === 'delivered').length,
    quarantined: fates.filter(({ kind }) => kind === 'quarantined').length,
    lost: lost.length,
    doubled: doubled.length,
    wrongInvoices: wrong.length,
    complaints: [...lost, ...doubled, ...wrong, ...(await unrest(root, facts))],
  };
}

/** Of several faults on one desk each has clients of its own, and is judged by what became of theirs. */
function factsOf(given: readonly Given[], facts: LedgerFacts): Facts {
  const clients = new Set(given.map(({ client }) => client));
  const revisions = facts.revisions.filter(({ client }) => clients.has(client));
  return {
    ...facts,
    revisions,
    byContent: Map.groupBy(revisions, contentKey),
    jobs: facts.jobs.filter(({ client }) => clients.has(client)),
  };
}

interface Facts extends LedgerFacts {
  readonly byContent: ReadonlyMap<string, readonly RevisionFact[]>;
}

interface Evidence {
  readonly root: string;
  readonly facts: Facts;
  readonly files: Files;
}

interface Fate {
  readonly kind: 'delivered' | 'quarantined' | 'kept' | 'lost';
  readonly says: string;
}

function fateOf(one: Given, { root, facts, files }: Evidence): Fate {
  const hash = hashOf(one.bytes);
  const name = `${one.client}/${one.folder}/${one.path}`;
  const revisions = facts.byContent.get(contentKey({ ...one, original: hash })) ?? [];
  const delivered = revisions.find(({ state }) => state === 'delivered');
  if (delivered) return deliveredFate(one, { root, files, name, job: delivered.job, hash });
  if (revisions.some(({ state }) => state === 'quarantined')) {
    const lies = files.holding(hash, 'quarantine').some(hasReason);
    return lies
      ? { kind: 'quarantined', says: '' }
      : { kind: 'lost', says: `${name} does not lie in quarantine` };
  }
  const isKept = revisions.length > 0 && files.store.has(hash);
  const lies = files.holding(hash, 'inbox').length > 0;
  if (isKept || lies) return { kind: 'kept', says: '' };
  return { kind: 'lost', says: `${name} is lost` };

  function hasReason(path: string): boolean {
    return existsSync(join(root, `${path}.reason.txt`));
  }
}

function contentKey(one: Pick<RevisionFact, 'client' | 'folder' | 'path' | 'original'>): string {
  return `${one.client}/${one.folder}/${one.path} ${one.original}`;
}

function deliveredFate(
  one: Given,
  at: {
    readonly root: string;
    readonly files: Files;
    readonly name: string;
    readonly job: string;
    readonly hash: string;
  },
): Fate {
  const folder = join('outbox', one.client, at.job);
  const own = `${folder}/original/`;
  const [original] = at.files
    .holding(at.hash, `${folder}/original`)
    .map((path) => path.slice(own.length))
    .sort((a, b) => Number(b === one.path) - Number(a === one.path));
  if (original === undefined)
    return { kind: 'lost', says: `${at.name}: its original is not there` };
  const kinds = ['corrected', `report/${original}.html`, `report/${original}.json`];
  const [corrected, ...reports] = kinds.map((kind) =>
    join(at.root, folder, kind === 'corrected' ? `corrected/${original}` : kind),
  );
  const missing = [corrected, ...reports].filter((path) => !existsSync(path ?? ''));
  if (missing.length > 0) return { kind: 'lost', says: `${at.name}: ${missing} is not there` };
  const isPlain = /\.(?:txt|md|html|srt)$/.test(original);
  if (isPlain && one.corrected && corrected) {
    if (!readFileSync(corrected, 'utf8').includes(one.corrected)) {
      return { kind: 'lost', says: `${at.name}: its corrected copy is not what it should be` };
    }
  }
  return { kind: 'delivered', says: '' };
}

/** The same file of the same place is worked on once, and it is said once that it was. */
function twiceDelivered({ revisions, repeatedEvents }: LedgerFacts): readonly string[] {
  const delivered = revisions.filter(({ state }) => state === 'delivered');
  const groups = Map.groupBy(delivered, contentKey);
  return [
    ...[...groups].filter(([, all]) => all.length > 1).map(([name]) => `${name} came back twice`),
    ...delivered.filter(({ deliveries }) => deliveries !== 1).map(toldWrongly),
    ...repeatedEvents.map((what) => `${what} is told more than once`),
  ];
}

function toldWrongly({ client, path, deliveries }: RevisionFact): string {
  return `the delivery of ${client}/${path} is told ${deliveries} times`;
}

/** In the outbox, an original may lie as often as documents of that content were given. */
function twiceInOutbox(given: readonly Given[], files: Files): readonly string[] {
  const wanted = Map.groupBy(given, ({ bytes }) => hashOf(bytes));
  const originals = files.below('outbox').filter(([path]) => path.includes('/original/'));
  return [...Map.groupBy(originals, ([, hash]) => hash)]
    .filter(([hash, all]) => all.length > (wanted.get(hash)?.length ?? all.length))
    .map(
      ([, all]) => `lies in the outbox more often than it was given: ${all.map(([path]) => path)}`,
    );
}

function wrongInvoices(
  root: string,
  { jobs, revisions, invoices }: LedgerFacts,
): readonly string[] {
  const wrong: string[] = [];
  for (const job of jobs) {
    const own = revisions.filter((each) => each.client === job.client && each.job === job.name);
    const made = invoices.filter(({ jobId }) => jobId === job.id);
    const due = job.state === 'delivered' ? 1 : 0;
    const name = `${job.client}/${job.name}`;
    if (job.invoiceTasks !== due) wrong.push(`${name} has ${job.invoiceTasks} invoice tasks`);
    if (made.length !== due) wrong.push(`${name} has ${made.length} invoices`);
    if (due === 1 && !chargesAll(job, own)) wrong.push(`${name} is charged ${job.lines}`);
    for (const { number, state } of made) {
      const pdf = join(root, 'outbox', job.client, job.name, 'invoice', `${number}.pdf`);
      if (state !== 'issued' || !existsSync(pdf)) wrong.push(`${number} was not issued`);
    }
  }
  return [...wrong, ...gapsIn(invoices)];
}

/** A series counts from one in each year, also where the clock went to another year and back. */
function gapsIn(invoices: LedgerFacts['invoices']): readonly string[] {
  return [...Map.groupBy(invoices, ({ series, year }) => `${series} ${year}`).values()].flatMap(
    (ofSeries) =>
      ofSeries
        .filter(({ ordinal }, index) => ordinal !== index + 1)
        .map(({ number }) => `there is a gap before ${number}`),
  );
}

/** Each delivered document of a job once, with its words; the same text a second time for nothing. */
function chargesAll({ lines }: JobFact, own: readonly RevisionFact[]): boolean {
  const newest = new Map(
    own.filter(({ state }) => state === 'delivered').map((one) => [one.path, one]),
  );
  if (lines.length !== newest.size) return false;
  return [...newest.values()].every(({ path, words }) =>
    lines.some((line) => line === `${path}: ${words}` || line.startsWith(`${path} (the same`)),
  );
}

/** What the desk says of itself, and what must not be left when it is at rest. */
async function unrest(root: string, facts: LedgerFacts): Promise<readonly string[]> {
  const integrity = ledgerIntegrity(root);
  const account = await proofdesk('--desk', root, 'doctor', '--audit');
  const audit = await proofdesk('--desk', root, 'audit', 'verify');
  return [
    ...(integrity === 'ok' ? [] : [integrity]),
    ...(facts.intents === 0 ? [] : [`${facts.intents} files are still being taken in`]),
    ...(facts.tasks === 0 ? [] : [`${facts.tasks} tasks are left`]),
    ...(account.stdout.includes('Every file is accounted for.')
      ? []
      : [account.stdout + account.stderr]),
    ...(audit.code === 0 ? [] : [audit.stdout + audit.stderr]),
  ];
}

interface Files {
  /** Paths below a folder of the desk with their hashes. */
  below(folder: string): readonly (readonly [string, string])[];
  /** The paths below a folder that hold this content. */
  holding(hash: string, folder: string): readonly string[];
  readonly store: ReadonlySet<string>;
}

function hashedBelow(root: string): Files {
  const folders = ['inbox', 'outbox', 'quarantine', 'duplicates'];
  const all = folders.flatMap((folder) =>
    filesBelow(join(root, folder)).map((path) => {
      const hash = hashOf(readFileSync(join(root, folder, path)));
      return [`${folder}/${path}`, hash] as const;
    }),
  );
  const store = filesBelow(join(root, '.proofdesk', 'store')).map((path) => path.slice(-64));
  const byHash = Map.groupBy(all, ([, hash]) => hash);
  return {
    holding: (hash, folder) =>
      (byHash.get(hash) ?? [])
        .map(([path]) => path)
        .filter((path) => path.startsWith(`${folder}/`)),
    below: (folder) => all.filter(([path]) => path.startsWith(`${folder}/`)),
    store: new Set(store),
  };
}
