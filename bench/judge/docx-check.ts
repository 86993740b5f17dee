import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import { judgeComments, type NewComments, withoutMarks } from './comment-check.ts';
import type { Delivery } from './desk.ts';
import { archiveFault, type Parts, readParts } from './package.ts';
import { judgeChangedParagraphs } from './paragraph-check.ts';
import { judgeRevisions } from './revision-check.ts';
import type { Tally } from './tally.ts';
import {
  faces,
  firstDifference,
  isThing,
  newLooks,
  takesRoom,
  withoutLook,
} from './token-comparison.ts';
import { acceptOurs, type IsOurs, rejectOurs, tokensOf } from './word.ts';
import { decodeXml, parseXml, type XmlElement } from './xml.ts';

/** A Word document three times: as it came, corrected, and with tracked changes. */
export async function judgeDocx(delivery: Delivery, tally: Tally): Promise<void> {
  const bytes = {
    original: readFileSync(delivery.original),
    corrected: readFileSync(delivery.corrected),
    redline: readFileSync(delivery.redline),
  };
  await judgeMammoth(delivery.name, bytes, tally);
  const original = readParts(bytes.original);
  const comments = judgeComments(delivery, original, readParts(bytes.redline), tally);
  if (delivery.applied.length === 0 && comments.ids.size === 0) {
    const same = bytes.redline.equals(bytes.original);
    tally.judge(
      'docx: without corrections and comments the redline is the original',
      delivery.name,
      same,
      () => 'it differs',
    );
    return;
  }
  const corrected = readParts(bytes.corrected);
  const redline = readParts(bytes.redline);
  for (const kind of ['corrected', 'redline'] as const) {
    judgeArchive(`${delivery.name} (${kind})`, bytes, kind, tally);
  }
  const edited = delivery.applied.length > 0;
  judgeOtherParts(`${delivery.name} (corrected)`, { original, other: corrected, edited }, tally);
  judgeOtherParts(
    `${delivery.name} (redline)`,
    { original, other: redline, edited: true, comments },
    tally,
  );
  judgeText(delivery, original, { corrected, redline, comments }, tally);
}

interface ThreeFiles {
  readonly original: Buffer;
  readonly corrected: Buffer;
  readonly redline: Buffer;
}

/** An independent reader sees the same text in the corrected copy and in the redline, of which it accepts all changes. */
async function judgeMammoth(
  name: string,
  { original, corrected, redline }: ThreeFiles,
  tally: Tally,
): Promise<void> {
  const before = await mammothText(original);
  const texts = [await mammothText(corrected), await mammothText(redline)];
  if (before === undefined) {
    tally.note('mammoth cannot read the original', name);
    return;
  }
  const same = texts[0] !== undefined && texts[0] === texts[1];
  tally.judge(
    'docx: mammoth reads the same in corrected copy and redline',
    name,
    same,
    () => 'it does not',
  );
}

async function mammothText(buffer: Buffer): Promise<string | undefined> {
  try {
    return (await mammoth.extractRawText({ buffer })).value;
  } catch {
    // That it cannot read a file is an answer here: it is compared with what it says of the original.
    return undefined;
  }
}

function judgeArchive(name: string, bytes: ThreeFiles, kind: keyof ThreeFiles, tally: Tally): void {
  const fault = archiveFault(bytes[kind]);
  const before = archiveFault(bytes.original);
  tally.judge(
    'docx: the archive is sound',
    name,
    fault === before,
    () => fault ?? 'the fault is gone',
  );
}

interface PartsToJudge {
  readonly original: Parts;
  readonly other: Parts;
  /** Whether the main part is to differ. */
  readonly edited: boolean;
  readonly comments?: NewComments;
}

function judgeOtherParts(
  name: string,
  { original, other, edited, comments }: PartsToJudge,
  tally: Tally,
): void {
  const allowed = comments?.parts ?? new Set();
  const fresh = Object.keys(other.all).filter((part) => !(part in original.all));
  const old = Object.keys(other.all).filter((part) => part in original.all);
  const names =
    Object.keys(original.all).join('\n') === old.join('\n') &&
    fresh.every((part) => allowed.has(part));
  tally.judge('docx: same parts in the same order', name, names, () => 'others');
  const changed = Object.entries(original.all)
    .filter(([part, content]) => !Buffer.from(content).equals(other.all[part] ?? new Uint8Array()))
    .map(([part]) => part)
    .filter((part) => !allowed.has(part));
  const others = changed.filter((part) => !original.texts.includes(part));
  tally.judge(
    'docx: only parts with text differ, and what holds our comments',
    name,
    changed.length > 0 === edited && others.length === 0,
    () => others.join(', ') || 'nothing differs',
  );
}

interface Written {
  readonly corrected: Parts;
  readonly redline: Parts;
  readonly comments: NewComments;
}

function judgeText(delivery: Delivery, originalParts: Parts, written: Written, tally: Tally): void {
  const { name } = delivery;
  const isOurs = oursIn(delivery);
  const original = textOf(originalParts);
  const corrected = textOf(written.corrected);
  const redline = withoutMarks(textOf(written.redline), written.comments.ids);
  const rejected = rejectOurs(redline, isOurs);
  const tokens = {
    original: tokensOf(original),
    corrected: tokensOf(corrected),
    accepted: tokensOf(acceptOurs(redline, isOurs)),
  };
  const back = firstDifference(tokensOf(rejected), tokens.original);
  tally.judge(
    'docx: redline rejected is the original, text and look',
    name,
    back === undefined,
    () => back ?? '',
  );
  const accepted = tokens.accepted.filter(takesRoom);
  const clean = tokens.corrected.filter(takesRoom);
  const text = firstDifference(withoutLook(accepted), withoutLook(clean));
  tally.judge(
    'docx: redline accepted is the corrected text',
    name,
    text === undefined,
    () => text ?? '',
  );
  const look = firstDifference(faces(accepted), faces(clean));
  tally.judge(
    'docx: redline accepted has the look of the corrected copy',
    name,
    look === undefined,
    () => look ?? '',
  );
  const exact = firstDifference(tokens.accepted, tokens.corrected) === undefined;
  tally.count('redlines that, accepted, are the corrected copy also in marks without width', exact);
  const things = firstDifference(tokens.corrected.filter(isThing), tokens.original.filter(isThing));
  tally.judge(
    'docx: corrected copy has all that is not text as it was',
    name,
    things === undefined,
    () => things ?? '',
  );
  const looks = newLooks(tokens.original, tokens.corrected);
  tally.judge(
    'docx: corrected copy has no look that the original lacks',
    name,
    looks === 0,
    () => `${looks} looks`,
  );
  const edited = delivery.applied.length > 0;
  judgeRevisions(
    name,
    { original, redline, rejected, isOurs, parts: originalParts, edited },
    tally,
  );
  judgeChangedParagraphs(delivery, { original, corrected }, tally);
}

/** The trees of all parts with text under one root. */
function textOf({ all, texts }: Parts): XmlElement {
  const children = texts.map((name) => parseXml(decodeXml(all[name] ?? new Uint8Array())));
  return { name: '', attributes: new Map(), children };
}

/** Ours are those of our name and of the time of receipt. */
function oursIn({ report }: Delivery): IsOurs {
  const date = report.createdAt.replace(/\.\d+Z$/, 'Z');
  return ({ name, attributes }) =>
    (name === 'w:ins' || name === 'w:del') &&
    attributes.get('w:author') === 'Proofdesk' &&
    attributes.get('w:date') === date;
}
