import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type DeskFiles, filesUnder, type Reports, sha256, shelfOf } from './desk.ts';
import type { Tally } from './tally.ts';

/**
 * Every file that was given is in exactly one place, and whatever is in the outbox belongs to one document.
 * What is attached to an e-mail was given with it, in any encoding: it is not looked for in `given`. `given` is a folder with what was dropped; a file at its top is its description and was not dropped.
 */
export function judgeAccounts(
  files: DeskFiles,
  reports: Reports,
  given: string | undefined,
  tally: Tally,
): void {
  judgeShelves(files, reports, tally);
  judgeQuarantine(files, tally);
  if (given !== undefined) judgeGiven(files, reports, { given, tally });
  tally.note('delivered', reports.deliveries.length);
  tally.note('only looked at', reports.checked.length);
  tally.note('attached to e-mails', attachedIn(files).length);
  tally.note('in quarantine', givenInQuarantine(files).length);
  tally.note('left in the inbox', files.inbox.length);
  tally.note('set aside as the same', files.duplicates.length);
}

function judgeShelves(files: DeskFiles, { deliveries, checked }: Reports, tally: Tally): void {
  const outbox = join(files.root, 'outbox');
  const owners = new Map<string, number>();
  const copies = deliveries.flatMap(({ given, original, corrected, redline }) => [
    ...(original === given ? [] : [original]),
    corrected,
    redline,
  ]);
  const told = [...deliveries, ...checked].flatMap(({ given, reportPath, pagePath }) => [
    given,
    reportPath,
    pagePath,
  ]);
  for (const path of [...copies, ...told]) {
    const short = relative(outbox, path);
    owners.set(short, (owners.get(short) ?? 0) + 1);
  }
  for (const path of files.outbox.filter((one) => !isNotice(one))) {
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

interface Giving {
  readonly given: string;
  readonly tally: Tally;
}

/** Pages, feeds and messages belong to a client and to no document. */
function isNotice(path: string): boolean {
  return /^[^/]+\/(?:status\.html|feed\.xml|messages\/[^/]+)$/.test(path);
}

function judgeGiven(files: DeskFiles, reports: Reports, { given, tally }: Giving): void {
  const onDesk = new Map<string, number>();
  for (const path of restingPlaces(files, reports)) {
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

function restingPlaces(files: DeskFiles, { deliveries, checked }: Reports): readonly string[] {
  const at = (folder: string, paths: readonly string[]): readonly string[] =>
    paths.map((path) => join(files.root, folder, path));
  return [
    ...[...deliveries, ...checked].map(({ given }) => given),
    ...at('quarantine', givenInQuarantine(files)),
    ...at('inbox', files.inbox),
    ...at('duplicates', files.duplicates),
  ].filter((path) => !isAttached(path));
}

/** What was attached to `letter.eml` lies in `letter attachments/`. */
function isAttached(path: string): boolean {
  return / attachments\//.test(path);
}

function attachedIn(files: DeskFiles): readonly string[] {
  const originals = files.outbox.filter((path) => shelfOf(path) === 'original');
  return [...originals, ...givenInQuarantine(files)].filter(isAttached);
}
