/**
 * The inflections of AGID's words that are in use, a line each:
 * `v base past participle progressive third-person` and `n singular plural`.
 */
export function inflectionLines(
  agid: string,
  counts: ReadonlyMap<string, number>,
): readonly string[] {
  return agid
    .split('\n')
    .flatMap((line) => lineOf(line, counts) ?? [])
    .toSorted();
}

/** A word that open text has less often than this seldom helps and may be a slip. */
const countMin = 60;

function lineOf(line: string, counts: ReadonlyMap<string, number>): string | undefined {
  const [, base = '', kind = '', tail = ''] = /^([a-z]+) ([NV]): (.*)$/u.exec(line) ?? [];
  if (base.length < 2 || (counts.get(base) ?? 0) < countMin) return undefined;
  const forms = tail.split(' | ').map((slot) => /^[a-z]+(?=$|[ ,])/u.exec(slot)?.[0] ?? '');
  if (forms.some((form) => form === '')) return undefined;
  if (kind === 'N') return forms[0] === base ? undefined : `n\t${base}\t${forms[0]}`;
  const full = forms.length === 3 ? [forms[0], ...forms] : forms;
  return full.length === 4 ? `v\t${[base, ...full].join('\t')}` : undefined;
}
