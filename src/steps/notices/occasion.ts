import type { ClientName, JobId } from '../../job/job.ts';
import type { MailAttachment, NoticeTerms } from '../../job/messages.ts';
import type { Desk } from '../step.ts';

/** The messages there are; each has a template of its name in every language. */
export type TemplateName =
  | 'job-received'
  | 'document-added'
  | 'document-problem'
  | 'job-returned'
  | 'review-delivered'
  | 'review-reminder'
  | 'revision-received'
  | 'query-asked'
  | 'quote-made'
  | 'quote-approved'
  | 'quote-declined'
  | 'quote-reminder'
  | 'quote-expired'
  | 'invoice-issued'
  | 'credit-note-issued'
  | 'deposit-received'
  | 'receipt-issued'
  | 'invoice-reopened'
  | 'payment-reminder'
  | 'credit-moved'
  | 'deadline-at-risk'
  | 'deposit-unmatched';

/** Something that a client, or the office itself, is told once. */
export interface Occasion {
  readonly template: TemplateName;
  /** Absent where the office is told. */
  readonly client?: ClientName;
  readonly jobId?: JobId;
  /** Which of several of its kind in this job. */
  readonly round: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  attachments(): Promise<readonly MailAttachment[]>;
}

/** What a telling draws on, and how a client, or without one the office, is told. */
export interface Telling {
  readonly desk: Pick<Desk, 'billing' | 'ledger' | 'store'>;
  terms(client?: ClientName): Promise<NoticeTerms>;
}
