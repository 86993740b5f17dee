import type { RevisionStamp } from '../../core/format.ts';
import type { Splice } from '../encoding.ts';
import type { Encoding, Revision, Tables } from './reading.ts';
import { encodingAt, writtenRtf } from './written.ts';

/** Whether a revision is one that was written with this stamp. */
export function isOf(stamp: RevisionStamp, { author, date }: Revision, tables: Tables): boolean {
  return authorsOf(tables)[author] === authorName(stamp) && date === dateOf(stamp);
}

/** The splices as changes that a person accepts or rejects (RTF 1.9.1, "Track Changes"). */
export function asRevisions(
  source: string,
  splices: readonly Splice[],
  by: Revision,
): readonly Splice[] {
  return splices.map(({ source: place, text }) => {
    const old = source.slice(place.start, place.end);
    const deleted = `{\\deleted\\revauthdel${by.author}\\revdttmdel${by.date} ${old}}`;
    const added = `{\\revised\\revauth${by.author}\\revdttm${by.date} ${text}}`;
    return { source: place, text: (old === '' ? '' : deleted) + (text === '' ? '' : added) };
  });
}

/** The number of an author, and what must be added to the table of authors for it, if anything. */
export function signing(
  tables: Tables,
  encodings: readonly Encoding[],
  stamp: RevisionStamp,
): { readonly by: Revision; readonly table: readonly Splice[] } {
  const authors = authorsOf(tables);
  const known = authors.indexOf(authorName(stamp));
  const date = dateOf(stamp);
  if (known !== -1) return { by: { author: known, date }, table: [] };
  const at = tables.authorsEnd ?? tables.headerEnd ?? 0;
  const encoding = encodingAt(encodings, at);
  const name = encoding ? writtenRtf(authorName(stamp), encoding) : authorName(stamp);
  const source = { start: at, end: at };
  return tables.authorsEnd === undefined
    ? { by: { author: 1, date }, table: [{ source, text: `{\\*\\revtbl{Unknown;}{${name};}}` }] }
    : { by: { author: authors.length, date }, table: [{ source, text: `{${name};}` }] };
}

function authorsOf({ authors }: Tables): readonly string[] {
  return authors.split(';').slice(0, -1);
}

/** A semicolon ends a name in the table. */
function authorName({ author }: RevisionStamp): string {
  return author.replace(/[;\r\n\t]+/g, ' ').trim();
}

/** A date as `\revdttm` packs it (RTF 1.9.1, "DTTM"): weekday, year, month, day, hour, minute in one number of 32 bits. */
function dateOf({ date }: RevisionStamp): number {
  const time = new Date(date);
  const packed =
    (time.getUTCDay() << 29) |
    ((time.getUTCFullYear() - 1900) << 20) |
    ((time.getUTCMonth() + 1) << 16) |
    (time.getUTCDate() << 11) |
    (time.getUTCHours() << 6) |
    time.getUTCMinutes();
  return packed | 0;
}
