import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strToU8 } from 'fflate';
import { wordFileOf } from '../formats/docx/package.ts';

/** A document that was given to a desk. */
export interface Given {
  readonly client: string;
  /** The job's folder, or for a bare file its name without the ending. */
  readonly folder: string;
  readonly bare: boolean;
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What must come back; undefined where it goes into quarantine. */
  readonly corrected?: string;
}

/** The kinds of a mixed inbox. `broken` is a Word document that is none. */
const kinds = ['txt', 'md', 'html', 'docx', 'srt', 'broken'] as const;

type Kind = (typeof kinds)[number];

/** The document of a number, different from all others: each has one mistake and one right word order of its own. */
export function documentNumber(
  number: number,
  place: { readonly client: string; readonly folder?: string },
  kind: Kind = 'txt',
): Given {
  const ending = kind === 'broken' ? 'docx' : kind;
  const name = `${kind}-${number}.${ending}`;
  const bare = place.folder === undefined;
  const folder = place.folder ?? name.slice(0, -ending.length - 1);
  const given = { client: place.client, folder, bare, path: name };
  if (kind === 'broken') return { ...given, bytes: strToU8(`No Word document, ${number}.`) };
  const bytes = bytesOf(kind, wrongText(number));
  return { ...given, bytes, corrected: rightText(number) };
}

/** Documents of all kinds, over all clients given, in jobs of `jobSize`; what is broken is alone in its job. */
export function mixedDocuments(
  count: number,
  from: number,
  terms: { readonly clients: readonly string[]; readonly jobSize: number },
): readonly Given[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const kind = kinds[number % kinds.length] ?? 'txt';
    const job = Math.floor(number / terms.jobSize);
    const client = terms.clients[job % terms.clients.length] ?? 'anna';
    if (kind === 'broken') return documentNumber(number, { client }, kind);
    return documentNumber(number, { client, folder: `job-${job}` }, kind);
  });
}

function wrongText(number: number): string {
  return `This is the the letter with number ${number}.`;
}

function rightText(number: number): string {
  return `This is the letter with number ${number}.`;
}

function bytesOf(kind: Exclude<Kind, 'broken'>, text: string): Uint8Array {
  switch (kind) {
    case 'txt':
    case 'md':
      return strToU8(`${text}\n`);
    case 'html':
      return strToU8(`<!DOCTYPE html><html><body><p>${text}</p></body></html>\n`);
    case 'srt':
      return strToU8(`1\n00:00:01,000 --> 00:00:04,000\n${text}\n`);
    case 'docx':
      return wordFileOf(`<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`);
  }
}

/** Where a document lies in an inbox. */
export function inboxPath(root: string, { client, folder, bare, path }: Given): string {
  return join(root, 'inbox', client, ...(bare ? [] : [folder]), path);
}

/** Puts documents into the inbox, each by a rename, as a program does that copies with care. */
export function give(root: string, documents: readonly Given[]): void {
  for (const one of documents) {
    const target = inboxPath(root, one);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(`${target}.part`, one.bytes);
    renameSync(`${target}.part`, target);
  }
}

/** By which a content is known. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Anything that moves in the inbox makes the desk look at once, which it else does every half minute. */
export function stir(root: string): void {
  writeFileSync(join(root, 'inbox', '.stirred'), String(Date.now()));
}
