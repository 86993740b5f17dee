import type { TextSpan } from '../../core/span.ts';
import type { Numbered } from './numbered.ts';

/** A run of a paragraph: plain, changed (what goes and what comes), or marked for the reader. */
export type Piece =
  | { readonly kind: 'plain'; readonly text: string }
  | {
      readonly kind: 'change';
      readonly n: number;
      readonly before: string;
      readonly after: string;
      /** Nothing of it would be seen without a box around it. */
      readonly unseen: boolean;
    }
  | {
      readonly kind: 'mark';
      readonly n: number;
      readonly decision: 'suggested' | 'noted';
      readonly text: string;
    };

/**
 * Cuts a stretch of the text into runs that do not overlap.
 * Where findings lie over each other, an applied one is shown before a suggested one, that before one noted,
 * and a short one before a long one: a remark on a sentence must not hide the words in it.
 * Each unit is looked at a fixed number of times, however many findings cover it.
 */
export function piecesOf(text: string, span: TextSpan, findings: readonly Numbered[]): Piece[] {
  if (findings.length === 0) return [pieceOf(undefined, text.slice(span.start, span.end))];
  const owners = ownersOf(span, findings);
  const points = findings.filter(isPoint).sort((a, b) => a.edit.start - b.edit.start);
  const places = new Set(points.map(({ edit }) => edit.start));
  const pieces: Piece[] = [];
  let position = span.start;
  let shown = 0;
  const showPoints = () => {
    for (let point = points[shown]; point && point.edit.start <= position; point = points[shown]) {
      pieces.push(pieceOf(point, ''));
      shown += 1;
    }
  };
  while (position < span.end) {
    showPoints();
    const end = runEnd(position, span, { owners, places });
    pieces.push(pieceOf(owners[position - span.start], text.slice(position, end)));
    position = end;
  }
  showPoints();
  return pieces;
}

/** A finding that claims a place and not a stretch, as an insertion does. */
function isPoint({ edit }: Numbered): boolean {
  return edit.start === edit.end;
}

interface Painting {
  readonly owners: readonly (Numbered | undefined)[];
  /** Where a point must be shown, so that a run may not go on. */
  readonly places: ReadonlySet<number>;
}

/** A change is never cut in two, since each part would bring in the new text again; points within it come after it. */
function runEnd(start: number, span: TextSpan, { owners, places }: Painting): number {
  const owner = owners[start - span.start];
  const whole = owner?.edit.decision === 'applied';
  let end = start + 1;
  while (end < span.end && owners[end - span.start] === owner && (whole || !places.has(end)))
    end += 1;
  return end;
}

/** Which finding each unit is shown under. `next` leaps over units that have one already. */
function ownersOf(span: TextSpan, findings: readonly Numbered[]): (Numbered | undefined)[] {
  const length = span.end - span.start;
  const owners = new Array<Numbered | undefined>(length);
  const next = Int32Array.from({ length: length + 1 }, (_, index) => index);
  for (const finding of [...findings].sort(byPrecedence)) {
    const end = Math.min(finding.edit.end, span.end) - span.start;
    let unit = free(next, Math.max(0, finding.edit.start - span.start));
    while (unit < end) {
      owners[unit] = finding;
      next[unit] = unit + 1;
      unit = free(next, unit);
    }
  }
  return owners;
}

/** The first unit at or after `unit` that nothing owns; the path walked is shortened for the next time. */
function free(next: Int32Array, unit: number): number {
  let root = unit;
  while ((next[root] ?? root) !== root) root = next[root] ?? root;
  let step = unit;
  while (step !== root) {
    const following = next[step] ?? root;
    next[step] = root;
    step = following;
  }
  return root;
}

const precedence = { applied: 0, suggested: 1, noted: 2 } as const;

function byPrecedence({ edit: a }: Numbered, { edit: b }: Numbered): number {
  return precedence[a.decision] - precedence[b.decision] || a.end - a.start - (b.end - b.start);
}

function pieceOf(finding: Numbered | undefined, text: string): Piece {
  if (!finding) return { kind: 'plain', text };
  const { n, edit } = finding;
  if (edit.decision !== 'applied') return { kind: 'mark', n, decision: edit.decision, text };
  const after = edit.after ?? '';
  return { kind: 'change', n, before: text, after, unseen: (text + after).trim() === '' };
}
