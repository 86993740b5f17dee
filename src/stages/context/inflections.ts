import { createWordTable, startsAfter } from '../../core/word-table.ts';

/** The kind of change from one inflected form to another of the same word. */
export type Change = 'verb' | 'noun';

export interface Inflections {
  /** The other forms of a word, with what the change would be; both kinds where the word is noun and verb. */
  changesOf(form: string): readonly (readonly [form: string, change: Change])[];
  /** Whether a form is the one that dictionaries list. */
  isBase(form: string): boolean;
}

const changes: Readonly<Record<string, Change>> = { V: 'verb', N: 'noun' };

/** Reads lines of `class form form ...`, the base first. A form's lines are read when it is asked for. */
export function createInflections(text: string): Inflections {
  const starts = startsAfter(' ', text);
  const table = createWordTable(text, starts, ' ');
  const lineOf = (index: number): readonly string[] => {
    const start = starts[index] ?? 0;
    const end = text.indexOf('\n', start);
    return text.slice(text.lastIndexOf('\n', start) + 1, end < 0 ? text.length : end).split(' ');
  };
  const remembered = new Map<string, Entry>();
  const entryOf = (form: string): Entry => {
    const known = remembered.get(form);
    if (known) return known;
    const lines = table.indicesOf(form).map(lineOf);
    if (lines.length === 0) return nothing;
    const entry = {
      others: lines.flatMap((line) => othersIn(line, form)),
      isBase: lines.some(([, base]) => base === form),
    };
    remembered.set(form, entry);
    return entry;
  };
  return {
    changesOf: (form) => entryOf(form).others,
    isBase: (form) => entryOf(form).isBase,
  };
}

/** What the lines with a form say of it. */
interface Entry {
  readonly others: ReturnType<Inflections['changesOf']>;
  readonly isBase: boolean;
}

const nothing: Entry = { others: [], isBase: false };

function othersIn([kind = '', ...forms]: readonly string[], form: string): Entry['others'] {
  const change = changes[kind];
  if (!change) throw new Error(`en-context-forms.txt: no class "${kind}"`);
  return forms.filter((other) => other !== form).map((other) => [other, change] as const);
}
