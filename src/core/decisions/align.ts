import type { Edge, Node } from './lattice.ts';
import { kindOf, type TokenKind } from './tokens.ts';

/** One step of an alignment. `at` is how many tokens of the text were used before it. */
export interface Step {
  readonly kind: 'match' | 'replace' | 'delete' | 'insert' | 'pass';
  readonly at: number;
  /** The edge that it takes; an insertion takes none and stands at a node. */
  readonly edge?: Edge;
  readonly node: Node;
}

/** More cells than this would need too much memory: some 4,000 words against 4,000 with nothing in common. */
export const cellsMax = 16_000_000;

/**
 * The cheapest way through a lattice that reads the tokens. Exact branches win; what is added stands rather
 * beside a slot than in it. Time and memory grow with the nodes times the tokens.
 */
export function aligned(nodes: readonly Node[], tokens: readonly string[]): readonly Step[] {
  const width = tokens.length + 1;
  const costs = new Int32Array(nodes.length * width).fill(unreached);
  const moves = new Int32Array(nodes.length * width);
  const kinds = tokens.map(kindOf);
  const weights = kinds.map(weightOf);
  costs[0] = 0;
  nodes.forEach((node, row) => {
    const base = row * width;
    node.incoming.forEach((edge, index) => {
      relaxEdge({ costs, moves, tokens, kinds, width }, { base, edge, index });
    });
    const extra = node.inside || node.begins || node.ends ? 1 : 0;
    for (let column = 1; column < width; column += 1) {
      const cost = (costs[base + column - 1] ?? unreached) + (weights[column - 1] ?? 0) + extra;
      if (cost >= (costs[base + column] ?? unreached)) continue;
      costs[base + column] = cost;
      moves[base + column] = insertion;
    }
  });
  return traced(nodes, tokens, moves);
}

const unreached = 1_000_000_000;
/** How a cell was reached: by this, or by an edge, its index in the upper bits. */
const insertion = 0;
const across = 1;
const down = 2;

interface Table {
  readonly costs: Int32Array;
  readonly moves: Int32Array;
  readonly tokens: readonly string[];
  readonly kinds: readonly TokenKind[];
  readonly width: number;
}

function relaxEdge(
  { costs, moves, tokens, kinds, width }: Table,
  { base, edge, index }: { readonly base: number; readonly edge: Edge; readonly index: number },
): void {
  const before = edge.from * width;
  const { token } = edge;
  const kind = token === undefined ? undefined : kindOf(token);
  const dropped = kind === undefined ? 0 : weightOf(kind);
  const replaced = kind === 'space' ? 6 : 12;
  for (let column = 0; column < width; column += 1) {
    const skip = (costs[before + column] ?? unreached) + dropped;
    if (skip < (costs[base + column] ?? unreached)) {
      costs[base + column] = skip;
      moves[base + column] = index * 4 + down;
    }
    if (column === 0 || token === undefined) continue;
    const isSame = token === tokens[column - 1];
    if (!isSame && kind !== kinds[column - 1]) continue;
    const step = (costs[before + column - 1] ?? unreached) + (isSame ? 0 : replaced);
    if (step <= (costs[base + column] ?? unreached)) {
      costs[base + column] = step;
      moves[base + column] = index * 4 + across;
    }
  }
}

function traced(
  nodes: readonly Node[],
  tokens: readonly string[],
  moves: Int32Array,
): readonly Step[] {
  const width = tokens.length + 1;
  const steps: Step[] = [];
  let row = nodes.length - 1;
  let at = tokens.length;
  while (row > 0 || at > 0) {
    const node = nodes[row];
    if (!node) throw new Error('the alignment leads out of its lattice');
    const move = moves[row * width + at] ?? insertion;
    const edge = node.incoming[move >> 2];
    if (move === insertion || !edge) {
      at -= 1;
      steps.push({ kind: 'insert', at, node });
      continue;
    }
    row = edge.from;
    const isAcross = (move & 3) === across;
    if (isAcross) at -= 1;
    steps.push({ kind: isAcross ? meeting(edge, tokens[at]) : leaving(edge), at, edge, node });
  }
  return steps.reverse();
}

function meeting({ token }: Edge, other: string | undefined): Step['kind'] {
  return token === other ? 'match' : 'replace';
}

function leaving({ token }: Edge): Step['kind'] {
  return token === undefined ? 'pass' : 'delete';
}

/** What it costs to leave a token out, or to add it; to put another of its kind in its place costs less than both. */
function weightOf(kind: TokenKind): number {
  return kind === 'space' ? 4 : 8;
}
