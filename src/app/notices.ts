import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MailServer } from '../adapters/mail/smtp.ts';
import type { MessageTemplate, Notices } from '../job/messages.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { DeskPaths } from './paths.ts';
import { readClientFile, readDeskFile } from './profiles.ts';
import { filesIn, readIfThere, readText } from './reading.ts';
import type { DeskFile } from './settings-files.ts';

const shippedTemplates = fileURLToPath(new URL('../../templates/', import.meta.url));

/** How clients are kept informed, from desk.yaml, client.yaml and the templates, read anew each time. */
export function createNotices(paths: DeskPaths): Notices {
  return {
    async of(client) {
      const desk = await readDeskFile(paths);
      const file = await readClientFile(paths, client);
      const notify = file.notify ?? 'email';
      const from = desk.mail?.from ?? desk.address?.email;
      const where = file.documents_at ?? desk.documents_at;
      return {
        office: desk.office,
        language: file.language ?? desk.language,
        page: notify !== 'none',
        canSend: desk.mail !== undefined,
        ...(notify === 'email' && file.contact !== undefined && { recipient: file.contact }),
        ...(from !== undefined && { from }),
        ...(where !== undefined && { where }),
        monthly: file.retainer !== undefined,
        ...(file.review_silence_days !== undefined && { silenceDays: file.review_silence_days }),
      };
    },
    async ofOffice() {
      const { office, language, mail, address } = await readDeskFile(paths);
      if (!mail) return { office, language, page: false, canSend: false };
      const recipient = mail.to_office ?? address?.email ?? mail.from;
      return { office, language, page: false, canSend: true, recipient, from: mail.from };
    },
    template: (name, language) => templateNamed(name, language, paths),
    async reminderDays() {
      return (await readDeskFile(paths)).invoice.reminders;
    },
  };
}

/** The mail server of desk.yaml; undefined while there is none. Throws DeskProblem. */
export async function mailServerOf(
  paths: DeskPaths,
  passwordInEnvironment: string | undefined,
): Promise<MailServer | undefined> {
  const { mail } = await readDeskFile(paths);
  if (!mail) return undefined;
  const { host, port, user, from } = mail;
  const encrypted = isEncrypted(mail);
  const ca = encrypted ? await certificateIn(mail, paths) : undefined;
  const atOnce = encrypted && (mail.encryption === 'tls' || port === 465);
  const server = { host, port, from, encrypted, atOnce, ...(ca !== undefined && { ca }) };
  if (user === undefined) return server;
  if (!encrypted && !isThisComputer(host)) {
    throw new DeskProblem(
      'desk.yaml: a password is never sent over a line that is not encrypted. Take “encryption: none” out of “mail”.',
    );
  }
  const password = passwordInEnvironment ?? (await passwordIn(mail, paths));
  return { ...server, login: { user, password } };
}

type MailFile = NonNullable<DeskFile['mail']>;

async function certificateIn(
  { ca_file: named }: MailFile,
  paths: DeskPaths,
): Promise<string | undefined> {
  if (named === undefined) return undefined;
  const source = await readIfThere(resolve(paths.root, named), named);
  if (source?.text.includes('-----BEGIN CERTIFICATE-----')) return source.text;
  throw new DeskProblem(
    `desk.yaml: “ca_file” of “mail” names ${named}, which ${source ? 'holds no certificate (PEM)' : 'is not there'}.`,
  );
}

function isEncrypted({ encryption, host }: MailFile): boolean {
  return (encryption ?? (isThisComputer(host) ? 'none' : 'required')) !== 'none';
}

function isThisComputer(host: string): boolean {
  return ['localhost', '127.0.0.1', '::1'].includes(host);
}

/** The rights of a file that others may read: any of group and others. */
const othersMode = 0o077;

async function passwordIn({ password_file: named }: MailFile, paths: DeskPaths): Promise<string> {
  const path = named === undefined ? paths.mailPassword : resolve(paths.root, named);
  const source = await readIfThere(path, path);
  if (!source) {
    throw new DeskProblem(
      `There is no password for the mail server: set PROOFDESK_MAIL_PASSWORD, or write it into ${path}, a file that only you may read.`,
    );
  }
  if (process.platform !== 'win32' && ((await stat(path)).mode & othersMode) !== 0) {
    throw new DeskProblem(
      `Others may read ${path}, which holds the password of the mail server. Type: chmod 600 "${path}"`,
    );
  }
  return source.text.replace(/\r?\n$/, '');
}

/** The names of all messages. */
export async function templateNames(): Promise<readonly string[]> {
  const names = await filesIn(join(shippedTemplates, 'en'));
  return names.filter((name) => name.endsWith('.txt')).map((name) => name.slice(0, -4));
}

/** The desk's own before the shipped one, the exact language before the general one, English last. */
export async function templateNamed(
  name: string,
  language: string,
  paths: DeskPaths,
): Promise<MessageTemplate> {
  const general = language.split('-')[0] ?? language;
  const places = [language, general, 'en'].flatMap((folder) => [
    join(paths.templates, folder),
    join(shippedTemplates, folder),
  ]);
  const layout =
    (await textIn(paths.templates, 'layout.hbs')) ??
    (await readText(join(shippedTemplates, 'layout.hbs')));
  for (const place of places) {
    const text = await textIn(place, `${name}.txt`);
    if (text === undefined) continue;
    const html = await textIn(place, `${name}.hbs`);
    return { text, layout, ...(html !== undefined && { html }) };
  }
  throw new Error(`there is no template ${name}`);
}

async function textIn(folder: string, name: string): Promise<string | undefined> {
  return (await readIfThere(join(folder, name), name))?.text;
}
