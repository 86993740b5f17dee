import type { Judged } from './choices.ts';

const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;

/** How many first places are looked at; the last says whether the right word is proposed at all. */
const firsts = [1, 5, 50, 10_000];

/** Whether the right word is among the first candidates: of all rows, and of those whose misspelling is no word itself. */
export function reportLists(judged: readonly Judged[]): void {
  for (const set of namesOf(judged, 'list')) {
    const rows = judged.filter(({ item }) => item.set === set);
    const unknown = rows.filter(({ candidates }) => candidates.length > 0);
    const shares = firsts.map((first) => {
      const within = rows.filter(({ item, candidates }) =>
        candidates.slice(0, first).some(item.isRight),
      );
      return `top-${first} ${percent(within.length, rows.length)} (${percent(within.length, unknown.length)})`;
    });
    console.log(`${set}: ${shares.join(', ')} of ${rows.length} (of ${unknown.length} non-words)`);
  }
}

/** How often the correction is right among those at a confidence or above, then what that means for each set. */
export function reportConfidence(judged: readonly Judged[]): void {
  const text = judged.filter(({ item }) => item.kind !== 'list');
  const model = text.filter(({ item }) => item.route === 'model').map(capped);
  for (const level of [0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.4, 0.35]) {
    console.log(
      `model, confidence >= ${level}: ${ratio(model.filter(({ confidence }) => confidence >= level))}`,
    );
  }
  console.log(`known misspellings: ${ratio(text.filter(({ item }) => item.route === 'known'))}`);
  console.log(`other dialects: ${ratio(text.filter(({ item }) => item.route === 'dialect'))}`);
  console.log(`applied in all: ${ratio(text.map(capped).filter(isApplied))}`);
  for (const set of [...namesOf(judged, 'gold'), ...namesOf(judged, 'clean')]) {
    const rows = text.filter(({ item }) => item.set === set).map(capped);
    reportSet(set, rows);
  }
  console.log(calibration(model));
}

function isApplied({ item, confidence }: Judged): boolean {
  if (item.route === 'known') return !item.given.isCapitalised && !item.isTerm;
  return item.route === 'model' && confidence >= 0.9;
}

/** As the stage does: terms and names are never applied. */
function capped(judged: Judged): Judged {
  const { isTerm, given } = judged.item;
  const isName = given.isCapitalised || judged.candidates[0]?.kind === 'capital';
  return { ...judged, confidence: Math.min(judged.confidence, isTerm ? 0.6 : 1, isName ? 0.8 : 1) };
}

function isRight({ item, candidates }: Judged, by: 'isRight' | 'isNearer'): boolean {
  const first = item.meant ?? candidates[0];
  return first !== undefined && item[by](first);
}

function ratio(rows: readonly Judged[]): string {
  const right = rows.filter((row) => isRight(row, 'isRight'));
  const nearer = rows.filter((row) => isRight(row, 'isNearer'));
  const clean = rows.filter(({ item }) => item.kind === 'clean');
  return (
    `${right.length} of ${rows.length} as an annotator has it, ${percent(right.length, rows.length)}; ` +
    `nearer to one ${percent(nearer.length, rows.length)}; in clean prose ${clean.length}`
  );
}

function reportSet(set: string, rows: readonly Judged[]): void {
  const words = rows.reduce((sum, { item }) => sum + item.words, 0);
  const applied = rows.filter(isApplied);
  const suggested = rows.filter(
    (row) =>
      !isApplied(row) &&
      (row.item.route === 'known' || (row.item.route === 'model' && row.confidence >= 0.5)),
  );
  const count = (route: string): number => rows.filter(({ item }) => item.route === route).length;
  const rate = (size: number): string =>
    `${size} (${((1000 * size) / words).toFixed(2)} per 1,000)`;
  const wrong = applied.filter((row) => !isRight(row, 'isNearer'));
  console.log(
    `${set}: ${words} words; applied ${rate(applied.length)}, ${wrong.length} of them not wanted; suggested ${rate(suggested.length)}; ` +
      `other dialect ${rate(count('dialect'))}; names ${count('name')}`,
  );
}

function calibration(model: readonly Judged[]): string {
  const bins = Array.from({ length: 10 }, (_, bin) => {
    const rows = model.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin);
    const right = rows.filter(({ item, candidates }) => candidates.slice(0, 1).some(item.isRight));
    return `${bin / 10}: ${right.length}/${rows.length}`;
  });
  return `calibration, right of all by confidence: ${bins.join('  ')}`;
}

function namesOf(judged: readonly Judged[], kind: string): readonly string[] {
  return [...new Set(judged.filter(({ item }) => item.kind === kind).map(({ item }) => item.set))];
}
