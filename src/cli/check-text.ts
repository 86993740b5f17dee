import type { Checked } from '../app/check.ts';
import { reportModel, sourceTextOf } from '../app/report-model.ts';
import { blockIndexAt, placeAt } from '../core/document.ts';
import type { DecidedFinding, Decision } from '../core/finding.ts';
import type { Engine } from '../ports.ts';
import { renderJson } from '../report/json.ts';
import { renderSarif } from '../report/sarif.ts';
import { colours } from './colours.ts';

/** How `check` says what it found. `many`: several files were named, however many of them could be read. */
export interface CheckPrint {
  readonly format: 'pretty' | 'json' | 'html' | 'sarif';
  readonly many: boolean;
}

/** What `check` prints. JSON of one file is its report; of several, a list of reports. */
export async function checkText(
  checked: readonly Checked[],
  { format, many }: CheckPrint,
  engine: Engine,
): Promise<string> {
  switch (format) {
    case 'pretty':
      return checked.map(prettyFile).join('\n\n');
    case 'json': {
      const reports = checked.map(({ request }) => renderJson(reportModel(request)).trim());
      return many ? `[\n${reports.join(',\n')}\n]` : reports.join('');
    }
    case 'html': {
      const [first] = checked;
      return first ? (await engine.report(first.request)).html : '';
    }
    case 'sarif':
      return sarifOf(checked);
  }
}

function sarifOf(checked: readonly Checked[]): string {
  const requests = new Map(checked.map(({ request }) => [reportModel(request), request]));
  return renderSarif([...requests.keys()], (report) => {
    const request = requests.get(report);
    return request && sourceTextOf(request);
  });
}

function prettyFile({ file, request }: Checked): string {
  const { findings, extracted } = request;
  const rows = findings.map((finding) => prettyRow(finding, extracted.document));
  const count = (decision: Decision): number =>
    findings.filter((finding) => finding.decision === decision).length;
  const sum = `${count('applied')} to correct, ${count('suggested')} suggested, ${count('noted')} noted, in ${extracted.words.toLocaleString('en')} words`;
  const unread = request.notChecked.map(({ reason }) => `  not checked: ${reason}`);
  return [colours.bold(file), ...rows, ...unread, `  ${sum}`].join('\n');
}

const marks: Readonly<Record<Decision, string>> = {
  applied: colours.red('correct'),
  suggested: colours.yellow('suggest'),
  noted: colours.dim('note   '),
};

function prettyRow(finding: DecidedFinding, document: Checked['request']['extracted']['document']) {
  const start = (finding.corrections[0] ?? finding).span.start;
  const onPaper = placeAt(document, start);
  const paragraph = (blockIndexAt(document, finding.span) ?? 0) + 1;
  const [first] = finding.corrections;
  const place = onPaper
    ? `p. ${onPaper.page}, l. ${onPaper.line}`.padStart(14)
    : `¶${paragraph}`.padStart(6);
  const change = first ? `  ${excerpt(document.text, first)}` : '';
  const source = colours.dim(
    `${finding.stage}/${finding.rule} ${Math.round(finding.confidence * 100)} %`,
  );
  const reason = finding.reason ? ` ${colours.dim(finding.reason)}` : '';
  return `${place}  ${marks[finding.decision]}${change}\n        ${finding.message}${reason}  ${source}`;
}

/** So much of the words around a change that it can be judged. */
const contextUnits = 24;

function excerpt(text: string, edit: NonNullable<DecidedFinding['corrections'][number]>): string {
  const { start, end } = edit.span;
  const head =
    text
      .slice(Math.max(0, start - contextUnits), start)
      .split('\n')
      .at(-1) ?? '';
  const tail = text.slice(end, end + contextUnits).split('\n')[0] ?? '';
  return `…${head}[${colours.red(edit.before)}→${colours.green(edit.after)}]${tail}…`;
}
