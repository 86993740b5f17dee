import type { Dialect } from '../../src/core/dialect.ts';

/** Text with its corrections by annotators, and its dialect. */
export const annotated: readonly (readonly [string, Dialect])[] = [
  ['CWEB-G', 'en-US'],
  ['CWEB-S', 'en-US'],
  ['gmeg-fce', 'en-GB'],
  ['gmeg-wiki', 'en-US'],
  ['jfleg', 'en-US'],
];

/** Published prose, which is taken to be right. */
export const published: readonly (readonly [string, Dialect])[] = [
  ['uk-gds', 'en-GB'],
  ['uk-standard-ebooks-holmes', 'en-GB'],
  ['us-18f-blog', 'en-US'],
  ['us-18f-handbook', 'en-US'],
  ['us-github-policies', 'en-US'],
  ['us-plainlanguage', 'en-US'],
  ['us-state-union', 'en-US'],
];
