import { describe } from 'vitest';
import { text } from '../../src/formats/text/text.ts';
import { formatContract } from './contract.ts';
import { formatFixtures } from './fixtures.ts';
import { casesOf } from './golden.ts';
import { corpusSweep } from './sweep.ts';

formatFixtures(text);

formatContract('text', text, casesOf('text'));

describe('text', () => {
  corpusSweep(text, 'txt');
});
