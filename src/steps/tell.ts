import type { WaitingFile } from '../job/intake.ts';
import type { ClientName } from '../job/job.ts';
import type { Message, NoticeTerms, PastEvent } from '../job/messages.ts';
import { DeskProblem } from '../job/trouble.ts';
import { digestOf } from './notices/digest.ts';
import type { Occasion } from './notices/occasion.ts';
import { occasionOf } from './notices/occasions.ts';
import { writePages } from './notices/pages.ts';
import { written } from './notices/write.ts';
import type { Desk } from './step.ts';

/** So many events are told in one round; what is left waits for the next. */
const eventsMax = 500;

/** Part of the key of a message: a new set of templates tells nothing anew. */
const templateVersion = 't1';

type TellingDesk = Pick<
  Desk,
  'billing' | 'clock' | 'ledger' | 'log' | 'mailer' | 'notices' | 'outbox' | 'store'
>;

/**
 * Writes a message for each event that is news for a client, once, and the pages of the clients it concerns.
 * The messages are recorded with the mark up to which all is told; what lies in folders is written before, and again
 * after a crash. What a fault in the settings holds up is told when it is mended.
 */
export async function tellClients(desk: TellingDesk): Promise<readonly WaitingFile[]> {
  const events = await desk.ledger.untoldEvents(eventsMax);
  if (events.length === 0) return [];
  const round = newRound(desk);
  for (const event of events) await round.tell(event);
  await writePages(round.clients, desk);
  const { messages, held, waiting } = round;
  const told = Math.max(...events.map(({ seq }) => seq));
  await desk.ledger.transaction(async (tx) => {
    for (const message of messages) await tx.addMessage(message);
    await tx.markTold(told, held);
  });
  for (const { client, about, state } of messages) {
    desk.log.info({ client, about, state }, 'a message was written');
  }
  return waiting;
}

function newRound(desk: TellingDesk) {
  const messages: Message[] = [];
  const held: number[] = [];
  const waiting: WaitingFile[] = [];
  const clients = new Map<ClientName, NoticeTerms>();
  const termsOf = async (client: ClientName): Promise<NoticeTerms> => {
    const terms = clients.get(client) ?? (await desk.notices.of(client));
    clients.set(client, terms);
    return terms;
  };
  const terms = (client?: ClientName) =>
    client === undefined ? desk.notices.ofOffice() : termsOf(client);
  const tell = async (event: PastEvent): Promise<void> => {
    try {
      if (event.client) await termsOf(event.client);
      const occasion = await occasionOf(event, { desk, terms });
      if (!occasion) return;
      const message = await messageOf(occasion, await terms(occasion.client), desk);
      if (message) messages.push(message);
    } catch (error) {
      if (!(error instanceof DeskProblem)) throw error;
      held.push(event.seq);
      const reason = `A message to the client waits. ${error.message}`;
      waiting.push({ path: event.client ?? 'desk.yaml', reason, stuck: true });
    }
  };
  return { messages, held, waiting, clients, tell };
}

/** The message as it is sent, or laid down as a file where nothing is sent from here. */
async function messageOf(
  occasion: Occasion,
  terms: NoticeTerms,
  desk: TellingDesk,
): Promise<Message | undefined> {
  const { recipient, canSend } = terms;
  if (recipient === undefined) return undefined;
  const { client, jobId, template: about, round } = occasion;
  const key = [jobId ?? client ?? 'office', about, round, recipient, templateVersion].join('/');
  const madeAt = desk.clock.now().toISOString();
  const messageId = await messageIdOf(key, terms);
  const { subject, bytes } = await mailOf(occasion, { terms, recipient, messageId, madeAt }, desk);
  const mail = await desk.store.put(bytes);
  const remark =
    canSend || client === undefined
      ? undefined
      : await laidDown(client, { bytes, madeAt, subject }, desk);
  return {
    key,
    messageId,
    about,
    ...(client !== undefined && { client }),
    ...(jobId && { jobId }),
    recipient,
    subject,
    mail,
    state: canSend ? 'pending' : 'skipped',
    ...(remark !== undefined && { remark }),
    attempts: 0,
    runAt: madeAt,
    madeAt,
  };
}

/** The same key is the same message, whoever asks and however often. */
async function messageIdOf(key: string, { from }: NoticeTerms): Promise<string> {
  return `<${(await digestOf(key)).slice(0, 32)}@${from?.split('@')[1] ?? 'proofdesk.invalid'}>`;
}

interface Envelope {
  readonly terms: NoticeTerms;
  readonly recipient: string;
  readonly messageId: string;
  readonly madeAt: string;
}

async function mailOf(
  { template: name, values, attachments }: Occasion,
  { terms, recipient, messageId, madeAt }: Envelope,
  { mailer, notices }: TellingDesk,
): Promise<{ readonly subject: string; readonly bytes: Uint8Array }> {
  const { language, office, from, where = '' } = terms;
  const monthly = terms.monthly ? 'yes' : '';
  const template = await notices.template(name, language);
  const message = written(name, template, { ...values, office, language, where, monthly });
  const bytes = await mailer.compose({
    ...(from !== undefined && { from: { name: office, address: from } }),
    to: recipient,
    ...message,
    messageId,
    date: madeAt,
    attachments: await attachments(),
  });
  return { subject: message.subject, bytes };
}

async function laidDown(
  client: ClientName,
  mail: { readonly bytes: Uint8Array; readonly madeAt: string; readonly subject: string },
  { outbox }: TellingDesk,
): Promise<string> {
  const name = `${mail.madeAt.slice(0, 10)} ${mail.subject.slice(0, 80)}.eml`;
  const parts = [client, 'messages', name.replace(/[/\\:]/g, '-')];
  const path = await outbox.place(parts, draftOf(mail.bytes));
  return `there are no mail settings; it lies in ${path}`;
}

/** Marked so that mail programs open it to be sent, not as one that was received. */
function draftOf(bytes: Uint8Array): Uint8Array {
  const mark = new TextEncoder().encode('X-Unsent: 1\r\n');
  const draft = new Uint8Array(mark.length + bytes.length);
  draft.set(mark);
  draft.set(bytes, mark.length);
  return draft;
}
