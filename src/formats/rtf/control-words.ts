import { enterDestination } from './destinations.ts';
import { addHeld, addObject, endCharacter, endParagraph, receive } from './flow.ts';
import { type Group, type Look, plainLook, plainParagraph, type Reading } from './reading.ts';
import type { Token } from './tokens.ts';
import { breaksLine, characterOf, endsParagraph, isObject } from './vocabulary.ts';

/** Does what a control word says. */
export function readWord(reading: Reading, token: Token, starred: boolean): void {
  if (enterDestination(reading, token, starred)) return;
  const { destination } = reading.group;
  if (destination === 'skipped') return;
  if (destination === 'fonts') readFontWord(reading, token);
  else if (destination === 'styles') readStyleWord(reading, token);
  else readTextWord(reading, token);
}

function readTextWord(reading: Reading, token: Token): void {
  const { name } = token;
  const place = { start: token.start, end: token.end };
  const character = characterOf(name);
  if (character !== undefined) receive(reading, { text: character, place, exact: false });
  else if (name === 'u') readUnicode(reading, token);
  else if (name === 'tab') addHeld(reading, '\t', place);
  else if (breaksLine(name)) addHeld(reading, '\n', place);
  else if (endsParagraph(name)) {
    if (reading.group.destination === 'text') endParagraph(reading, name.endsWith('cell'));
  } else if (isObject(name)) addObject(reading, place);
  else readProperty(reading, token);
}

/** `\uN`, N being a UTF-16 unit as a signed number; characters for older readers follow (RTF 1.9.1, "Unicode RTF"). */
function readUnicode(reading: Reading, { parameter = 0, start, end }: Token): void {
  const text = String.fromCharCode(parameter & 0xffff);
  reading.unicode = { text, start, end, toSkip: reading.group.fallback };
  if (reading.group.fallback === 0) endCharacter(reading);
}

function readProperty(reading: Reading, token: Token): void {
  const { group, tables } = reading;
  const { name, parameter } = token;
  const change = lookWords[name];
  if (change) group.look = change(group.look, parameter);
  else if (name === 'plain') group.look = plainLook(tables);
  else if (!readParagraphWord(group, token)) readDocumentWord(reading, token);
}

const lookWords: Readonly<Record<string, (look: Look, parameter: number | undefined) => Look>> = {
  f: (look, font) => ({ ...look, font }),
  lang: (look, language) => ({ ...look, language }),
  ltrch: (look) => (look.rightToLeft ? { ...look, rightToLeft: false } : look),
  rtlch: (look) => ({ ...look, rightToLeft: true }),
  noproof: (look, value) => ({ ...look, unchecked: value !== 0 }),
  v: (look, value) => ({ ...look, hidden: value !== 0 }),
  deleted: (look, value) => ({ ...look, deleted: value === 0 ? undefined : nobody }),
  revised: (look, value) => ({ ...look, revised: value === 0 ? undefined : nobody }),
  revauth: ({ revised = nobody, ...look }, author = 0) => ({
    ...look,
    revised: { ...revised, author },
  }),
  revdttm: ({ revised = nobody, ...look }, date = 0) => ({
    ...look,
    revised: { ...revised, date },
  }),
  revauthdel: ({ deleted = nobody, ...look }, author = 0) => ({
    ...look,
    deleted: { ...deleted, author },
  }),
  revdttmdel: ({ deleted = nobody, ...look }, date = 0) => ({
    ...look,
    deleted: { ...deleted, date },
  }),
};

const nobody = { author: 0, date: 0 };

function readParagraphWord(group: Group, { name, parameter = 0 }: Token): boolean {
  const { paragraph } = group;
  if (name === 'pard') group.paragraph = plainParagraph;
  else if (name === 's') group.paragraph = { ...paragraph, style: parameter };
  else if (name === 'outlinelevel') group.paragraph = { ...paragraph, outlined: parameter < 9 };
  else if (name === 'ls') group.paragraph = { ...paragraph, listed: parameter > 0 };
  else if (name === 'intbl') group.paragraph = { ...paragraph, inTable: true };
  else if (name === 'itap') group.paragraph = { ...paragraph, inTable: parameter > 0 };
  else return false;
  return true;
}

function readDocumentWord({ tables, group }: Reading, { name, parameter }: Token): void {
  if (name === 'uc') group.fallback = Math.min(Math.max(0, parameter ?? 1), fallbackMax);
  else if (name === 'ansicpg') tables.page = parameter || tables.page;
  else if (name === 'mac') tables.page = 10_000;
  else if (name === 'pc') tables.page = 437;
  else if (name === 'pca') tables.page = 850;
  else if (name === 'deff') {
    tables.font = parameter;
    group.look = { ...group.look, font: parameter };
  } else if (name === 'deflang') {
    tables.language = parameter;
    group.look = { ...group.look, language: parameter };
  } else if (/^(?:read|form|annot|rev)prot$/.test(name)) tables.isProtected = true;
}

/** More stand-ins than this behind each character are a mistake or an attack. */
const fallbackMax = 8;

function readFontWord({ tables, group }: Reading, { name, parameter }: Token): void {
  if (name === 'f') {
    group.look = { ...group.look, font: parameter };
    tables.fonts.set(parameter ?? 0, { charset: undefined, page: undefined, name: '' });
    return;
  }
  const font = tables.fonts.get(group.look.font ?? 0);
  if (!font) return;
  if (name === 'fcharset') font.charset = parameter;
  else if (name === 'cpg') font.page = parameter;
}

/** A style without a number is the one that paragraphs have by default. */
function readStyleWord({ tables, group }: Reading, token: Token): void {
  const { name, parameter = 0 } = token;
  if (name === 's') group.paragraph = { ...group.paragraph, style: parameter };
  const { style } = group.paragraph;
  if (!tables.styles.has(style)) tables.styles.set(style, { name: '', outlined: false });
  const known = tables.styles.get(style);
  if (known && name === 'outlinelevel') known.outlined = parameter < 9;
}
