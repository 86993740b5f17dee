import type { Resources } from '../../core/stage.ts';

interface VerbForms {
  readonly base: string;
  readonly past: string;
  readonly participle: string;
  readonly progressive: string;
  readonly third: string;
}

/** The forms of verbs and nouns, found by any of them. */
export interface Inflections {
  /** The verb that a word is a form of. */
  readonly verbOf: ReadonlyMap<string, VerbForms>;
  /** Words that are the past of a verb, whatever else they are. */
  readonly pasts: ReadonlySet<string>;
  readonly pluralOf: ReadonlyMap<string, string>;
  readonly singularOf: ReadonlyMap<string, string>;
}

/** Verbs that have no “s”, whatever homonym of theirs has one. */
const defective = new Set(['can', 'will', 'may', 'might', 'must', 'shall', 'ought']);

const loaded = new WeakMap<Resources, Promise<Inflections>>();

/** The forms of `dictionaries/en-inflections.txt`; a thread reads them once, not for each document. */
export function inflectionsOf(resources: Resources): Promise<Inflections> {
  const known = loaded.get(resources) ?? resources.list('en-inflections').then(parseInflections);
  loaded.set(resources, known);
  return known;
}

function parseInflections(text: string): Inflections {
  const verbOf = new Map<string, VerbForms>();
  const pasts = new Set<string>();
  const pluralOf = new Map<string, string>();
  const singularOf = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [kind, base = '', ...forms] = line.split('\t');
    if (kind === 'n') {
      pluralOf.set(base, forms[0] ?? '');
      singularOf.set(forms[0] ?? '', base);
    }
    const [past, participle, progressive, third] = forms;
    if (kind !== 'v' || defective.has(base) || !past || !participle || !progressive || !third)
      continue;
    const verb = { base, past, participle, progressive, third };
    if (past !== base) pasts.add(past);
    for (const form of [base, past, participle, progressive, third]) {
      if (form === base || !verbOf.has(form)) verbOf.set(form, verb);
    }
  }
  return { verbOf, pasts, pluralOf, singularOf };
}
