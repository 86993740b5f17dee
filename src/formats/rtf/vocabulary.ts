/** What the text of a group is, by the control word at its beginning (RTF 1.9.1, "Destinations"). */
export type Destination =
  | 'text'
  | 'skipped'
  /** Nothing of it is text but what `\shptxt` holds. */
  | 'drawing'
  /** What a field is to do. */
  | 'instruction'
  | 'fonts'
  | 'styles'
  | 'authors'
  /** `\upr`: one text in two encodings. */
  | 'twice';

/** Whether a control word names a destination whose text is not part of what a reader sees. */
export function isSkipped(name: string): boolean {
  return skipped.has(name);
}

/** Whether a table stands in the header of a file, so that what follows it may be another table. */
export function isHeaderTable(name: string): boolean {
  return headerTables.has(name);
}

/** Groups that begin a text of their own: the paragraph around them goes on behind. */
export function storyOf(name: string): 'note' | 'paragraph' | undefined {
  if (name === 'footnote') return 'note';
  return /^(?:header|footer)[lrf]?$/.test(name) ? 'paragraph' : undefined;
}

/** The character that a control word stands for. */
export function characterOf(name: string): string | undefined {
  return characters.get(name);
}

/** Whether a control word stands for something that the program fills in: a page number, a date, the mark of a note. */
export function isObject(name: string): boolean {
  return objects.has(name);
}

/** Whether a control word ends a paragraph. */
export function endsParagraph(name: string): boolean {
  return paragraphEnds.has(name);
}

/** Whether a control word breaks the line within a paragraph. */
export function breaksLine(name: string): boolean {
  return lineBreaks.has(name);
}

const headerTables = words(
  'fonttbl filetbl colortbl stylesheet listtable listoverridetable listpicture pgptbl',
);

const skipped = words(
  `fonttbl filetbl colortbl stylesheet listtable listoverridetable pgptbl revtbl rsidtbl info pict nonshppict
   shprslt object do xe tc tcn rxe bkmkstart bkmkend listtext pntext pntxta pntxtb pn annotation atnid atnauthor
   ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn sp picprop nonesttables themedata private mmathPict generator
   template userprops xmlnstbl mmath background docvar comment title subject author operator`,
);

const characters: ReadonlyMap<string, string> = new Map([
  ['emdash', '\u2014'],
  ['endash', '\u2013'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['bullet', '\u2022'],
  ['lquote', '\u2018'],
  ['rquote', '\u2019'],
  ['ldblquote', '\u201C'],
  ['rdblquote', '\u201D'],
  ['zwj', '\u200D'],
  ['zwnj', '\u200C'],
  ['zwbo', '\u200B'],
  ['zwnbo', '\u2060'],
  ['ltrmark', '\u200E'],
  ['rtlmark', '\u200F'],
]);

const objects = words(
  'chdate chdpl chdpa chtime chpgn sectnum chftn chftnsep chftnsepc pict object shp do mmath',
);

const paragraphEnds = words('par sect cell nestcell row nestrow');
const lineBreaks = words('line lbr page column softline');

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
