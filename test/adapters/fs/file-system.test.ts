import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import {
  diskOf,
  groundOf,
  isNetworkFolder,
  isOnShare,
} from '../../../src/adapters/fs/file-system.ts';

it('tells disks from shares, and from what only does not tell of changes', () => {
  expect([0xef53, 0x01021994, 0x58465342].map(groundOf)).toEqual(['disk', 'disk', 'disk']);
  expect([0x6969, 0xfe534d42, 0xff534d42].map(groundOf)).toEqual(['share', 'share', 'share']);
  // As statfs gives it where the number is read with a sign.
  expect(groundOf(0xfe534d42 | 0)).toBe('share');
  expect([0x65735546, 0x01021997].map(groundOf)).toEqual(['silent', 'silent']);
});

it.skipIf(process.platform !== 'linux')('asks the system', async () => {
  expect(await isOnShare('/proc')).toBe(false);
  expect(await isNetworkFolder('/proc')).toBe(false);
  expect(await diskOf(tmpdir()).freeBytes()).toBeGreaterThan(0);
});
