import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { program } from '../parts.ts';
import { stir } from '../torture/documents.ts';
import { drop, newDesk, type Running, runDesk, statusOf, until } from './desk.ts';

let desk: Awaited<ReturnType<typeof newDesk>>;
let daemon: Running | undefined;
beforeEach(async () => {
  desk = await newDesk();
}, 60_000);
afterEach(async () => {
  await daemon?.stop();
  daemon = undefined;
  desk.remove();
}, 60_000);

const delivered = (path: string) => existsSync(join(desk.root, 'outbox', path));
const page = () => {
  const file = join(desk.root, 'status.html');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

/** A port that nobody has at the moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

interface Got {
  readonly status: number;
  readonly text: string;
}

function get(port: number, path: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('what tells how the desk is', { timeout: 240_000 }, () => {
  it('health, readiness and metrics on this computer alone, without a name of anybody', async () => {
    const port = await freePort();
    appendFileSync(join(desk.root, 'desk.yaml'), `monitor_port: ${port}\n`);
    drop(desk.root, 'anna-berg/secret-plan.txt', 'We recieved it.\n');
    drop(desk.root, 'lost-in-the-inbox.txt', 'We recieved it.\n');
    daemon = runDesk(desk.root);
    await until(() => delivered('anna-berg/secret-plan/report/secret-plan.txt.json'), 90_000);
    await until(async () => (await get(port, '/readyz')).status === 200, 30_000);
    const { checks } = JSON.parse((await get(port, '/readyz')).text);
    expect(checks.map(({ check }: { check: string }) => check)).toEqual([
      'work',
      'ledger',
      'disk',
      'inbox',
    ]);
    expect((await get(port, '/healthz')).status).toBe(200);
    const done = /proofdesk_steps_total\{step="deliver",end="delivered"\} 1\n/;
    await until(async () => done.test((await get(port, '/metrics')).text), 30_000);
    const metrics = (await get(port, '/metrics')).text;
    expect(metrics).toContain('proofdesk_files_total{became="received"} 1\n');
    expect(metrics).toMatch(/proofdesk_waiting_for_a_person 1\n/);
    for (const name of ['anna', 'secret', 'lost-in', desk.root])
      expect(metrics).not.toContain(name);
    const promtool = program('promtool');
    if (promtool) execFileSync(promtool, ['check', 'metrics'], { input: metrics, stdio: 'pipe' });
    expect((await get(port, '/metrics', { host: 'evil.example' })).status).toBe(403);
    expect((await get(port, '/metrics', { host: `localhost:${port}` })).status).toBe(200);
    expect((await get(port, '/status.html')).status).toBe(404);
  });

  it('is not ready while the inbox is away, and is when it is back; a port that is taken stops nothing', async () => {
    const port = await freePort();
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
    appendFileSync(join(desk.root, 'desk.yaml'), `monitor_port: ${port}\n`);
    daemon = runDesk(desk.root);
    await until(() => daemon?.said().includes(`cannot be told on port ${port}`) ?? false, 60_000);
    await new Promise((resolve) => taken.close(resolve));
    const mark = join(desk.root, 'inbox', '.inbox-id');
    const id = readFileSync(mark);
    rmSync(mark);
    stir(desk.root);
    await until(
      async () => (await get(port, '/readyz').catch(() => undefined))?.status === 503,
      90_000,
    );
    const { checks } = JSON.parse((await get(port, '/readyz')).text);
    expect(checks.filter(({ well }: { well: boolean }) => !well)).toMatchObject([
      { check: 'inbox' },
    ]);
    writeFileSync(mark, id);
    stir(desk.root);
    await until(async () => (await get(port, '/readyz')).status === 200, 90_000);
  });

  it('the page, the log and the status say who has a document open, and that the desk is stopped', async () => {
    drop(desk.root, 'anna/letter.docx', 'It is being written.');
    drop(desk.root, 'anna/~$letter.docx', ownerFile('Ann'));
    drop(desk.root, 'ben/note.odt', 'It is being written.');
    drop(desk.root, 'ben/.~lock.note.odt#', ',ben,desk-7,24.11.2026 15:00,file:///x;');
    daemon = runDesk(desk.root);
    const sentences = ['open in Word by Ann', 'open in LibreOffice by ben'];
    for (const sentence of sentences) await until(() => page().includes(sentence), 60_000);
    expect(page()).toMatch(/open in Word by Ann.*<time>\(until \d{4}-/);
    drop(desk.root, 'anna/wakes-it.txt', 'We recieved it.\n');
    for (const sentence of sentences) {
      await until(() => daemon?.said().includes(sentence) ?? false, 60_000);
    }
    const { waits } = await statusOf(desk.root);
    expect(waits.find(({ what }) => what === 'anna/letter.docx')).toMatchObject({
      why: 'open in Word by Ann; it is taken once it is closed',
      whose: 'time',
      until: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    expect(await daemon.stop()).toBe(0);
    expect(page()).toContain('The desk was stopped on');
  });

  it('takes nothing in while the disk is nearly full, says so, and goes on by itself when the settings or the disk allow', async () => {
    const settings = join(desk.root, 'desk.yaml');
    const roomy = readFileSync(settings, 'utf8');
    const full = roomy.replace('keep_free_megabytes: 500', 'keep_free_megabytes: 1000000');
    writeFileSync(settings, full);
    drop(desk.root, 'anna/letter.txt', 'We recieved it.\n');
    daemon = runDesk(desk.root);
    await until(() => daemon?.said().includes('disk nearly full') ?? false, 60_000);
    await until(() => page().includes('disk nearly full: less than 1000000 MB'), 30_000);
    expect(page()).toMatch(/disk: \d+ MB free, 1000000 MB are kept free/);
    expect((await statusOf(desk.root)).waits).toMatchObject([
      { what: 'anna/letter.txt', whose: 'you', why: expect.stringContaining('disk nearly full') },
    ]);
    expect(existsSync(join(desk.root, 'inbox/anna/letter.txt'))).toBe(true);
    writeFileSync(settings, roomy);
    await until(() => delivered('anna/letter/corrected/letter.txt'), 120_000);
    expect(daemon.said()).toContain('"changed":["keep_free_megabytes"]');
  });

  it('has no more documents of a client in work than it may; the others wait and are taken later', async () => {
    appendFileSync(join(desk.root, 'desk.yaml'), 'in_work_per_client: 2\n');
    for (let file = 0; file < 7; file += 1) {
      drop(desk.root, `anna/many/${file}.txt`, `We recieved letter ${file}.\n`);
    }
    drop(desk.root, 'ben/one.txt', 'We recieved it.\n');
    daemon = runDesk(desk.root);
    await until(() => delivered('ben/one/report/one.txt.json'), 120_000);
    await until(
      () => daemon?.said().includes('2 documents of this client are in work') ?? false,
      60_000,
    );
    await until(async () => (await statusOf(desk.root)).documents['delivered'] === 8, 180_000);
  });
});

/** As Word writes it: a length and the name, and from byte 54 the same in UTF-16; 162 bytes. */
function ownerFile(name: string): Buffer {
  const bytes = Buffer.alloc(162);
  bytes.writeUInt8(name.length, 0);
  bytes.write(name, 1, 'latin1');
  bytes.writeUInt16LE(name.length, 54);
  bytes.write(name, 56, 'utf16le');
  return bytes;
}
