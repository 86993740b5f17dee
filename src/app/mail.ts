import { createContentStore } from '../adapters/fs/content-store.ts';
import { systemClock } from '../adapters/system/clock.ts';
import type { Message } from '../job/messages.ts';
import { resend } from '../steps/resend.ts';
import { looking } from './invoices.ts';

/** A message as lists show it. */
export interface MessageRow {
  readonly id: string;
  readonly madeAt: string;
  readonly client: string;
  readonly recipient: string;
  readonly subject: string;
  readonly about: string;
  readonly state: string;
  readonly remark: string;
}

/** The messages to clients; only those that are not simply sent unless `all`. */
export async function listMessages(folder: string, all: boolean): Promise<readonly MessageRow[]> {
  return looking(folder, async ({ ledger }) => {
    const messages = await ledger.messages();
    return messages.filter(({ state }) => all || state !== 'sent').map(rowOf);
  });
}

/** Sends a message once more, by the operator's word. */
export async function resendMessage(folder: string, id: string, because: string): Promise<string> {
  return looking(folder, async ({ ledger, paths }) => {
    const store = createContentStore({ folder: paths.store });
    return shortId(await resend(id, because, { ledger, store, clock: systemClock }));
  });
}

function rowOf(message: Message): MessageRow {
  const { messageId, madeAt, client = '', recipient, subject, about, state, remark = '' } = message;
  return { id: shortId(messageId), madeAt, client, recipient, subject, about, state, remark };
}

/** What of a Message-ID tells it from others. */
function shortId(messageId: string): string {
  return messageId.replace(/^</, '').replace(/@.*$/, '');
}
