import { zipped } from '../docx/package.ts';

/** Parts of a package by name. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006/';

/** A relationship: its id, the last word of its type, its target. */
type Relation = readonly [id: string, kind: string, target: string];

export function relationships(list: readonly Relation[]): string {
  const items = list.map(
    ([id, kind, target]) =>
      `<Relationship Id="${id}" Type="${officeTypes}${kind}" Target="${target}"/>`,
  );
  return `<?xml version="1.0"?><Relationships xmlns="${packageNamespace}relationships">${items.join('')}</Relationships>`;
}

/** Content types by the name of the part. */
export function contentTypes(types: Readonly<Record<string, string>>): string {
  const overrides = Object.entries(types).map(
    ([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`,
  );
  return `<?xml version="1.0"?><Types xmlns="${packageNamespace}content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join('')}</Types>`;
}

const presentationType =
  'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml';

/**
 * A presentation of slides and notes that are given by number, `slide1.xml` with `notes1.xml`, in their order unless
 * `presentation.xml` and its relationships say otherwise. Names with a folder are taken as they are.
 */
export function presentationFile(parts: Parts): Uint8Array {
  const numbers = numbersOf(parts, 'slide');
  const slides = numbers.map(
    (number): Relation => [`rId${number}`, 'slide', `slides/slide${number}.xml`],
  );
  const ids = slides.map(([id], index) => `<p:sldId id="${256 + index}" r:id="${id}"/>`);
  const notes = numbersOf(parts, 'notes').map((number) => [
    `ppt/slides/_rels/slide${number}.xml.rels`,
    relationships([['rId1', 'notesSlide', `../notesSlides/notes${number}.xml`]]),
  ]);
  return zipped({
    '[Content_Types].xml': contentTypes({ 'ppt/presentation.xml': presentationType }),
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'ppt/presentation.xml']]),
    'ppt/presentation.xml': `<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="${officeTypes.slice(0, -1)}"><p:sldIdLst>${ids.join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationships(slides),
    ...Object.fromEntries(notes),
    ...renamed(parts, presentationName),
  });
}

function presentationName(name: string): string {
  if (name.startsWith('slide')) return `ppt/slides/${name}`;
  if (name.startsWith('notes')) return `ppt/notesSlides/${name}`;
  return name.endsWith('.rels') ? `ppt/_rels/${name}` : `ppt/${name}`;
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** A workbook of sheets that are given by number, `sheet1.xml`, with `table1.xml` and the like belonging to the first. */
export function workbookFile(parts: Parts): Uint8Array {
  const sheets = numbersOf(parts, 'sheet').map(
    (number): Relation => [`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`],
  );
  const tabs = sheets.map(
    ([id], index) => `<sheet name="Sheet${index + 1}" sheetId="${index + 1}" r:id="${id}"/>`,
  );
  const kinds = ['table', 'pivotTable', 'drawing'];
  const ofSheet = kinds.flatMap((kind) =>
    numbersOf(parts, kind).map(
      (number): Relation => [`rId${kind}${number}`, kind, `../${kind}s/${kind}${number}.xml`],
    ),
  );
  const caches = numbersOf(parts, 'pivotCacheDefinition').map(
    (number): Relation => [
      `rIdCache${number}`,
      'pivotCacheDefinition',
      `pivotCache/pivotCacheDefinition${number}.xml`,
    ],
  );
  return zipped({
    '[Content_Types].xml': contentTypes({ 'xl/workbook.xml': workbookType }),
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${officeTypes.slice(0, -1)}"><sheets>${tabs.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets,
      ...caches,
      ['rIdStrings', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(ofSheet),
    ...renamed(parts, workbookName),
  });
}

function workbookName(name: string): string {
  if (name.startsWith('sheet')) return `xl/worksheets/${name}`;
  if (name.startsWith('pivotCache')) return `xl/pivotCache/${name}`;
  const kind = /^(table|pivotTable|drawing)\d/.exec(name)?.[1];
  if (kind !== undefined) return `xl/${kind}s/${name}`;
  return name.endsWith('.rels') ? `xl/_rels/${name}` : `xl/${name}`;
}

function numbersOf(parts: Parts, kind: string): readonly string[] {
  const name = new RegExp(`^${kind}(\\d+)\\.xml$`);
  return Object.keys(parts).flatMap((part) => name.exec(part)?.[1] ?? []);
}

function renamed(parts: Parts, nameOf: (name: string) => string): Parts {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [/[/[]/.test(name) ? name : nameOf(name), part]),
  );
}
