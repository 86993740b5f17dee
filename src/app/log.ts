import { pino } from 'pino';
import pretty from 'pino-pretty';
import type { Log } from '../ports.ts';
import { maskCards } from '../report/cards.ts';

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
  const formatters = { log: masked };
  return pino({ level: options.level, base: null, formatters }, destination);
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
