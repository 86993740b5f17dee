import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accountFor } from '../../src/app/accounts/account.ts';
import { docx } from '../../src/formats/docx/docx.ts';
import { settleReviews } from '../../src/steps/finals.ts';
import { issueInvoices } from '../../src/steps/issue.ts';
import { quoteJobs } from '../../src/steps/quote.ts';
import { takeReturns } from '../../src/steps/returns.ts';
import { accept, addMinutes, answer, jobReview } from '../../src/steps/review.ts';
import { wordFileOf } from '../formats/docx/package.ts';
import { annaYaml, deliver, filesOf, office, rates } from './office.ts';
import type { Workplace } from './workplace.ts';

const by = 'Anna Ek, by e-mail';
const one = { client: 'anna', job: 'one' };
const paragraphs = ['We saw  it here .', 'They went  home.'];
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const letter = (texts: readonly string[]) =>
  wordFileOf(texts.map((text) => `<w:p>${run(text)}</w:p>`).join(''));

/** A desk whose client Anna reviews, with one job delivered. */
async function reviewed(files: Readonly<Record<string, string | Uint8Array>>): Promise<Workplace> {
  const place = await office();
  await place.set('clients/anna/client.yaml', `${annaYaml}review: required\n`);
  for (const [path, content] of Object.entries(files))
    await place.drop(`anna/one/${path}`, content);
  await place.round('at-once');
  await place.work();
  return place;
}

