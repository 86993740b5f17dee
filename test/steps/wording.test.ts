import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { issueInvoices } from '../../src/steps/issue.ts';
import { written } from '../../src/steps/notices/write.ts';
import { quoteJobs } from '../../src/steps/quote.ts';
import { sendMessages } from '../../src/steps/send-mail.ts';
import { tellClients } from '../../src/steps/tell.ts';
import { deliver, deskYaml } from './office.ts';
import { mailingOffice, postOffice } from './post-office.ts';

const templates = new URL('../../templates/', import.meta.url);
const sourceOf = (language: string, name: string): string =>
  readFileSync(new URL(`${language}/${name}.txt`, templates), 'utf8');
const messageText = (language: string, name: string, values: Record<string, string>): string => {
  const template = { text: sourceOf(language, name), layout: '{{{content}}}' };
  return written(name, template, { office: 'L & W', language, ...values }).text;
};

const reminder = {
  job: 'thesis',
  month: '',
  number: 'INV-1',
  dueOn: 'May 4',
  amount: '€43.05',
  reference: 'RF1',
  round: '1',
};

describe('the words of messages', () => {
  it('go on in small letters after a German greeting, whatever the case', () => {
    for (const file of readdirSync(new URL('de/', templates))) {
      const [, rest = ''] = sourceOf('de', file.slice(0, -'.txt'.length)).split('Guten Tag,\n\n');
      const lines = rest.split('\n\n')[0]?.split('\n') ?? [];
      // A line that is all conditions begins in as many ways as there are cases.
      const beginnings = lines.flatMap((line, index) => {
        if (line.startsWith('{{#if'))
          return line.split(/\{\{(?:#if \w+|else|\/if)\}\}/).slice(1, 3);
        return index === 0 ? [line] : [];
      });
      for (const text of beginnings) {
        expect(text, file).toMatch(/^(?:$|„|\p{Ll}|Sie |Ihre )/u);
      }
    }
  });

  it('remind of what is open, and of the whole only where a part is paid', () => {
    expect(
      messageText('en', 'payment-reminder', { ...reminder, open: '€43.05', part: '' }),
    ).toContain('was due on May 4. €43.05 is open. This');
    const part = messageText('en', 'payment-reminder', {
      ...reminder,
      open: '€23.05',
      part: 'yes',
    });
    expect(part).toContain('Of €43.05, €23.05 is still open.');
  });

  it('name the month of an invoice for one, and the invoice that another replaces', () => {
    const values = { ...reminder, month: 'November 2026', replaces: 'INV-0' };
    const text = messageText('en', 'invoice-issued', values);
    expect(text).toContain('the invoice INV-1 for November 2026: €43.05');
    expect(text).toContain('It takes the place of the invoice INV-0.');
  });

  it('say where documents are, and how they are invoiced', async () => {
    const { mails, port } = await postOffice();
    const place = await mailingOffice(port, 'documents_at: https://share.example/anna\n');
    await deliver(place, 'anna/one/a.txt');
    await tellClients(place.desk);
    await sendMessages(place.desk);
    expect(mails.at(-1)?.text).toContain('find them here: https://share.example/anna\n');
    expect(mails.at(-1)?.text).toContain('The invoice follows.');
    const values = { job: 'one', final: '', where: '', monthly: 'yes' };
    const monthly = messageText('en', 'job-returned', { ...values, documents: '' });
    expect(monthly).toContain('They are on the invoice of the month.');
  });

  it('bring the quote that the agreement approved', async () => {
    const { mails, port } = await postOffice();
    const place = await mailingOffice(port, 'auto_approve_up_to: "5"\n');
    const mail = /^mail:.*$/m.exec(readFileSync(`${place.root}/desk.yaml`, 'utf8'))?.[0];
    await place.set('desk.yaml', `${deskYaml.replace('approval: none\n', '')}${mail}\n`);
    await deliver(place, 'anna/one/a.txt');
    await quoteJobs(place.desk);
    await place.work();
    await issueInvoices(place.desk);
    await tellClients(place.desk);
    await sendMessages(place.desk);
    const begun = mails.find(({ subject }) => subject?.startsWith('Work on'));
    expect(begun?.text).toContain('needs no word from you');
    expect(begun?.attachments.map(({ filename }) => filename)).toEqual([
      `Q-${new Date().getFullYear()}-0001.pdf`,
    ]);
  });
});
