import type { ClientName, JobId } from '../../job/job.ts';
import type { MailAttachment } from '../../job/messages.ts';
import type { Desk } from '../step.ts';

/** The messages there are; each has a template of its name in every language. */
export type TemplateName =
  | 'job-received'
  | 'document-added'
  | 'document-problem'
  | 'job-returned'
  | 'quote-made'
  | 'quote-approved'
  | 'quote-declined'
  | 'quote-expired'
  | 'invoice-issued'
  | 'credit-note-issued'
  | 'deposit-received'
  | 'receipt-issued'
  | 'invoice-reopened'
  | 'payment-reminder';

/** Something that a client is told once. */
export interface Occasion {
  readonly template: TemplateName;
  readonly client: ClientName;
  readonly jobId?: JobId;
  /** Which of several of its kind in this job. */
  readonly round: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  attachments(): Promise<readonly MailAttachment[]>;
}

/** What a telling draws on, and the language of the client. */
export interface Telling {
  readonly desk: Pick<Desk, 'billing' | 'ledger'>;
  language(client: ClientName): Promise<string>;
}
