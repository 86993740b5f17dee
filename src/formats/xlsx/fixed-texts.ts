import type { OfficeDocument } from '../office/main-part.ts';
import { readXml, related, relationshipsOf } from '../office/package.ts';
import { attributeOf, tagsOf } from '../xml/tags.ts';
import { type CellRange, rangesIn } from './ranges.ts';

/** What tables and pivot tables fix: texts by their wording, and cells that Excel fills in itself. */
export interface FixedTexts {
  readonly texts: readonly string[];
  readonly formulas: readonly string[];
  readonly ranges: readonly CellRange[];
}

/**
 * Reads the tables and pivot tables of one sheet. Formulas refer to the columns of a table by the text of their
 * header cells (ECMA-376 Part 1, 18.5.1.3), and a pivot table to those of its source (18.10.1.14).
 */
export function fixedBySheet(file: OfficeDocument, part: string, sheet: string): FixedTexts {
  const relationships = relationshipsOf(file, part);
  const tables = related(relationships, 'table').map((name) => readFixed(file, name, tableMarks));
  const pivots = related(relationships, 'pivotTable').map((name) =>
    readFixed(file, name, pivotMarks),
  );
  const all = [...tables, ...pivots];
  return {
    texts: all.flatMap(({ texts }) => texts),
    formulas: all.flatMap(({ formulas }) => formulas),
    ranges: all.flatMap(({ refs }) => refs.flatMap((ref) => rangesIn(ref, sheet))),
  };
}

/** The same for the caches of pivot tables: the names of their columns, and the items they found. */
export function fixedByCaches(file: OfficeDocument): readonly string[] {
  return related(file.relationships, 'pivotCacheDefinition').flatMap(
    (name) => readFixed(file, name, cacheMarks).texts,
  );
}

/** Which attributes of which elements hold a text, and which a range. */
interface Marks {
  readonly texts: Readonly<Record<string, readonly string[]>>;
  readonly refs: Readonly<Record<string, string>>;
}

const tableMarks: Marks = {
  texts: {
    'x:table': ['name', 'displayName'],
    'x:tableColumn': ['name', 'totalsRowLabel'],
    'x:filter': ['val'],
    'x:customFilter': ['val'],
  },
  refs: {},
};

const pivotMarks: Marks = {
  texts: {
    'x:pivotTableDefinition': [
      'dataCaption',
      'grandTotalCaption',
      'rowHeaderCaption',
      'colHeaderCaption',
    ],
    'x:pivotField': ['name', 'subtotalCaption'],
    'x:dataField': ['name'],
    'x:item': ['n'],
  },
  refs: { 'x:location': 'ref' },
};

const cacheMarks: Marks = {
  texts: { 'x:cacheField': ['name', 'caption'], 'x:s': ['v'], 'x:cacheHierarchy': ['caption'] },
  refs: {},
};

interface Fixed {
  readonly texts: readonly string[];
  readonly formulas: readonly string[];
  readonly refs: readonly string[];
}

function readFixed(file: OfficeDocument, name: string, marks: Marks): Fixed {
  const [texts, formulas, refs]: [string[], string[], string[]] = [[], [], []];
  const entry = file.entry(name);
  const xml = entry ? readXml(file.zip, entry).text : '';
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'close') continue;
    for (const attribute of marks.texts[tag.name] ?? []) {
      const text = attributeOf(tag, attribute);
      if (text !== undefined) texts.push(withBreaks(text));
    }
    const refAttribute = marks.refs[tag.name];
    if (refAttribute !== undefined) refs.push(attributeOf(tag, refAttribute) ?? '');
    if (/^x:(?:calculatedColumnFormula|totalsRowFormula)$/.test(tag.name)) {
      formulas.push(xml.slice(tag.end, xml.indexOf('<', tag.end)));
    }
  }
  return { texts, formulas, refs };
}

/** A line break in a header stands in an attribute as `_x000a_`. */
function withBreaks(text: string): string {
  return text.replace(/_x000[ad]_/gi, '\n');
}
