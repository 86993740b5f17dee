import { describe } from 'vitest';
import { markdown } from '../../src/formats/markdown/markdown.ts';
import { formatContract } from './contract.ts';
import { formatFixtures } from './fixtures.ts';
import { casesOf } from './golden.ts';
import { corpusSweep } from './sweep.ts';

formatFixtures(markdown);

formatContract('markdown', markdown, casesOf('markdown'));

describe('markdown', () => {
  corpusSweep(markdown, 'md');
});
