import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importStatements } from '../../src/steps/deposits.ts';
import { sayWhatNears } from '../../src/steps/nearing.ts';
import { quoteJobs } from '../../src/steps/quote.ts';
import { sendMessages } from '../../src/steps/send-mail.ts';
import { tellClients } from '../../src/steps/tell.ts';
import { mailingOffice, postOffice } from './post-office.ts';
import type { Workplace } from './workplace.ts';

const dayMs = 86_400_000;

async function mailedOffice(client = '') {
  const { mails, port } = await postOffice();
  const place = await mailingOffice(port, client);
  return { mails, place };
}

/** Looks twice at what is near, and sends what is to be said of it. */
async function look({ desk }: Workplace): Promise<void> {
  await sayWhatNears(desk);
  await sayWhatNears(desk);
  await tellClients(desk);
  await sendMessages(desk);
}

/** The ledger and the store of a desk, which note each call. */
function noting({ ledger, store }: Workplace['desk'], asked: string[]) {
  const noted = <Port extends object>(port: Port, name: string): Port =>
    new Proxy(port, {
      get(target, key, receiver) {
        asked.push(name);
        return Reflect.get(target, key, receiver);
      },
    });
  return { ledger: noted(ledger, 'ledger'), store: noted(store, 'store') };
}

describe('a quote that runs out', () => {
  it.each([
    ['en', /^Our quote Q-\d{4}-0001 for “letters” expires soon$/],
    ['de', /^Unser Angebot Q-\d{4}-0001 für „letters“ läuft bald ab$/],
  ])('is told of once, in %s, with the quote, in its last days', async (language, subject) => {
    const { mails, place } = await mailedOffice(`approval: required\nlanguage: ${language}\n`);
    await place.drop('anna/letters/a.txt', 'Four words are here.\n');
    await place.round('at-once');
    await place.work();
    await quoteJobs(place.desk);
    await look(place);
    place.later(10 * dayMs);
    await look(place);
    expect(mails).toHaveLength(2);
    place.later(2 * dayMs);
    await look(place);
    place.later(dayMs);
    await look(place);
    expect(mails.slice(2).map((mail) => mail.subject)).toEqual([expect.stringMatching(subject)]);
    expect(mails[2]?.to).toMatchObject({ text: 'anna@ek.example' });
    expect(mails[2]?.attachments.map(({ filename }) => filename)).toEqual([
      expect.stringMatching(/^Q-.*\.pdf$/),
    ]);
  });
});

describe('what the office is told', () => {
  it('is that a deadline comes near while documents are not back, once', async () => {
    const { mails, place } = await mailedOffice('approval: required\n');
    const due = new Date(Date.now() + 3 * dayMs);
    const deadline = `${due.getFullYear()}-${due.getMonth() + 1}-${due.getDate()}`.replace(
      /-(\d)(?!\d)/g,
      '-0$1',
    );
    await place.set('inbox/anna/letters/job.yaml', `deadline: ${deadline} 12:00\n`);
    await place.drop('anna/letters/a.txt', 'Four words are here.\n');
    await place.round('at-once');
    await place.work();
    await look(place);
    expect(mails.map(({ subject }) => subject)).toEqual(['Your documents for “letters” are here']);
    place.later(2.6 * dayMs);
    await look(place);
    await look(place);
    expect(mails.slice(1).map(({ subject, to }) => [subject, to])).toEqual([
      [
        `anna/letters is needed by ${deadline} 12:00`,
        expect.objectContaining({ text: 'office@lindgren.example' }),
      ],
    ]);
    const told = (await place.desk.ledger.messages()).at(-1);
    expect(told).toMatchObject({ about: 'deadline-at-risk', state: 'sent' });
    expect(told?.client).toBeUndefined();
  });

  it('is found out with one question to the ledger, however many jobs quarantine holds up', async () => {
    const { place } = await mailedOffice();
    for (let job = 1; job <= 30; job += 1) await place.drop(`anna/${job}/a.docx`, `none: ${job}`);
    await place.round('at-once');
    await place.work();
    const asked: string[] = [];
    const desk = { ...place.desk, ...noting(place.desk, asked) };
    await sayWhatNears(desk);
    expect(asked.filter((call) => call === 'ledger').length).toBeLessThanOrEqual(3);
    expect(asked.filter((call) => call === 'store').length).toBeLessThanOrEqual(1);
  });

  it('is what came in and names no invoice, all of a statement at once', async () => {
    const { mails, place } = await mailedOffice();
    const lines = [
      ':20:X',
      ':25:IE29AIBK/93115212345678',
      ':28C:1/1',
      ':60F:C261201EUR0,00',
      ':61:261202C0,06NTRFNONREF',
      ':86:a stranger',
      ':61:261202C5,00NTRFNONREF',
      ':86:another',
      ':62F:C261231EUR5,06',
      '',
    ];
    await place.set('bank/one.sta', lines.join('\n'));
    const old = new Date(Date.now() - 60_000);
    await utimes(join(place.root, 'bank/one.sta'), old, old);
    await importStatements(place.desk);
    await look(place);
    await look(place);
    expect(mails.map(({ subject }) => subject)).toEqual(['Deposits that wait for your word: 2']);
    expect(mails[0]?.text).toContain('2026-12-02: €5.00');
  });
});
