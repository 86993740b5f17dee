import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLogFile } from '../../../src/adapters/fs/log-file.ts';
import { maskLogFiles } from '../../../src/adapters/fs/log-mask.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofdesk-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const stars = (line: string) =>
  line.includes('Änne') ? '*'.repeat(Buffer.byteLength(line)) : undefined;

describe('maskLogFiles', () => {
  it('writes over lines in place, in all files of the log and no other', async () => {
    writeFileSync(join(folder, 'desk.log'), 'one\nÄnne came\ntwo\nÄnne goes on wri');
    writeFileSync(join(folder, 'desk.3.log'), 'Änne\n');
    writeFileSync(join(folder, 'notes.log'), 'Änne\n');
    expect(await maskLogFiles(folder, stars)).toBe(2);
    expect(readFileSync(join(folder, 'desk.log'), 'utf8')).toBe(
      'one\n**********\ntwo\nÄnne goes on wri',
    );
    expect(readFileSync(join(folder, 'desk.3.log'), 'utf8')).toBe('*****\n');
    expect(readFileSync(join(folder, 'notes.log'), 'utf8')).toBe('Änne\n');
    expect(await maskLogFiles(join(folder, 'none'), stars)).toBe(0);
  });

  it('takes no line from a desk that goes on writing, while its files are put aside', async () => {
    const log = openLogFile(folder, { bytesMax: 4_000, oldFilesMax: 50 });
    let written = 0;
    let masked = 0;
    const writer = setInterval(() => {
      // all that is written fits into the files that are kept
      for (let count = 0; count < 20 && written < 9_000; count += 1) {
        log.write(`${written} ${written % 3 === 0 ? 'Änne' : 'Bert'}\n`);
        written += 1;
      }
    }, 1);
    for (let round = 0; round < 10; round += 1) {
      masked += await maskLogFiles(folder, stars);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    clearInterval(writer);
    masked += await maskLogFiles(folder, stars);
    appendFileSync(join(folder, 'desk.log'), '');
    const lines = Array.from({ length: 51 }, (_, age) => {
      try {
        const name = age === 0 ? 'desk.log' : `desk.${age}.log`;
        return readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1);
      } catch {
        return [];
      }
    }).flat();
    expect(masked).toBe(Math.ceil(written / 3));
    expect(lines).toHaveLength(written);
    expect(lines.filter((line) => line.includes('Änne'))).toEqual([]);
    expect(lines.filter((line) => line.includes('Bert'))).toHaveLength(
      written - Math.ceil(written / 3),
    );
  });
});
