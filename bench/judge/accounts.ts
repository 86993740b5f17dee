import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Delivery, type DeskFiles, filesUnder, sha256, shelfOf } from './desk.ts';
import type { Tally } from './tally.ts';

/**
 * Every file that was given is in exactly one place, and whatever is in the outbox belongs to one document.
 * `given` is a folder with what was dropped; a file at its top is its description and was not dropped.
 */
export function judgeAccounts(
  files: DeskFiles,
  deliveries: readonly Delivery[],
  given: string | undefined,
  tally: Tally,
): void {
  judgeShelves(files, deliveries, tally);
  judgeQuarantine(files, tally);
  if (given !== undefined) judgeGiven(files, given, tally);
  tally.note('originals', files.outbox.filter((path) => shelfOf(path) === 'original').length);
  tally.note('in quarantine', givenInQuarantine(files).length);
  tally.note('left in the inbox', files.inbox.length);
  tally.note('set aside as the same', files.duplicates.length);
}

function judgeShelves(files: DeskFiles, deliveries: readonly Delivery[], tally: Tally): void {
  const outbox = join(files.root, 'outbox');
  const owners = new Map<string, number>();
  for (const { original, corrected, redline, reportPath, pagePath } of deliveries) {
    for (const path of [original, corrected, redline, reportPath, pagePath]) {
      const short = relative(outbox, path);
      owners.set(short, (owners.get(short) ?? 0) + 1);
    }
  }
  for (const path of files.outbox) {
    const count = owners.get(path) ?? 0;
    tally.judge('each file of the outbox belongs to one report', path, count === 1, () => {
      return `${count} reports name it`;
    });
  }
  for (const [path] of owners) {
    const there = existsSync(join(outbox, path));
    tally.judge('each file that a report names is there', path, there, () => 'it is missing');
  }
}

const reasonEnding = '.reason.txt';

function givenInQuarantine({ quarantine }: DeskFiles): readonly string[] {
  return quarantine.filter((path) => !path.endsWith(reasonEnding));
}

function judgeQuarantine(files: DeskFiles, tally: Tally): void {
  const codes = new Map<string, number>();
  for (const path of givenInQuarantine(files)) {
    const reasonPath = join(files.root, 'quarantine', path + reasonEnding);
    const reason = existsSync(reasonPath) ? readFileSync(reasonPath, 'utf8') : '';
    const told = /What to do: \S/.test(reason);
    tally.judge('each file in quarantine has its reason beside it', path, told, () => 'none');
    const code = reason.split('\n')[0] ?? '';
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  for (const [code, count] of [...codes].sort()) tally.note(`quarantine, ${code}`, count);
}

function judgeGiven(files: DeskFiles, given: string, tally: Tally): void {
  const onDesk = new Map<string, number>();
  for (const path of restingPlaces(files)) {
    const hash = sha256(readFileSync(path));
    onDesk.set(hash, (onDesk.get(hash) ?? 0) + 1);
  }
  for (const path of filesUnder(given).filter((name) => name.includes('/'))) {
    const hash = sha256(readFileSync(join(given, path)));
    const left = onDesk.get(hash) ?? 0;
    tally.judge(
      'each file given is on the desk, byte for byte',
      path,
      left > 0,
      () => 'it is gone',
    );
    onDesk.set(hash, left - 1);
  }
  const surplus = [...onDesk.values()].filter((left) => left > 0).length;
  tally.judge('nothing is on the desk that was not given', 'the desk', surplus === 0, () => {
    return `${surplus} files too many`;
  });
}

function restingPlaces(files: DeskFiles): readonly string[] {
  const at = (folder: string, paths: readonly string[]): readonly string[] =>
    paths.map((path) => join(files.root, folder, path));
  return [
    ...at(
      'outbox',
      files.outbox.filter((path) => shelfOf(path) === 'original'),
    ),
    ...at('quarantine', givenInQuarantine(files)),
    ...at('inbox', files.inbox),
    ...at('duplicates', files.duplicates),
  ];
}
