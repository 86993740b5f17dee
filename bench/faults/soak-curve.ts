import type { SoakPoint } from './results.ts';

const size = { width: 820, height: 150, left: 64, right: 36, top: 28, bottom: 34 };

const curves: readonly {
  readonly title: string;
  readonly colour: string;
  readonly values: (points: readonly SoakPoint[]) => readonly Value[];
}[] = [
  { title: 'memory of the desk, MB', colour: '#1d5fa8', values: each('deskMb') },
  {
    title: 'memory of its engine, MB; a fresh one follows after 5,000 calls',
    colour: '#1d5fa8',
    values: each('engineMb'),
  },
  {
    title: 'processor time of the desk for a document, ms',
    colour: '#7a4a9e',
    values: timePerDocument,
  },
  { title: 'file handles', colour: '#b3541e', values: each('handles') },
  { title: 'watches', colour: '#2e7d4f', values: each('watches') },
];

/** So many documents, and what was measured then. */
type Value = readonly [documents: number, value: number];

function each(what: keyof SoakPoint): (points: readonly SoakPoint[]) => readonly Value[] {
  return (points) => points.map((point) => [point.documents, point[what]]);
}

function timePerDocument(points: readonly SoakPoint[]): readonly Value[] {
  return points.flatMap((point, at) => {
    const before = points[at - 1] ?? { documents: 0, deskSeconds: 0 };
    const documents = point.documents - before.documents;
    if (documents === 0) return [];
    const ms = (1_000 * (point.deskSeconds - before.deskSeconds)) / documents;
    return [[point.documents, Math.round(ms)]];
  });
}

/** Curves over the documents that one daemon worked on, one below the other. */
export function soakSvg(points: readonly SoakPoint[]): string {
  const height = size.height * curves.length + 12;
  const panels = curves.map(({ title, colour, values }, at) => {
    const drawn = panel(values(points), title, colour);
    return `<g transform="translate(0 ${at * size.height})">${drawn}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="13">
<title>What a desk takes while it works on many documents</title>
<rect width="100%" height="100%" fill="#fff"/>
${panels.join('\n')}
<text x="${size.width / 2}" y="${height - 6}" text-anchor="middle">documents</text>
</svg>
`;
}

function panel(values: readonly Value[], title: string, colour: string) {
  const most = Math.max(1, ...values.map(([, value]) => value));
  const last = Math.max(1, ...values.map(([documents]) => documents));
  const x = (documents: number) =>
    round(size.left + ((size.width - size.left - size.right) * documents) / last);
  const y = (value: number) =>
    round(size.top + (size.height - size.top - size.bottom) * (1 - value / most));
  const line = values.map(([documents, value]) => `${x(documents)},${y(value)}`).join(' ');
  const scale = [0, most].map(
    (value) =>
      `<line x1="${x(0)}" x2="${x(last)}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/><text x="${x(0) - 8}" y="${y(value) + 4}" text-anchor="end" fill="#444">${value.toLocaleString('en')}</text>`,
  );
  const ends = [0, last].map(
    (documents) =>
      `<text x="${x(documents)}" y="${y(0) + 16}" text-anchor="middle" fill="#444">${documents.toLocaleString('en')}</text>`,
  );
  return `<text x="${size.left}" y="16">${title}</text>${scale.join('')}${ends.join('')}<polyline points="${line}" fill="none" stroke="${colour}" stroke-width="2"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
