import anyAscii from 'any-ascii';
import type { Fact, Paper } from '../../billing/paper.ts';
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

/**
 * A paper in letters that its font has. Clients give their documents and jobs names in any writing; in Latin letters they
 * can be told apart, as empty boxes they could not. Names and addresses never come here so: they must be as law has them.
 */
export function inLetters(paper: Paper): Paper {
  const facts = (of: readonly Fact[]): readonly Fact[] =>
    of.map(({ label, value }) => ({ label: inLatin(label), value: inLatin(value) }));
  const { rows, notes, payment } = paper;
  return {
    ...paper,
    facts: facts(paper.facts),
    rows: rows.map((row) => ({
      ...row,
      text: inLatin(row.text),
      details: row.details.map(inLatin),
    })),
    notes: notes.map(inLatin),
    ...(payment && { payment: { ...payment, facts: facts(payment.facts) } }),
  };
}

/** What has no Latin letters either, such as a picture, is at least seen to be there. */
function inLatin(text: string): string {
  const missing = new Set(lettersMissing(text));
  if (missing.size === 0) return text;
  return [...text].map((sign) => (missing.has(sign) ? anyAscii(sign) || '?' : sign)).join('');
}

/** pdfkit has the font that is in use under this name only. */
function openFont(): OpenFont {
  const pages = newPages({ title: '', author: '', language: 'en', madeAt: new Date(0) });
  return (pages as unknown as { readonly _font: OpenFont })._font;
}
