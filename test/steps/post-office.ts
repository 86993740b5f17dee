import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { deskYaml, office } from './office.ts';
import type { Workplace } from './workplace.ts';

/** What the mail server answers, when it is not simply glad; a test may change it. */
interface Mood {
  rcpt?: number;
  data?: number;
}

/** A real mail server that keeps what it is given. */
export async function postOffice() {
  const mails: ParsedMail[] = [];
  const mood: Mood = {};
  const refusal = (responseCode: number): Error =>
    Object.assign(new Error('not like this'), { responseCode });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      done(mood.rcpt ? refusal(mood.rcpt) : null);
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        if (mood.data) return done(refusal(mood.data));
        mails.push(await simpleParser(Buffer.concat(chunks)));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  onTestFinished(close);
  return { mails, mood, port: portOf(server.server.address()), close };
}

/** A server that takes a mail and hangs up before it says whether it has it. */
export async function rudePostOffice(): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let inData = false;
    let mail = '';
    socket.write('220 here\r\n');
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      const text = bytes.toString('latin1');
      if (inData) {
        mail += text;
        if (mail.endsWith('\r\n.\r\n')) socket.destroy();
        return;
      }
      inData = text.startsWith('DATA');
      socket.write(inData ? '354 go on\r\n' : '250 fine\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return portOf(server.address());
}

/** The desk of an office that sends by this port, with a client who has an address. */
export async function mailingOffice(port: number | undefined, client = ''): Promise<Workplace> {
  const place = await office();
  const mail =
    port === undefined
      ? ''
      : `mail: { host: 127.0.0.1, port: ${port}, from: office@lindgren.example }\n`;
  await place.set('desk.yaml', `${deskYaml}${mail}`);
  await place.set(
    'clients/anna/client.yaml',
    `contact: anna@ek.example\ninvoice_to: { name: Anna Ek, street: Gatan 1, town: Malmö, country: SE }\n${client}`,
  );
  return place;
}

export function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
