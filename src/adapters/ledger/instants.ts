/** The same instant in the one spelling that sorts as text. Throws a RangeError for what is no instant. */
export function instant(time: string): string {
  return new Date(time).toISOString();
}

/** The instant `ms` milliseconds after another. */
export function later(time: string, ms: number): string {
  return new Date(Date.parse(time) + ms).toISOString();
}
