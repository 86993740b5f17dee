import { availableParallelism } from 'node:os';

/** What the environment says; read here and nowhere else. */
export interface Environment {
  readonly deskFolder: string | undefined;
  readonly logLevel: string;
  readonly isTerminal: boolean;
  /** On a terminal, unless `NO_COLOR` says otherwise; `FORCE_COLOR` asks for them anywhere. */
  readonly wantsColours: boolean;
  readonly cores: number;
  /** What opens the office’s mail server. */
  readonly mailPassword: string | undefined;
  /** The folders in which programs are looked for. */
  readonly searchPath: string;
}

export function environment(): Environment {
  const isTerminal = process.stdout.isTTY === true;
  return {
    deskFolder: process.env['PROOFDESK_DESK'],
    logLevel: process.env['PROOFDESK_LOG'] ?? 'info',
    isTerminal,
    wantsColours: !process.env['NO_COLOR'] && (isTerminal || Boolean(process.env['FORCE_COLOR'])),
    cores: availableParallelism(),
    mailPassword: process.env['PROOFDESK_MAIL_PASSWORD'] || undefined,
    searchPath: process.env['PATH'] ?? '',
  };
}

/** What a process that is started by this one finds in its environment: all of ours, and this. */
export function environmentWith(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...more };
}
