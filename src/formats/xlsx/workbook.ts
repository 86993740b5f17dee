import { DocumentProblem } from '../../core/problem.ts';
import type { OfficeDocument } from '../office/main-part.ts';
import { readXml } from '../office/package.ts';
import { attributeOf, type Tag, tagsOf } from '../xml/tags.ts';
import { unescapeXml } from '../xml/text.ts';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  /** The name of its part. */
  readonly part: string;
  readonly hidden: boolean;
}

/** What the main part says of the workbook. */
export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  /** What each defined name stands for: a range, a value, a formula. */
  readonly names: ReadonlyMap<string, string>;
  readonly isProtected: boolean;
}

/** Reads the list of sheets, in the order of their tabs, and the defined names. Throws DocumentProblem. */
export function readWorkbook(file: OfficeDocument): Workbook {
  const { text: xml } = readXml(file.zip, file.main);
  const targets = new Map(
    file.relationships
      .filter(({ external, type }) => !external && type.endsWith('/worksheet'))
      .map(({ id, target }) => [id, target]),
  );
  const sheets: SheetEntry[] = [];
  const names = new Map<string, string>();
  let [isProtected, isRoot] = [false, true];
  for (const tag of tagsOf(xml)) {
    if (isRoot && tag.name !== 'x:workbook') throw notAWorkbook();
    isRoot = false;
    if (tag.kind === 'close') continue;
    if (tag.name === 'x:sheet') sheets.push(...sheetOf(tag, targets));
    if (tag.name === 'x:definedName' && tag.kind === 'open') {
      const content = xml.slice(tag.end, xml.indexOf('<', tag.end));
      names.set((attributeOf(tag, 'name') ?? '').toLowerCase(), unescapeXml(content));
    }
    if (protectionElement.test(tag.name) && isOn(tag)) isProtected = true;
  }
  return { sheets, names, isProtected };
}

const protectionElement = /^x:(?:workbookProtection|fileSharing)$/;

/** Some programs write the element with nothing in it, or with all its switches off. */
function isOn({ rawAttributes }: Tag): boolean {
  return /(?:lock\w+|readOnlyRecommended)\s*=\s*["'](?:1|true)/.test(rawAttributes);
}

function sheetOf(tag: Tag, targets: ReadonlyMap<string, string>): readonly SheetEntry[] {
  const part = targets.get(attributeOf(tag, 'r:id') ?? '');
  // A sheet that is nothing but a chart has no cells.
  if (part === undefined) return [];
  const hidden = /hidden/i.test(attributeOf(tag, 'state') ?? '');
  return [{ name: attributeOf(tag, 'name') ?? '', part, hidden }];
}

function notAWorkbook(): DocumentProblem {
  return new DocumentProblem('corrupt', 'The main part of the file is not a workbook.');
}
