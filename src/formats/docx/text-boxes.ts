import type { TextSpan } from '../../core/span.ts';
import { tagsOf } from '../xml/tags.ts';

/** A text box, and the run of the page in which it is anchored. */
export interface TextBox {
  readonly span: TextSpan;
  readonly host: TextSpan;
}

/** The text boxes of a part that are in no other one, in order. */
export function textBoxesOf(xml: string): readonly TextBox[] {
  if (!xml.includes('txbxContent')) return [];
  const boxes: { span: TextSpan; host: { start: number; end: number } }[] = [];
  const runs: { start: number; end: number }[] = [];
  let depth = 0;
  let start = 0;
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'empty') continue;
    if (tag.name === 'w:r' && tag.kind === 'open') runs.push({ start: tag.start, end: tag.end });
    else if (tag.name === 'w:r') {
      const run = runs.pop();
      if (run) run.end = tag.end;
    } else if (tag.name !== 'w:txbxContent') continue;
    else if (tag.kind === 'open') {
      depth += 1;
      if (depth === 1) start = tag.start;
    } else {
      depth -= 1;
      const host = runs[0];
      if (depth === 0 && host) boxes.push({ span: { start, end: tag.end }, host });
    }
  }
  return boxes;
}

/** The run in which the text box around a place is anchored: comments may not stand in text boxes. */
export function hostOf(boxes: readonly TextBox[], at: number): TextSpan | undefined {
  return boxes.find(({ span }) => span.start <= at && at < span.end)?.host;
}
