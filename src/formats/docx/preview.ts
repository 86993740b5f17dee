import { type Zippable, zipSync } from 'fflate';
import { readXml, related } from '../office/package.ts';
import { tagsOf } from '../xml/tags.ts';
import type { ZipEntry } from '../zip/zip.ts';
import { openWordPackage, type WordPackage } from './main-part.ts';
import { textEntries } from './text-parts.ts';

/**
 * The page text as HTML, by mammoth: the text with its notes, then each header and footer that has text. It is given
 * only the parts it reads for that, unpacked within the limits and well-formed, so that nothing in the archive can
 * surprise it; pictures are not among them.
 */
export async function previewOf(bytes: Uint8Array): Promise<string> {
  const file = openWordPackage(bytes);
  const page = (await htmlOf(textParts(file))) ?? '<p><em>This page cannot be shown.</em></p>';
  const edges = new Set<string>();
  for (const { entry, place } of textEntries(file)) {
    const alone = place === 'header-footer' ? partAlone(file, entry) : undefined;
    const html = alone && (await htmlOf(alone));
    if (html) edges.add(html);
  }
  if (edges.size === 0) return page;
  return [page, '<hr /><p><em>Headers and footers</em></p>', ...edges].join('');
}

/** Undefined where mammoth cannot do it, as with a link that leads nowhere: no document is held up by that. */
async function htmlOf(parts: Zippable): Promise<string | undefined> {
  // Loaded here, since only a report needs them.
  const [{ default: mammoth }, { default: sanitizeHtml }] = await Promise.all([
    import('mammoth'),
    import('sanitize-html'),
  ]);
  const buffer = Buffer.from(zipSync(parts, { level: 0 }));
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  try {
    const { value } = await mammoth.convertToHtml({ buffer }, { convertImage });
    return sanitizeHtml(value, { allowedTags, allowedAttributes });
  } catch {
    return undefined;
  }
}

/** Links are left out: their text stays. */
const allowedTags = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'ul', 'ol', 'li'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ...['strong', 'em', 'u', 's', 'sub', 'sup'],
];

const allowedAttributes = { td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] };

/** A header or footer as if it were the text of a document of its own; nothing where it is empty. */
function partAlone(file: WordPackage, entry: ZipEntry): Zippable | undefined {
  const { text } = readXml(file.zip, entry);
  const tags = [...tagsOf(text)];
  const [open, close] = [tags[0], tags.at(-1)];
  if (open?.kind !== 'open' || !close) return undefined;
  const prefix = open.rawName.slice(0, open.rawName.indexOf(':') + 1);
  const content = text.slice(open.end, close.start);
  const document = `<${prefix}document${open.rawAttributes}><${prefix}body>${content}</${prefix}body></${prefix}document>`;
  const relationship = `<Relationship Id="a" Type="${office}/relationships/officeDocument" Target="/${entry.name}"/>`;
  const list = `<Relationships xmlns="${packaging}/relationships">${relationship}</Relationships>`;
  const encoder = new TextEncoder();
  return {
    ...partsNamed(file, [relationshipsName(entry.name), ...related(file.relationships, 'styles')]),
    '_rels/.rels': encoder.encode(list),
    [entry.name]: encoder.encode(document),
  };
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packaging = 'http://schemas.openxmlformats.org/package/2006';

function textParts(file: WordPackage): Zippable {
  const kinds = ['styles', 'numbering', 'footnotes', 'endnotes', 'comments'];
  const parts = [file.main.name, ...kinds.flatMap((kind) => related(file.relationships, kind))];
  const names = ['[Content_Types].xml', '_rels/.rels', ...parts, ...parts.map(relationshipsName)];
  return partsNamed(file, names);
}

function partsNamed(file: WordPackage, names: readonly string[]): Zippable {
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
