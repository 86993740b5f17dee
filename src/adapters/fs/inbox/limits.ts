/** What the inbox waits for, and how much it takes. */
export interface InboxLimits {
  readonly settleMs: number;
  readonly quickLookMs: number;
  readonly ownerFileWaitMs: number;
  readonly emptyWaitMs: number;
  readonly endWaitMs: number;
  readonly downloadWaitMs: number;
  readonly keepMs: number;
  readonly sizeBytesMax: number;
  readonly depthMax: number;
  readonly filesMax: number;
  readonly rereadsMax: number;
  readonly rereadPauseMs: number;
}

export const inboxLimits: InboxLimits = {
  /** Programs that copy write at least once in this time; on a network share three times as long is better. */
  settleMs: 5_000,
  /** Between two looks at a file that was left alone long ago: nothing but a check that no one has it in hand. */
  quickLookMs: 200,
  /** Word's mark stays behind when Word crashes; nobody has a letter open for longer than a working day. */
  ownerFileWaitMs: 12 * 3_600_000,
  /** A sync program fills its placeholders within minutes; a file that stays empty needs a person. */
  emptyWaitMs: 10 * 60_000,
  /** A file without its end that nobody has written to for so long will not get one: it is damaged. */
  endWaitMs: 60_000,
  /** A browser's half-done download holds its job open while it moves; after this it was given up. */
  downloadWaitMs: 10 * 60_000,
  /** How long what was taken is kept, to catch a copy that stalled and goes on: networks come back within minutes. */
  keepMs: 5 * 60_000,
  /** The largest manuscripts with pictures have some tens of MB; reading one takes several times its size in memory. */
  sizeBytesMax: 100_000_000,
  /** Deeper folders are a mistake, such as a folder copied into itself. */
  depthMax: 16,
  /** Each file costs some 500 bytes while it waits; the rest is looked at once these are taken. */
  filesMax: 50_000,
  /** So often a file is read until it stands still; then it is left until the next round. */
  rereadsMax: 3,
  rereadPauseMs: 200,
};
