/** The disk takes no more, or no longer answers. Nothing was written; the worker pauses until there is room again. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';
}

/** The ledger may not be opened. The message says why and what to do, for a person to read. */
export class LedgerRefused extends Error {
  override readonly name = 'LedgerRefused';
}

/** The inbox is not there, as when a share is not mounted. Nothing is looked at until it is back: it is not empty. */
export class InboxUnavailable extends Error {
  override readonly name = 'InboxUnavailable';
}

/** Something only the operator can mend, such as a settings file with a fault. The message says where and what to do. */
export class DeskProblem extends Error {
  override readonly name = 'DeskProblem';
}
