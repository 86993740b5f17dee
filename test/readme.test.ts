import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Results as FormatResults,
  resultsTable as formatsTable,
} from '../bench/formats/results.ts';
import { type Results, resultsTable, speedTable } from '../bench/quality/results.ts';
import { type YearResults, yearTable } from '../bench/year/results.ts';
import manifest from '../package.json' with { type: 'json' };
import { failures } from '../src/job/failure.ts';
import { stages } from '../src/stages/index.ts';

const path = new URL('../README.md', import.meta.url);
const results: Results = JSON.parse(resultsNamed('quality'));
const formatResults: FormatResults = JSON.parse(resultsNamed('formats'));
const yearResults: YearResults = JSON.parse(resultsNamed('year'));
const update = process.env['UPDATE'] === '1';

/** The tables in the README that are made from the program, between `<!-- name -->` and `<!-- /name -->`. */
const tables: Readonly<Record<string, string>> = {
  failures: table(
    ['first line', 'what it means', 'what to do'],
    Object.entries(failures).map(([code, { meaning, remedy }]) => [`\`${code}\``, meaning, remedy]),
  ),
  formats: formatsTable(formatResults),
  quality: resultsTable(results),
  speed: speedTable(results),
  stages: table(
    ['stage', 'what it looks for'],
    stages.map(({ name, description }) => [`\`${name}\``, description]),
  ),
  year: yearTable(yearResults),
};

function resultsNamed(name: string): string {
  return readFileSync(new URL(`../bench/results/${name}.json`, import.meta.url), 'utf8');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return lines.join('\n');
}

describe('README.md', () => {
  it.each(Object.entries(tables))('has the table of %s as the program has it', (name, made) => {
    const text = readFileSync(path, 'utf8');
    const between = new RegExp(`(<!-- ${name} -->\n)[^]*?(\n<!-- /${name} -->)`);
    expect(text).toMatch(between);
    const right = text.replace(between, (_all, head, foot) => `${head}${made}${foot}`);
    if (update) writeFileSync(path, right);
    else expect(text).toBe(right);
  });

  it('names only commands that there are', () => {
    const text = readFileSync(path, 'utf8');
    const scripts = [...text.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '');
    expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });
});

describe('src/README.md', () => {
  it('gives the versions that are installed', () => {
    const text = readFileSync(new URL('../src/README.md', import.meta.url), 'utf8');
    const all: Readonly<Record<string, string>> = {
      ...manifest.dependencies,
      ...manifest.optionalDependencies,
    };
    const listed = text.slice(text.indexOf('## Dependencies'));
    const missing = Object.entries(all).filter(
      ([name, version]) => !(listed.includes(`\`${name}\``) && listed.includes(version)),
    );
    expect(missing).toEqual([]);
  });
});
