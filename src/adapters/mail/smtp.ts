import { Readable } from 'node:stream';
import { rootCertificates } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Delivery } from '../../job/messages.ts';

/** The office's mail server. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly from: string;
  /** Whether the line must be encrypted. */
  readonly encrypted: boolean;
  /** From its start, before anything is said. */
  readonly atOnce: boolean;
  /** Certificates (PEM) that count beside those known to the world. */
  readonly ca?: string;
  readonly login?: { readonly user: string; readonly password: string };
  readonly limits?: Partial<typeof limits>;
}

/** A server may take minutes to look through a mail before it answers (RFC 5321, 4.5.3.2.6). */
const limits = { connectMs: 15_000, silenceMs: 300_000 };

/** Whole lines of what a server says would fill a list. */
const whyLengthMax = 200;

/** Hands one mail over, on a connection of its own. */
export async function sendBy(
  server: MailServer,
  mail: { readonly to: string; readonly bytes: Uint8Array },
  begin: () => Promise<boolean>,
): Promise<Delivery> {
  const connection = connectionTo(server);
  const broken = new Promise<never>((_, reject) => connection.on('error', reject));
  broken.catch(() => {});
  try {
    try {
      await Promise.race([broken, letIn(connection, server)]);
    } catch (error) {
      return { kind: 'unreachable', why: whyOf(error) };
    }
    if (!(await begin())) return { kind: 'later', why: 'it was taken back' };
    return await handOver(connection, { ...mail, from: server.from, broken });
  } finally {
    connection.close();
  }
}

/** Connects and logs in, and hangs up; why that was not possible, or undefined. */
export async function tryServer(server: MailServer): Promise<string | undefined> {
  const connection = connectionTo(server);
  const broken = new Promise<never>((_, reject) => connection.on('error', reject));
  broken.catch(() => {});
  try {
    await Promise.race([broken, letIn(connection, server)]);
    return undefined;
  } catch (error) {
    return whyOf(error);
  } finally {
    connection.quit();
    connection.close();
  }
}

function connectionTo({
  host,
  port,
  encrypted,
  atOnce,
  ca,
  limits: own,
}: MailServer): SMTPConnection {
  const { connectMs, silenceMs } = { ...limits, ...own };
  return new SMTPConnection({
    host,
    port,
    secure: atOnce,
    requireTLS: encrypted && !atOnce,
    ignoreTLS: !encrypted,
    ...(ca !== undefined && { tls: { ca: [...rootCertificates, ca] } }),
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: silenceMs,
  });
}

/** Connects and logs in. */
async function letIn(connection: SMTPConnection, { login }: MailServer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  if (!login) return;
  const credentials = { user: login.user, pass: login.password };
  await new Promise<void>((resolve, reject) => {
    connection.login({ credentials }, (error) => (error ? reject(error) : resolve()));
  });
}

interface HandingOver {
  readonly from: string;
  readonly to: string;
  readonly bytes: Uint8Array;
  readonly broken: Promise<never>;
}

/** The mail is read only when the server has asked for it: from then on a broken line leaves it open who has it. */
async function handOver(
  connection: SMTPConnection,
  { from, to, bytes, broken }: HandingOver,
): Promise<Delivery> {
  let begun = false;
  const body = new Readable({
    read() {
      begun = true;
      this.push(bytes);
      this.push(null);
    },
  });
  const sent = new Promise<string>((resolve, reject) => {
    connection.send({ from, to: [to] }, body, (error, info) => {
      if (error) reject(error);
      else resolve(String(info?.response ?? ''));
    });
  });
  try {
    return { kind: 'sent', why: (await Promise.race([broken, sent])).slice(0, whyLengthMax) };
  } catch (error) {
    return { kind: kindOf(error, begun), why: whyOf(error) };
  }
}

/** A reply settles it: 4 is “not now”, 5 is “never”. Without one it depends on how far we were. */
function kindOf(error: unknown, begun: boolean): Delivery['kind'] {
  const { responseCode = 0, command = 'CONN' } = error as Reply;
  if (command !== 'CONN' && responseCode >= 500) return 'refused';
  if (command !== 'CONN' && responseCode >= 400) return 'later';
  return begun ? 'uncertain' : 'later';
}

interface Reply {
  readonly responseCode?: number;
  readonly command?: string;
}

function whyOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').slice(0, whyLengthMax);
}
