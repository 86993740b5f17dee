import { type MessagePort, workerData } from 'node:worker_threads';
import { createDictionaries, type Models } from '../../adapters/dictionaries/dictionaries.ts';
import type { GrammarEngine } from '../../core/grammar-engine.ts';
import { connectGrammar } from './grammar-port.ts';
import { createLocalEngine } from './local.ts';
import { type EngineMethod, type EngineReply, packed } from './reply.ts';

/** One call, with the port to the grammar engine that lives as long as the call. */
export interface EngineCall {
  readonly method: EngineMethod;
  readonly request: unknown;
  readonly grammarPort: MessagePort;
}

/** What all threads of the pool are given when they start. */
export interface ThreadData {
  readonly models: Models;
}

const { models }: ThreadData = workerData;

let grammar: GrammarEngine | undefined;

/** A thread works on one call at a time, so the port of the moment is the one to ask. */
const resources = {
  ...createDictionaries(models),
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
    return await packed(method(call.request as never));
  } finally {
    call.grammarPort.close();
  }
}
