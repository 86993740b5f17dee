import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import type { Delivery } from './desk.ts';
import { archiveFault, type Parts, readParts } from './package.ts';
import { judgeChangedParagraphs } from './paragraph-check.ts';
import type { Tally } from './tally.ts';
import { acceptOurs, type IsOurs, rejectOurs, type Token, tokensOf } from './word.ts';
import { decodeXml, elementsOf, parseXml, type XmlElement } from './xml.ts';

/** A Word document three times: as it came, corrected, and with tracked changes. */
export async function judgeDocx(delivery: Delivery, tally: Tally): Promise<void> {
  const bytes = {
    original: readFileSync(delivery.original),
    corrected: readFileSync(delivery.corrected),
    redline: readFileSync(delivery.redline),
  };
  await judgeMammoth(delivery.name, bytes, tally);
  if (delivery.applied.length === 0) {
    const same = bytes.redline.equals(bytes.original);
    tally.judge(
      'docx: without corrections the redline is the original',
      delivery.name,
      same,
      () => 'it differs',
    );
    return;
  }
  const original = readParts(bytes.original);
  for (const kind of ['corrected', 'redline'] as const) {
    judgeArchive(`${delivery.name} (${kind})`, bytes, kind, tally);
    judgeOtherParts(`${delivery.name} (${kind})`, original, readParts(bytes[kind]), tally);
  }
  judgeMainPart(
    delivery,
    original,
    { corrected: readParts(bytes.corrected), redline: readParts(bytes.redline) },
    tally,
  );
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

function judgeOtherParts(name: string, original: Parts, other: Parts, tally: Tally): void {
  const names = Object.keys(original.all).join('\n') === Object.keys(other.all).join('\n');
  tally.judge('docx: same parts in the same order', name, names, () => 'others');
  const changed = Object.entries(original.all)
    .filter(([part, content]) => !Buffer.from(content).equals(other.all[part] ?? new Uint8Array()))
    .map(([part]) => part);
  const only = changed.length === 1 && changed[0] === original.main;
  tally.judge(
    'docx: only the main part differs',
    name,
    only,
    () => changed.join(', ') || 'nothing differs',
  );
}

interface Written {
  readonly corrected: Parts;
  readonly redline: Parts;
}

function judgeMainPart(
  delivery: Delivery,
  originalParts: Parts,
  written: Written,
  tally: Tally,
): void {
  const { name } = delivery;
  const isOurs = oursIn(delivery);
  const original = mainOf(originalParts);
  const corrected = mainOf(written.corrected);
  const redline = mainOf(written.redline);
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
  const look = firstDifference(joined(accepted), joined(clean));
  tally.judge(
    'docx: redline accepted has the look of the corrected copy',
    name,
    look === undefined,
    () => look ?? '',
  );
  const marks = firstDifference(tokens.accepted, tokens.corrected);
  if (look === undefined && marks !== undefined)
    tally.note('a mark without width stands elsewhere in the accepted redline', name);
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
  judgeRevisions(name, { original, redline, rejected, isOurs, parts: originalParts }, tally);
  judgeChangedParagraphs(delivery, { original, corrected }, tally);
}

function mainOf({ all, main }: Parts): XmlElement {
  return parseXml(decodeXml(all[main] ?? new Uint8Array()));
}

/** Ours are those of our name and of the time of receipt. */
function oursIn({ report }: Delivery): IsOurs {
  const date = report.createdAt.replace(/\.\d+Z$/, 'Z');
  return ({ name, attributes }) =>
    (name === 'w:ins' || name === 'w:del') &&
    attributes.get('w:author') === 'Proofdesk' &&
    attributes.get('w:date') === date;
}

function isThing(token: Token): boolean {
  return token.kind === 'thing';
}

/** Things that stand between two letters and take no room there. */
const zeroWidth =
  /^<w:(?:bookmark|commentRange|perm|moveFromRange|moveToRange)(?:Start|End)|^<w:proofErr/;

function takesRoom(token: Token, index: number, tokens: readonly Token[]): boolean {
  const opening = token.kind === 'thing' && token.value === '</>' ? tokens[index - 1] : token;
  return opening?.kind !== 'thing' || !zeroWidth.test(opening.value);
}

function withoutLook(tokens: readonly Token[]): readonly Token[] {
  return joined(tokens.map((token) => (token.kind === 'text' ? { ...token, look: '' } : token)));
}

/** Neighbours of one look made one. */
function joined(tokens: readonly Token[]): readonly Token[] {
  const plain: Token[] = [];
  for (const token of tokens) {
    const last = plain.at(-1);
    const continues = token.kind === 'text' && last?.kind === 'text' && last.look === token.look;
    if (continues) plain.splice(-1, 1, { ...last, text: last.text + token.text });
    else plain.push(token);
  }
  return plain;
}

function firstDifference(left: readonly Token[], right: readonly Token[]): string | undefined {
  const longer = Math.max(left.length, right.length);
  for (let index = 0; index < longer; index += 1) {
    const fault = differenceOf(left[index], right[index]);
    if (fault !== undefined) return `token ${index} of ${longer}: ${fault}`;
  }
  return undefined;
}

function differenceOf(left: Token | undefined, right: Token | undefined): string | undefined {
  if (left?.kind === 'text' && right?.kind === 'text') {
    if (left.text !== right.text)
      return `text of ${left.text.length} and ${right.text.length} characters`;
    return left.look === right.look ? undefined : 'another look';
  }
  if (left?.kind === 'thing' && right?.kind === 'thing' && left.value === right.value)
    return undefined;
  return `${sortOf(left)} against ${sortOf(right)}`;
}

function sortOf(token: Token | undefined): string {
  if (!token) return 'nothing';
  return token.kind === 'text' ? 'text' : (/^<\/?[^\s>]*/.exec(token.value)?.[0] ?? 'a thing');
}

function newLooks(original: readonly Token[], corrected: readonly Token[]): number {
  const looksOf = (tokens: readonly Token[]): Set<string> =>
    new Set(tokens.flatMap((token) => (token.kind === 'text' ? [token.look] : [])));
  const known = looksOf(original);
  return [...looksOf(corrected)].filter((look) => !known.has(look)).length;
}

interface Revisions {
  readonly original: XmlElement;
  readonly redline: XmlElement;
  readonly rejected: XmlElement;
  readonly isOurs: IsOurs;
  readonly parts: Parts;
}

function judgeRevisions(
  name: string,
  { original, redline, rejected, isOurs, parts }: Revisions,
  tally: Tally,
): void {
  const ours = [...elementsOf(redline)].filter(isOurs);
  tally.judge('docx: redline has tracked changes of ours', name, ours.length > 0, () => 'none');
  const fresh = surplus(annotationIds(redline), annotationIds(original));
  const elsewhere = new Set(idsOfOtherParts(parts));
  const repeated = fresh.filter((id, index) => {
    return fresh.indexOf(id) !== index || elsewhere.has(id) || annotationIds(original).includes(id);
  });
  tally.judge('docx: no new id is used twice', name, repeated.length === 0, () => {
    return `${repeated.length} of ${fresh.length} ids`;
  });
  const kept = changesIn(rejected) === changesIn(original);
  tally.judge(
    'docx: recorded changes of properties are all still there',
    name,
    kept,
    () => 'others',
  );
}

/** Elements whose ids share one space, as Word reads them. */
const annotation =
  /^w:(?:ins|del|move(?:From|To)(?:RangeStart)?|bookmarkStart|comment|permStart|\w+Change|cell(?:Ins|Del|Merge))$/;

function annotationIds(root: XmlElement): readonly string[] {
  return [...elementsOf(root)].flatMap(({ name, attributes }) => {
    const id = annotation.test(name) ? attributes.get('w:id') : undefined;
    return id === undefined ? [] : [id];
  });
}

function idsOfOtherParts({ all, main }: Parts): readonly string[] {
  return Object.entries(all)
    .filter(([name]) => name !== main && /^word\/[^/]+\.xml$/.test(name))
    .flatMap(([, content]) => annotationIds(parseXml(decodeXml(content))));
}

/** What `longer` has more of than `shorter`. */
function surplus(longer: readonly string[], shorter: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const id of shorter) left.set(id, (left.get(id) ?? 0) + 1);
  return longer.filter((id) => {
    const count = left.get(id) ?? 0;
    left.set(id, count - 1);
    return count <= 0;
  });
}

function changesIn(root: XmlElement): number {
  return [...elementsOf(root)].filter(({ name }) => name.endsWith('Change')).length;
}
