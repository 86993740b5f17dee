import { newPages } from './page.ts';

/** The part of pdfkit's open font that tells which letters it has. */
interface OpenFont {
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
}

let opened: OpenFont | undefined;

/** The letters of a text that the font of the papers has not: they would be printed as empty boxes. */
export function lettersMissing(text: string): string {
  opened ??= openFont();
  const { font } = opened;
  const missing = [...text].filter((sign) => !font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
  return [...new Set(missing)].join('');
}

/** pdfkit has the font that is in use under this name only. */
function openFont(): OpenFont {
  const pages = newPages({ title: '', author: '', language: 'en', madeAt: new Date(0) });
  return (pages as unknown as { readonly _font: OpenFont })._font;
}
