import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { saidOf, systemSentence } from '../../src/job/system-sentences.ts';

const refused = (path: string) =>
  Object.assign(new Error('EACCES'), { code: 'EACCES', syscall: 'open', path });

describe('systemSentence', () => {
  it('names the part of the desk’s own data, not a name that is another each time, and what to type', () => {
    const sentence = systemSentence(refused('/desks/anna’s/.proofdesk/store/temporary/01ABC'));
    expect(sentence).toMatch(/^\/desks\/anna’s\/\.proofdesk\/store may not be read or written/);
    expect(sentence).toContain('chmod -R u+rwX "/desks/anna’s/.proofdesk"');
    expect(sentence).toContain('sudo chown -R "$USER" "/desks/anna’s/.proofdesk"');
  });

  it('does not ask for such commands elsewhere, nor on Windows', () => {
    expect(systemSentence(refused('/etc/shadow'))).toBe(
      '/etc/shadow may not be read or written by the user who runs Proofdesk. Give that user the right to it.',
    );
    const sentence = systemSentence(refused('C:\\desk\\.proofdesk\\key'));
    expect(sentence).toContain('full control of C:\\desk\\.proofdesk, in its properties');
  });

  it('speaks of real errors of the system', () => {
    const folder = mkdtempSync(join(tmpdir(), 'proofdesk-'));
    const caught = (work: () => unknown) => {
      try {
        work();
      } catch (error) {
        return saidOf(error);
      }
      return '';
    };
    expect(caught(() => mkdirSync(join(folder, 'a'.repeat(300))))).toContain('Shorten the name');
    expect(caught(() => readdirSync('/proc/version'))).toContain('Move the file away');
    rmSync(folder, { recursive: true });
  });

  it('leaves what is no error of files', () => {
    expect(systemSentence(new Error('x'))).toBeUndefined();
    expect(saidOf(new Error('x'))).toBe('x');
    expect(saidOf(3)).toBe('3');
  });
});
