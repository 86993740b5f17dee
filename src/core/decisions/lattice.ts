import type { Branch, Slot } from './slots.ts';

/** A step from one node of a lattice to another; without a token it costs nothing. */
export interface Edge {
  readonly from: number;
  readonly token: string | undefined;
  /** The index of the token in the original, where it belongs to no slot. */
  readonly at?: number;
  readonly slot?: Slot;
  readonly branch?: Branch;
}

/** A place between two tokens. Edges lead only to later nodes. */
export interface Node {
  readonly incoming: Edge[];
  /** The slot that it lies in. */
  readonly inside?: Slot;
  ends?: Slot;
  begins?: Slot;
}

/** A stretch of the original as all texts that it may have come to: tokens in a row, forked at each slot. */
export function latticeOf(
  tokens: readonly string[],
  {
    from,
    to,
    slots,
  }: { readonly from: number; readonly to: number; readonly slots: readonly Slot[] },
): readonly Node[] {
  const nodes: Node[] = [{ incoming: [] }];
  let at = from;
  const keepUpTo = (end: number): void => {
    for (; at < end; at += 1) {
      nodes.push({ incoming: [{ from: nodes.length - 1, token: tokens[at], at }] });
    }
  };
  for (const slot of slots) {
    keepUpTo(slot.from);
    fork(nodes, slot);
    at = slot.to;
  }
  keepUpTo(to);
  return nodes;
}

function fork(nodes: Node[], slot: Slot): void {
  const entry = nodes.length - 1;
  const opening = nodes[entry];
  if (opening) opening.begins = slot;
  const last: Edge[] = slot.branches.map((branch) => {
    let from = entry;
    for (const token of branch.tokens.slice(0, -1)) {
      nodes.push({ incoming: [{ from, token, slot, branch }], inside: slot });
      from = nodes.length - 1;
    }
    return { from, token: branch.tokens.at(-1), slot, branch };
  });
  nodes.push({ incoming: last, ends: slot });
}
