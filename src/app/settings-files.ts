import { z } from 'zod';
import { dialectChoices } from '../core/dialect.ts';
import {
  bankAccount,
  csvProfile,
  decimal,
  invoiceAddress,
  officeAddress,
  someText,
  taxTable,
  whole,
} from './money-files.ts';

/** A pipeline's name is its file's, so it must not lead out of the folder. */
export const pipelineName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'must be a name like standard or uk');

function seconds(least: number, most: number) {
  const range = `must be ${least} to ${most} seconds`;
  return z.number().min(least, range).max(most, range);
}

/** A rate card's name is its file's. */
const rateCardName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'must be the name of a file in rates/, without .yaml');

/** Clients are written to in a language that there is a translation file for. */
const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'must be a language such as en or de')
  .refine(isLanguage, 'must be a language such as en, de or de-AT');

/** Numbers and dates are written in the manner of a language, which must be one. */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const approval = z.enum(['required', 'none'], 'must be required or none');

/** Whether a job is finished only when the client has accepted it. */
const review = z.enum(['required', 'none'], 'must be required or none');

/** What the numbers of invoices begin with; short, so that a payment reference can be made of it. */
const series = z
  .string()
  .regex(/^[A-Z0-9]{1,8}$/, 'must be one to eight capital letters or digits');

/** For documents that are encrypted, each tried in turn; a try takes half a second. */
const passwords = z
  .array(someText.max(255, 'must have at most 255 characters'))
  .max(20, 'must be at most 20 passwords');

/** Days after the due date, each later than the one before. */
const reminders = z
  .array(whole(1, 365))
  .max(3, 'must be at most three reminders')
  .refine((days) => days.every((day, index) => day > (days[index - 1] ?? 0)), {
    message: 'must be days after the due date, in order, such as [7, 14, 28]',
  });

/** The office’s mail server. */
const mail = z.strictObject({
  host: someText,
  port: whole(1, 65_535).default(587),
  user: someText.optional(),
  from: z.email('must be an e-mail address'),
  /**
   * Whether the line to the server must be encrypted: always, unless the server is this very computer. `tls`: from its
   * start, as at port 465; otherwise the server is asked for it (STARTTLS).
   */
  encryption: z.enum(['required', 'tls', 'none'], 'must be required, tls or none').optional(),
  /** The certificate, or that of its maker, where the server has one that is not known to the world: a PEM file in the desk. */
  ca_file: someText.optional(),
  /** Where the office itself is told what waits for it; its own address, unless this says otherwise. */
  to_office: z.email('must be an e-mail address').optional(),
  /** Where the password stands, when it is not in the environment; nobody else may read that file. */
  password_file: someText.optional(),
});

/** After how many days the desk lets go of something; it is kept for ever where none is said. */
const days = whole(1, 36_500).optional();

/** How long the desk keeps what clients sent, and what law wants kept. */
const retention = z
  .strictObject({
    /** Originals, copies, redlines and reports of a job, since something last happened to it. */
    documents: days,
    messages: days,
    /** Files that came twice. */
    duplicates: days,
    /** How many years after that of their date invoices must name the client. */
    papers_years: whole(0, 100).default(10),
  })
  .default({ papers_years: 10 });

