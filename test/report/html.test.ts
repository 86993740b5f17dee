import { describe, expect, test } from 'vitest';
import type { DecidedFinding } from '../../src/core/finding.ts';
import { renderHtml } from '../../src/report/html/html.ts';
import { buildReport, type ReportSource } from '../../src/report/report.ts';
import { attributeOf, elementsNamed, elementsOf, textOf } from './dom.ts';
import { sampleSource, sourceOf } from './sample.ts';

/** What a word processor makes of a page at single spacing. */
const wordsPerPage = 500;

function pageOf(source: ReportSource, preview?: string): string {
  const extras = preview === undefined ? {} : { preview };
  return renderHtml(buildReport(source), source.document, extras);
}

describe('the report page', () => {
  test('says the verdict, and every finding has its note with all that is known of it', () => {
    const source = sampleSource(900);
    const notes = elementsNamed(pageOf(source), 'li').filter((item) => attributeOf(item, 'data-s'));
    expect(notes).toHaveLength(source.findings.length);
    const first = notes.map((note) => textOf(note))[0];
    expect(first).toContain('fourty forty');
    expect(first).toContain('This word is not in the dictionary.');
    expect(first).toContain('Or: fortys');
    expect(first).toContain('Spelling spelling 97%');
  });

  test('quotes the neighbours of a change that has no letters of its own', () => {
    const notes = elementsNamed(pageOf(sampleSource(900)), 'li').map((note) => textOf(note));
    expect(notes.some((note) => note.startsWith('year , and year, and'))).toBe(true);
    expect(notes.some((note) => note.startsWith('agreed.··Questions agreed. Questions'))).toBe(
      true,
    );
  });

  test('holds the whole text without its script, folded where nothing was found', () => {
    const source = sampleSource(900);
    const html = pageOf(source);
    const paragraphs = elementsNamed(html, 'p').filter((p) =>
      /^p\d+$/u.test(attributeOf(p, 'id') ?? ''),
    );
    const text = paragraphs.map((paragraph) => textOf(paragraph, ['ins'])).join('\n\n');
    expect(text).toBe(source.document.text);
    expect(elementsNamed(html, 'details').length).toBeGreaterThan(0);
  });

  test('leads from every mark, every column and every unchecked paragraph to something on the page', () => {
    const source = sampleSource(5_000);
    const notChecked = [{ span: { start: 500, end: 520 }, reason: 'the engine took too long.' }];
    const html = pageOf({ ...source, notChecked });
    const ids = new Set(elementsOf(html).map((element) => attributeOf(element, 'id')));
    const links = elementsNamed(html, 'a').flatMap((link) => attributeOf(link, 'href') ?? []);
    const inside = links.filter((link) => link.startsWith('#'));
    expect(inside.length).toBeGreaterThan(source.findings.length);
    expect(inside.filter((link) => !ids.has(link.slice(1)))).toEqual([]);
    expect(ids.size).toBe(new Set(ids).size);
  });

  test('can be made of a document without any text', () => {
    const html = pageOf(sourceOf([], []));
    expect(html).toContain('found nothing to correct');
    expect(elementsNamed(html, 'details')).toEqual([]);
  });

  test('keeps a remark that belongs to no paragraph', () => {
    const remark = {
      ...nasty,
      span: { start: 0, end: 0 },
      corrections: [],
      decision: 'noted',
    } as const;
    const notes = elementsNamed(pageOf(sourceOf([], [remark])), 'ol');
    expect(notes).toHaveLength(1);
  });
});

const evil = `"><img src=x onerror=alert(1)><script>alert(2)</script>{{fileName}}'`;

const nasty: DecidedFinding = {
  stage: evil,
  rule: evil,
  span: { start: 0, end: evil.length },
  message: evil,
  confidence: 1,
  corrections: [
    { span: { start: 0, end: evil.length }, before: evil, after: `${evil}${evil}` },
    { span: { start: 0, end: evil.length }, before: evil, after: evil },
  ],
  decision: 'applied',
  reason: evil,
  url: 'javascript:alert(3)',
};

