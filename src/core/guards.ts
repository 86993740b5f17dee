import type { TextEdit } from './edit.ts';

/**
 * Why a person must look at an edit before it is made, or undefined.
 * Numbers, names, addresses and negations carry a document's meaning; no machine changes them alone.
 */
export function riskOf(edit: TextEdit, text: string): string | undefined {
  const before = widened(edit, text, edit.before);
  const after = widened(edit, text, edit.after);
  if (differ(numbers, before, after)) return 'It would change a number.';
  if (differ(addresses, before, after)) return 'It would change an address.';
  if (differ(negations, before, after)) return 'It would change a negation.';
  if (changesName(edit, text)) return 'It would change what may be a name.';
  return undefined;
}

/** The edit with the rest of the words it touches, since `3.000` becomes `3,000` by one comma. */
function widened(edit: TextEdit, text: string, middle: string): string {
  const head = /\S{0,100}$/u.exec(text.slice(Math.max(0, edit.span.start - 100), edit.span.start));
  const tail = /^\S{0,100}/u.exec(text.slice(edit.span.end, edit.span.end + 100));
  return `${head?.[0] ?? ''}${middle}${tail?.[0] ?? ''}`;
}

function differ(list: (text: string) => readonly string[], before: string, after: string): boolean {
  return list(before).join('\n') !== list(after).join('\n');
}

const numberWords =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million|billion|half|dozen';
const numberPattern = new RegExp(`\\d+(?:[.,:/-]\\d+)*|\\b(?:${numberWords})\\b`, 'giu');

function numbers(text: string): readonly string[] {
  return (text.match(numberPattern) ?? []).map((number) => number.toLowerCase()).sort();
}

function addresses(text: string): readonly string[] {
  return text.match(/\S*(?:\/\/|@|www\.)\S*[\p{L}\p{N}/]/giu) ?? [];
}

const negationPattern =
  /\b(?:not|no|never|nor|neither|none|nobody|nothing|nowhere|cannot|without|hardly|(?:is|are|was|were|do|does|did|has|have|had|could|would|should|must|might|need|ca|wo|sha|ai)n['’]?t)\b/giu;

function negations(text: string): readonly string[] {
  return (text.match(negationPattern) ?? []).map((word) => word.toLowerCase().replace(/['’]/g, ''));
}

/** A capitalised word inside a sentence that would become another word. A change of case or of marks alone is none. */
function changesName(edit: TextEdit, text: string): boolean {
  const names = edit.before.match(/\p{Lu}[\p{L}\p{M}'’]*/gu) ?? [];
  if (names.length === 0 || startsSentence(text, edit.span.start)) return false;
  const kept = lettersOf(edit.after);
  return names.some((name) => !kept.includes(lettersOf(name)));
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

function startsSentence(text: string, offset: number): boolean {
  const head = text.slice(Math.max(0, offset - 20), offset);
  return offset === 0 || /(?:^|\n|[.!?:]['"’”)\]]*\s+)['"‘“([]*$/u.test(head);
}
