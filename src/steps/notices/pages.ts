import { dateForReading } from '../../billing/invoice-paper.ts';
import { amountForReading, type Minor } from '../../billing/money.ts';
import { PhraseProblem, type Phrases, phrase } from '../../billing/phrases.ts';
import type { InvoiceRecord } from '../../job/invoices.ts';
import type { ClientName } from '../../job/job.ts';
import type { NoticeTerms } from '../../job/messages.ts';
import type { LedgerStatus } from '../../job/records.ts';
import { DeskProblem } from '../../job/trouble.ts';
import type { Desk } from '../step.ts';
import { feedOf } from './feed.ts';
import { statusPage } from './status-page.ts';

type PagesDesk = Pick<Desk, 'billing' | 'ledger' | 'log' | 'outbox'>;

/** So many of the newest things stand in the feed. */
const entriesMax = 50;

/** So many of the newest jobs stand on the page; what waits for the client is all named above them. */
const jobsMax = 100;

/** Writes `status.html` and `feed.xml` of these clients anew, from what the ledger says now. */
export async function writePages(
  clients: ReadonlyMap<ClientName, NoticeTerms>,
  desk: PagesDesk,
): Promise<void> {
  const wanted = [...clients].filter(([, { page }]) => page);
  if (wanted.length === 0) return;
  const books = await booksOf(desk);
  for (const [client, terms] of wanted) {
    try {
      const invoices = await desk.ledger.invoices({ state: 'issued', client });
      await writePage({ client, terms, books, invoices }, desk);
    } catch (error) {
      if (!(error instanceof PhraseProblem) && !(error instanceof DeskProblem)) throw error;
      // A fault in one translation keeps nobody else from hearing what happened.
      desk.log.warn({ client }, `The page of a client is not written. ${error.message}`);
    }
  }
}

async function writePage(showing: Showing, desk: PagesDesk): Promise<void> {
  const { client, terms } = showing;
  const phrases = await desk.billing.phrasesFor(terms.language);
  const events = await desk.ledger.clientEvents(client, 4 * entriesMax);
  const feed = await feedOf({ client, events, office: terms.office }, phrases);
  await put([client, 'feed.xml'], feed, desk);
  await put([client, 'status.html'], statusPage(viewOf(showing, phrases)), desk);
}

async function put(path: readonly string[], text: string, desk: PagesDesk): Promise<void> {
  if (await desk.outbox.replace(path, new TextEncoder().encode(text))) return;
  desk.log.warn({ path: path.join('/') }, 'a folder has the name of a page that is to be written');
}

type Books = Awaited<ReturnType<typeof booksOf>>;

async function booksOf({ ledger }: PagesDesk) {
  const { jobs, quarantined } = await ledger.status();
  return {
    jobs,
    quarantined,
    queries: (await ledger.queries()).filter(({ answer }) => answer === undefined),
    quotes: await ledger.quotes({ state: 'open' }),
    paid: await ledger.paidAmounts(),
  };
}

interface Showing {
  readonly client: ClientName;
  readonly terms: NoticeTerms;
  readonly books: Books;
  /** The client's own. */
  readonly invoices: readonly InvoiceRecord[];
}

function viewOf(showing: Showing, phrases: Phrases) {
  const { client, terms, books } = showing;
  const say = (key: string, values = {}): string => phrase(phrases, key, values);
  const quoted = new Set(
    books.quotes.filter(({ quote }) => quote.client === client).map(({ quote }) => quote.job),
  );
  const own = books.jobs
    .filter((job) => job.client === client)
    .toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  const jobs = own.slice(0, jobsMax).map((job) => ({
    name: job.name,
    state: say(`page-job-${quoted.has(job.name) ? 'quoted' : stateOf(job)}`),
    since: dateForReading(job.openedAt.slice(0, 10), phrases),
    documents: say('page-documents', { count: standing(job.documents) }),
  }));
  return {
    language: phrases.language,
    office: terms.office,
    title: say('page-title'),
    waitsTitle: say('page-waits'),
    nothing: say('page-nothing'),
    waits: waitsFor(showing, phrases),
    jobsTitle: say('page-jobs'),
    noJobs: say('page-no-jobs'),
    jobs,
    more: own.length > jobsMax ? say('page-more-jobs', { count: own.length - jobsMax }) : '',
    feed: say('page-feed'),
  };
}

/** A document in quarantine holds its job up, whatever the job is called meanwhile. */
function stateOf({ state, documents }: LedgerStatus['jobs'][number]): string {
  if ((documents['quarantined'] ?? 0) > 0) return 'held';
  return state === 'delivered for review' ? 'review' : state;
}

function standing(documents: Readonly<Record<string, number>>): number {
  return Object.entries(documents)
    .filter(([state]) => state !== 'superseded' && state !== 'withdrawn')
    .reduce((sum, [, count]) => sum + count, 0);
}

/** What only the client can do: approve, send a file anew, deposit. */
function waitsFor({ client, books, invoices }: Showing, phrases: Phrases): readonly string[] {
  const say = (key: string, values = {}): string => phrase(phrases, key, values);
  const quotes = books.quotes
    .filter(({ quote }) => quote.client === client)
    .map(({ quote: { number, job, validUntil } }) =>
      say('page-wait-quote', { number, job, date: dateForReading(validUntil, phrases) }),
    );
  const files = books.quarantined
    .filter((one) => one.client === client)
    .map(({ path, job }) => say('page-wait-file', { path, job }));
  const queries = Map.groupBy(
    books.queries.filter((one) => one.client === client),
    ({ job }) => job,
  );
  const reviews = books.jobs
    .filter((job) => job.client === client && stateOf(job) === 'review')
    .map(({ name }) => say('page-wait-review', { job: name }));
  const asked = [...queries].map(([job, { length }]) =>
    say('page-wait-queries', { job, count: length }),
  );
  const deposits = invoices
    .filter(({ invoice, creditedBy }) => invoice.kind === 'invoice' && !creditedBy)
    .flatMap(({ invoice: { number, totals, currency, dueOn } }) => {
      const open = (totals.gross - (books.paid.get(number) ?? 0n)) as Minor;
      if (open <= 0n) return [];
      const amount = amountForReading(open, currency, phrases.language);
      return [say('page-wait-invoice', { number, amount, date: dateForReading(dueOn, phrases) })];
    });
  return [...files, ...quotes, ...reviews, ...asked, ...deposits];
}
