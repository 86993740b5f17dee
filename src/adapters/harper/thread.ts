import { openAsBlob } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import {
  createBinaryModuleFromUrl,
  Dialect as HarperDialect,
  type Lint,
  LocalLinter,
} from 'harper.js';
import { slimBinary } from 'harper.js/slimBinary';
import type { Dialect } from '../../core/dialect.ts';
import type { GrammarRemark } from '../../core/grammar-engine.ts';
import { spanOf } from './lint-span.ts';
import { replacementsOf } from './replacements.ts';

/** What the thread is asked, one paragraph at a time. */
export interface ThreadRequest {
  readonly paragraph: string;
  readonly dialect: Dialect;
  readonly rules: readonly string[];
}

/** What the thread says: `ready` once, when it is warm, then one reply to each request. */
export type ThreadReply =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'checked';
      readonly remarks: readonly GrammarRemark[];
      /** What this thread holds outside the JavaScript heap: in the main, the memory of the linter. */
      readonly memoryBytes: number;
    }
  | { readonly kind: 'unknown-rule'; readonly rule: string }
  /** The linter cannot be used again: every later call on it throws. */
  | { readonly kind: 'broken' };

const harperDialects: Readonly<Record<Dialect, HarperDialect>> = {
  'en-US': HarperDialect.American,
  'en-GB': HarperDialect.British,
  'en-CA': HarperDialect.Canadian,
  'en-AU': HarperDialect.Australian,
};

// Only the quick one of the two compilers for WebAssembly: what the other makes is half as fast again, but that shows
// only after 50,000 words, and its work takes 80 MB that are not given back.
setFlagsFromString('--no-wasm-dynamic-tiering');
setFlagsFromString('--no-wasm-tier-up');

await serve();

async function serve(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('the thread of the grammar engine was started as a program');
  const linter = new LocalLinter({ binary: await loadBinary(), dialect: HarperDialect.American });
  await linter.setup();
  const ruleNames = Object.keys(await linter.getLintConfig());
  const configure = configurer(linter, ruleNames);
  port.on('message', async (request: ThreadRequest) => {
    port.postMessage(await reply(linter, configure, request));
  });
  port.postMessage({ kind: 'ready' } satisfies ThreadReply);
}

/** Handed over as a blob: Harper's own reading takes no path with a space in it. The blob is read piece by piece. */
async function loadBinary() {
  const blob = await openAsBlob(fileURLToPath(slimBinary.url), { type: 'application/wasm' });
  return createBinaryModuleFromUrl(URL.createObjectURL(blob), 'slim');
}

type Configure = (request: ThreadRequest) => Promise<string | undefined>;

/** Sets dialect and rules where they differ from the last request's; gives the name of a rule that does not exist. */
function configurer(linter: LocalLinter, ruleNames: readonly string[]): Configure {
  const known = new Set(ruleNames);
  const allOff = Object.fromEntries(ruleNames.map((name) => [name, false]));
  let current = '';
  return async ({ dialect, rules }) => {
    const wanted = JSON.stringify([dialect, rules]);
    if (wanted === current) return undefined;
    const unknown = rules.find((rule) => !known.has(rule));
    if (unknown !== undefined) return unknown;
    await linter.setDialect(harperDialects[dialect]);
    const on = Object.fromEntries(rules.map((name) => [name, true]));
    await linter.setLintConfig({ ...allOff, ...on });
    current = wanted;
    return undefined;
  };
}

async function reply(
  linter: LocalLinter,
  configure: Configure,
  request: ThreadRequest,
): Promise<ThreadReply> {
  try {
    const unknown = await configure(request);
    if (unknown !== undefined) return { kind: 'unknown-rule', rule: unknown };
    const remarks = await remarksOn(linter, request.paragraph);
    return { kind: 'checked', remarks, memoryBytes: getHeapStatistics().external_memory };
  } catch {
    // What Harper throws may quote the paragraph, so it goes no further than this.
    return { kind: 'broken' };
  }
}

/** `dedup` is off, for it lets one remark on a sentence swallow all others in it. */
const lintOptions = { language: 'plaintext', dedup: false } as const;

/** Who says what is asked only where something is said: the answer names all 885 rules. */
async function remarksOn(
  linter: LocalLinter,
  paragraph: string,
): Promise<readonly GrammarRemark[]> {
  const lints = await linter.lint(paragraph, lintOptions);
  for (const lint of lints) lint.free();
  if (lints.length === 0) return [];
  const byRule = await linter.organizedLints(paragraph, lintOptions);
  return Object.entries(byRule).flatMap(([rule, found]) =>
    found.map((lint) => remarkOf(rule, lint, paragraph)),
  );
}

/** Copies a lint out of the linter's memory and gives that memory back. */
function remarkOf(rule: string, lint: Lint, paragraph: string): GrammarRemark {
  const span = spanOf(lint, paragraph);
  const remark = {
    rule,
    kind: lint.lint_kind(),
    span,
    message: lint.message(),
    replacements: replacementsOf(lint, paragraph.slice(span.start, span.end)),
  };
  lint.free();
  return remark;
}
