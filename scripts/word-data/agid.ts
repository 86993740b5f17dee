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

/** Words and their forms as lines of `class form form ...`, those only that are known; the forms AGID is unsure of are left out. */
export function inflectionLines(
  text: string,
  isKnown: (form: string) => boolean,
): readonly string[] {
  const lines = new Set<string>();
  for (const line of text.split('\n')) {
    const [, base = '', kind = '', tail = ''] = /^([a-z]{2,}) ([VN]): (.*)$/.exec(line) ?? [];
    if (irregular.has(base) || !isKnown(base)) continue;
    const forms = new Set([base]);
    for (const entry of tail.replaceAll(/\{[^}]*\}/g, '').split(/[|,]/)) {
      const [, form = '', marks = ''] = /^\s*([a-z]+)([~<!?]*)/.exec(entry) ?? [];
      if (marks === '' && isKnown(form)) forms.add(form);
    }
    if (forms.size > 1) lines.add(`${kind} ${[...forms].join(' ')}`);
  }
  return [...lines].sort();
}

/** Small words that AGID inflects as the nouns and verbs they also are. */
const irregular = new Set(
  'be have do will can may wit wo as is it he us in on at to of an so no by we me my this that these those must might need dare out up off down even well like being over under'.split(
    ' ',
  ),
);

function add(forms: Set<string>, word: string): void {
  if (/^[a-z][a-z']*$/.test(word)) forms.add(word);
}
