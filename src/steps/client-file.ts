import { parse } from 'yaml';
import type { z } from 'zod';
import { DeskProblem } from '../job/trouble.ts';

/** Reads a file of settings that a client wrote, or somebody for the client. Throws DeskProblem with what is wrong with it. */
export function clientFileOf<T>(bytes: Uint8Array, name: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), { maxAliasCount: 10 });
  } catch {
    throw new DeskProblem(`${name} cannot be read: it is not valid YAML in UTF-8.`);
  }
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  const faults = result.error.issues.map(
    ({ path, message }) => `${path.join('.') || name}: ${message}`,
  );
  throw new DeskProblem(`${name} has a fault. ${faults.join('. ')}`);
}
