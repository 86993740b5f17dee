import { type Zippable, zipSync } from 'fflate';
import mammoth from 'mammoth';
import sanitizeHtml from 'sanitize-html';
import { readXml, related } from '../office/package.ts';
import { openWordPackage, type WordPackage } from './main-part.ts';

/**
 * The page text as HTML, by mammoth. It is given only the parts it reads for that, unpacked within the limits
 * and well-formed, so that nothing in the archive can surprise it; pictures are not among them.
 */
export async function previewOf(bytes: Uint8Array): Promise<string> {
  const buffer = Buffer.from(zipSync(textParts(openWordPackage(bytes)), { level: 0 }));
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  const { value } = await mammoth.convertToHtml({ buffer }, { convertImage });
  return sanitizeHtml(value, { allowedTags, allowedAttributes });
}

/** Links are left out: their text stays. */
const allowedTags = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'ul', 'ol', 'li'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ...['strong', 'em', 'u', 's', 'sub', 'sup'],
];

const allowedAttributes = { td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] };

function textParts(file: WordPackage): Zippable {
  const kinds = ['styles', 'numbering', 'footnotes', 'endnotes', 'comments'];
  const parts = [file.main.name, ...kinds.flatMap((kind) => related(file.relationships, kind))];
  const names = ['[Content_Types].xml', '_rels/.rels', ...parts, ...parts.map(relationshipsName)];
  const content: Zippable = {};
  for (const name of names) {
    const entry = file.entry(name);
    if (entry) content[entry.name] = new TextEncoder().encode(readXml(file.zip, entry).text);
  }
  return content;
}

function relationshipsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}
