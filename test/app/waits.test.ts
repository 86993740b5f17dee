import { describe, expect, it } from 'vitest';
import { boardOf } from '../../src/app/status.ts';
import type { Wait } from '../../src/app/waits.ts';
import { quoteJobs } from '../../src/steps/quote.ts';
import { sendMessages } from '../../src/steps/send-mail.ts';
import { tellClients } from '../../src/steps/tell.ts';
import { claimed } from '../ports/ledger/setting.ts';
import { annaYaml, deliver, deskYaml, office } from '../steps/office.ts';
import { postOffice } from '../steps/post-office.ts';
import { quietMs } from '../steps/real-desk.ts';
import type { Workplace } from '../steps/workplace.ts';

const year = new Date().getFullYear();

async function waitsAt({ desk, round }: Workplace): Promise<readonly Wait[]> {
  const { folders, waiting } = await round('quiet-period');
  return (await boardOf(desk, { folders, waiting })).waits;
}

describe('what waits', () => {
  it('for approval: the client, until the quote runs out', async () => {
    const place = await office();
    await place.set('desk.yaml', deskYaml.replace('approval: none\n', ''));
    await deliver(place, 'anna/one/a.txt');
    await quoteJobs(place.desk);
    const [quote] = await place.desk.ledger.quotes();
    expect(await waitsAt(place)).toEqual([
      {
        what: 'anna/one',
        why: expect.stringContaining(`waiting for approval of Q-${year}-0001, 0.10 EUR`),
        whose: 'client',
        until: quote?.quote.validUntil,
      },
    ]);
  });

  it('for a quote that cannot be made: you', async () => {
    const place = await office();
    await place.set('desk.yaml', deskYaml.replace('approval: none\n', 'approval: required\n'));
    await place.set('clients/anna/client.yaml', 'name: Anna\n');
    await deliver(place, 'anna/one/a.txt');
    await quoteJobs(place.desk);
    expect(await waitsAt(place)).toEqual([
      {
        what: 'anna/one',
        why: expect.stringMatching(/^Work has not begun\. There is no address to bill/),
        whose: 'you',
      },
    ]);
  });

  it('for review: the client', async () => {
    const place = await office();
    await place.set('clients/anna/client.yaml', `${annaYaml}review: required\n`);
    await deliver(place, 'anna/one/a.txt');
    expect(await waitsAt(place)).toEqual([
      { what: 'anna/one', why: 'waiting for the client: delivered for review', whose: 'client' },
    ]);
  });

  it('for more documents: time, until the job has been quiet for long enough', async () => {
    const place = await office();
    await place.drop('anna/two/a.txt');
    await place.round('quiet-period');
    const [wait] = await waitsAt(place);
    expect(wait).toMatchObject({ what: 'anna/two', why: 'the job is open for more documents' });
    const inMs = Date.parse(wait?.until ?? '') - place.desk.clock.now().getTime();
    expect(inMs).toBeGreaterThan(0);
    expect(inMs).toBeLessThanOrEqual(quietMs);
  });

  it('a step that failed: time, until it is tried again, with what went wrong', async () => {
    const place = await office();
    await place.drop('anna/one/a.txt');
    await place.round('at-once');
    const { ledger, clock } = place.desk;
    const lease = await claimed(ledger, clock.now().toISOString());
    const runAt = new Date(clock.now().getTime() + 60_000).toISOString();
    await ledger.transaction((tx) => tx.retryLater(lease, runAt, 'the disk did not answer'));
    expect(await waitsAt(place)).toContainEqual({
      what: 'anna/one/a.txt',
      why: 'the step “extract” failed and is tried again: the disk did not answer',
      whose: 'time',
      until: runAt,
    });
  });

  it('what is in quarantine, and an invoice without its settings: you, and it comes first', async () => {
    const place = await office();
    await place.set('clients/anna/client.yaml', 'name: Anna\n');
    await place.drop('anna/two/broken.docx', 'This is no Word document.');
    await deliver(place, 'anna/one/a.txt');
    const waits = await waitsAt(place);
    expect(waits.map(({ what, whose }) => `${whose} ${what}`)).toEqual([
      'you anna/two/broken.docx',
      'you anna/one',
    ]);
    expect(waits[0]?.why).toMatch(/^in quarantine: [a-z-]+\. .*retry/);
    expect(waits[1]?.why).toContain('There is no address to bill');
  });

  it('a message that the mail server does not want now: time, until it is tried again', async () => {
    const { port, mood } = await postOffice();
    mood.rcpt = 450;
    const place = await office();
    const mail = `mail: { host: 127.0.0.1, port: ${port}, from: office@example.com }\n`;
    await place.set('desk.yaml', `${deskYaml}${mail}`);
    await place.set('clients/anna/client.yaml', `${annaYaml}contact: anna@example.com\n`);
    await deliver(place, 'anna/one/a.txt');
    await tellClients(place.desk);
    await sendMessages(place.desk);
    const later = (await waitsAt(place)).filter(({ why }) => why.includes('could not be sent'));
    expect(later[0]).toMatchObject({ what: 'anna', whose: 'time', until: expect.any(String) });
    mood.rcpt = 550;
    place.later(600_000);
    await sendMessages(place.desk);
    const lost = (await waitsAt(place)).filter(({ why }) => why.includes('is failed'));
    expect(lost[0]).toMatchObject({ what: 'anna', whose: 'you' });
  });
});
