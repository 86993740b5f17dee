import type { Generated } from 'kysely';
import type { ClientName, ContentHash, JobId } from '../../job/job.ts';
import type { MessageState } from '../../job/messages.ts';

export interface MessagesTable {
  seq: Generated<number>;
  key: string;
  message_id: string;
  about: string;
  client: ClientName | null;
  job_id: JobId | null;
  recipient: string;
  subject: string;
  /** The whole mail, by its hash in the content store. */
  mail: ContentHash;
  state: MessageState;
  remark: string | null;
  attempts: number;
  run_at: string;
  made_at: string;
}

/** One row: the last event that clients were told of. */
export interface ToldEventsTable {
  id: Generated<number>;
  seq: number;
}

/** Earlier events that wait for a fault in the settings to be mended. */
export interface HeldEventsTable {
  seq: number;
}
