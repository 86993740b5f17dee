import { describe, expect, it } from 'vitest';
import { createLineMask } from '../../../src/app/retention/log-lines.ts';

const mask = createLineMask({ client: ['anna'], theirs: ['will', 'last-will.txt'] });
const line = (data: object) => JSON.stringify({ level: 30, time: 1_795_546_470_401, ...data });
const masked = (data: object) => {
  const before = line(data);
  const after = mask(before);
  if (after === undefined) return undefined;
  expect(Buffer.byteLength(after)).toBe(Buffer.byteLength(before));
  return JSON.parse(after);
};

const at = { level: 30, time: 1_795_546_470_401 };

describe('a line of the log', () => {
  it('that names a client keeps when it was and what was done', () => {
    const step = { step: 'deliver', tookMs: 3 };
    const data = { client: 'anna', job: 'will', file: 'last-will.txt', ...step };
    expect(masked({ ...data, msg: 'step done' })).toEqual({ ...at, ...step, msg: 'step done' });
    expect(masked({ file: 'anna/last-will.txt', files: 1, msg: 'still being written' })).toEqual({
      ...at,
      msg: 'still being written',
    });
  });

  it('that names the client in its words keeps none of them', () => {
    const words = [
      '/desks/my/outbox/anna/will/report may not be read',
      'anna/will/last-will.txt: it has no end',
      'The client “anna” has no address',
    ];
    for (const msg of words) expect(masked({ msg })).toEqual(at);
    const trouble = '/desks/my/clients/anna/client.yaml is a folder';
    expect(masked({ trouble, msg: 'Something went wrong.' })).toEqual({
      ...at,
      msg: 'Something went wrong.',
    });
    expect(masked({ client: 'anna', msg: 'last-will.txt waits' })).toEqual(at);
  });

  it('that names somebody else stays', () => {
    for (const client of ['annabel', 'joanna', 'anna-2']) {
      expect(masked({ client, file: 'will/anna.txt', msg: 'step done' })).toBeUndefined();
    }
    expect(masked({ file: 'ben/anna.txt', msg: 'received' })).toBeUndefined();
    expect(masked({ msg: 'the inbox is being watched' })).toBeUndefined();
    const odd = createLineMask({ client: ['a-n (x) [1] | $^*+?.{2}'], theirs: [] });
    expect(odd(line({ client: 'a-n (x) [1] | $^*+?.{2}', msg: 'received' }))).toBeDefined();
    expect(odd(line({ client: 'a', msg: 'received' }))).toBeUndefined();
    const other = createLineMask({ client: ['the'], theirs: [] });
    expect(other(line({ msg: 'the inbox is being watched' }))).toBeUndefined();
  });

  it('that is damaged and names the client is blotted out', () => {
    const torn = '{"level":30,"client":"anna","fi';
    expect(mask(torn)).toBe(' '.repeat(torn.length));
    expect(mask('{"level":30,"client":"ben","fi')).toBeUndefined();
  });
});
