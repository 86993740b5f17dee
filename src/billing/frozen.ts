import type { Invoice } from './invoice.ts';

/** An invoice as text that is kept for ever: every number exact, the same invoice the same text. */
export function frozen(invoice: Invoice): string {
  return JSON.stringify(invoice, (_key, value: unknown) => {
    if (typeof value === 'bigint') return { bigint: value.toString() };
    if (value instanceof Map) return { map: [...value] };
    return value;
  });
}

/** What `frozen` made, as it was. Only text of its making may come here. */
export function thawed(text: string): Invoice {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    const keys = Object.keys(value);
    if (keys.length !== 1) return value;
    if ('bigint' in value && typeof value.bigint === 'string') return BigInt(value.bigint);
    if ('map' in value && Array.isArray(value.map)) return new Map(value.map);
    return value;
  }) as Invoice;
}
