import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publishedSchema } from '../../src/report/schema.ts';

const path = new URL('../../src/report/report.schema.json', import.meta.url);

test('the published schema is the one that reports are read by (UPDATE=1 rewrites it; then format it)', () => {
  const now = JSON.parse(JSON.stringify(publishedSchema()));
  if (process.env['UPDATE']) writeFileSync(path, `${JSON.stringify(now, null, 2)}\n`);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(now);
});
