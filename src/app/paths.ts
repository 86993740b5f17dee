import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The folders of a desk, absolute. */
export interface DeskPaths {
  readonly root: string;
  readonly settings: string;
  readonly clients: string;
  readonly inbox: string;
  readonly outbox: string;
  readonly returns: string;
  readonly quarantine: string;
  readonly duplicates: string;
  readonly pipelines: string;
  readonly dictionaries: string;
  readonly rates: string;
  readonly bank: string;
  readonly translations: string;
  readonly templates: string;
  readonly work: string;
  readonly store: string;
  readonly ledger: string;
  readonly lock: string;
  readonly key: string;
  readonly auditHead: string;
  /** Which clients were erased, as marks; and whom a backup brought back who could not be erased again at once. */
  readonly erasures: string;
  readonly eraseAgain: string;
  /** The nightly ones. */
  readonly backups: string;
  readonly mailPassword: string;
  /** What the desk did, in files of JSON lines, a few of them. */
  readonly log: string;
  readonly statusPage: string;
}

/** Where everything of a desk is. */
export function deskPaths(folder: string): DeskPaths {
  const root = resolve(folder);
  const inside = (...parts: string[]): string => join(root, ...parts);
  return {
    root,
    settings: inside('desk.yaml'),
    clients: inside('clients'),
    inbox: inside('inbox'),
    outbox: inside('outbox'),
    returns: inside('returns'),
    quarantine: inside('quarantine'),
    duplicates: inside('duplicates'),
    pipelines: inside('pipelines'),
    dictionaries: inside('dictionaries'),
    rates: inside('rates'),
    bank: inside('bank'),
    translations: inside('translations'),
    templates: inside('templates'),
    work: inside('.proofdesk', 'work'),
    store: inside('.proofdesk', 'store'),
    ledger: inside('.proofdesk', 'ledger.sqlite'),
    lock: inside('.proofdesk', 'lock.sqlite'),
    key: inside('.proofdesk', 'key'),
    backups: inside('.proofdesk', 'backups'),
    auditHead: inside('.proofdesk', 'audit-head'),
    erasures: inside('.proofdesk', 'erasures.json'),
    eraseAgain: inside('.proofdesk', 'erase-again.json'),
    mailPassword: inside('.proofdesk', 'mail-password'),
    log: inside('.proofdesk', 'log'),
    statusPage: inside('status.html'),
  };
}

/** Whether there is a desk in a folder. */
export function isDesk(folder: string): boolean {
  return existsSync(deskPaths(folder).settings);
}

/** The desk in which a folder lies; undefined where it lies in none. */
export function deskAround(folder: string): string | undefined {
  for (let above = folder; above !== dirname(above); above = dirname(above)) {
    if (isDesk(above)) return above;
  }
  return undefined;
}