describe('hostile text', () => {
  const file = { path: 'javascript:alert(4)', sha256: '0'.repeat(64), sizeBytes: 1 };
  const source = sourceOf(
    [{ kind: 'paragraph', text: evil, language: evil, frozen: [] }],
    [nasty],
    {
      fileName: evil,
      client: evil,
      job: evil,
      warnings: [evil],
      notChecked: [{ span: { start: 0, end: 1 }, reason: evil }],
      files: { original: file },
      stages: [{ name: evil, title: evil, description: evil }],
      pipeline: { name: evil, description: evil, dialect: 'en-GB' },
      format: { name: evil, title: evil },
    },
  );
  const html = pageOf(source, evil);

  test('stays text: there is no element and no attribute of it', () => {
    expect(elementsNamed(html, 'script')).toHaveLength(1);
    expect(elementsNamed(html, 'img')).toEqual([]);
    const handlers = elementsOf(html).flatMap(({ attrs }) =>
      attrs.filter(({ name }) => /^on/u.test(name)),
    );
    expect(handlers).toEqual([]);
    expect(textOf(elementsNamed(html, 'h1')[0] ?? fail())).toBe(evil);
  });

  test('makes no address that could run something', () => {
    const addresses = elementsNamed(html, 'a').flatMap((link) => attributeOf(link, 'href') ?? []);
    expect(addresses.filter((address) => /^[a-z]+:/iu.test(address))).toEqual([]);
    expect(addresses).toContain('javascript%3Aalert(4)');
  });

  test('of a preview is shut into a frame without rights', () => {
    const [frame] = elementsNamed(html, 'iframe');
    expect(attributeOf(frame ?? fail(), 'sandbox')).toBe('');
    expect(attributeOf(frame ?? fail(), 'srcdoc')).toContain('<script>alert(2)');
  });

  test('meets a policy that lets nothing in from outside', () => {
    const policy = elementsNamed(html, 'meta').map((meta) => attributeOf(meta, 'content') ?? '');
    const [rules = ''] = policy.filter((content) => content.includes('default-src'));
    expect(rules).toContain("default-src 'none'");
    expect(rules).not.toMatch(/https?:|script-src[^;]*unsafe/u);
    expect(html).not.toMatch(/(?:src|href)=["']?(?:https?:)?\/\//u);
  });
});

describe('payment card numbers', () => {
  const text = 'Card 4111 1111 1111 1111 was charged.';
  const span = { start: 5, end: 24 };
  const after = '4111-1111-1111-1111';
  const finding: DecidedFinding = {
    stage: 'spacing',
    rule: 'r',
    span,
    message: `Write ${after}.`,
    confidence: 0.5,
    corrections: [
      { span, before: text.slice(5, 24), after },
      { span: { start: 5, end: 10 }, before: '4111 ', after: '4111' },
    ],
    decision: 'suggested',
  };
  const source = sourceOf([{ kind: 'paragraph', text, frozen: [] }], [finding]);

  test('are masked on the page, wherever they stand', () => {
    const html = pageOf(source, `<p title="x">${text}</p>`);
    expect(html).toContain('4111 11•• •••• 1111');
    expect(html).not.toMatch(/1111[ -]?1111/u);
  });

  test('stay in the data, which must replay', () => {
    expect(buildReport(source).text).toBe(text);
  });
});

describe('size and speed', () => {
  const source = sampleSource(100 * wordsPerPage);

  function pageWith(count: number): string {
    const { text } = source.document;
    const step = Math.floor(text.length / count);
    const findings = Array.from({ length: count }, (_, index): DecidedFinding => {
      const span = { start: index * step, end: index * step + 6 };
      const correction = { span, before: text.slice(span.start, span.end), after: 'others' };
      const message = 'This word is not in the dictionary.';
      return {
        stage: 'spelling',
        rule: 'unknown-word',
        span,
        message,
        confidence: 0.9,
        corrections: [correction],
        decision: 'applied',
      };
    });
    return pageOf({ ...source, findings });
  }

  test('a hundred pages with twenty findings on each stay under a megabyte', () => {
    expect(source.words.count).toBeGreaterThanOrEqual(100 * wordsPerPage);
    expect(Buffer.byteLength(pageWith(2_000))).toBeLessThan(1_000_000);
  });

  test('five thousand findings take seconds at most, and each costs a few hundred bytes', () => {
    const started = performance.now();
    const html = pageWith(5_000);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(elementsNamed(html, 'li').length).toBeGreaterThanOrEqual(5_000);
    expect(Buffer.byteLength(html)).toBeLessThan(2_000_000);
  });
});

function fail(): never {
  throw new Error('the page has no such element');
}
