import type { ClientName, ContentHash, JobId } from './job.ts';
import type { LedgerEvent } from './records.ts';

/**
 * `sending`: it is with the mail server. `uncertain`: whether the server took it is not known, so that it is never
 * sent again by itself. `skipped`: it was not meant to be sent from here; the remark says why.
 */
export type MessageState = 'pending' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'skipped';

/** A message to a client, or to the office itself, as it was written once and for all. */
export interface Message {
  /** Job, event, round, recipient and version of the template: what is told once. */
  readonly key: string;
  readonly messageId: string;
  /** The template that it was made from. */
  readonly about: string;
  /** Absent where it is to the office itself. */
  readonly client?: ClientName;
  readonly jobId?: JobId;
  readonly recipient: string;
  readonly subject: string;
  /** The whole mail, in the content store. */
  readonly mail: ContentHash;
  readonly state: MessageState;
  readonly remark?: string;
  readonly attempts: number;
  /** Not to be sent before. */
  readonly runAt: string;
  readonly madeAt: string;
}

/** An event that was recorded, with its place in the order of all. */
export interface PastEvent extends LedgerEvent {
  readonly seq: number;
  /** The client of its job. */
  readonly client?: ClientName;
  /** The name of its job. */
  readonly job?: string;
}

/** A message that goes from one state to another. */
export interface MessageMove {
  readonly from: MessageState;
  readonly to: MessageState;
  readonly remark?: string;
  readonly attempts?: number;
  readonly runAt?: string;
}

/** What the ledger tells of messages and of what there is to tell. */
export interface MessageReads {
  /** Messages in the order in which they were made. */
  messages(which?: { readonly state?: MessageState }): Promise<readonly Message[]>;
  /** Events that no client was told of yet, the oldest first. */
  untoldEvents(limit: number): Promise<readonly PastEvent[]>;
  /** What happened to a client's jobs, the newest first. */
  clientEvents(client: ClientName, limit: number): Promise<readonly PastEvent[]>;
  /** All events of one code, the oldest first; of one job when it is given. */
  eventsCalled(code: string, jobId?: JobId): Promise<readonly PastEvent[]>;
  /** When a bank statement was last read. */
  lastStatementAt(): Promise<string | undefined>;
}

export interface MessageWrites extends MessageReads {
  /** False when there is one of that key. */
  addMessage(message: Message): Promise<boolean>;
  /** False when it is not in the state it is thought to be in. */
  moveMessage(key: string, move: MessageMove): Promise<boolean>;
  /** Everything up to `seq` is told, but for what is held back until a fault in the settings is mended. */
  markTold(seq: number, held: readonly number[]): Promise<void>;
}

/** How a client is kept informed. */
export interface NoticeTerms {
  readonly office: string;
  readonly language: string;
  /** Whether there is a page of notices for the client. */
  readonly page: boolean;
  /** Who gets the mails; absent when the client gets none. */
  readonly recipient?: string;
  /** The office's own address; absent while it has none. */
  readonly from?: string;
  /** Whether mails can be sent from here at all. */
  readonly canSend: boolean;
  /** Where the client finds what is delivered, in the office's words. */
  readonly where?: string;
  /** Whether there is one invoice a month. */
  readonly monthly?: boolean;
  /** After how many days without an answer a review counts as accepted; absent where it never does. */
  readonly silenceDays?: number;
}

/** The source of a message: `text` begins with a line “Subject: …”. */
export interface MessageTemplate {
  readonly text: string;
  /** A page of its own; otherwise the text becomes paragraphs within `layout`. */
  readonly html?: string;
  readonly layout: string;
}

export interface MailAttachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** All that a mail is made of. */
export interface MailDraft {
  readonly from?: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly date: string;
  readonly attachments: readonly MailAttachment[];
}

/**
 * What came of handing a mail over. `unreachable`: the server did not let us in, which is not the mail's doing.
 * `later`: it asked to try again. `refused`: it will never take it. `uncertain`: the line broke while it had the mail.
 */
export interface Delivery {
  readonly kind: 'sent' | 'unreachable' | 'later' | 'refused' | 'uncertain';
  /** What the server said, or what went wrong. */
  readonly why: string;
}

/** How clients are kept informed, from the settings as they are now. Throws DeskProblem when one has a fault. */
export interface Notices {
  of(client: ClientName): Promise<NoticeTerms>;
  /** How the office itself is told. Without mail settings it is not: `status` says the same. */
  ofOffice(): Promise<NoticeTerms>;
  /** The desk's own before the shipped one, and English where there is none in a language. */
  template(name: string, language: string): Promise<MessageTemplate>;
  /** How many days after an invoice was due its client is reminded, the first time, the second, the third. */
  reminderDays(): Promise<readonly number[]>;
}

/** Makes mails and hands them to the office's mail server. */
export interface Mailer {
  /** The same draft makes the same bytes. */
  compose(draft: MailDraft): Promise<Uint8Array>;
  /**
   * Hands one mail over. `begin` runs once the server has let us in, before anything of the mail is said;
   * when it answers false, nothing is sent.
   */
  send(
    mail: { readonly to: string; readonly bytes: Uint8Array },
    begin: () => Promise<boolean>,
  ): Promise<Delivery>;
}
