import type { MessagePort } from 'node:worker_threads';
import { createDictionaries } from '../../adapters/dictionaries/dictionaries.ts';
import type { GrammarEngine } from '../../core/grammar-engine.ts';
import { DocumentProblem, type ProblemCode } from '../../core/problem.ts';
import { DeskProblem } from '../../job/trouble.ts';
import type { Engine } from '../../ports.ts';
import { connectGrammar } from './grammar-port.ts';
import { createLocalEngine } from './local.ts';

/** The calls of the engine that a thread carries out. */
export type EngineMethod = Exclude<keyof Engine, 'close'>;

/** One call, with the port to the grammar engine that lives as long as the call. */
export interface EngineCall {
  readonly method: EngineMethod;
  readonly request: unknown;
  readonly grammarPort: MessagePort;
}

/** Classes do not cross threads, so a problem of the document or of the settings is sent as what it is. */
export type EngineReply =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'desk-problem'; readonly sentence: string }
  | { readonly kind: 'problem'; readonly code: ProblemCode; readonly detail: string };

let grammar: GrammarEngine | undefined;

/** A thread works on one call at a time, so the port of the moment is the one to ask. */
const resources = {
  ...createDictionaries(),
  grammar: {
    check: (request) => {
      if (!grammar) throw new Error('the thread has no grammar engine');
      return grammar.check(request);
    },
  } satisfies GrammarEngine,
};
const engine = createLocalEngine(resources);

/** The entry of a pool thread; what it must be is decided by the pool. */
export default async function run(call: EngineCall): Promise<EngineReply> {
  grammar = connectGrammar(call.grammarPort);
  try {
    const method: (request: never) => Promise<unknown> = engine[call.method];
    return { kind: 'done', value: await method(call.request as never) };
  } catch (error) {
    if (error instanceof DeskProblem) return { kind: 'desk-problem', sentence: error.message };
    if (!(error instanceof DocumentProblem)) throw error;
    return { kind: 'problem', code: error.code, detail: error.detail };
  } finally {
    call.grammarPort.close();
  }
}
