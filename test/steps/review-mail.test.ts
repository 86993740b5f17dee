import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settleReviews } from '../../src/steps/finals.ts';
import { issueInvoices } from '../../src/steps/issue.ts';
import { takeReturns } from '../../src/steps/returns.ts';
import { answer } from '../../src/steps/review.ts';
import { sendMessages } from '../../src/steps/send-mail.ts';
import { heedSilence } from '../../src/steps/silence.ts';
import { tellClients } from '../../src/steps/tell.ts';
import { mailingOffice, postOffice } from './post-office.ts';
import type { Workplace } from './workplace.ts';

const dayMs = 86_400_000;

/** Two documents of Anna's, delivered for her review; all mails go to a real server. */
async function underReview(settings = '') {
  const { mails, port, mood } = await postOffice();
  const place = await mailingOffice(port, `review: required\n${settings}`);
  await place.drop('anna/one/a.txt', 'We saw  it here .\n');
  await place.drop('anna/one/b.txt', 'They went  home.\n');
  await place.round('at-once');
  await place.work();
  await post(place);
  return { mails, mood, place };
}

async function post({ desk }: Workplace): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await tellClients(desk);
    await sendMessages(desk);
  }
}

async function sendBack({ root }: Workplace, path: string, content: string): Promise<void> {
  const file = join(root, 'returns/anna/one', path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  const old = new Date(Date.now() - 3_600_000);
  await utimes(file, old, old);
}

async function goOn(place: Workplace): Promise<void> {
  await takeReturns(place.desk);
  await settleReviews(place.desk, 'at-once');
  await post(place);
}

const subjects = (mails: readonly { readonly subject?: string | undefined }[]) =>
  mails.map(({ subject }) => subject);

describe('what a client is told of a review', () => {
  it('is each thing once: delivered, received, asked, ready again, back', async () => {
    const { mails, place } = await underReview();
    expect(subjects(mails)).toEqual([
      'Your documents for “one” are here',
      'Please look through “one”',
    ]);
    expect(mails[1]?.text).toContain('- a.txt\n- b.txt\n');
    expect(mails[1]?.text).not.toContain('As we agreed');
    await sendBack(place, 'a.txt', 'We saw it there.\n');
    await sendBack(place, 'decisions.yaml', 'document: b.txt\nreject: []\n');
    await goOn(place);
    expect(subjects(mails.slice(2))).toEqual([
      'What you sent back for “one” is here',
      'We have questions on “one”',
    ]);
    expect(mails[2]?.text).toContain('- a.txt\n- decisions.yaml\n');
    expect(mails[3]?.text).toMatch(/- \d+\. b\.txt: “went␣␣home\.” to become “went home\.”\? You/);
    const [query] = await place.desk.ledger.queries();
    await answer(query?.id ?? 0, { answer: 'yes', by: 'Anna Ek' }, place.desk);
    await goOn(place);
    expect(subjects(mails.slice(4))).toEqual([
      'The final copies of “one” are ready for you (round 2)',
    ]);
    await sendBack(place, 'decisions.yaml', 'accept: all\n');
    await goOn(place);
    await issueInvoices(place.desk);
    await post(place);
    expect(subjects(mails.slice(5))).toEqual([
      'What you sent back for “one” is here',
      'Your documents for “one” are back',
      expect.stringMatching(/^Invoice INV/),
    ]);
    expect(mails[6]?.text).toContain('The final copies hold what we agreed');
  });

  it('is in the language of the client, and on the page', async () => {
    const { mails, place } = await underReview('language: de\nreview_silence_days: 10\n');
    expect(mails[1]?.subject).toBe('Bitte sehen Sie „one“ durch');
    expect(mails[1]?.text).toContain('gilt „one“ als angenommen');
    const page = async () =>
      new TextDecoder().decode(await place.desk.outbox.read('outbox/anna/status.html'));
    expect(await page()).toContain('Bitte sehen Sie „one“ durch: Nehmen Sie es an');
    expect(await page()).toContain('wartet auf Ihre Durchsicht');
    await sendBack(place, 'decisions.yaml', 'document: b.txt\n');
    await goOn(place);
    expect(mails[3]?.subject).toBe('Wir haben Fragen zu „one“');
    expect(mails[3]?.text).toContain('Sie haben es offen gelassen');
    expect(await page()).toContain('Fragen zu „one“, die auf Ihre Antwort warten: 1.');
  });
});

describe('a review without an answer', () => {
  const round = async ({ desk }: Workplace) => (await desk.ledger.lastRounds())[0]?.state;

  it('waits for ever where no agreement says otherwise', async () => {
    const { mails, place } = await underReview();
    place.later(400 * dayMs);
    await heedSilence(place.desk);
    await post(place);
    expect(mails).toHaveLength(2);
    expect(await round(place)).toBe('open');
  });

  it('counts as accepted after the agreed days, and only when the reminder was sent', async () => {
    const { mails, mood, place } = await underReview('review_silence_days: 10\n');
    place.later(7 * dayMs);
    await heedSilence(place.desk);
    await post(place);
    expect(mails).toHaveLength(2);
    place.later(dayMs);
    mood.rcpt = 451;
    await heedSilence(place.desk);
    await heedSilence(place.desk);
    await post(place);
    place.later(5 * dayMs);
    await heedSilence(place.desk);
    expect(await round(place)).toBe('open');
    mood.rcpt = 0;
    await post(place);
    expect(subjects(mails.slice(2))).toEqual(['Reminder: “one” waits for your review']);
    await heedSilence(place.desk);
    expect(await round(place)).toBeUndefined();
    expect(await place.desk.ledger.invoiceTasks()).toHaveLength(1);
    const [accepted] = await place.desk.ledger.eventsCalled('job-accepted');
    expect(accepted?.data?.['by']).toMatch(/^no answer until \d{4}-.*by the agreement/);
  });

  it('ends on the day that the reminder names, however late that came', async () => {
    const { place } = await underReview('review_silence_days: 10\n');
    place.later(30 * dayMs);
    await heedSilence(place.desk);
    await post(place);
    await heedSilence(place.desk);
    expect(await round(place)).toBe('open');
    place.later(3 * dayMs);
    await heedSilence(place.desk);
    expect(await round(place)).toBeUndefined();
  });

  it('is over when the client has said something', async () => {
    const { place } = await underReview('review_silence_days: 10\n');
    place.later(8 * dayMs);
    await heedSilence(place.desk);
    await post(place);
    await sendBack(place, 'decisions.yaml', 'document: b.txt\n');
    await takeReturns(place.desk);
    place.later(30 * dayMs);
    await heedSilence(place.desk);
    expect(await round(place)).toBe('returned');
  });
});
