import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { isWorldDown, troubleOf } from '../../../src/app/worker/trouble.ts';
import { DiskFull } from '../../../src/job/trouble.ts';

describe('troubleOf', () => {
  it('never repeats a text that an error quotes', () => {
    const error = caught(() => JSON.parse('Okonkwo,\n    at last'));
    expect(error.message).toContain('Okonkwo');
    expect(troubleOf(error)).not.toMatch(/Okonkwo|at last/);
    expect(troubleOf(error)).toMatch(/^SyntaxError at /);
    expect(troubleOf(new Error('Okonkwo'))).toMatch(/^Error at .*trouble\.test\.ts:\d+/);
    expect(troubleOf('Okonkwo')).toBe('something that is no error: string');
  });

  it('tells what the system and our own sentences say', async () => {
    const missing = await readFile('/nowhere/at all').catch((error: unknown) => error);
    expect(troubleOf(missing)).toContain('ENOENT');
    expect(troubleOf(new DiskFull('The disk is full.'))).toBe('The disk is full.');
  });
});

describe('isWorldDown', () => {
  it('is true of what every document would meet, and of nothing else', async () => {
    const denied = Object.assign(new Error('denied'), { code: 'EACCES', syscall: 'open' });
    expect([denied, new DiskFull('full')].map(isWorldDown)).toEqual([true, true]);
    const missing = await readFile('/nowhere/at all').catch((error: unknown) => error);
    expect([missing, new Error('EACCES'), 'EACCES'].map(isWorldDown)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

function caught(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was thrown');
}
