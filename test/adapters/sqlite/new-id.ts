let count = 0;

/** Ids that sort in the order they were given, as ULIDs do; different in each process. */
export function newId(): string {
  count += 1;
  return `${process.pid}-${Date.now()}-${String(count).padStart(8, '0')}`;
}
