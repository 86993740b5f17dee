import { type Phrases, phrase } from '../../billing/phrases.ts';
import type { ClientName } from '../../job/job.ts';
import type { PastEvent } from '../../job/messages.ts';
import { template } from '../../report/html/engine.ts';
import { digestOf } from './digest.ts';

/** What of the past is news for a client, by the phrase `feed-…` that tells it. */
const codes: readonly string[] = [
  'document-received',
  'job-closed',
  'quote-made',
  'quote-approved',
  'quote-declined',
  'quote-reminder',
  'quote-expired',
  'document-quarantined',
  'document-delivered',
  'job-delivered-for-review',
  'review-reminder',
  'revision-received',
  'queries-asked',
  'job-accepted',
  'invoice-issued',
  'credit-note-issued',
  'invoice-paid',
  'receipt-issued',
  'invoice-reopened',
  'payment-reminder',
  'credit-moved',
];

const entriesMax = 50;

interface FeedRequest {
  readonly client: ClientName;
  readonly office: string;
  /** The newest first. */
  readonly events: readonly PastEvent[];
}

/** The newest events of a client as an Atom feed (RFC 4287). */
export async function feedOf(request: FeedRequest, phrases: Phrases): Promise<string> {
  const { client, office } = request;
  const news = request.events.filter(({ code }) => codes.includes(code)).slice(0, entriesMax);
  const entries = [];
  for (const { seq, code, at, job = '', data } of news) {
    const number = String(data?.['number'] ?? '');
    const title = phrase(phrases, `feed-${code}`, { job, number });
    entries.push({ id: await idOf(`${client}/${seq}/${at}`), title, at });
  }
  const title = phrase(phrases, 'page-title');
  const updated = news[0]?.at ?? request.events[0]?.at ?? '1970-01-01T00:00:00.000Z';
  return feed({ id: await idOf(client), title, office, updated, entries });
}

/** The same thing has the same id in every feed that is written. */
async function idOf(name: string): Promise<string> {
  const hex = await digestOf(`proofdesk feed ${name}`);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`;
}

interface FeedView {
  readonly id: string;
  readonly title: string;
  readonly office: string;
  readonly updated: string;
  readonly entries: readonly { readonly id: string; readonly title: string; readonly at: string }[];
}

const feed = template<FeedView>(
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>{{id}}</id>
<title>{{title}}</title>
<updated>{{updated}}</updated>
<author><name>{{office}}</name></author>
<link rel="alternate" type="text/html" href="status.html"/>
{{#each entries}}
<entry>
<id>{{id}}</id>
<title>{{title}}</title>
<updated>{{at}}</updated>
<link rel="alternate" type="text/html" href="status.html"/>
<summary>{{title}}</summary>
</entry>
{{/each}}
</feed>
`,
  {},
);
