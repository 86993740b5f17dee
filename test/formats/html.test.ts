import { describe } from 'vitest';
import { html } from '../../src/formats/html/html.ts';
import { formatContract } from './contract.ts';
import { formatFixtures } from './fixtures.ts';
import { casesOf } from './golden.ts';
import { corpusSweep } from './sweep.ts';

formatFixtures(html);

formatContract('html', html, casesOf('html'));

describe('html', () => {
  corpusSweep(html, 'html');
});
