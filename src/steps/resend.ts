import type { Message } from '../job/messages.ts';
import { DeskProblem } from '../job/trouble.ts';
import { digestOf } from './notices/digest.ts';
import type { Desk } from './step.ts';

/**
 * Sends a message once more because a person wants it: a message of its own, with a number of its own, so that
 * the mailbox does not take it for the same. Resolves to its id. Throws DeskProblem.
 */
export async function resend(
  id: string,
  because: string,
  desk: Pick<Desk, 'clock' | 'ledger' | 'store'>,
): Promise<string> {
  const all = await desk.ledger.messages();
  const found = all.filter(({ messageId }) => messageId.startsWith(`<${id}`));
  const [message] = found;
  if (!message || found.length > 1 || id === '') {
    throw new DeskProblem(`There is no one message ${id}. “proofdesk mail list --all” shows them.`);
  }
  if (message.state === 'pending' || message.state === 'sending') {
    throw new DeskProblem('That message is on its way; there is nothing to send again.');
  }
  const again = all.filter(({ key }) => key.startsWith(`${message.key}/again-`)).length + 1;
  const copy = await copyOf(message, `${message.key}/again-${again}`, desk);
  await desk.ledger.transaction(async (tx) => {
    if (!(await tx.addMessage(copy))) throw new DeskProblem('It was sent again just now.');
    const data = { message: message.messageId, again: copy.messageId, because };
    const { jobId } = message;
    const at = copy.madeAt;
    await tx.addEvent({ code: 'message-sent-again', at, ...(jobId && { jobId }), data });
  });
  return copy.messageId;
}

/** The same mail under a new Message-ID; that stands in its head only, which comes first. */
async function copyOf(
  { remark: _, ...message }: Message,
  key: string,
  { clock, store }: Pick<Desk, 'clock' | 'store'>,
): Promise<Message> {
  const [, domain = ''] = message.messageId.split('@');
  const messageId = `<${(await digestOf(key)).slice(0, 32)}@${domain}`;
  const bytes = withId(await store.get(message.mail), message.messageId, messageId);
  const madeAt = clock.now().toISOString();
  const mail = await store.put(bytes);
  return { ...message, key, messageId, mail, state: 'pending', attempts: 0, runAt: madeAt, madeAt };
}

/** Both are of one length, so all else stays where it is. */
function withId(mail: Uint8Array, old: string, fresh: string): Uint8Array {
  const [was, becomes] = [old, fresh].map((text) => new TextEncoder().encode(text));
  const at = was ? indexOf(mail, was) : -1;
  if (!becomes || at < 0) throw new Error(`the mail ${old} does not hold its own id`);
  const copy = Uint8Array.from(mail);
  copy.set(becomes, at);
  return copy;
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  return bytes.findIndex((_, start) => wanted.every((byte, at) => bytes[start + at] === byte));
}
