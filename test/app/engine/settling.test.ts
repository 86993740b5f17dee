import { expect, it } from 'vitest';
import { createDictionaries } from '../../../src/adapters/dictionaries/dictionaries.ts';
import { checkProfile } from '../../../src/app/check.ts';
import { createSettling } from '../../../src/app/engine/settling.ts';
import type { DialectChoice } from '../../../src/core/dialect.ts';
import { documentOf } from '../../../src/core/document.ts';

const settle = createSettling(createDictionaries());

async function settled(text: string, dialect: DialectChoice) {
  const profile = await checkProfile({ pipeline: 'standard', dialect, words: [] });
  const { pipeline } = await settle(profile, documentOf([{ kind: 'paragraph', text, frozen: [] }]));
  return [pipeline.dialect, pipeline.isDialectGuessed];
}

it('takes what the document tells, else American English and says that it guessed', async () => {
  expect(await settled('The colour of the harbour is grey.', 'auto')).toEqual(['en-GB', undefined]);
  expect(await settled('The color of the harbor is gray.', 'auto')).toEqual(['en-US', undefined]);
  expect(await settled('The neigbhour came late.', 'auto')).toEqual(['en-US', true]);
});

it('does as it is told', async () => {
  expect(await settled('The neigbhour came late.', 'en-US')).toEqual(['en-US', undefined]);
  expect(await settled('The color of the harbor is gray.', 'en-AU')).toEqual(['en-AU', undefined]);
});