/** `desk.yaml`: the office. */
export const deskFile = z.strictObject({
  office: z.string().default('Our office'),
  pipeline: pipelineName.default('standard'),
  /** Who made the tracked changes, as Word shows it. */
  author: someText.max(60, 'must have at most 60 characters').default('Proofdesk'),
  service: someText.default('Proofreading'),
  /** The program `soffice`, which converts old Word documents; `off` for never. */
  libreoffice: someText.optional(),
  quiet_seconds: seconds(0, 86_400).default(120),
  quiet_seconds_bare_file: seconds(0, 86_400).default(5),
  settle_seconds: seconds(0.1, 3_600).default(5),
  /** With less room on the disk nothing is taken in. */
  keep_free_megabytes: whole(0, 1_000_000).default(500),
  /** Documents of one client that are worked on at once; more of them wait in the inbox. */
  in_work_per_client: whole(1, 100_000).default(200),
  /** The port of this computer on which health and metrics are told; none unless it is set. */
  monitor_port: whole(1_024, 65_535).optional(),
  /** The nightly backup beside the desk: at which hour, and how many are kept. */
  backups: z
    .union(
      [
        z.literal('off'),
        z.strictObject({ hour: whole(0, 23).default(3), keep: whole(2, 365).default(7) }),
      ],
      'must be off, or have an hour and how many to keep',
    )
    .default({ hour: 3, keep: 7 }),
  retention,
  /** Whether others on this computer may read what the desk puts into its outbox, as the rights of the process have it. */
  shared: z.boolean('must be true or false').default(false),
  address: officeAddress.optional(),
  /** The designated account: the only one that invoices name. */
  bank: bankAccount.optional(),
  /** How the bank writes CSV files, when it gives nothing better. */
  bank_csv: z.array(csvProfile).default([]),
  taxes: taxTable.default({}),
  /** The rate card of clients that have none of their own: a file in `rates/`. */
  rates: rateCardName.optional(),
  language: language.default('en'),
  /** Whether a quote must be approved before work begins; where there are rates it must, unless this says otherwise. */
  approval: approval.optional(),
  invoice: z
    .strictObject({
      series: series.default('INV'),
      credit_series: series.default('CN'),
      due_days: whole(0, 365).default(14),
      /** When clients are reminded; never, unless this says so. */
      reminders: reminders.default([]),
    })
    .refine(({ series: one, credit_series: other }) => one !== other, {
      message: 'credit notes need a series of their own',
      path: ['credit_series'],
    })
    .default({ series: 'INV', credit_series: 'CN', due_days: 14, reminders: [] }),
  /** Without it, messages to clients are laid down as files. */
  mail: mail.optional(),
  /** Where clients find what is delivered, as messages tell them: a shared folder, an address. */
  documents_at: someText.optional(),
});

export type DeskFile = z.infer<typeof deskFile>;

/** `clients/<client>/client.yaml`. */
export const clientFile = z
  .strictObject({
    name: z.string().optional(),
    /** Where messages go. */
    contact: z.email('must be an e-mail address').optional(),
    documents_at: someText.optional(),
    phone: someText.optional(),
    fax: someText.optional(),
    /** Whether the client may be called or sent a fax by you; the desk itself does neither. */
    phone_allowed: z.boolean('must be true or false').default(false),
    /** By mail and on the page, on the page alone, or not at all. */
    notify: z.enum(['email', 'page', 'none'], 'must be email, page or none').optional(),
    pipeline: pipelineName.optional(),
    dialect: z.enum(dialectChoices, `must be one of: ${dialectChoices.join(', ')}`).optional(),
    words: z.array(z.string()).optional(),
    invoice_to: invoiceAddress.optional(),
    rates: rateCardName.optional(),
    service: someText.optional(),
    tags: z.array(someText).default([]),
    language: language.optional(),
    purchase_order: someText.optional(),
    approval: approval.optional(),
    review: review.default('none'),
    /** The agreement with the client: a review that gets no answer for so many days counts as accepted. */
    review_silence_days: whole(3, 365).optional(),
    /** The agreement with the client: quotes up to so much are approved with it. */
    auto_approve_up_to: decimal.optional(),
    due_days: whole(0, 365).optional(),
    /** A retainer of the rate card: one invoice a month instead of one a job. */
    retainer: someText.optional(),
    passwords: passwords.optional(),
  })
  .refine(({ retainer, approval: wanted }) => retainer === undefined || wanted !== 'required', {
    message: 'with a retainer there is nothing to approve job by job: take out one of the two',
    path: ['approval'],
  });

export type ClientFile = z.infer<typeof clientFile>;

/** When a job is needed: a day, meant to its end, or a day and a time where the office is. */
const deadline = z.string().transform((text, context): string => {
  const match = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d))?$/.exec(text.trim());
  const at = new Date(`${match?.[1]}T${match?.[2] ?? '23:59'}:00`);
  if (match && !Number.isNaN(at.getTime())) return at.toISOString();
  const message = `“${text}” must be a day, 2026-12-01, or a day and a time, 2026-12-01 14:00`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** `inbox/<client>/<job>/job.yaml`. */
export const jobFile = z.strictObject({
  title: z.string().optional(),
  pipeline: pipelineName.optional(),
  dialect: z.enum(dialectChoices, `must be one of: ${dialectChoices.join(', ')}`).optional(),
  words: z.array(z.string()).optional(),
  passwords: passwords.optional(),
  expected_files: z.array(z.string()).optional(),
  deadline: deadline.optional(),
});
