import { readFileSync } from 'node:fs';
import type { AppliedEdit, Delivery } from './desk.ts';
import { type Change, explains } from './explain.ts';
import type { Tally } from './tally.ts';

/**
 * A text, Markdown or HTML file: the applied edits, made in their order and nothing else, lead from the bytes of the
 * original to those of the corrected copy.
 */
export function judgePlain(delivery: Delivery, tally: Tally): void {
  if (delivery.applied.length === 0) return;
  const { name } = delivery;
  const [old, fresh] = [readFileSync(delivery.original), readFileSync(delivery.corrected)];
  const decode = decoderFor(old);
  const [oldText, freshText] = [decode(old), decode(fresh)];
  const changes = delivery.applied.flatMap(smallest);
  if (delivery.report.format.name === 'html' && !explains(oldText, freshText, changes)) {
    const holds = explains(laidOut(oldText), laidOut(freshText), changes);
    tally.judge(
      'plain: applied edits explain what differs, a run of white space being one space',
      name,
      holds,
      () => {
        return faultOf(changes, old, fresh);
      },
    );
    return;
  }
  const holds = explains(oldText, freshText, changes);
  tally.judge('plain: applied edits alone explain the bytes that differ', name, holds, () => {
    return faultOf(changes, old, fresh);
  });
}

function faultOf(changes: readonly Change[], old: Uint8Array, fresh: Uint8Array): string {
  return `${changes.length} changes do not lead from ${old.length} to ${fresh.length} bytes`;
}

/** A browser shows a run of white space as one space, and so does the report. */
function laidOut(html: string): string {
  return html.replace(/[ \t\r\n]+/g, ' ');
}

/** A decoder that gives different texts for different bytes, so that equal texts mean equal bytes. */
function decoderFor(bytes: Uint8Array): (bytes: Uint8Array) => string {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  const encoding = marked ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  return (other) => new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(other);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    // Not being UTF-8 is the answer that was asked for.
    return false;
  }
}

/**
 * The single insertions, deletions and replacements of an edit, so that what stays (a line's end that the text shows
 * as a space, a tag within the words) need not be written in the file as it is in the text.
 */
function smallest({ before, after }: AppliedEdit): readonly Change[] {
  const old = [...before];
  const fresh = [...after];
  const common = commonLengths(old, fresh);
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  let change = { before: '', after: '' };
  const close = (): void => {
    if (change.before !== '' || change.after !== '') changes.push(change);
    change = { before: '', after: '' };
  };
  while (i < old.length || j < fresh.length) {
    const [here, there] = [old[i], fresh[j]];
    if (here !== undefined && here === there) {
      close();
      [i, j] = [i + 1, j + 1];
    } else if (there !== undefined && (common[i]?.[j + 1] ?? -1) >= (common[i + 1]?.[j] ?? -1)) {
      change.after += there;
      j += 1;
    } else {
      change.before += here ?? '';
      i += 1;
    }
  }
  close();
  return changes;
}

/** The length of the longest common subsequence of what follows each pair of places. Edits are short. */
function commonLengths(old: readonly string[], fresh: readonly string[]): readonly number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () =>
    new Array<number>(fresh.length + 1).fill(0),
  );
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (!row) continue;
      const next = lengths[i + 1];
      row[j] =
        old[i] === fresh[j] ? 1 + (next?.[j + 1] ?? 0) : Math.max(next?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}
