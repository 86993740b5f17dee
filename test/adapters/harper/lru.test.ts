import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLru } from '../../../src/adapters/harper/lru.ts';

it('forgets the entry that was not used for longest', () => {
  const lru = createLru<number>(2);
  lru.set('a', 1);
  lru.set('b', 2);
  expect(lru.get('a')).toBe(1);
  lru.set('c', 3);
  expect(lru.get('b')).toBeUndefined();
  expect([lru.get('a'), lru.get('c')]).toEqual([1, 3]);
});

it('never forgets what was used among the last so many keys', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (keys, max) => {
      const lru = createLru<number>(max);
      for (const [index, name] of keys.entries()) lru.set(name, index);
      const recent = [...new Set(keys.toReversed())].slice(0, max);
      for (const name of recent) expect(lru.get(name)).toBe(keys.lastIndexOf(name));
      const old = keys.filter((name) => !recent.includes(name));
      for (const name of old) expect(lru.get(name)).toBeUndefined();
    }),
  );
});
