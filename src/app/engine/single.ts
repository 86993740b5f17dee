import { createDictionaries } from '../../adapters/dictionaries/dictionaries.ts';
import { createHarper } from '../../adapters/harper/harper.ts';
import type { Engine } from '../../ports.ts';
import { createLocalEngine } from './local.ts';
import { createSettling } from './settling.ts';

/** The engine for single files, which also tells what a profile comes to for a document. */
export interface SingleEngine extends Engine {
  readonly settle: ReturnType<typeof createSettling>;
}

/** The engine in this process, for single files. */
export function createSingleEngine(): SingleEngine {
  const grammar = createHarper();
  const resources = { ...createDictionaries(), grammar };
  const engine = createLocalEngine(resources);
  return { ...engine, settle: createSettling(resources), close: () => grammar.close() };
}
