import type { Parts } from './package.ts';
import type { Tally } from './tally.ts';
import type { IsOurs } from './word.ts';
import { decodeXml, elementsOf, parseXml, type XmlElement } from './xml.ts';

interface Revisions {
  readonly original: XmlElement;
  readonly redline: XmlElement;
  readonly rejected: XmlElement;
  readonly isOurs: IsOurs;
  readonly parts: Parts;
  readonly edited: boolean;
}

/** Our tracked changes are there, with ids of their own, and those of others are still there. */
export function judgeRevisions(
  name: string,
  { original, redline, rejected, isOurs, parts, edited }: Revisions,
  tally: Tally,
): void {
  const ours = [...elementsOf(redline)].filter(isOurs);
  const right = ours.length > 0 === edited;
  tally.judge('docx: redline has tracked changes of ours where it is corrected', name, right, () =>
    edited ? 'none' : 'some',
  );
  const known = annotationIds(original);
  const fresh = surplus(annotationIds(redline), known);
  const taken = new Set([...known, ...idsOfOtherParts(parts)]);
  const repeated = fresh.filter((id) => {
    const isTaken = taken.has(id);
    taken.add(id);
    return isTaken;
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

function idsOfOtherParts({ all, texts }: Parts): readonly string[] {
  return Object.entries(all)
    .filter(([name]) => !texts.includes(name) && /^word\/[^/]+\.xml$/.test(name))
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
