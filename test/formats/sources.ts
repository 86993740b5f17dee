import { expect } from 'vitest';
import type { Format, Opened } from '../../src/core/format.ts';

/** Short ways to ask what a format makes of a source that is written in the test. */
export interface Sources {
  readonly open: (source: string) => Opened;
  /** The text of each block. */
  readonly textsOf: (source: string) => readonly string[];
  /** Every frozen stretch of the text. */
  readonly frozenOf: (source: string) => readonly string[];
  /** The source with the first place of `before` in its text replaced. */
  readonly corrected: (source: string, before: string, after: string) => string;
}

export function sourcesOf(format: Format): Sources {
  const open = (source: string): Opened => format.open(new Uint8Array(Buffer.from(source)));
  return {
    open,
    textsOf: (source) => {
      const { document } = open(source);
      return document.blocks.map(({ span }) => document.text.slice(span.start, span.end));
    },
    frozenOf: (source) => {
      const { document } = open(source);
      return document.blocks.flatMap((block) =>
        block.frozen.map((part) => document.text.slice(part.start, part.end)),
      );
    },
    corrected: (source, before, after) => {
      const opened = open(source);
      const start = opened.document.text.indexOf(before);
      expect(start, `${before} is in the text`).toBeGreaterThanOrEqual(0);
      const edit = { span: { start, end: start + before.length }, before, after };
      return Buffer.from(opened.save([edit], 'clean')).toString();
    },
  };
}
