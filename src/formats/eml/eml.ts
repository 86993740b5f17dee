import { limitedTo } from '../../core/document.ts';
import type { Attachment, Format, Opened } from '../../core/format.ts';
import { DocumentProblem } from '../../core/problem.ts';
import { byteCodec } from '../codecs.ts';
import { type BytePatch, patchedBytes } from '../encoding.ts';
import { blockEdits, inOrder } from '../splice.ts';
import { filesOf, isDocument, isOwnText } from './attachments.ts';
import { refuseSealed } from './gate.ts';
import { type Leaf, messageOf } from './parts.ts';
import { openTextPart, type TextPart } from './text-parts.ts';
import {
  areAlike,
  differingCount,
  type Plan,
  planned,
  plannedSplices,
  planOf,
} from './versions.ts';

/** E-mail: its text is edited where it stands; headers, quotations, signatures and attachments stay as they are. */
export const eml: Format = {
  name: 'eml',
  title: 'E-mail',
  extensions: ['eml'],
  mediaType: 'message/rfc822',
  tracked: false,
  open,
  attachments,
};

function open(bytes: Uint8Array): Opened {
  const leaves = checkedLeaves(bytes);
  const { parts, unread } = textParts(bytes, leaves);
  const plan = planOf(parts);
  const document = limitedTo(planned(parts, plan), sharedBy(parts));
  return {
    document,
    warnings: warningsOf(leaves, { parts, unread, plan }),
    save: (edits, mode) => {
      if (mode === 'tracked') throw new Error(`${eml.title} has no tracked changes`);
      const patches = patchesOf(parts, plan, blockEdits(document, edits));
      return patches.length === 0 ? bytes : patchedBytes(bytes, patches);
    },
    reread: (saved) => rereadText(saved, { parts, plan }),
  };
}

/** The files that came with the message; each is to be a document of its own. */
function attachments(bytes: Uint8Array): readonly Attachment[] {
  return filesOf(bytes, checkedLeaves(bytes));
}

/** No header holds a zero byte; the text behind it may, in UTF-16. */
const headBytes = 64;

function checkedLeaves(bytes: Uint8Array): readonly Leaf[] {
  if (bytes.subarray(0, headBytes).includes(0)) {
    throw new DocumentProblem(
      'unreadable-encoding',
      'The e-mail was saved as UTF-16, which mail programs do not read; please save it again as .eml.',
    );
  }
  const source = byteCodec.decode(bytes);
  const message = messageOf(source);
  refuseSealed(source, message);
  return message.leaves;
}

/** The texts of a message. One in an encoding that nobody reads is left alone, unless there is no other. */
function textParts(
  bytes: Uint8Array,
  leaves: readonly Leaf[],
): { readonly parts: readonly TextPart[]; readonly unread: number } {
  const parts: TextPart[] = [];
  const problems: DocumentProblem[] = [];
  for (const leaf of leaves.filter(isOwnText)) {
    try {
      parts.push(openTextPart(bytes, leaf));
    } catch (error) {
      if (!(error instanceof DocumentProblem)) throw error;
      problems.push(error);
    }
  }
  const [problem] = problems;
  if (parts.length === 0 && problem) throw problem;
  return { parts, unread: problems.length };
}

/** What every part can take, since a correction may go into any of them. */
function sharedBy(parts: readonly TextPart[]): string | undefined {
  return parts.reduce<string | undefined>((shared, { characters }) => {
    if (shared === undefined || characters === undefined) return shared ?? characters;
    return Array.from(shared)
      .filter((each) => characters.includes(each))
      .join('');
  }, undefined);
}

function patchesOf(
  parts: readonly TextPart[],
  plan: Plan,
  edits: ReturnType<typeof blockEdits>,
): readonly BytePatch[] {
  const splices = plannedSplices(parts, plan, edits);
  return [...splices]
    .flatMap(([part, list]) => parts[part]?.patches(inOrder(list)) ?? [])
    .sort((a, b) => a.start - b.start);
}

interface Reading {
  readonly parts: readonly TextPart[];
  readonly plan: Plan;
}

/** A copy whose two versions say different things is none, and has no text. */
function rereadText(saved: Uint8Array, { parts, plan }: Reading): string {
  const leaves = checkedLeaves(saved);
  const again = parts.map(({ leaf, wrapped }) =>
    openTextPart(saved, leaves.find(({ number }) => number === leaf.number) ?? leaf, wrapped),
  );
  return areAlike(again, plan) ? planned(again, plan).text : '';
}

function warningsOf(
  leaves: readonly Leaf[],
  { parts, plan, unread }: Reading & { readonly unread: number },
): readonly string[] {
  const files = leaves.filter((leaf) => !isOwnText(leaf));
  const documents = files.filter(isDocument).length;
  return [
    ...new Set(parts.flatMap(({ source }) => source.warnings)),
    ...counted(unread, 'Parts of its text that could not be read and were left alone'),
    ...counted(
      differingCount(parts, plan),
      'Paragraphs in which its plain version and its page differ',
    ),
    ...counted(
      documents,
      'Attachments that are documents of their own and stay as they are in here',
    ),
    ...counted(files.length - documents, 'Attachments that are no documents and were left alone'),
  ];
}

function counted(count: number, what: string): readonly string[] {
  return count === 0 ? [] : [`${what}: ${count}.`];
}
