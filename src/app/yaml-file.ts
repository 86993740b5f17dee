import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { DeskProblem } from '../job/trouble.ts';

/** A settings file: `name` is how messages call it. */
export interface YamlSource {
  readonly name: string;
  readonly text: string;
}

/**
 * Parses YAML and checks it. A setting without a value counts as not set, as when all of a list is commented out.
 * Throws DeskProblem with every fault, each with line and column.
 */
export function parseYaml<T>(source: YamlSource, schema: z.ZodType<T>): T {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${source.name}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    throw new DeskProblem(
      document.errors.map((error) => `${place(error.pos[0])}: ${error.message}`).join('\n'),
    );
  }
  const result = schema.safeParse(plainValue(document, place));
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap(faultsOf);
  throw new DeskProblem(
    faults
      .map(({ path, message }) => `${place(offsetOf(document.contents, path))}: ${message}`)
      .join('\n'),
  );
}

/** Aliases that multiply without end, or lead nowhere, are found only when the value is made. */
function plainValue(document: Document, place: (offset: number) => string): unknown {
  try {
    return withoutUnset(document.toJS({ maxAliasCount: 100 }) ?? {});
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new DeskProblem(
      `${place(firstAlias(document))}: ${what}. Write it out without “&” and “*”.`,
    );
  }
}

function firstAlias(document: Document): number {
  let offset = 0;
  visit(document, {
    Alias(_key, node) {
      offset = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

function withoutUnset(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null));
}

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** zod reports all unknown keys of a map at the map; a reader wants each where it stands. */
function faultsOf(issue: z.core.$ZodIssue): readonly Fault[] {
  if (issue.code !== 'unrecognized_keys') {
    const where = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
    const message = issue.code === 'invalid_type' ? typeSentence(issue.expected) : issue.message;
    return [{ path: issue.path, message: `${where}${message}` }];
  }
  return issue.keys.map((key) => ({
    path: [...issue.path, key],
    message: `“${key}” is not a setting here. Take it out, or check how it is written.`,
  }));
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text; put it into quotation marks where it looks like a number',
  number: 'a number',
  array: 'a list, one entry a line, each after a “- ”',
  object: 'a block of settings, each as “name: value”',
  record: 'a block of settings, each as “name: value”',
};

function typeSentence(expected: string): string {
  return `must be ${kinds[expected] ?? expected}`;
}

/** Where the deepest part of `path` that exists begins; for a map's entry, where its key stands. */
function offsetOf(root: unknown, path: readonly PropertyKey[]): number {
  let node = root;
  let offset = 0;
  for (const step of path) {
    if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      if (isScalar(node) && node.range) offset = node.range[0];
      continue;
    }
    if (!isMap(node)) break;
    const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
    if (!pair) break;
    if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
    node = pair.value;
  }
  return offset;
}
