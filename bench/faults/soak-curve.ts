import type { SoakPoint } from './results.ts';

const size = { width: 820, height: 150, left: 64, right: 24, top: 28, bottom: 34 };

const curves = [
  ['memoryMb', 'memory of the desk and its engine, MB', '#1d5fa8'],
  ['handles', 'file handles', '#b3541e'],
  ['watches', 'watches', '#2e7d4f'],
] as const;

/** Three curves over the documents that one daemon worked on, one below the other. */
export function soakSvg(points: readonly SoakPoint[]): string {
  const height = size.height * curves.length + 12;
  const panels = curves.map(([what, title, colour], at) => {
    const values = points.map((point) => [point.documents, point[what]] as const);
    return `<g transform="translate(0 ${at * size.height})">${panel(values, title, colour)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="13">
<title>What a desk takes while it works on many documents</title>
<rect width="100%" height="100%" fill="#fff"/>
${panels.join('\n')}
<text x="${size.width / 2}" y="${height - 6}" text-anchor="middle">documents</text>
</svg>
`;
}

function panel(values: readonly (readonly [number, number])[], title: string, colour: string) {
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
