/** The kind of change from one inflected form to another of the same word. */
export type Change = 'verb' | 'noun';

export interface Inflections {
  /** The other forms of a word, with what the change would be; both kinds where the word is noun and verb. */
  changesOf(form: string): readonly (readonly [form: string, change: Change])[];
  /** Whether a form is the one that dictionaries list. */
  isBase(form: string): boolean;
}

const changes: Readonly<Record<string, Change>> = { V: 'verb', N: 'noun' };

/** Reads lines of `class form form ...`, the base first. */
export function createInflections(text: string): Inflections {
  const others = new Map<string, (readonly [string, Change])[]>();
  const bases = new Set<string>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [kind = '', ...forms] = line.split(' ');
    const change = changes[kind];
    if (!change) throw new Error(`en-context-forms.txt: no class in "${line}"`);
    bases.add(forms[0] ?? '');
    for (const form of forms) {
      const known = others.get(form) ?? [];
      others.set(form, known);
      for (const other of forms) if (other !== form) known.push([other, change]);
    }
  }
  return { changesOf: (form) => others.get(form) ?? [], isBase: (form) => bases.has(form) };
}
