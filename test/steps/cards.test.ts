import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesBelow } from '../../src/app/accounts/shelf-files.ts';
import { quietLog } from '../../src/app/log.ts';
import { verifyReport } from '../../src/app/verify.ts';
import { workplace } from './workplace.ts';

const card = /4111[ -]?1111[ -]?1111[ -]?1111/;

it('card numbers stay in the documents, stand in no report and in no page, and the office is warned', async () => {
  const warned: unknown[] = [];
  const log = {
    ...quietLog,
    warn: (data: unknown, message: string) => warned.push([data, message]),
  };
  const place = await workplace({ log });
  await place.drop('anna/order.txt', 'Pay  with 4111 1111 1111 1111 or 4111111111111111.\n');
  await place.round('at-once');
  await place.work();
  expect(warned).toEqual([
    [
      { client: 'anna', job: 'order', document: 'order.txt', cards: 2 },
      expect.stringContaining('payment card numbers'),
    ],
  ]);
  const outbox = join(place.root, 'outbox/anna/order');
  const read = (path: string): string => readFileSync(join(outbox, path), 'utf8');
  expect(read('original/order.txt')).toMatch(card);
  expect(read('corrected/order.txt')).toBe('Pay with 4111 1111 1111 1111 or 4111111111111111.\n');
  for (const path of await filesBelow(outbox)) {
    if (/^(?:report|redline)\//.test(path)) expect(read(path), path).not.toMatch(card);
  }
  expect(read('report/order.txt.html')).toContain('2 payment card numbers');
  const proof = await verifyReport(join(outbox, 'report/order.txt.json'));
  expect(proof.sentence).toContain('Proved: the one change listed');
});
