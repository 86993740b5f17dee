import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { say, sayJson, sentenceOf } from '../../src/cli/output.ts';
import { waitingLines } from '../../src/cli/status-text.ts';

function written(work: (output: { write(text: string): void }) => void): string {
  let text = '';
  work({
    write(more) {
      text += more;
    },
  });
  return text;
}

describe('say', () => {
  it('ends with exactly one line end', () => {
    expect(written((output) => say(output, 'Done.'))).toBe('Done.\n');
    expect(written((output) => say(output, 'Done.\n'))).toBe('Done.\n');
    expect(JSON.parse(written((output) => sayJson(output, { retried: 2 })))).toEqual({
      retried: 2,
    });
  });
});

describe('sentenceOf', () => {
  const failure = (path: string) => readFile(path).catch((error: unknown) => error);

  it('says what is wrong with a file and what to do', async () => {
    expect(sentenceOf(await failure('/nowhere/a.txt'))).toBe(
      '/nowhere/a.txt is not there. Check the name and the folder.',
    );
    expect(sentenceOf(await failure('/tmp'), '/tmp')).toBe(
      '/tmp is a folder. Name the files in it.',
    );
    const system = { code: 'EACCES', path: 'a.txt', syscall: 'open' };
    const denied = Object.assign(new Error('EACCES'), system);
    expect(sentenceOf(denied)).toContain('a.txt may not be read or written by the user');
  });

  it('leaves our own sentences as they are', () => {
    expect(sentenceOf(new Error('--output goes with --fix.'))).toBe('--output goes with --fix.');
    expect(sentenceOf('x')).toBe('Something went wrong: x');
  });
});

describe('waitingLines', () => {
  it('begins with what needs a person, and keeps several faults together', () => {
    const lines = waitingLines([
      { path: 'a/b.txt', reason: 'just arrived', stuck: false },
      { path: 'c/d.txt', reason: 'client.yaml:1:1: one\nclient.yaml:2:1: two', stuck: true },
    ]);
    expect(lines.split('\n')).toEqual([
      'Waiting in the inbox:',
      '  c/d.txt: client.yaml:1:1: one',
      '    client.yaml:2:1: two',
      '  a/b.txt: just arrived',
    ]);
  });
});
