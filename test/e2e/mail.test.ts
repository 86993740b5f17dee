import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drop, newDesk, proofdesk, startProofdesk } from './desk.ts';

let desk: Awaited<ReturnType<typeof newDesk>>;
beforeEach(async () => {
  desk = await newDesk();
}, 30_000);
afterEach(() => desk.remove());

function sendBy(port: number): void {
  appendFileSync(
    join(desk.root, 'desk.yaml'),
    `mail: { host: 127.0.0.1, port: ${port}, from: office@lindgren.example }\n`,
  );
  mkdirSync(join(desk.root, 'clients/anna'), { recursive: true });
  writeFileSync(join(desk.root, 'clients/anna/client.yaml'), 'contact: anna@ek.example\n');
  drop(desk.root, 'anna/offer/offer.txt', 'We recieved your letter.\n');
}

interface Row {
  readonly id: string;
  readonly about: string;
  readonly state: string;
}

async function rows(): Promise<readonly Row[]> {
  const list = await proofdesk('--desk', desk.root, 'mail', 'list', '--all', '--json');
  return JSON.parse(list.stdout) as readonly Row[];
}

/** A mail server that takes the whole of a mail and then says nothing; `onMail` hears of it. */
async function silentServer(onMail: () => void) {
  const server = createServer((socket) => {
    let inData = false;
    let mail = '';
    socket.on('error', () => {});
    socket.write('220 here\r\n');
    socket.on('data', (bytes) => {
      const text = bytes.toString('latin1');
      if (inData) {
        mail += text;
        if (mail.endsWith('\r\n.\r\n')) onMail();
        return;
      }
      inData = text.startsWith('DATA');
      socket.write(inData ? '354 go on\r\n' : '250 fine\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, close: () => server.close() };
}

describe('kill -9 while the mail server has a message', { timeout: 300_000 }, () => {
  it('leaves it uncertain: it is shown, and never sent again by itself', async () => {
    let child: ReturnType<typeof startProofdesk> | undefined;
    let mails = 0;
    const server = await silentServer(() => {
      mails += 1;
      child?.kill('SIGKILL');
    });
    sendBy(server.port);
    child = startProofdesk('--desk', desk.root, 'once');
    await new Promise((resolve) => child?.on('exit', resolve));
    expect((await rows()).map(({ state }) => state)).toEqual(['sending', 'pending']);
    child = startProofdesk('--desk', desk.root, 'once');
    await new Promise((resolve) => child?.on('exit', resolve));
    server.close();
    expect((await rows()).map(({ state }) => state)).toEqual(['uncertain', 'sending']);
    await proofdesk('--desk', desk.root, 'once');
    expect((await rows()).map(({ state }) => state)).toEqual(['uncertain', 'uncertain']);
    expect(mails).toBe(2);
    const list = await proofdesk('--desk', desk.root, 'mail');
    expect(list).toMatchObject({ code: 1 });
    expect(list.stdout).toContain('uncertain');
  });
});

/** Debian's own, for which Debian's packages are. */
const python = '/usr/bin/python3';

const hasAiosmtpd = (() => {
  try {
    execFileSync(python, ['-c', 'import aiosmtpd'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Another mail server, in Python, that puts each mail into a folder. */
const aiosmtpd = `
import os, sys, time
from aiosmtpd.controller import Controller
class Keeper:
    count = 0
    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        with open(os.path.join(sys.argv[1], '%02d.eml' % self.count), 'wb') as file:
            file.write(envelope.content)
        return '250 kept'
import socket
free = socket.socket(); free.bind(('127.0.0.1', 0)); port = free.getsockname()[1]; free.close()
Controller(Keeper(), hostname='127.0.0.1', port=port).start()
print(port, flush=True)
while True: time.sleep(60)
`;

describe.skipIf(!hasAiosmtpd)('a mail server in Python', { timeout: 300_000 }, () => {
  it('gets each message once, whole, over however many runs', async () => {
    const folder = join(desk.root, 'kept');
    mkdirSync(folder);
    const server = spawn(python, ['-c', aiosmtpd, folder]);
    try {
      const port = await new Promise<number>((resolve) =>
        server.stdout.once('data', (bytes: Buffer) => resolve(Number(bytes.toString()))),
      );
      sendBy(port);
      await proofdesk('--desk', desk.root, 'once');
      const [first] = await rows();
      await proofdesk('--desk', desk.root, 'once');
      await proofdesk('--desk', desk.root, 'mail', 'resend', first?.id ?? '', '--because', 'lost');
      await proofdesk('--desk', desk.root, 'once');
      const mails = await Promise.all(
        readdirSync(folder)
          .sort()
          .map((name) => simpleParser(readFileSync(join(folder, name)))),
      );
      expect(mails.map(({ subject }) => subject)).toEqual([
        'Your documents for “offer” are here',
        'Your documents for “offer” are back',
        'Your documents for “offer” are here',
      ]);
      expect(mails[1]?.text).toContain('- offer.txt');
      expect(mails[0]?.text).toBe(mails[2]?.text);
      expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(3);
    } finally {
      server.kill();
    }
  });
});
