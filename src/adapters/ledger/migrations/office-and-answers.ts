import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Flavour } from '../flavour.ts';
import { makeMessages } from './messages.ts';

/**
 * Messages to the office itself, which belong to no client: a column cannot be loosened, so the table is made anew.
 * And answers to queries in the client's own words.
 */
export function officeAndAnswers(flavour: Flavour): Migration {
  return {
    async up(db) {
      await db.schema.dropIndex('messages_under_way').execute();
      await db.schema.alterTable('messages').renameTo('messages_before').execute();
      await makeMessages(db, flavour, (column) => column);
      await sql`insert into messages select seq, key, message_id, about, client, job_id, recipient, subject, mail, state, remark, attempts, run_at, made_at from messages_before`.execute(
        db,
      );
      await db.schema.dropTable('messages_before').execute();
      await db.schema.alterTable('queries').addColumn('wording', 'text').execute();
    },
  };
}
