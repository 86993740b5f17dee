import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Delivery } from './desk.ts';
import { archiveFault } from './package.ts';
import type { Tally } from './tally.ts';
import { decodeXml, elementsOf, parseXml, type XmlElement } from './xml.ts';

type Parts = Readonly<Record<string, Uint8Array>>;

/** An OpenDocument text three times: as it came, corrected, and with tracked changes. */
export function judgeOdt(delivery: Delivery, tally: Tally): void {
  const { name } = delivery;
  const original = readFileSync(delivery.original);
  const corrected = readFileSync(delivery.corrected);
  const redline = readFileSync(delivery.redline);
  if (delivery.applied.length === 0) {
    const same = redline.equals(original) && corrected.equals(original);
    tally.judge('odt: without corrections the original', name, same, () => 'it differs');
    return;
  }
  const before = readParts(original);
  for (const [kind, bytes] of Object.entries({ corrected, redline })) {
    const fault = isZip(bytes) ? archiveFault(bytes) : undefined;
    tally.judge('odt: the archive is sound', `${name} (${kind})`, !fault, () => fault ?? '');
    judgeParts(`${name} (${kind})`, before, readParts(bytes), tally);
  }
  const [first, after] = [textOf(before), readParts(redline)];
  const ours = idsNotIn(before, after);
  const accepted = textOf(after) === textOf(readParts(corrected));
  tally.judge('odt: all accepted is the corrected copy', name, accepted, () => 'it is not');
  const rejected = textOf(after, ours) === first;
  tally.judge('odt: ours rejected is the original', name, rejected, () => 'it is not');
}

function judgeParts(name: string, before: Parts, after: Parts, tally: Tally): void {
  const same = Object.keys(before).join('\n') === Object.keys(after).join('\n');
  tally.judge('odt: same parts in the same order', name, same, () => 'others');
  const changed = Object.keys(before).filter(
    (part) => !Buffer.from(before[part] ?? []).equals(after[part] ?? new Uint8Array()),
  );
  const only = changed.every((part) => textParts.includes(part));
  tally.judge('odt: only the parts with text differ', name, only, () => changed.join(', '));
}

/** The parts of a package that hold text; a flat document is one part without a name. */
const textParts = ['', 'content.xml', 'styles.xml'];

function readParts(bytes: Uint8Array): Parts {
  return isZip(bytes) ? unzipSync(bytes) : { '': bytes };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** The tracked changes that only the second has. */
function idsNotIn(before: Parts, after: Parts): ReadonlySet<string> {
  const known = new Set(regionsOf(before).map(idOf));
  return new Set(
    regionsOf(after)
      .map(idOf)
      .filter((id) => !known.has(id)),
  );
}

function regionsOf(parts: Parts): readonly XmlElement[] {
  return rootsOf(parts).flatMap((root) =>
    [...elementsOf(root)].filter(({ name }) => localName(name) === 'changed-region'),
  );
}

function rootsOf(parts: Parts): readonly XmlElement[] {
  return textParts.flatMap((name) => {
    const part = parts[name];
    return part ? [parseXml(decodeXml(part))] : [];
  });
}

function idOf({ attributes }: XmlElement): string {
  return attributes.get('xml:id') ?? attributeOf(attributes, 'id');
}

/** All text, a line for each paragraph, white space as one space; with the changes of `rejected` taken back. */
function textOf(parts: Parts, rejected: ReadonlySet<string> = new Set()): string {
  const deleted = new Map(
    regionsOf(parts).map((region) => [idOf(region), paragraphsIn(region).map(rawText).join('')]),
  );
  const open = new Set<string>();
  const pieces: string[] = [];
  const walk = (element: XmlElement): void => {
    const local = localName(element.name);
    const id = attributeOf(element.attributes, 'change-id');
    if (local === 'tracked-changes' || local === 'annotation') return;
    if (local === 'change-start' && rejected.has(id)) open.add(id);
    if (local === 'change-end') open.delete(id);
    if (local === 'change' && rejected.has(id)) pieces.push(deleted.get(id) ?? '');
    if (isParagraph(element)) pieces.push('\n');
    if (/^(?:s|tab|line-break)$/.test(local) && open.size === 0) pieces.push(' ');
    for (const child of element.children) {
      if (typeof child !== 'string') walk(child);
      else if (open.size === 0) pieces.push(child.replace(/\s+/g, ' '));
    }
    if (isParagraph(element)) pieces.push('\n');
  };
  for (const root of rootsOf(parts)) walk(root);
  return pieces.join('').replace(/ +/g, ' ');
}

function paragraphsIn(element: XmlElement): readonly XmlElement[] {
  return [...elementsOf(element)].filter(isParagraph);
}

function isParagraph({ name }: XmlElement): boolean {
  return /text:1\.0:[ph]$/.test(name);
}

function rawText(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child.replace(/\s+/g, ' ');
      return localName(child.name) === 's' ? ' ' : rawText(child);
    })
    .join('');
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

function attributeOf(attributes: ReadonlyMap<string, string>, local: string): string {
  for (const [name, value] of attributes) if (localName(name) === local) return value;
  return '';
}
