/** An invoice or quote as text that is kept for ever: every number exact, the same value the same text. */
export function frozen(value: object): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'bigint') return { bigint: part.toString() };
    if (part instanceof Map) return { map: [...part] };
    return part;
  });
}

/** What `frozen` made, as it was. Only text of its making may come here. */
export function thawed<T>(text: string): T {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    const keys = Object.keys(value);
    if (keys.length !== 1) return value;
    if ('bigint' in value && typeof value.bigint === 'string') return BigInt(value.bigint);
    if ('map' in value && Array.isArray(value.map)) return new Map(value.map);
    return value;
  }) as T;
}
