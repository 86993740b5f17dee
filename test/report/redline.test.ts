import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/core/edit.ts';
import { appliedEdits } from '../../src/core/finding.ts';
import { renderRedline } from '../../src/report/redline.ts';
import { anySource } from './arbitrary.ts';
import { attributeOf, elementsNamed, textOf } from './dom.ts';
import { sampleSource } from './sample.ts';

function textWithout(html: string, name: 'ins' | 'del'): string {
  const paragraphs = elementsNamed(html, 'p').filter((p) => attributeOf(p, 'id'));
  return paragraphs.map((paragraph) => textOf(paragraph, [name])).join('\n\n');
}

describe('renderRedline', () => {
  test('holds the original without insertions, and the corrected text without deletions', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const html = renderRedline(source);
        const { text } = source.document;
        expect(textWithout(html, 'ins')).toBe(text);
        expect(textWithout(html, 'del')).toBe(applyEdits(text, appliedEdits(source.findings)));
      }),
    );
  });

  test('marks suggestions, lists them by number, and leaves remarks to the report', () => {
    const source = sampleSource(900);
    const html = renderRedline(source);
    const marked = elementsNamed(html, 'a').filter((link) => attributeOf(link, 'href'));
    const listed = elementsNamed(html, 'li').map((item) => `#${attributeOf(item, 'id')}`);
    expect(listed).toHaveLength(source.findings.filter((f) => f.decision === 'suggested').length);
    expect(marked.map((link) => attributeOf(link, 'href'))).toEqual(listed);
    expect(elementsNamed(html, 'a').map((link) => attributeOf(link, 'class'))).not.toContain(
      'noted',
    );
  });

  test('runs and loads nothing', () => {
    const html = renderRedline(sampleSource(900));
    expect(elementsNamed(html, 'script')).toEqual([]);
    expect(html).toContain('default-src &#x27;none&#x27;');
  });
});
