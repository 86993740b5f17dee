import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';

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
  /** Where systemd hears how a service of “Type=notify” is, and how often it wants to hear that it is alive. */
  readonly notifySocket: string | undefined;
  readonly watchdogMs: number | undefined;
  /** The port of this computer for health and metrics; it comes before the one of desk.yaml. */
  readonly monitorPort: number | undefined;
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
    notifySocket: process.env['NOTIFY_SOCKET'] || undefined,
    watchdogMs: watchdogMs(),
    monitorPort: wholeNumber(process.env['PROOFDESK_MONITOR_PORT']),
  };
}

/** Where systemd looks for units: those of the machine, and those of a user. */
export function unitFolders(): { readonly machine: string; readonly user: string } {
  const config = process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
  return { machine: '/etc/systemd/system', user: join(config, 'systemd', 'user') };
}

/** Another process may be meant: then the number of that one stands beside it. */
function watchdogMs(): number | undefined {
  const microseconds = wholeNumber(process.env['WATCHDOG_USEC']);
  const pid = wholeNumber(process.env['WATCHDOG_PID']);
  if (microseconds === undefined || (pid !== undefined && pid !== process.pid)) return undefined;
  return microseconds / 1_000;
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** What a process that is started by this one finds in its environment: all of ours, and this. */
export function environmentWith(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...more };
}
