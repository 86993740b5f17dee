/**
 * Judges what a desk delivered, with means of its own:
 *
 *   node bench/judge-outbox.ts DESK [--given FOLDER] [--password-file FILE] [--libreoffice] [--no-validator]
 *
 * It reads archives with fflate, XML with saxes, Word text with its own walk and with mammoth, pages with parse5, and
 * finds the changes from the files and not from what the program knows of them. The one thing it asks of the program
 * is `verify`, which is part of what is delivered.
 *
 * FOLDER is what was dropped into the inbox: each of its files must be on the desk. With --libreoffice every Office
 * document is converted to PDF; that needs soffice and pdfinfo. FILE holds the passwords of encrypted documents, one
 * a line. Prints counts, and every failure by the file's name;
 * no text of a document is printed. Ends with 1 when something failed.
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { newFolder } from './formats/judges.ts';
import { judgeAccounts } from './judge/accounts.ts';
import { type Delivery, isComplete, readDesk, readReports } from './judge/desk.ts';
import { judgeDocx } from './judge/docx-check.ts';
import { judgeOdt } from './judge/odt-check.ts';
import { judgeOffice } from './judge/office-check.ts';
import { judgeOfficeParts } from './judge/office-parts-check.ts';
import { judgeCheckedPage, judgePages } from './judge/page-check.ts';
import { judgePlain } from './judge/plain-check.ts';
import { judgeChecked, judgeReport } from './judge/report-check.ts';
import { newTally, type Tally } from './judge/tally.ts';
import { passwordsIn, unlocked } from './judge/unlocking.ts';
import { judgeValidity } from './judge/validator-check.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    given: { type: 'string' },
    'password-file': { type: 'string' },
    libreoffice: { type: 'boolean', default: false },
    'no-validator': { type: 'boolean', default: false },
  },
});
const [desk] = positionals;
if (!desk) {
  throw new Error(
    'usage: node bench/judge-outbox.ts DESK [--given FOLDER] [--password-file FILE] [--libreoffice] [--no-validator]',
  );
}

const tally = newTally();
const passwords = passwordsIn(values['password-file']);
const files = readDesk(desk);
const reports = readReports(files);
const { deliveries, checked } = reports;
const folder = newFolder();
const pageSizes: number[] = [];
const officeFormats = /^(?:docx|odt|pptx|xlsx|rtf)$/;
try {
  await judgeDesk();
} finally {
  rmSync(folder, { recursive: true });
}
noteTotals();
for (const line of tally.lines()) console.log(line);
process.exitCode = tally.failed() ? 1 : 0;

async function judgeDesk(): Promise<void> {
  await timed('accounts', () => judgeAccounts(files, reports, values.given, tally));
  const office: Delivery[] = [];
  await timed('reports and documents', async () => {
    for (const one of checked) {
      judgeChecked(one, tally);
      pageSizes.push(judgeCheckedPage(one, tally));
    }
    // What is missing has been told with the accounts, and the rest cannot be judged without it.
    for (const delivery of deliveries.filter(isComplete)) {
      await judgeReport(delivery, passwords, tally);
      const plain = await unlocked(delivery, { passwords, folder });
      await judgeDocument(plain, tally);
      pageSizes.push(...judgePages(plain, tally));
      if (officeFormats.test(plain.report.format.name)) office.push(plain);
    }
  });
  const validated = office.filter(({ report }) => report.format.name !== 'odt');
  if (!values['no-validator']) await timed('validator', () => judgeValidity(validated, tally));
  if (values.libreoffice) await timed('LibreOffice', () => judgeOffice(office, tally));
}

async function judgeDocument(delivery: Delivery, tally: Tally): Promise<void> {
  const { name } = delivery.report.format;
  if (name === 'docx') await judgeDocx(delivery, tally);
  else if (name === 'odt') judgeOdt(delivery, tally);
  else if (name === 'pptx' || name === 'xlsx') judgeOfficeParts(delivery, tally);
  else judgePlain(delivery, tally);
}

async function timed(what: string, work: () => void | Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  tally.note(`time, ${what}`, `${((performance.now() - start) / 1000).toFixed(1)} s`);
}

function noteTotals(): void {
  const sizes = [...pageSizes].sort((a, b) => a - b);
  const kilobytes = (size: number | undefined): string => `${Math.round((size ?? 0) / 1000)} kB`;
  tally.note('pages, median size', kilobytes(sizes[Math.floor(sizes.length / 2)]));
  tally.note('pages, largest', kilobytes(sizes.at(-1)));
  for (const format of [...new Set(deliveries.map(({ report }) => report.format.name))].sort()) {
    const those = deliveries.filter(({ report }) => report.format.name === format);
    const edits = those.reduce((sum, { applied }) => sum + applied.length, 0);
    const changed = those.filter(({ applied }) => applied.length > 0).length;
    tally.note(format, `${those.length} delivered, ${changed} corrected, ${edits} edits`);
  }
}
