import type { Root } from 'nlcst';
import { describe, expect, it } from 'vitest';
import { documentOf, type LooseBlock } from '../../src/core/document.ts';
import { reportFinding } from '../../src/core/messages.ts';
import { createProofreader, type RunningStage } from '../../src/core/proofread.ts';

const rules = { cat: { description: 'A cat.', confidence: 0.8, url: 'https://example.org/cat' } };

/** A stage that sees every cat and would have a dog. */
const cats: RunningStage = {
  stage: { name: 'cats', rules },
  plugin: () => (_tree: Root, file) => {
    for (const { index } of String(file).matchAll(/cat/g)) {
      const span = { start: index, end: index + 3 };
      const message = 'Not a cat.';
      reportFinding(file, { source: 'cats', rule: 'cat', span, message, expected: ['dog'] });
    }
  },
};

function block(text: string, more: Partial<LooseBlock> = {}): LooseBlock {
  return { kind: 'paragraph', text, frozen: [], ...more };
}

describe('createProofreader', () => {
  it('makes findings of messages, with confidence and address of the rule', async () => {
    const { findings } = await createProofreader([cats])(documentOf([block('😀 the cat')]));
    const span = { start: 7, end: 10 };
    expect(findings).toEqual([
      {
        stage: 'cats',
        rule: 'cat',
        span,
        message: 'Not a cat.',
        confidence: 0.8,
        corrections: [{ span, before: 'cat', after: 'dog' }],
        url: 'https://example.org/cat',
      },
    ]);
  });

  it('drops what lies in frozen text or in another language', async () => {
    const document = documentOf([
      block('a cat, cat', { frozen: [{ start: 2, end: 5 }] }),
      block('un cat', { language: 'fr' }),
      block('my cat', { language: 'en-AU' }),
    ]);
    const { findings } = await createProofreader([cats])(document);
    expect(findings.map(({ span }) => span.start)).toEqual([7, 23]);
  });

  it('gives each stage its own findings, also where plugins of others have no rules', async () => {
    const foreign: RunningStage = {
      stage: { name: 'retext-foreign', rules: {} },
      plugin: () => (tree: Root, file) => {
        file.message('Something about it.', { place: tree.children[0]?.position, ruleId: 'x' });
      },
    };
    const document = documentOf([block('my cat')]);
    const { findings } = await createProofreader([cats, foreign])(document);
    expect(findings.map(({ stage }) => stage)).toEqual(['retext-foreign', 'cats']);
    expect(findings[0]).toMatchObject({ confidence: 0.6, corrections: [] });
  });

  it('refuses a plugin that edits the tree', async () => {
    const editing: RunningStage = {
      stage: { name: 'retext-editing', rules: {} },
      plugin: () => (tree: Root) => {
        tree.children = [];
      },
    };
    const document = documentOf([block('my cat')]);
    await expect(createProofreader([editing])(document)).rejects.toThrow(
      /changes the text where it may only report \(one of: retext-editing\)/,
    );
  });
});
