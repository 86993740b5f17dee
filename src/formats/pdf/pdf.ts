import type { Format } from '../../core/format.ts';
import { DocumentProblem } from '../../core/problem.ts';
import { documentOfPdf } from './blocks.ts';
import { withoutFurniture } from './furniture.ts';
import type { Line } from './lines.ts';
import { linesOf } from './lines.ts';
import { pagesOf } from './pages.ts';
import { paragraphsOf } from './paragraphs.ts';

/** PDF: its text is read and checked; it cannot be corrected, since it knows letters and places and no paragraphs. */
export const pdf: Format = {
  name: 'pdf',
  title: 'PDF',
  extensions: ['pdf'],
  mediaType: 'application/pdf',
  tracked: false,
  read: readPdf,
  open: () => {
    throw new Error('a PDF is read and not opened');
  },
};

async function readPdf(
  bytes: Uint8Array,
  passwords: readonly string[],
): ReturnType<NonNullable<Format['read']>> {
  const { pages, language } = await pagesOf(bytes, passwords);
  const drawn = pages.map((items, index) => linesOf(items, index + 1));
  refusePictures(drawn);
  const lines = withoutFurniture(drawn);
  const document = documentOfPdf(lines, paragraphsOf(lines), language);
  const turned = pages.some((items) => items.some(({ isTurned }) => isTurned));
  return { document, warnings: [checkedOnly, ...emptyPages(drawn), ...(turned ? [leftOut] : [])] };
}

const checkedOnly =
  'A PDF can be checked but not corrected: there is no corrected copy. For one, please send the document from which the PDF was made.';

const leftOut = 'Text that stands at an angle was not checked.';

/** Fewer letters than this on all pages together are a stamp or a page number on a scan. */
const lettersMin = 20;

function refusePictures(pages: readonly (readonly Line[])[]): void {
  const letters = pages.flat().reduce((sum, { text }) => sum + text.length, 0);
  if (letters >= lettersMin) return;
  throw new DocumentProblem(
    'unsupported-format',
    'The PDF holds pictures of pages and no text; please send the document from which it was made, or a PDF with text.',
  );
}

function emptyPages(pages: readonly (readonly Line[])[]): readonly string[] {
  const empty = pages.flatMap((lines, index) => (lines.length === 0 ? [index + 1] : []));
  if (empty.length === 0) return [];
  const [first] = empty;
  return empty.length === 1
    ? [`Page ${first} holds no text that could be read.`]
    : [`${empty.length} pages hold no text that could be read, the first of them page ${first}.`];
}
