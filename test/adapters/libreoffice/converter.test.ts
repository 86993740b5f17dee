import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createConverter } from '../../../src/adapters/libreoffice/converter.ts';
import { runLimited } from '../../../src/adapters/libreoffice/run.ts';
import { docx } from '../../../src/formats/docx/docx.ts';
import { program } from '../../parts.ts';

const searchPath = process.env['PATH'] ?? '';
const bytes = new Uint8Array(Buffer.from('no document'));

/** A converter whose program is a shell script that is called with the arguments of LibreOffice. */
async function withScript(script: string, limits = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'proofdesk-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'soffice');
  await writeFile(file, `#!/bin/sh\n${script.replaceAll('HERE', folder)}\n`, { mode: 0o755 });
  return { folder, converter: createConverter({ program: file, searchPath, limits }) };
}

const leftovers = async (): Promise<readonly string[]> =>
  (await readdir(tmpdir())).filter((name) => name.startsWith('proofdesk-convert-'));

describe.skipIf(process.platform === 'win32')('the converter', { timeout: 60_000 }, () => {
  it('gives what the program wrote, and leaves nothing behind', async () => {
    const before = await leftovers();
    const { converter } = await withScript('cp document.doc document.docx');
    expect(Buffer.from(await converter.toDocx(bytes)).toString()).toBe('no document');
    expect(await leftovers()).toEqual(before);
  });

  it('tries once more, and then says that it could not', async () => {
    const { converter, folder } = await withScript('echo x >> HERE/tries');
    await expect(converter.toDocx(bytes)).rejects.toMatchObject({ code: 'legacy-format' });
    expect(await readFile(join(folder, 'tries'), 'utf8')).toBe('x\nx\n');
    const second = await withScript(
      '[ -e HERE/first ] && cp document.doc document.docx; touch HERE/first',
    );
    expect((await second.converter.toDocx(bytes)).length).toBe(bytes.length);
  });

  it('ends the program at its deadline, with what it started', async () => {
    const { converter, folder } = await withScript('(sleep 4; touch HERE/alive) & sleep 60', {
      deadlineMs: 500,
    });
    await expect(converter.toDocx(bytes)).rejects.toMatchObject({ code: 'took-too-long' });
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(existsSync(join(folder, 'alive'))).toBe(false);
  });

  it('does not let it write more than fits through the gate', async () => {
    const { converter } = await withScript(
      'dd if=/dev/zero of=document.docx bs=1000 count=9 2>/dev/null',
      { sizeBytesMax: 4_096 },
    );
    await expect(converter.toDocx(bytes)).resolves.toHaveLength(4_096);
  });

  it('converts one document at a time', async () => {
    const { converter, folder } = await withScript(
      'echo in >> HERE/log; sleep 0.3; cp document.doc document.docx; echo out >> HERE/log',
    );
    await Promise.all([converter.toDocx(bytes), converter.toDocx(bytes)]);
    expect(await readFile(join(folder, 'log'), 'utf8')).toBe('in\nout\nin\nout\n');
  });

  it('gives the program a home of its own and none of the settings of the desk', async () => {
    const { converter } = await withScript('env > document.docx');
    const seen = Buffer.from(await converter.toDocx(bytes)).toString();
    expect(seen).toMatch(/^HOME=.*proofdesk-convert-/m);
    expect(seen.split('\n').some((line) => line.startsWith('VITEST'))).toBe(false);
  });
});

const soffice = program('soffice');

describe.skipIf(soffice === undefined)('LibreOffice', { timeout: 120_000 }, () => {
  const letter = new URL('../../../fixtures/sample/letter.docx', import.meta.url);

  it('makes a .docx of an old Word document, and fetches nothing for it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'proofdesk-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    let asked = 0;
    const server = createServer((_, answer) => {
      asked += 1;
      answer.end();
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const picture = `<img src="http://127.0.0.1:${port}/a.png">`;
    await writeFile(join(folder, 'a.html'), `<html><body><p>Hello.</p>${picture}</body></html>`);
    const converter = createConverter({ program: soffice ?? '', searchPath });
    const page = new Uint8Array(readFileSync(join(folder, 'a.html')));
    await converter.toDocx(page).catch(() => undefined);
    expect(asked).toBe(0);
    const old = await oldWord(folder, readFileSync(letter));
    const made = docx.open(await converter.toDocx(old)).document.text;
    expect(made).toBe(docx.open(readFileSync(letter)).document.text);
  });

  async function oldWord(folder: string, bytesOfDocx: Uint8Array): Promise<Uint8Array> {
    await writeFile(join(folder, 'letter.docx'), bytesOfDocx);
    await runLimited({
      program: soffice ?? '',
      arguments: [
        `-env:UserInstallation=file://${folder}/profile`,
        ...['--headless', '--convert-to', 'doc:MS Word 97', '--outdir', folder],
        join(folder, 'letter.docx'),
      ],
      folder,
      searchPath,
      deadlineMs: 60_000,
      fileBytesMax: 100_000_000,
    });
    return new Uint8Array(readFileSync(join(folder, 'letter.doc')));
  }
});
