import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hashes } from '../../src/report/html/hashes.ts';
import { previewStyle } from '../../src/report/html/preview-page.ts';
import { script } from '../../src/report/html/script.ts';
import { style } from '../../src/report/html/style.ts';
import { redlineStyle } from '../../src/report/redline.ts';

const path = new URL('../../src/report/html/hashes.ts', import.meta.url);

test('the security policy names the styles and the script as they are (UPDATE=1 rewrites the hashes)', () => {
  const sources = { script, style, previewStyle, redlineStyle };
  const now = Object.fromEntries(
    Object.entries(sources).map(([name, text]) => [name, hashOf(text)]),
  );
  if (process.env['UPDATE']) rewrite(now);
  else expect(hashes).toEqual(now);
});

test('no script or style can end its own element', () => {
  for (const text of [script, style, previewStyle, redlineStyle])
    expect(text).not.toMatch(/<\/|\{\{/u);
});

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function rewrite(now: Record<string, string>): void {
  const old = readFileSync(path, 'utf8');
  const fresh = old.replaceAll(/(\w+): 'sha256-[^']*'/gu, (_, name) => `${name}: '${now[name]}'`);
  writeFileSync(path, fresh);
}
