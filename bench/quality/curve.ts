import type { CurvePoint, Results } from './results.ts';

const size = { width: 820, height: 440, left: 64, right: 240, top: 40, bottom: 56 };
const recallMax = 0.4;
const colours = ['#1d5fa8', '#b3541e', '#2e7d4f'];

/**
 * Precision over recall as an SVG: a line a set for Proofdesk, from the most certain corrections to all that
 * it would suggest, and a mark for each peer in the colour of the set.
 */
export function curveSvg({ curves, systems }: Results): string {
  const sets = Object.entries(curves);
  const lines = sets.map(([set, points], at) => curveOf(set, points, at));
  const peers = systems.filter(({ system }) => !system.startsWith('Proofdesk'));
  const marks = sets.flatMap(([set], at) =>
    peers.flatMap(({ system, precision, recall }) => {
      const [p, r] = [precision[set], recall[set]];
      return p === undefined || r === undefined ? [] : [markOf(system, [r, p], at)];
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" font-family="system-ui, sans-serif" font-size="13">
<title>Precision over recall of Proofdesk and its peers</title>
<rect width="100%" height="100%" fill="#fff"/>
${axes()}
${lines.join('\n')}
${marks.join('\n')}
${legend(
  sets.map(([set]) => set),
  peers.map(({ system }) => system),
)}
</svg>
`;
}

function x(recall: number): number {
  const width = size.width - size.left - size.right;
  return round(size.left + (width * recall) / recallMax);
}

function y(precision: number): number {
  return round(size.top + (size.height - size.top - size.bottom) * (1 - precision));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function axes(): string {
  const steps = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
    (at) =>
      `<line x1="${x(0)}" x2="${x(recallMax)}" y1="${y(at)}" y2="${y(at)}" stroke="#ddd"/><text x="${x(0) - 8}" y="${y(at) + 4}" text-anchor="end" fill="#444">${Math.round(at * 100)} %</text>`,
  );
  const below = [0, 0.1, 0.2, 0.3, 0.4].map(
    (at) =>
      `<text x="${x(at)}" y="${y(0) + 18}" text-anchor="middle" fill="#444">${Math.round(at * 100)} %</text>`,
  );
  const names = `<text x="${x(recallMax / 2)}" y="${size.height - 14}" text-anchor="middle">recall: mistakes that were corrected</text><text x="${x(0) - 44}" y="22">precision: corrections that were right</text>`;
  return [...steps, ...below, names].join('\n');
}

function curveOf(set: string, points: readonly CurvePoint[], at: number): string {
  const colour = colours[at] ?? '#555';
  const places = points.map(({ recall, precision }) => `${x(recall)},${y(precision)}`);
  const dots = points.map(
    ({ recall, precision, confidence }) =>
      `<circle cx="${x(recall)}" cy="${y(precision)}" r="3" fill="${colour}"><title>${set}, confidence ${confidence} and more</title></circle>`,
  );
  return `<polyline points="${places.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}`;
}

const shapes: Readonly<Record<string, string>> = {
  Harper: 'M-5,-5H5V5H-5Z',
  LanguageTool: 'M0,-6L6,5H-6Z',
  retext: 'M0,-6L6,0L0,6L-6,0Z',
};

function markOf(system: string, [recall, precision]: readonly [number, number], at: number) {
  return `<path transform="translate(${x(recall)},${y(precision)})" d="${shapes[system] ?? shapes['retext']}" fill="none" stroke="${colours[at] ?? '#555'}" stroke-width="2"><title>${system}</title></path>`;
}

function legend(sets: readonly string[], systems: readonly string[]): string {
  const left = x(recallMax) + 24;
  const lines = sets.map(
    (set, at) =>
      `<line x1="${left}" x2="${left + 24}" y1="${60 + 22 * at}" y2="${60 + 22 * at}" stroke="${colours[at]}" stroke-width="2"/><text x="${left + 32}" y="${64 + 22 * at}">Proofdesk, ${set}</text>`,
  );
  const peers = systems.map((name, at) => {
    const top = 76 + 22 * (sets.length + at);
    return `<path transform="translate(${left + 12},${top})" d="${shapes[name] ?? shapes['retext']}" fill="none" stroke="#555" stroke-width="2"/><text x="${left + 32}" y="${top + 4}">${name}</text>`;
  });
  return [...lines, ...peers].join('\n');
}
