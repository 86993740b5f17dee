import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { AppliedEdit, Delivery } from './desk.ts';
import { explains } from './explain.ts';
import { archiveFault } from './package.ts';
import type { Tally } from './tally.ts';
import { decodeXml, elementsOf, openTag, parseXml, type XmlElement } from './xml.ts';

/**
 * A presentation or a workbook: the archive is sound, only parts with text differ, in them nothing but text, and the
 * applied edits, each once, explain the paragraphs that differ.
 */
export function judgeOfficeParts(delivery: Delivery, tally: Tally): void {
  const { name, applied } = delivery;
  const format = delivery.report.format.name;
  const [old, fresh] = [readFileSync(delivery.original), readFileSync(delivery.corrected)];
  const judge = (law: string, holds: boolean, fault: string): void =>
    tally.judge(`${format}: ${law}`, name, holds, () => fault);
  if (applied.length === 0) {
    judge('without corrections the copy is the original', old.equals(fresh), 'it differs');
    return;
  }
  const [before, after] = [unzipSync(old), unzipSync(fresh)];
  const names = Object.keys(before);
  const sameNames = names.join('\n') === Object.keys(after).join('\n');
  judge('the archive is sound', archiveFault(fresh) === archiveFault(old), 'it is not');
  judge('same parts in the same order', sameNames, 'others');
  const changed = names.filter(
    (part) => !Buffer.from(before[part] ?? []).equals(after[part] ?? none),
  );
  const strangers = changed.filter((part) => !textPart.test(part));
  judge('only parts with text differ', strangers.length === 0, strangers.join(', '));
  const pairs = changed.map((part) => [rootOf(before[part]), rootOf(after[part])] as const);
  const sameLook = pairs.every(([left, right]) => lookOf(left) === lookOf(right));
  judge('all that is not text is as it was', sameLook, 'it is not');
  const unexplained = unexplainedIn(pairs.flatMap(changedParagraphs), applied);
  judge('applied edits, each once, explain what differs', unexplained === '', unexplained);
}

const none = new Uint8Array();

const textPart = /\/(?:slides|notesSlides|worksheets)\/[^/]+\.xml$|\/sharedStrings\d*\.xml$/i;

function rootOf(part: Uint8Array | undefined): XmlElement {
  return parseXml(decodeXml(part ?? none));
}

/** All tags of a part; that white space is to be kept may be said where it was not before. */
function lookOf(root: XmlElement): string {
  return [...elementsOf(root)]
    .map((each) => openTag(each).replace(' xml:space="preserve"', ''))
    .join('');
}

interface Paragraph {
  readonly before: string;
  readonly after: string;
}

function changedParagraphs([left, right]: readonly [XmlElement, XmlElement]): readonly Paragraph[] {
  const [old, fresh] = [paragraphsOf(left), paragraphsOf(right)];
  return old.flatMap((before, index) => {
    const after = fresh[index] ?? '';
    return before === after ? [] : [{ before, after }];
  });
}

function paragraphsOf(root: XmlElement): readonly string[] {
  return [...elementsOf(root)]
    .filter(({ name }) => /^(?:a:p|x:si|x:is)$/.test(name))
    .map((paragraph) =>
      [...elementsOf(paragraph)]
        .filter(({ name }) => name === 'a:t' || name === 'x:t')
        .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
        .join(''),
    );
}

/** A paragraph is explained by some edits that follow one another, none of which explains another paragraph. */
function unexplainedIn(paragraphs: readonly Paragraph[], applied: readonly AppliedEdit[]): string {
  const used = new Set<number>();
  // Mostly the edits of the next paragraph come next.
  let next = 0;
  const missing = paragraphs.filter(({ before, after }) => {
    for (let step = 0; step < applied.length; step += 1) {
      const from = (next + step) % applied.length;
      for (let to = from + 1; to <= applied.length && !used.has(to - 1); to += 1) {
        if (!before.includes(applied[to - 1]?.before ?? '')) break;
        if (!explains(before, after, applied.slice(from, to))) continue;
        for (let index = from; index < to; index += 1) used.add(index);
        next = to;
        return false;
      }
    }
    return true;
  });
  const left = applied.length - used.size;
  if (missing.length === 0 && left === 0) return '';
  return `${missing.length} of ${paragraphs.length} paragraphs, ${left} edits left over`;
}
