import { pino } from 'pino';
import pretty from 'pino-pretty';
import type { Log } from '../ports.ts';

/** Synchronous, so that the last lines before a crash are there; readable on a terminal, JSON elsewhere. */
export function createLog(options: { readonly level: string; readonly isTerminal: boolean }): Log {
  const destination = options.isTerminal
    ? pretty({
        sync: true,
        singleLine: true,
        ignore: 'pid,hostname',
        translateTime: 'SYS:HH:MM:ss',
      })
    : pino.destination({ fd: 1, sync: true });
  return pino({ level: options.level, base: null }, destination);
}

/** For commands that print what they do themselves. */
export const quietLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
