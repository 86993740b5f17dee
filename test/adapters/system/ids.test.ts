import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createIds, newId } from '../../../src/adapters/system/ids.ts';

it('gives ids of 26 characters that rise, however the clock goes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 2 ** 47 }), { minLength: 1, maxLength: 200 }),
      (times) => {
        let next = 0;
        const id = createIds(() => times[next++] ?? 0);
        const ids = times.map(() => id());
        for (const one of ids) expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
        expect(ids.toSorted()).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
  );
});

it('gives 20,000 in a row, none twice', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(new Set(ids).size).toBe(20_000);
  expect(ids.toSorted()).toEqual(ids);
});

it('begins with the time, so that a list of them tells when each was made', () => {
  expect(createIds(() => 1_469_918_176_385)().slice(0, 10)).toBe('01ARYZ6S41');
});
