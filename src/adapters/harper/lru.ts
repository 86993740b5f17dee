/** A map that holds so many entries and forgets the one that was not used for longest. */
export interface Lru<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

export function createLru<Value>(entriesMax: number): Lru<Value> {
  // A Map lists its entries in the order they were put in, so the first is the oldest.
  const entries = new Map<string, Value>();
  const put = (key: string, value: Value) => {
    entries.delete(key);
    entries.set(key, value);
  };
  return {
    get(key) {
      const value = entries.get(key);
      if (value !== undefined) put(key, value);
      return value;
    },
    set(key, value) {
      put(key, value);
      const [oldest] = entries.size > entriesMax ? entries.keys() : [];
      if (oldest !== undefined) entries.delete(oldest);
    },
  };
}
