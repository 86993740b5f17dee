import { isTitle } from '../../core/document.ts';
import type { Passage, Token } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';

interface Acronym {
  readonly definitions: Token[];
  readonly uses: Token[];
}

/** Acronyms explained as in “World Health Organization (WHO)”: once, before their first use, and not for nothing. */
export function acronymRemarks(passages: readonly Passage[]): readonly PassageRemark[] {
  const acronyms = new Map<string, Acronym>();
  eachAcronym(passages, (token, defined) => {
    if (defined && !acronyms.has(nameOf(token)))
      acronyms.set(nameOf(token), { definitions: [], uses: [] });
    if (defined) acronyms.get(nameOf(token))?.definitions.push(token);
  });
  if (acronyms.size === 0) return [];
  eachAcronym(passages, (token, defined) => {
    if (!defined) acronyms.get(nameOf(token))?.uses.push(token);
  });
  return [...acronyms].flatMap(([name, acronym]) => [...remarksOn(name, acronym)]);
}

function* remarksOn(name: string, { definitions, uses }: Acronym): Iterable<PassageRemark> {
  const [first, ...again] = definitions;
  if (!first) return;
  for (const { span } of again) {
    yield { rule: 'acronym-defined-twice', span, message: `“${name}” was explained before.` };
  }
  if (uses.length === 0 && again.length === 0) {
    yield {
      rule: 'acronym-not-used',
      span: first.span,
      message: `“${name}” is explained here and not used again.`,
    };
  }
  const [early] = uses;
  if (early && early.span.start < first.span.start) {
    yield {
      rule: 'acronym-before-definition',
      span: early.span,
      message: `“${name}” is used here and explained only later.`,
    };
  }
}

/** “NGOs” is the plural of “NGO”. */
function nameOf({ text }: Token): string {
  return text.replace(/['’]?s$/u, '');
}

function eachAcronym(
  passages: readonly Passage[],
  look: (token: Token, defined: boolean) => void,
): void {
  for (const { tokens, block } of passages) {
    if (isTitle(block)) continue;
    for (const [index, token] of tokens.entries()) {
      if (token.kind !== 'word' || !/^\p{Lu}{2,8}(?:['’]?s)?$/u.test(token.text)) continue;
      look(token, isDefinition(tokens, index));
    }
  }
}

/** In brackets after words that begin with its letters. */
function isDefinition(tokens: readonly Token[], index: number): boolean {
  if (tokens[index - 1]?.text !== '(' || tokens[index + 1]?.text !== ')') return false;
  const acronym = tokens[index];
  const letters = acronym ? nameOf(acronym).toLowerCase() : '';
  const initials: string[] = [];
  for (let at = index - 2; at >= 0 && initials.length < letters.length * 2; at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'mark' && !/^[-&–]$/u.test(token.text)) break;
    if (token?.kind === 'word')
      initials.unshift(...token.lower.split('-').map((part) => part.charAt(0)));
  }
  return letters !== '' && holdsInOrder(initials, letters);
}

/** Whether the letters come in order among the initials, the last ones at the end: “Department of Justice (DOJ)”, “(DJ)”. */
function holdsInOrder(initials: readonly string[], letters: string): boolean {
  let at = initials.length - 1;
  for (let letter = letters.length - 1; letter >= 0; letter -= 1) {
    while (at >= 0 && initials[at] !== letters.charAt(letter)) at -= 1;
    if (at < 0) return false;
    at -= 1;
  }
  return true;
}
