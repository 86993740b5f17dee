import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMailer } from '../../src/adapters/mail/mailer.ts';
import { mailServerOf } from '../../src/app/notices.ts';
import { deskPaths } from '../../src/app/paths.ts';
import { sendMessages } from '../../src/steps/send-mail.ts';
import { tellClients } from '../../src/steps/tell.ts';
import { program } from '../parts.ts';
import { deliver } from './office.ts';
import { mailingOffice, portOf } from './post-office.ts';
import type { Workplace } from './workplace.ts';

const openssl = program('openssl');

/** A certificate that nobody else knows, for a server called localhost. */
function certificate(root: string): { readonly key: string; readonly cert: string } {
  const [key, cert] = [join(root, 'key.pem'), join(root, 'mail-ca.pem')];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const how = [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    '30',
  ];
  execFileSync(openssl ?? '', ['req', '-x509', ...how, ...name, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  });
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}

/** A real server that takes mails over an encrypted line only, from the office alone. */
async function lockedPostOffice(root: string, secure: boolean) {
  const mails: { readonly subject: string; readonly user: string; readonly secure: boolean }[] = [];
  const server = new SMTPServer({
    ...certificate(root),
    secure,
    onAuth({ username = '', password }, { secure: encrypted }, done) {
      if (password === 'sesame' && encrypted) done(null, { user: username });
      else done(new Error('no'));
    },
    onData(stream, { user, secure: encrypted }, done) {
      simpleParser(stream).then(({ subject = '' }) => {
        mails.push({ subject, user: String(user), secure: encrypted });
        done();
      }, done);
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { mails, port: portOf(server.server.address()) };
}

/** Works and sends; what came of each message. */
async function send(place: Workplace): Promise<readonly string[]> {
  const mailer = createMailer(() => mailServerOf(deskPaths(place.root), 'sesame'));
  await deliver(place, 'anna/one/a.txt');
  await tellClients(place.desk);
  await sendMessages({ ...place.desk, mailer });
  const messages = await place.desk.ledger.messages();
  return messages.map(({ state, remark = '' }) => `${state} ${remark}`);
}

async function setMail(place: Workplace, port: number, more: string): Promise<void> {
  const desk = readFileSync(join(place.root, 'desk.yaml'), 'utf8').replace(/^mail: .*\n/m, '');
  const mail = `{ host: localhost, port: ${port}, user: office, from: o@x.example, ${more} }`;
  await place.set('desk.yaml', `${desk}mail: ${mail}\n`);
}

describe.skipIf(!openssl)('mail over encrypted lines', () => {
  it.each([
    ['STARTTLS', 'required', false],
    ['TLS from the start', 'tls', true],
  ])('goes by %s to a server whose certificate is named, and to no other', async (...how) => {
    const [, encryption, secure] = how;
    const place = await mailingOffice(undefined);
    const { mails, port } = await lockedPostOffice(place.root, secure);
    await setMail(place, port, `encryption: ${encryption}, ca_file: mail-ca.pem`);
    const states = await send(place);
    expect(states.map((state) => state.split(' ')[0])).toEqual(['sent', 'sent']);
    expect(mails.map(({ user, secure: encrypted }) => [user, encrypted])).toEqual([
      ['office', true],
      ['office', true],
    ]);
    const stranger = await mailingOffice(undefined);
    await setMail(stranger, port, `encryption: ${encryption}`);
    expect((await send(stranger)).join('\n')).toMatch(/pending self-signed certificate/);
    expect(mails).toHaveLength(2);
  });

  it('is not sent to a server without encryption, and no password is said to it', async () => {
    const said: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onAuth({ password }, _session, done) {
        said.push(String(password));
        done(null, { user: 'x' });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const place = await mailingOffice(undefined);
    await setMail(place, portOf(server.server.address()), 'encryption: required');
    expect((await send(place))[0]).toMatch(/^pending .*STARTTLS/i);
    expect(said).toEqual([]);
  });

  it('names a certificate file that is none', async () => {
    const place = await mailingOffice(undefined);
    await setMail(place, 587, 'encryption: required, ca_file: nothing.pem');
    await expect(mailServerOf(deskPaths(place.root), 'x')).rejects.toThrow('which is not there');
    await place.set('nothing.pem', 'nonsense\n');
    await expect(mailServerOf(deskPaths(place.root), 'x')).rejects.toThrow('holds no certificate');
  });
});
