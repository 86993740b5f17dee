import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLogFile } from '../../../src/adapters/fs/log-file.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'proofdesk-log-')), 'log');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const names = () => readdirSync(folder).sort();
const line = (number: number) => `{"line":${String(number).padStart(6, '0')}}\n`;

it('begins a new file when one has grown, keeps a few, and lets the oldest go', () => {
  const log = openLogFile(folder, { bytesMax: 1_000, oldFilesMax: 3 });
  for (let number = 0; number < 1_000; number += 1) log.write(line(number));
  expect(names()).toEqual(['desk.1.log', 'desk.2.log', 'desk.3.log', 'desk.log']);
  for (const name of names()) {
    expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(1_000 + line(0).length);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  }
  const newest = [3, 2, 1].map((age) => readFileSync(join(folder, `desk.${age}.log`), 'utf8'));
  const all = [...newest, readFileSync(join(folder, 'desk.log'), 'utf8')].join('');
  const lines = all.trim().split('\n');
  expect(lines.at(-1)).toBe(line(999).trim());
  expect(lines).toEqual(lines.toSorted());
  expect(new Set(lines).size).toBe(lines.length);
});

it('goes on in the file that is there, and has every line when the process is killed', () => {
  const source = new URL('../../../src/adapters/fs/log-file.ts', import.meta.url).href;
  const script = `
    const { openLogFile } = await import(${JSON.stringify(source)});
    const log = openLogFile(${JSON.stringify(folder)}, { bytesMax: 1_000_000, oldFilesMax: 2 });
    for (let number = 0; number < 1_000; number += 1) log.write('x'.repeat(50) + '\\n');
    process.kill(process.pid, 'SIGKILL');
  `;
  for (const _ of [1, 2]) {
    expect(spawnSync(process.execPath, ['--input-type=module', '-e', script]).signal).toBe(
      'SIGKILL',
    );
  }
  expect(names()).toEqual(['desk.log']);
  expect(readFileSync(join(folder, 'desk.log'), 'utf8').split('\n')).toHaveLength(2_001);
});

it('holds up nothing when the disk is full or its folder is gone', () => {
  mkdirSync(folder);
  symlinkSync('/dev/full', join(folder, 'desk.log'));
  const full = openLogFile(folder, { bytesMax: 10_000_000, oldFilesMax: 2 });
  for (let number = 0; number < 100_000; number += 1) full.write(line(number));
  rmSync(join(folder, 'desk.log'));
  const log = openLogFile(folder, { bytesMax: 100, oldFilesMax: 2 });
  rmSync(folder, { recursive: true });
  for (let number = 0; number < 100; number += 1)
    expect(() => log.write(line(number))).not.toThrow();
});
