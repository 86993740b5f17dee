import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { DeskProblem } from '../job/trouble.ts';

/** A settings file: `name` is how messages call it. */
export interface YamlSource {
  readonly name: string;
  readonly text: string;
}

/** Parses YAML and checks it. Throws DeskProblem with every fault, each with line and column. */
export function parseYaml<T>(source: YamlSource, schema: z.ZodType<T>): T {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${source.name}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    throw new DeskProblem(
      document.errors
        .map((error) => `${place(error.pos[0])}: ${error.message.split('\n')[0]}`)
        .join('\n'),
    );
  }
  const result = schema.safeParse(plainValue(document, source.name) ?? {});
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap(faultsOf);
  throw new DeskProblem(
    faults
      .map(({ path, message }) => `${place(offsetOf(document.contents, path))}: ${message}`)
      .join('\n'),
  );
}

/** Aliases that multiply without end, or lead nowhere, are found only when the value is made. */
function plainValue(document: Document, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new DeskProblem(`${name}: ${what}. Write it out without “&” and “*”.`);
  }
}

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** zod reports all unknown keys of a map at the map; a reader wants each where it stands. */
function faultsOf(issue: z.core.$ZodIssue): readonly Fault[] {
  if (issue.code !== 'unrecognized_keys') {
    const where = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
    return [{ path: issue.path, message: `${where}${issue.message}` }];
  }
  return issue.keys.map((key) => ({
    path: [...issue.path, key],
    message: `“${key}” is not a setting here. Take it out, or check how it is written.`,
  }));
}

/** Where the deepest part of `path` that exists begins; for a map's entry, where its key stands. */
function offsetOf(root: unknown, path: readonly PropertyKey[]): number {
  let node = root;
  let offset = 0;
  for (const step of path) {
    if (!isMap(node)) break;
    const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
    if (!pair) break;
    if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
    node = pair.value;
  }
  return offset;
}