async function sendBack({ root }: Workplace, path: string, content: string | Uint8Array) {
  const file = join(root, 'returns', path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  const old = new Date(Date.now() - 3_600_000);
  await utimes(file, old, old);
}

async function goOn({ desk }: Workplace) {
  const round = await takeReturns(desk);
  await settleReviews(desk, 'at-once');
  return round;
}

const outbox = ({ root }: Workplace, path: string) => readFileSync(join(root, 'outbox', path));
const textOf = (bytes: Uint8Array) => docx.open(bytes).document.text;
const queued = async ({ desk }: Workplace) => (await desk.ledger.invoiceTasks()).length;
const show = ({ desk }: Workplace) => jobReview(one, desk);

describe('a job under review', () => {
  it('is delivered for review, and invoiced when the client has accepted', async () => {
    const place = await reviewed({ 'a.txt': 'We saw  it.\n', 'b.txt': 'They  left.\n' });
    expect(await queued(place)).toBe(0);
    expect(await show(place)).toMatchObject({
      state: 'delivered for review',
      round: 1,
      waitsFor: ['The client’s word on round 1.'],
    });
    const shown = (await place.desk.ledger.status()).jobs.map(({ state }) => state);
    expect(shown).toEqual(['delivered for review']);
    expect(await accept(one, by, place.desk)).toBe(true);
    expect(await queued(place)).toBe(1);
    expect(await show(place)).toMatchObject({ state: 'delivered', waitsFor: [] });
    await expect(accept(one, by, place.desk)).rejects.toThrow('accepted already');
    const [first] = await place.desk.ledger.revisionsOf(
      (await place.desk.ledger.jobCalled('anna' as never, 'one'))?.id as never,
    );
    const decided = first && (await place.desk.ledger.findings(first.id));
    expect(decided?.map(({ reason }) => reason)).toEqual(['The client accepted the whole.']);
  });

  it('is not asked for where the settings do not ask for it', async () => {
    const place = await office();
    await place.drop('anna/one/a.txt', 'We saw  it.\n');
    await place.round('at-once');
    await place.work();
    expect(await queued(place)).toBe(1);
    await expect(accept(one, by, place.desk)).rejects.toThrow('needs no review');
  });

  it('is not invoiced while a file is not in the outbox as it was put there', async () => {
    const place = await reviewed({ 'a.txt': 'We saw  it.\n' });
    const original = join(place.root, 'outbox/anna/one/original/a.txt');
    const kept = readFileSync(original);
    writeFileSync(original, 'Other bytes.\n');
    expect(await accept(one, by, place.desk)).toBe(false);
    expect(await queued(place)).toBe(0);
    expect((await show(place)).waitsFor[0]).toContain('original/a.txt is not in the outbox');
    writeFileSync(original, kept);
    const report = join(place.root, 'outbox/anna/one/report/a.txt.html');
    const page = readFileSync(report);
    rmSync(report);
    await settleReviews(place.desk, 'at-once');
    expect(await queued(place)).toBe(0);
    writeFileSync(report, page);
    await settleReviews(place.desk, 'at-once');
    expect(await queued(place)).toBe(1);
  });

  it('is not accepted before all of it is delivered', async () => {
    const place = await reviewed({ 'a.txt': 'We saw  it.\n', 'b.docx': 'PK\u0003\u0004 cut off' });
    await expect(accept(one, by, place.desk)).rejects.toThrow('not delivered yet');
    await sendBack(place, 'anna/one/a.txt', 'We saw it.\n');
    expect(await goOn(place)).toMatchObject({ taken: 0, refused: [] });
    expect(existsSync(join(place.root, 'returns/anna/one/a.txt'))).toBe(true);
  });
});

describe('a redline that comes back', () => {
  it('with all accepted or rejected is made the final copy, and accepts', async () => {
    const place = await reviewed({ 'a.docx': letter(paragraphs) });
    expect(textOf(outbox(place, 'anna/one/corrected/a.docx'))).toBe(
      'We saw it here.\n\nThey went home.',
    );
    const sent = letter(['We saw it here .', 'They went home.']);
    await sendBack(place, 'anna/one/a.docx', sent);
    expect(await goOn(place)).toMatchObject({ taken: 1, refused: [] });
    expect(textOf(outbox(place, 'anna/one/final/a.docx'))).toBe(
      'We saw it here .\n\nThey went home.',
    );
    expect(outbox(place, 'anna/one/original/a.docx')).toEqual(Buffer.from(letter(paragraphs)));
    expect(readdirSync(join(place.root, 'returns/anna/one/taken/r1'))).toEqual(['a.docx']);
    expect(await queued(place)).toBe(1);
  });

  it('with corrections left open asks about each, and waits', async () => {
    const place = await reviewed({ 'a.docx': letter(paragraphs) });
    await sendBack(place, 'anna/one/redline/a.docx', outbox(place, 'anna/one/redline/a.docx'));
    await goOn(place);
    expect(filesOf(place, 'anna/one/final')).toEqual([]);
    const { queries, state } = await show(place);
    expect(state).toBe('returned');
    expect(queries.map(({ kind }) => kind)).toEqual(['left-open', 'left-open', 'left-open']);
    await expect(accept(one, by, place.desk)).rejects.toThrow('is being worked in');
    for (const [index, { id }] of queries.entries()) {
      await answer(id, { answer: index === 0 ? 'no' : 'yes', by }, place.desk);
    }
    await expect(answer(queries[0]?.id ?? 0, { answer: 'yes', by }, place.desk)).rejects.toThrow(
      'answered before',
    );
    await settleReviews(place.desk, 'at-once');
    expect(textOf(outbox(place, 'anna/one/final/a.docx'))).toBe(
      'We saw  it here.\n\nThey went home.',
    );
    expect(await queued(place)).toBe(1);
  });

  it('is answered in the client’s own words, which are made and looked at once more', async () => {
    const place = await reviewed({ 'a.docx': letter(paragraphs) });
    await sendBack(place, 'anna/one/redline/a.docx', outbox(place, 'anna/one/redline/a.docx'));
    await goOn(place);
    const { queries } = await show(place);
    expect(queries.map(({ edit }) => [edit.before, edit.after])).toEqual([
      ['saw  it', 'saw it'],
      ['here .', 'here.'],
      ['They went  home.', 'They went home.'].map((text) => text.slice(5)),
    ]);
    const [saw = 0, here = 0, went = 0] = queries.map(({ id }) => id);
    const word = (text: string) => ({ answer: 'yes', text, by }) as const;
    await expect(answer(saw, word('saw\nit'), place.desk)).rejects.toThrow('over a paragraph');
    await answer(saw, word('have seen it'), place.desk);
    await answer(here, word('here .'), place.desk);
    await answer(went, { answer: 'yes', by }, place.desk);
    await settleReviews(place.desk, 'at-once');
    expect(textOf(outbox(place, 'anna/one/final/a.docx'))).toBe(
      'We have seen it here .\n\nThey went home.',
    );
    expect(await show(place)).toMatchObject({ state: 'delivered for review', round: 2 });
    expect(await accept(one, by, place.desk)).toBe(true);
  });

  it('with the client’s own changes is a further round, in which the client has the last word', async () => {
    const place = await reviewed({ 'a.docx': letter(paragraphs) });
    await sendBack(place, 'anna/one/a.docx', letter(['We saw it all here.', 'They went home.']));
    await goOn(place);
    expect(textOf(outbox(place, 'anna/one/final/a.docx'))).toBe(
      'We saw it all here.\n\nThey went home.',
    );
    expect(await show(place)).toMatchObject({ state: 'delivered for review', round: 2 });
    await sendBack(place, 'anna/one/a.docx', letter(['We saw it here.', 'They went home.']));
    await goOn(place);
    expect(filesOf(place, 'anna/one/final')).toEqual(['a (2).docx', 'a.docx']);
    expect(textOf(outbox(place, 'anna/one/final/a (2).docx'))).toBe(
      'We saw it here.\n\nThey went home.',
    );
    expect(await queued(place)).toBe(1);
  });

  it('with a mistake in what the client wrote asks about that alone', async () => {
    const place = await reviewed({ 'a.docx': letter(paragraphs) });
    await sendBack(place, 'anna/one/a.docx', letter(['We saw it  all here.', 'They went home.']));
    await goOn(place);
    const { queries } = await show(place);
    expect(queries).toHaveLength(1);
    expect(queries[0]).toMatchObject({ kind: 'wording' });
  });

  it('with a change over paragraphs asks, and leaves it when told so', async () => {
    const place = await reviewed({ 'a.docx': letter(paragraphs) });
    await sendBack(place, 'anna/one/a.docx', letter(['We saw it here. They went home.']));
    await goOn(place);
    const { queries } = await show(place);
    expect(queries.map(({ kind, makeable }) => [kind, makeable])).toEqual([['change', false]]);
    const id = queries[0]?.id ?? 0;
    await expect(answer(id, { answer: 'yes', by }, place.desk)).rejects.toThrow('with yes');
    await answer(id, { answer: 'no', by }, place.desk);
    await settleReviews(place.desk, 'at-once');
    expect(await show(place)).toMatchObject({ state: 'delivered for review', round: 2 });
  });

  it('is taken once, however often the desk is interrupted', async () => {
    const place = await reviewed({ 'a.docx': letter(paragraphs) });
    const sent = letter(['We saw it here.', 'They went home.']);
    await sendBack(place, 'anna/one/a.docx', sent);
    const { returns } = place.desk;
    const stopped = { ...returns, done: () => Promise.reject(new Error('stopped')) };
    await expect(takeReturns({ ...place.desk, returns: stopped })).rejects.toThrow('stopped');
    await goOn(place);
    await goOn(place);
    const job = await place.desk.ledger.jobCalled('anna' as never, 'one');
    expect(job && (await place.desk.ledger.returns(job.id))).toHaveLength(1);
    expect(await queued(place)).toBe(1);
  });

  it('is refused with a reason when it is another document, or of no job', async () => {
    const place = await reviewed({ 'a.docx': letter(paragraphs) });
    await sendBack(place, 'anna/one/a.docx', letter(['Quite another matter, if ever.']));
    await sendBack(place, 'anna/two/a.docx', letter(paragraphs));
    const { refused } = await goOn(place);
    expect(refused.map(({ path }) => path)).toEqual(['anna/one/a.docx', 'anna/two/a.docx']);
    expect(readdirSync(join(place.root, 'returns/anna/one/refused')).sort()).toEqual([
      'a.docx',
      'a.docx.reason.txt',
    ]);
    expect(refused[1]?.reason).toContain('There is no job anna/two');
    expect(await show(place)).toMatchObject({ state: 'delivered for review' });
  });
});

it('a job that is not done says what it waits for: a document, a price', async () => {
  const place = await office();
  const yaml = readFileSync(join(place.root, 'desk.yaml'), 'utf8');
  await place.set('desk.yaml', yaml.replace('approval: none', 'approval: required'));
  await deliver(place, 'anna/one/a.txt', 'anna/one/b.docx');
  await quoteJobs(place.desk);
  const { waitsFor } = await show(place);
  expect(waitsFor[0]).toContain('b.docx is in quarantine (wrong-extension)');
  expect(waitsFor[1]).toMatch(/approval of the quote Q-\d{4}-0001, which holds until/);
});

describe('other ways to answer', () => {
  it('a corrected text of any format is compared', async () => {
    const place = await reviewed({ 'a.txt': 'We saw  it here .\n' });
    await sendBack(place, 'anna/one/a.txt', 'We saw it here .\n');
    await goOn(place);
    expect(outbox(place, 'anna/one/final/a.txt').toString()).toBe('We saw it here .\n');
    expect(await queued(place)).toBe(1);
  });

  it('decisions.yaml accepts all, or decides by number', async () => {
    const all = await reviewed({ 'a.txt': 'We saw  it.\n', 'b.txt': 'They  left.\n' });
    await sendBack(all, 'anna/one/decisions.yaml', 'accept: all\n');
    await goOn(all);
    expect(filesOf(all, 'anna/one/final')).toEqual(['a.txt', 'b.txt']);
    expect(await queued(all)).toBe(1);
    const some = await reviewed({ 'a.txt': 'We saw  it here .\nThey  left.\n' });
    const { edits } = JSON.parse(outbox(some, 'anna/one/report/a.txt.json').toString());
    expect(edits.map((edit: { start: number }) => edit.start)).toEqual([7, 15, 24]);
    const page = outbox(some, 'anna/one/report/a.txt.html').toString();
    expect(page.match(/<li id=\d+/g)).toEqual(['<li id=1', '<li id=2', '<li id=3']);
    await sendBack(
      some,
      'anna/one/decisions.yaml',
      'reject: [1]\naccept: [2]\nrewrite: {"3": "They soon left."}\n',
    );
    expect((await goOn(some)).refused).toEqual([]);
    expect((await show(some)).queries).toEqual([]);
    expect(outbox(some, 'anna/one/final/a.txt').toString()).toBe(
      'We saw  it here.\nThey soon left.\n',
    );
    expect(await show(some)).toMatchObject({ round: 2 });
  });

  it('a rewriting takes the place of the words that the report lists, not only of what changes in them', async () => {
    const place = await reviewed({ 'a.txt': 'They left the  house , and went.\n' });
    const page = outbox(place, 'anna/one/report/a.txt.html').toString();
    expect(page).toContain('<del>the··house</del>');
    await sendBack(
      place,
      'anna/one/decisions.yaml',
      'accept: [2]\nrewrite: {"1": "an old barn"}\n',
    );
    await goOn(place);
    const { queries } = await show(place);
    expect(queries.map(({ edit, note }) => [edit.after, note])).toEqual([]);
    expect(outbox(place, 'anna/one/final/a.txt').toString()).toBe(
      'They left an old barn, and went.\n',
    );
  });

  it.each([
    ['accept: [9]\n', 'no number 9'],
    ['accept: [1]\nreject: [1]\n', 'more than once'],
    ['accept: all\nreject: all\n', 'accepts all and rejects all'],
    ['agree: all\n', 'has a fault'],
    ['document: c.txt\naccept: [1]\n', 'cannot be told which document'],
    ['accept: [1]\n', 'say in decisions.yaml which one'],
    ['- [', 'not valid YAML'],
  ])('decisions.yaml with %j is refused', async (text, reason) => {
    const place = await reviewed({ 'a.txt': 'We saw  it.\n', 'b.txt': 'They  left.\n' });
    const full =
      text === 'accept: [1]\n' || text.startsWith('document') ? text : `document: a.txt\n${text}`;
    await sendBack(place, 'anna/one/decisions.yaml', full);
    expect((await goOn(place)).refused[0]?.reason).toContain(reason);
  });
});

it('rounds beyond those included are charged by the minute', async () => {
  const place = await reviewed({ 'a.txt': 'We saw  it here.\n' });
  const card = 'included_rounds: 1\nextra_round: { model: per-hour, rate: "60" }\n';
  await place.set('rates/standard.yaml', `${rates}${card}`);
  await expect(addMinutes(one, 30, place.desk)).rejects.toThrow('Nothing was sent back');
  for (const word of ['there', 'near']) {
    await sendBack(place, 'anna/one/a.txt', `We saw it ${word}.\n`);
    await goOn(place);
    await addMinutes(one, 30, place.desk);
  }
  expect(await accept(one, by, place.desk)).toBe(true);
  expect((await issueInvoices(place.desk)).waiting).toEqual([]);
  // The final copy of the first round lies beside that of the second, and is no stranger.
  expect(filesOf(place, 'anna/one/final')).toHaveLength(2);
  expect((await accountFor(place.root)).faults).toEqual([]);
  const [record] = await place.desk.ledger.invoices();
  expect(record?.invoice.lines.map(({ text, amount }) => [text.kind, amount])).toEqual([
    ['service', 8n],
    ['round', 3000n],
  ]);
});

it('rounds beyond those included are charged with the month where the client has a retainer', async () => {
  const place = await reviewed({ 'a.txt': 'We saw  it here.\n' });
  const card = `retainers:\n  small: { price: "100", includes_words: 50 }\nincluded_rounds: 1\nextra_round: { model: per-hour, rate: "60" }\n`;
  await place.set('rates/standard.yaml', `${rates}${card}`);
  await place.set('clients/anna/client.yaml', `${annaYaml}review: required\nretainer: small\n`);
  await issueInvoices(place.desk);
  for (const word of ['there', 'near']) {
    await sendBack(place, 'anna/one/a.txt', `We saw it ${word}.\n`);
    await goOn(place);
    await addMinutes(one, 30, place.desk);
  }
  expect(await accept(one, by, place.desk)).toBe(true);
  place.later(32 * 86_400_000);
  await issueInvoices(place.desk);
  const [record] = await place.desk.ledger.invoices();
  expect(record?.invoice.lines.map(({ text, amount }) => [text.kind, amount])).toEqual([
    ['retainer', 10000n],
    ['in-retainer', 0n],
    ['round', 3000n],
  ]);
});
