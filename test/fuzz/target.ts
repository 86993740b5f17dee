/** A reader of bytes that come from somebody else. */
export interface Target {
  readonly name: string;
  /** What it reads when all is well; mutations begin with these. */
  readonly seeds: readonly Uint8Array[];
  /**
   * Reads bytes made from the seed of this number. What it refuses as it should is well; it throws when it fails in another
   * way, and resolves to a sentence when what it read does not hold a law.
   */
  tryOut(bytes: Uint8Array, seed: number): Promise<string | undefined>;
}
