import { expect, it } from 'vitest';
import { createDictionaries, readModels } from '../../../src/adapters/dictionaries/dictionaries.ts';

it('reads the models into memory that threads share, with the bytes of their files', async () => {
  const models = readModels();
  expect(Object.keys(models)).toEqual(['en-context']);
  const shared = await createDictionaries(models).data('en-context');
  expect(shared.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(Buffer.compare(shared, await createDictionaries().data('en-context'))).toBe(0);
});
