import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { issueInvoices } from '../../src/steps/issue.ts';
import { resend } from '../../src/steps/resend.ts';
import { sendMessages } from '../../src/steps/send-mail.ts';
import { tellClients } from '../../src/steps/tell.ts';
import { deliver, filesOf } from './office.ts';
import { mailingOffice, postOffice, rudePostOffice } from './post-office.ts';
import type { Workplace } from './workplace.ts';

/** A job from the inbox to its invoice, and all that is to be told of it. */
async function oneJob(place: Workplace): Promise<void> {
  await deliver(place, 'anna/letters/a.txt', 'anna/letters/b.txt');
  await issueInvoices(place.desk);
  await tellClients(place.desk);
}

async function states({ desk }: Workplace): Promise<readonly string[]> {
  return (await desk.ledger.messages()).map(({ about, state }) => `${about} ${state}`);
}

describe('messages to clients', () => {
  it('are sent once for each thing that happened to a job', async () => {
    const { mails, port } = await postOffice();
    const place = await mailingOffice(port);
    await oneJob(place);
    await sendMessages(place.desk);
    await tellClients(place.desk);
    await sendMessages(place.desk);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Your documents for “letters” are here',
      'Your documents for “letters” are back',
      `Invoice INV-${new Date().getFullYear()}-0001 for “letters”`,
    ]);
    const [, back, invoice] = mails;
    expect(back?.text).toContain('- a.txt\n- b.txt');
    expect(back?.html).toContain('<li>b.txt</li>');
    expect(invoice?.from?.text).toBe('"Lindgren & Wade" <office@lindgren.example>');
    expect(invoice?.headers.get('auto-submitted')).toBe('auto-generated');
    const [pdf] = invoice?.attachments ?? [];
    const kept = join(place.root, 'outbox/anna/letters/invoice', pdf?.filename ?? '');
    expect(pdf?.content).toEqual(readFileSync(kept));
    expect(await states(place)).toEqual([
      'job-received sent',
      'job-returned sent',
      'invoice-issued sent',
    ]);
  });

  it('speak the language of the client', async () => {
    const { mails, port } = await postOffice();
    const place = await mailingOffice(port, 'language: de\n');
    await oneJob(place);
    await sendMessages(place.desk);
    expect(mails[1]?.subject).toBe('Ihre Dokumente für „letters“ sind fertig');
    expect(mails[2]?.text).toMatch(/Rechnung .* 0,20 €, fällig am/);
    expect(mails[2]?.text).toContain('Mit freundlichen Grüßen\nLindgren & Wade');
  });

  it('follow the templates of the desk, whose faults hold them up until they are mended', async () => {
    const place = await mailingOffice(undefined);
    await place.set('templates/en/job-returned.txt', 'Subject: Done\n\n{{job}} {{nonsense}}\n');
    await deliver(place, 'anna/letters/a.txt');
    const [waits] = await tellClients(place.desk);
    expect(waits?.reason).toContain('“job-returned” has a fault: "nonsense" not defined');
    await place.set('templates/en/job-returned.txt', 'Subject: Done\n\n<{{job}}> & more\n');
    expect(await tellClients(place.desk)).toEqual([]);
    const message = (await place.desk.ledger.messages()).at(-1);
    expect(message?.subject).toBe('Done');
    const mail = await simpleParser(
      Buffer.from(await place.desk.store.get(message?.mail ?? never())),
    );
    expect(mail.text).toContain('<letters> & more');
    expect(mail.html).toContain('<p><letters> & more</p>');
  });

  it('lie as files where there are no mail settings, and are not sent when there are', async () => {
    const place = await mailingOffice(undefined);
    await oneJob(place);
    const files = filesOf(place, 'anna/messages');
    expect(files).toHaveLength(3);
    const mail = await simpleParser(
      readFileSync(join(place.root, 'outbox/anna/messages', files[1] ?? '')),
    );
    expect(mail.to).toMatchObject({ text: 'anna@ek.example' });
    expect(new Set((await states(place)).map((one) => one.split(' ')[1]))).toEqual(
      new Set(['skipped']),
    );
  });

  it('are not written to those who want none', async () => {
    const place = await mailingOffice(undefined, 'notify: none\n');
    await oneJob(place);
    expect(await states(place)).toEqual([]);
    expect(filesOf(place, 'anna')).toEqual(['letters']);
  });
});

describe('what the mail server says', () => {
  it('“not now” is tried again later, under the same number', async () => {
    const { mails, mood, port } = await postOffice();
    const place = await mailingOffice(port);
    await deliver(place, 'anna/letters/a.txt');
    await tellClients(place.desk);
    mood.rcpt = 451;
    await sendMessages(place.desk);
    mood.rcpt = 0;
    await sendMessages(place.desk);
    expect(mails).toHaveLength(0);
    place.later(61_000);
    await sendMessages(place.desk);
    const sent = await place.desk.ledger.messages({ state: 'sent' });
    expect(mails.map(({ messageId }) => messageId)).toEqual(sent.map(({ messageId }) => messageId));
    expect(sent.map(({ attempts }) => attempts)).toEqual([2, 2]);
  });

  it('“never” is a failure, before the mail and after it', async () => {
    const { mood, port } = await postOffice();
    const place = await mailingOffice(port);
    await deliver(place, 'anna/letters/a.txt');
    await tellClients(place.desk);
    const [first] = await place.desk.ledger.messages();
    mood.rcpt = 550;
    await sendMessages(place.desk);
    expect(await states(place)).toEqual(['job-received failed', 'job-returned failed']);
    mood.rcpt = 0;
    mood.data = 554;
    await resend(first?.messageId.slice(1, 9) ?? '', 'the address was wrong', place.desk);
    await sendMessages(place.desk);
    expect((await states(place)).at(-1)).toBe('job-received failed');
  });

  it('nothing, because it is not there: messages wait', async () => {
    const { port, close } = await postOffice();
    await close();
    const place = await mailingOffice(port);
    await deliver(place, 'anna/letters/a.txt');
    await tellClients(place.desk);
    await sendMessages(place.desk);
    expect(await states(place)).toEqual(['job-received pending', 'job-returned pending']);
    expect((await place.desk.ledger.messages())[0]?.attempts).toBe(0);
  });

  it('nothing, after it took the mail: uncertain, never sent again but by a person', async () => {
    const place = await mailingOffice(await rudePostOffice());
    await deliver(place, 'anna/letters/a.txt');
    await tellClients(place.desk);
    await sendMessages(place.desk);
    expect(await states(place)).toEqual(['job-received uncertain', 'job-returned uncertain']);
    const { mails, port } = await postOffice();
    await place.set(
      'desk.yaml',
      readFileSync(join(place.root, 'desk.yaml'), 'utf8').replace(/port: \d+/, `port: ${port}`),
    );
    place.later(86_400_000);
    await sendMessages(place.desk);
    expect(mails).toHaveLength(0);
    const [message] = await place.desk.ledger.messages();
    const id = message?.messageId.slice(1, 9) ?? '';
    await resend(id, 'it did not arrive', place.desk);
    await resend(id, 'nor this time', place.desk);
    await sendMessages(place.desk);
    expect(mails.map(({ subject }) => subject)).toEqual([message?.subject, message?.subject]);
    expect(new Set([...mails.map((mail) => mail.messageId), message?.messageId]).size).toBe(3);
    await expect(resend('nonsense', 'why', place.desk)).rejects.toThrow('no one message');
  });
});

function never(): never {
  throw new Error('there is no message');
}
