import { createDictionaries } from '../../adapters/dictionaries/dictionaries.ts';
import { createHarper } from '../../adapters/harper/harper.ts';
import { serveLocally } from '../../adapters/http/local-server.ts';
import { tryServer } from '../../adapters/mail/smtp.ts';
import type { Environment } from '../config.ts';
import { findLibreOffice } from '../libreoffice.ts';
import { mailServerOf } from '../notices.ts';
import type { DeskPaths } from '../paths.ts';
import type { DeskFile } from '../settings-files.ts';
import { Ailment } from './check-up.ts';

export async function allDictionaries(): Promise<string> {
  const { hunspell } = createDictionaries();
  const sizes: string[] = [];
  for (const dialect of ['en-US', 'en-GB', 'en-CA', 'en-AU'] as const) {
    const { dic } = await hunspell(dialect);
    sizes.push(`${dialect} ${(dic.length / 1e6).toFixed(1)} MB`);
  }
  return sizes.join(', ');
}

export async function grammarAnswers(): Promise<string> {
  const grammar = createHarper();
  try {
    const paragraphs = ['It works.'];
    const [verdict] = await grammar.check({ paragraphs, dialect: 'en-US', rules: [] });
    if (verdict?.kind === 'checked') return 'answers';
    throw new Ailment(verdict?.reason ?? 'no answer', 'Run “npm ci” again.');
  } finally {
    await grammar.close();
  }
}

export function libreOffice({ libreoffice }: DeskFile, searchPath: string): string {
  return (
    findLibreOffice(libreoffice, searchPath) ??
    'not used: old Word documents (.doc) go into quarantine'
  );
}

/** Connects and logs in; no mail is sent. */
export async function mailServer(
  paths: DeskPaths,
  passwordInEnvironment: string | undefined,
): Promise<string> {
  const server = await mailServerOf(paths, passwordInEnvironment);
  if (!server) return 'none: messages to clients lie in the outbox as files';
  const why = await tryServer(server);
  if (why === undefined) return `${server.host} takes mails from this office`;
  throw new Ailment(
    `${server.host}:${server.port} does not let the office in: ${why}`,
    'Check “mail” in desk.yaml and the password, and ask whoever runs the server.',
  );
}

/** Free, or held by the desk itself while it works. */
export async function monitorPort(
  { monitor_port }: DeskFile,
  { monitorPort: inEnvironment }: Pick<Environment, 'monitorPort'>,
  isAtWork: boolean,
): Promise<string> {
  const port = inEnvironment ?? monitor_port;
  if (port === undefined) return 'none: health and metrics are not told';
  if (isAtWork) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    if (answer?.ok) return `${port}, the desk answers there`;
    throw new Ailment(
      `${port}: the desk at work does not answer there`,
      'Another program may have this port: choose another monitor_port in desk.yaml.',
    );
  }
  try {
    await (await serveLocally(port, {})).close();
    return `${port} is free`;
  } catch (error) {
    throw new Ailment(
      `${port}: ${error instanceof Error ? error.message : String(error)}`,
      'Another program has this port: choose another monitor_port in desk.yaml.',
    );
  }
}
