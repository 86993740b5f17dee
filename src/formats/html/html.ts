import type { Format, Opened } from '../../core/format.ts';
import { decodeSource, type SourceText } from '../encoding.ts';
import { openedBySplicing } from '../splice.ts';
import { readPage } from './reader.ts';
import { writtenHtml } from './written.ts';

/** Web pages and fragments of them. */
export const html: Format = {
  name: 'html',
  title: 'HTML',
  extensions: ['htm', 'html', 'xhtml'],
  mediaType: 'text/html',
  tracked: false,
  open: openHtml,
};

function openHtml(bytes: Uint8Array): Opened {
  const declared = declaredEncoding(bytes);
  const source = decodeSource(bytes, declared);
  const { blocks, untraced } = readPage(source.text);
  const holds = heldBy(source, declared !== undefined);
  const warnings =
    untraced > 0
      ? [`${untraced} stretches of text stand in damaged markup; they were left alone.`]
      : [];
  return openedBySplicing({
    title: html.title,
    source,
    blocks,
    warnings,
    written: (text) => writtenHtml(text, holds),
  });
}

/** How far a browser looks for the encoding of a page (HTML standard, section 13.2.3.2). */
const prescanBytes = 1024;

/** The encoding that the page names for itself. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, prescanBytes));
  const match =
    /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ??
    /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w:.-]+)["']/i.exec(head);
  return match?.[1];
}

/** A page of plain ASCII that names no encoding may be read in any, so only ASCII is safe in it. */
function heldBy(source: SourceText, declared: boolean): (character: string) => boolean {
  const isAscii = (text: string): boolean => !/[^\0-\x7F]/.test(text);
  return declared || source.encoding.startsWith('UTF-16') || !isAscii(source.text)
    ? source.canHold
    : isAscii;
}
