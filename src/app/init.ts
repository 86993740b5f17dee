import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyIfMissing, writeIfMissing } from '../adapters/fs/durable.ts';
import { writeInboxId } from '../adapters/fs/inbox.ts';
import { openLedger } from '../adapters/sqlite/open-ledger.ts';
import { newId } from '../adapters/system/ids.ts';
import { type DeskPaths, deskPaths } from './paths.ts';

const sampleLetter = fileURLToPath(new URL('../../fixtures/sample/letter.docx', import.meta.url));

/** Makes a desk where there is none; one that is there gets what it lacks and nothing is written over. */
export async function initDesk(
  folder: string,
): Promise<{ readonly root: string; readonly isNew: boolean }> {
  const paths = deskPaths(folder);
  const isNew = !existsSync(paths.settings);
  for (const path of foldersOf(paths)) await mkdir(path, { recursive: true, mode: 0o700 });
  await writeInboxId(paths.inbox);
  const ledger = await openLedger({
    file: paths.ledger,
    newId,
    role: isNew ? 'worker' : 'visitor',
  });
  await ledger.close();
  if (isNew) await addSample(paths);
  await writeIfMissing(paths.settings, deskYaml);
  return { root: paths.root, isNew };
}

function foldersOf(paths: DeskPaths): readonly string[] {
  const { clients, inbox, outbox, returns, bank, quarantine, duplicates, work, store } = paths;
  const { pipelines, dictionaries, rates } = paths;
  return [
    clients,
    inbox,
    outbox,
    returns,
    bank,
    quarantine,
    duplicates,
    pipelines,
    dictionaries,
    rates,
    work,
    store,
  ];
}

/** The settings file is written last, so a desk that was interrupted in the making is made anew. */
async function addSample(paths: DeskPaths): Promise<void> {
  await mkdir(join(paths.clients, 'sample'), { recursive: true, mode: 0o700 });
  await writeIfMissing(join(paths.clients, 'sample', 'client.yaml'), clientYaml);
  await writeIfMissing(join(paths.dictionaries, 'office.txt'), officeWords);
  await writeIfMissing(join(paths.rates, 'standard.yaml'), ratesYaml);
  await mkdir(join(paths.inbox, 'sample'), { recursive: true, mode: 0o700 });
  await copyIfMissing(sampleLetter, join(paths.inbox, 'sample', 'sample-letter.docx'));
}

const deskYaml = `# Your office. What you change counts at once; with a fault in it, which is told with its line, the old settings hold.
office: Our office
# The pipeline for clients who have none of their own: standard, light, quick, strict, uk, legal, academic,
# or a file of yours in pipelines/.
pipeline: standard
# Who made the tracked changes, as Word shows it.
author: Proofdesk
# The service that goes onto the invoice.
service: Proofreading
# The program soffice of LibreOffice, which converts old Word documents; found by itself where it is installed.
# libreoffice: /usr/bin/soffice     (or off)
# How long nothing must be added to a job's folder before the job counts as complete.
quiet_seconds: 120
quiet_seconds_bare_file: 5
# How long a file must stay unchanged before it is taken.
settle_seconds: 5
# With less room on the disk nothing is taken in.
keep_free_megabytes: 500
# monitor_port: 9817          # /healthz, /readyz and /metrics for programs on this computer
# A backup every night into .proofdesk/backups: at which hour, and how many are kept; or: off
backups: { hour: 3, keep: 7 }
# Files and folders are for you alone (0600, 0700); for folders that others use too: true
# shared: true
# How many days after the last event of a job its documents are kept, and messages, and files that came twice;
# “proofdesk retention” shows what would go. Without this, all is kept. Papers name a client for so many years.
# retention: { documents: 365, messages: 730, duplicates: 30, papers_years: 10 }

# For invoices, take the “# ” away and fill in; then write what your help costs into rates/standard.yaml.
# With a rate card, clients approve a quote before work begins; “approval: none” switches that off.
# rates: standard
# address:
#   street: 12 Quay Street
#   postcode: "1000"
#   town: Anytown
#   country: IE
#   vat_id: IE6388047V        # or tax_number
#   email: office@example.com
# bank:                       # the only account that invoices name
#   holder: Our office
#   iban: IE29 AIBK 9311 5212 3456 78
#   # or, without an IBAN: account: "000123456789" and routing: "021000021"
# taxes:
#   standard: { category: S, percent: "23" }
#   reverse: { category: AE, percent: "0", reason: Reverse charge }

# To write to clients by e-mail; the password stands in PROOFDESK_MAIL_PASSWORD or in .proofdesk/mail-password.
# mail: { host: smtp.example.com, port: 587, user: office, from: office@example.com }
# documents_at: https://share.example.com/clients   # where clients find what is delivered, as messages tell them
# invoice: { reminders: [7, 14, 28] }   # days after the due date; without it nobody is reminded
`;

const ratesYaml = `# What your help costs. Numbers stand in quotation marks, so that no digit is lost.
currency: EUR
tax: standard                 # one of the taxes of desk.yaml
services:
  Proofreading: { model: per-word, rate: "0.0175" }
  # Copy-editing: { model: per-page, rate: "4.50" }
  # Consulting: { model: per-hour, rate: "45", increment_minutes: 15 }
  # Training: { model: training, kinds: { style-guide: "75" } }
# For “retainer: monthly” in a client.yaml: one invoice a month instead of one a job.
# retainers:
#   monthly: { price: "340", includes_words: 20000, overage_per_word: "0.018", rollover_months: 1 }
# minimum_fee: "35"
# words_per_hour: 1500        # what quotes tell clients of the time, and of the days, that a job takes
# words_per_day: 8000
# rush: [ { within_hours: 24, percent: "50" } ]
`;

const clientYaml = `# One folder like this for each client, named as in the inbox. All of it is optional.
name: Sample client
# contact: client@example.com  # where messages go
# notify: page                 # email, page or none
# pipeline: uk
dialect: en-GB
# Names and terms that are right; longer lists go into dictionaries/*.txt beside this file.
words:
  - Okonkwo
  - Wielgosz
# Whom the invoice names, in which language, and what is special about this client.
# invoice_to:
#   name: Sample Client Ltd
#   street: 1 High Street
#   town: Sampleton
#   country: GB
#   vat_id: GB123456789
# language: de
# review: required           # the job is finished when the client has accepted it
# review_silence_days: 14    # only where it was agreed: no answer for so long is acceptance
# phone: "+44 20 1234"        # kept for you; phone_allowed: true says that you may call
# rates: charity              # a file in rates/, instead of the one of desk.yaml
# tags: [charity]             # for discounts of the rate card
# What opens this client's encrypted documents:
# passwords:
#   - "…"
`;

const officeWords = `# Words that are right in every client's documents, one a line.
# "Okonkwo" covers "Okonkwo's" too; a * at the end covers every ending.
Proofdesk
`;
