import { multistream, pino } from 'pino';
import pretty from 'pino-pretty';
import { openLogFile } from '../adapters/fs/log-file.ts';
import type { Log } from '../ports.ts';

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
  if (folder === undefined) return pino({ level, base: null }, shown);
  const streams = [shown, openLogFile(folder, logFileLimits)];
  const all = streams.map((stream) => ({ stream, level: 'trace' as const }));
  return pino({ level, base: null }, multistream(all));
}

/** For commands that print what they do themselves. */
export const quietLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
