import type { Revision } from '../job/job.ts';
import { docxName } from '../job/names.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { DecisionsFile } from './decisions-file.ts';

/** The documents that a decisions file speaks of. Throws DeskProblem when that cannot be told. */
export function decidedIn(
  file: DecisionsFile,
  delivered: readonly Revision[],
): readonly Revision[] {
  if (file.document !== undefined) return [documentOf(file.document, delivered)];
  const numbers = [file.accept, file.reject].some((one) => one !== 'all' && one.length > 0);
  if (delivered.length === 1 || (!numbers && Object.keys(file.rewrite).length === 0)) {
    return delivered;
  }
  throw new DeskProblem(
    `The job has ${delivered.length} documents: say in decisions.yaml which one the numbers are of, “document: …”.`,
  );
}

/** By path, else by a name that only one document has, else the only document of the job. */
export function documentOf(path: string, delivered: readonly Revision[]): Revision {
  const wanted = path.normalize('NFC');
  const bare = (one: string): string =>
    (one.split('/').at(-1) ?? one).replace(/ \(\d+\)(?=\.)/, '');
  const namesOf = ({ path: own, artifacts }: Revision): readonly string[] =>
    artifacts.converted ? [own, docxName(own)] : [own];
  const exact = delivered.filter((one) => namesOf(one).includes(wanted));
  const alike = delivered.filter((one) => namesOf(one).some((name) => bare(name) === bare(wanted)));
  for (const found of [exact, alike, delivered]) {
    const [one] = found;
    if (one && found.length === 1) return one;
  }
  const names = delivered.map(({ path: own }) => own).join(', ');
  throw new DeskProblem(`It cannot be told which document ${wanted} is. The job has: ${names}.`);
}
