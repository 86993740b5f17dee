import { multistream, pino } from 'pino';
import pretty from 'pino-pretty';
import { openLogFile } from '../adapters/fs/log-file.ts';
import type { Log } from '../ports.ts';
import { maskCards } from '../report/cards.ts';

/** Some weeks of a busy desk. */
const logFileLimits = { bytesMax: 5_000_000, oldFilesMax: 5 };

/**
 * Synchronous, so that the last lines before a crash are there; readable on a terminal, JSON elsewhere.
 * With a `folder`, every line goes into files there as well.
 */
export function createLog(options: {
  readonly level: string;
  readonly isTerminal: boolean;
  readonly folder?: string;
}): Log {
  const { level, folder } = options;
  const shown = options.isTerminal
    ? pretty({
        sync: true,
        singleLine: true,
        ignore: 'pid,hostname',
        translateTime: 'SYS:HH:MM:ss',
      })
    : pino.destination({ fd: 1, sync: true });
  const plain = { level, base: null, formatters: { log: masked } };
  if (folder === undefined) return pino(plain, shown);
  const streams = [shown, openLogFile(folder, logFileLimits)];
  const all = streams.map((stream) => ({ stream, level: 'trace' as const }));
  return pino(plain, multistream(all));
}

/** A name or an error may hold a payment card number; a log is no place for it. */
function masked(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(data).map(([key, value]) => {
    return [key, typeof value === 'string' ? maskCards(value) : value] as const;
  });
  return Object.fromEntries(entries);
}

/** For commands that print what they do themselves. */
export const quietLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
