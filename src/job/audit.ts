/** Where the audit trail stood at some time, as it is printed: the number of the record and the start of its seal. */
export type AuditHead = string;

/** What checking the audit trail found. */
export interface AuditFindings {
  readonly records: number;
  /** Records whose details were erased, as a client may ask for; who, what and when still hold. */
  readonly erased: number;
  /** Undefined while there are no records. */
  readonly head?: AuditHead;
  /** The first record that is not as it was written. */
  readonly broken?: { readonly record: number; readonly sentence: string };
  /** Heads that were noted elsewhere and are not in the trail: its end was cut off, or all of it was made anew. */
  readonly strangers: readonly AuditHead[];
}
