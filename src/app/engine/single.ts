import { createDictionaries } from '../../adapters/dictionaries/dictionaries.ts';
import { createHarper } from '../../adapters/harper/harper.ts';
import type { Engine } from '../../ports.ts';
import { createLocalEngine } from './local.ts';

/** The engine in this process, for single files. */
export function createSingleEngine(): Engine {
  const grammar = createHarper();
  const engine = createLocalEngine({ ...createDictionaries(), grammar });
  return { ...engine, close: () => grammar.close() };
}
