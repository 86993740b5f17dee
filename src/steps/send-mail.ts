import type { Delivery, Message, MessageMove } from '../job/messages.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { Desk } from './step.ts';

type SendingDesk = Pick<Desk, 'clock' | 'ledger' | 'log' | 'mailer' | 'store'>;

/** After so many refusals for the time being a message has failed; by then some four days have passed. */
const attemptsMax = 12;

/** One minute after the first try, then twice as long each time, half a day at most. */
const firstPauseMs = 60_000;
const pauseMsMax = 12 * 3_600_000;

/**
 * Sends what is due, one after another. That a message is being sent is recorded before any of it is said; one of which
 * that is still recorded when this begins was interrupted, and nobody knows whether it arrived.
 * Only one process, which has the desk's lock, may do this, and not twice at a time.
 */
export async function sendMessages(desk: SendingDesk): Promise<void> {
  for (const { key, messageId } of await desk.ledger.messages({ state: 'sending' })) {
    const remark = 'the desk was stopped while the mail server had it';
    await move(key, { from: 'sending', to: 'uncertain', remark }, desk);
    desk.log.warn({ message: messageId }, 'it is not known whether a message was sent');
  }
  for (const message of await desk.ledger.messages({ state: 'pending' })) {
    if (message.runAt > desk.clock.now().toISOString()) continue;
    const { kind, why } = await send(message, desk);
    if (kind !== 'unreachable') continue;
    desk.log.warn({ why }, 'The mail server cannot be reached; messages wait.');
    return;
  }
}

async function send(message: Message, desk: SendingDesk): Promise<Delivery> {
  const { key, recipient, attempts } = message;
  let begun = false;
  const begin = async (): Promise<boolean> => {
    begun = await move(key, { from: 'pending', to: 'sending', attempts: attempts + 1 }, desk);
    return begun;
  };
  const bytes = await desk.store.get(message.mail);
  const delivery = await handed({ to: recipient, bytes }, begin, desk);
  const from = begun ? 'sending' : 'pending';
  await move(key, { from, ...outcomeOf(delivery, message, desk) }, desk);
  const said = { message: message.messageId, about: message.about, outcome: delivery.kind };
  if (delivery.kind === 'sent') desk.log.info(said, 'a message was sent');
  else desk.log.warn(said, 'a message was not sent');
  return delivery;
}

/** A fault in the settings keeps the server out of reach. */
async function handed(
  mail: { readonly to: string; readonly bytes: Uint8Array },
  begin: () => Promise<boolean>,
  { mailer }: SendingDesk,
): Promise<Delivery> {
  try {
    return await mailer.send(mail, begin);
  } catch (error) {
    if (error instanceof DeskProblem) return { kind: 'unreachable', why: error.message };
    throw error;
  }
}

function outcomeOf(
  { kind, why }: Delivery,
  { attempts }: Message,
  { clock }: SendingDesk,
): Omit<MessageMove, 'from'> {
  switch (kind) {
    case 'sent':
      return { to: 'sent', remark: why };
    case 'uncertain':
      return { to: 'uncertain', remark: why };
    case 'refused':
      return { to: 'failed', remark: why };
    case 'later':
      if (attempts + 1 >= attemptsMax) return { to: 'failed', remark: why };
      return { to: 'pending', remark: why, runAt: after(pauseMs(attempts), clock) };
    case 'unreachable':
      return { to: 'pending', remark: why, runAt: after(firstPauseMs, clock) };
  }
}

function pauseMs(attempts: number): number {
  return Math.min(firstPauseMs * 2 ** attempts, pauseMsMax);
}

function after(ms: number, clock: Desk['clock']): string {
  return new Date(clock.now().getTime() + ms).toISOString();
}

function move(key: string, to: MessageMove, { ledger }: SendingDesk): Promise<boolean> {
  return ledger.transaction((tx) => tx.moveMessage(key, to));
}
