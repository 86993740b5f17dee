import { describe, expect, it } from 'vitest';
import { readJobFile } from '../../../src/adapters/fs/inbox/job-file.ts';

describe('job.yaml', () => {
  it.each([
    ['', undefined],
    ['title: Spring\nwords: [Okonkwo]\n', undefined],
    ['expected_files:\n', undefined],
    ['expected_files: []', []],
    [
      'expected_files:\n  - a.docx\n  - ./b//c.docx\n  - d\\e.docx\n',
      ['a.docx', 'b/c.docx', 'd/e.docx'],
    ],
    ['expected_files: ["e\u0301te\u0301.docx"]', ['été.docx']],
  ])('%j is read', (text, expectedFiles) => {
    const read = expectedFiles ? { kind: 'read', expectedFiles } : { kind: 'read' };
    expect(readJobFile(text)).toEqual(read);
  });

  it.each([
    ['expected_files: [a.docx\n', 'line 2, column 1'],
    ['expected_files: a.docx', 'must be a list'],
    ['expected_files: [1]', 'must be a list'],
    ['- a.docx', 'must be a list'],
    ['expected_files: [../a.docx]', '“../a.docx” is not a path inside'],
    ['expected_files: [/etc/passwd]', 'is not a path inside'],
    ['expected_files: ["C:\\\\a.docx"]', 'is not a path inside'],
  ])('%j is refused with a reason', (text, reason) => {
    expect(readJobFile(text)).toMatchObject({
      kind: 'faulty',
      reason: expect.stringContaining(reason),
    });
  });

  it('cannot blow up by aliases', () => {
    const bomb = ['expected_files: [a.docx]', 'a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [before, name] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg'].map((pair) => [...pair])) {
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`);
    }
    expect(readJobFile(bomb.join('\n'))).toMatchObject({ kind: 'faulty' });
    expect(readJobFile('expected_files: *nothing')).toMatchObject({ kind: 'faulty' });
  });
});
