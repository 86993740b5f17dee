/** Every lower-case base word and inflected form of AGID's `infl.txt`, without the forms it only guesses at. */
export function agidForms(text: string): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const line of text.split('\n')) {
    const [head = '', tail = ''] = line.split(': ');
    add(forms, head.split(' ')[0] ?? '');
    for (const entry of tail.replaceAll(/\{[^}]*\}/g, '').split(/[|,]/)) {
      const [, form = '', marks = ''] = /^\s*([A-Za-z']+)([~<!?]*)/.exec(entry) ?? [];
      if (!/[~!?]/.test(marks)) add(forms, form);
    }
  }
  return forms;
}

function add(forms: Set<string>, word: string): void {
  if (/^[a-z][a-z']*$/.test(word)) forms.add(word);
}
