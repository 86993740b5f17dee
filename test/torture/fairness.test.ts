import { expect, it } from 'vitest';
import { until } from '../e2e/desk.ts';
import { makeDesk, once, startDaemon } from './desk.ts';
import { documentNumber, give } from './documents.ts';
import { folderOfItsOwn } from './folders.ts';
import { judge } from './judge.ts';
import { ledgerFacts } from './ledger-facts.ts';
import { record } from './record.ts';
import { untilAtRest } from './rest.ts';
import { killRounds, timeoutMs } from './rounds.ts';

/** 5,000 in the long form. */
const manyFiles = Math.max(60, 10 * killRounds);

it('one client’s thousands of files do not hold up another’s one', {
  timeout: timeoutMs,
}, async () => {
  const root = await makeDesk(folderOfItsOwn());
  const many = Array.from({ length: manyFiles }, (_, number) =>
    documentNumber(number, { client: 'anna', folder: 'archive' }),
  );
  give(root, many);
  const daemon = await startDaemon(root);
  await until(() => ledgerFacts(root).revisions.length >= 10, 180_000);
  const one = documentNumber(99_999, { client: 'ben' });
  give(root, [one]);
  await until(() => isDelivered('ben'), 300_000);
  const before = ledgerFacts(root).revisions.filter(
    ({ client, state }) => client === 'anna' && state === 'delivered',
  ).length;
  expect(before).toBeLessThan(manyFiles * 0.8);
  await untilAtRest(root, manyFiles + 1, timeoutMs);
  await daemon.end('SIGTERM');
  record(
    'one client’s backlog beside another’s one document',
    1,
    await judge(root, [...many, one]),
  );

  function isDelivered(name: string): boolean {
    return ledgerFacts(root).revisions.some(
      ({ client, state }) => client === name && state === 'delivered',
    );
  }
});

it('a backlog is worked through from the oldest file on, whatever their names', {
  timeout: timeoutMs,
}, async () => {
  const root = await makeDesk(folderOfItsOwn());
  const numbers = [7, 3, 9, 1, 5];
  const given = numbers.map((number) => documentNumber(number, { client: 'anna', folder: 'a' }));
  for (const one of given) {
    give(root, [one]);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await once(root);
  const { revisions } = ledgerFacts(root);
  const order = revisions.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ path }) => path);
  expect(order).toEqual(numbers.map((number) => `txt-${number}.txt`));
});
