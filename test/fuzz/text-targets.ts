import { readJobFile } from '../../src/adapters/fs/inbox/job-file.ts';
import { rateCardFile } from '../../src/app/rate-card-file.ts';
import { clientFile, deskFile } from '../../src/app/settings-files.ts';
import { parseYaml } from '../../src/app/yaml-file.ts';
import { readStatements } from '../../src/billing/statements/read.ts';
import { StatementProblem } from '../../src/billing/statements/statement.ts';
import { DeskProblem } from '../../src/job/trouble.ts';
import { parseReport } from '../../src/report/json.ts';
import { ReportProblem } from '../../src/report/problem.ts';
import { currency } from '../billing/card.ts';
import { annaYaml, deskYaml, rates } from '../steps/office.ts';
import { statementSeeds } from './statement-seeds.ts';
import type { Target } from './target.ts';

const profile = {
  name: 'Harbour Bank',
  account: 'IE29 AIBK 9311 5212 3456 78',
  currency: currency('EUR'),
  delimiter: ';',
  decimal: ',' as const,
  date: 'dd.mm.yyyy' as const,
  columns: { date: 'Buchung', amount: 'Betrag', payer: 'Name', text: ['Zweck'] },
};

/** Files that are no documents: of banks, of the office, of the desk itself. */
export const textTargets: readonly Target[] = [
  textTarget('bank statements', statementSeeds, {
    refusals: StatementProblem,
    read: (text) => readStatements(text, [profile]),
  }),
  textTarget('desk.yaml', [deskYaml], {
    refusals: DeskProblem,
    read: (text) => parseYaml({ name: 'desk.yaml', text }, deskFile),
  }),
  textTarget('client.yaml', [annaYaml], {
    refusals: DeskProblem,
    read: (text) => parseYaml({ name: 'client.yaml', text }, clientFile),
  }),
  textTarget('rate cards', [rates], {
    refusals: DeskProblem,
    read: (text) => parseYaml({ name: 'rates.yaml', text }, rateCardFile),
  }),
  textTarget('job.yaml', ['title: Offer\nexpected_files:\n  - a.docx\n  - "b.docx"\n'], {
    refusals: DeskProblem,
    read: readJobFile,
  }),
  textTarget('reports', ['{ "version": 1, "edits": [], "text": "a", "fileName": "b" }'], {
    refusals: ReportProblem,
    read: parseReport,
  }),
];

interface Reader {
  readonly refusals: abstract new (...args: never) => Error;
  readonly read: (text: string) => unknown;
}

function textTarget(name: string, seeds: readonly string[], { refusals, read }: Reader): Target {
  return {
    name,
    seeds: seeds.map((seed) => new TextEncoder().encode(seed)),
    async tryOut(bytes) {
      try {
        read(new TextDecoder().decode(bytes));
      } catch (error) {
        if (!(error instanceof refusals)) throw error;
      }
      return undefined;
    },
  };
}
