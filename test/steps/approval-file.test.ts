import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quoteJobs } from '../../src/steps/quote.ts';
import { takeReturns } from '../../src/steps/returns.ts';
import { annaYaml, deliver, deskYaml, office } from './office.ts';
import type { Workplace } from './workplace.ts';

const number = `Q-${new Date().getFullYear()}-0001`;
const folder = 'returns/anna/one';

/** A desk with one quoted job, and what stands on the quote. */
async function quoted(): Promise<{ readonly place: Workplace; readonly hash: string }> {
  const place = await office();
  await place.set('desk.yaml', deskYaml.replace('approval: none\n', ''));
  await place.set('clients/anna/client.yaml', annaYaml);
  await deliver(place, 'anna/one/a.txt', 'anna/two/a.txt');
  await quoteJobs(place.desk);
  const [record] = await place.desk.ledger.quotes({ number });
  return { place, hash: record?.hash.slice(0, 16) ?? '' };
}

async function sent(place: Workplace, words: string, job = 'one') {
  const path = `returns/anna/${job}/approval.yaml`;
  await place.set(path, words);
  const old = new Date(Date.now() - 60_000);
  await utimes(join(place.root, path), old, old);
  return takeReturns(place.desk);
}

const state = async ({ desk }: Workplace) => (await desk.ledger.quotes({ number }))[0]?.state;

describe('an approval by a file', () => {
  it('names the quote and its hash; work begins, and the file is kept', async () => {
    const { place, hash } = await quoted();
    const words = `quote: ${number}\nhash: "${hash}"\napproved: yes\nby: Anna Ek, by e-mail\n`;
    expect(await sent(place, words)).toMatchObject({ taken: 1, begun: 1, refused: [] });
    expect(await state(place)).toBe('approved');
    expect(readdirSync(join(place.root, folder, 'taken/quote'))).toEqual(['approval.yaml']);
    await place.work();
    expect((await place.desk.ledger.status()).documents).toEqual({ delivered: 1, extracted: 1 });
    const [event] = await place.desk.ledger.eventsCalled('quote-approved');
    const file = String(event?.data?.['file']);
    expect(new TextDecoder().decode(await place.desk.store.get(file as never))).toBe(words);
    expect(event?.data?.['by']).toBe('Anna Ek, by e-mail');
    expect(await sent(place, words)).toMatchObject({ taken: 1, begun: 0, refused: [] });
    expect(await place.desk.ledger.eventsCalled('quote-approved')).toHaveLength(1);
  });

  it('may as well decline', async () => {
    const { place, hash } = await quoted();
    const words = `quote: ${number}\nhash: "${hash}"\napproved: no\nby: Anna Ek\n`;
    expect(await sent(place, words)).toMatchObject({ taken: 1, begun: 0 });
    expect(await state(place)).toBe('declined');
  });

  it.each([
    ['another hash', { hash: 'ffffffffffff' }, 'of another text'],
    ['no word on who', { by: '""' }, 'who decided, and how'],
    ['no such quote', { quote: 'Q-1' }, 'There is no quote Q-1 for anna/one'],
    ['a verdict that is none', { approved: 'perhaps' }, 'must be yes or no'],
  ])('is refused with %s', async (_name, wrong, why) => {
    const { place, hash } = await quoted();
    const right = { quote: number, hash: `"${hash}"`, approved: 'yes', by: 'Anna Ek' };
    const words = Object.entries({ ...right, ...wrong }).map((pair) => pair.join(': '));
    const { refused } = await sent(place, `${words.join('\n')}\n`);
    expect(refused[0]?.reason).toContain(why);
    expect(await state(place)).toBe('open');
    const reason = join(place.root, folder, 'refused/approval.yaml.reason.txt');
    expect(readFileSync(reason, 'utf8')).toContain(why);
    expect(existsSync(join(place.root, folder, 'approval.yaml'))).toBe(false);
  });

  it('in the folder of another job is of no quote there', async () => {
    const { place, hash } = await quoted();
    const words = `quote: ${number}\nhash: "${hash}"\napproved: yes\nby: Anna Ek\n`;
    expect((await sent(place, words, 'two')).refused[0]?.reason).toContain('for anna/two');
  });
});
