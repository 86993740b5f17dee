import { expect, it } from 'vitest';
import { waitingLines } from '../../src/cli/status-text.ts';

const files = (count: number, stuck: boolean) =>
  Array.from({ length: count }, (_, number) => ({
    path: `anna/${stuck ? 'stuck' : 'moving'}-${number}.txt`,
    reason: stuck ? 'its name cannot be read' : 'still being written',
    stuck,
  }));

it('shows what fits a screen of what waits, and counts the rest', () => {
  const lines = waitingLines(files(5_000, false)).split('\n');
  expect(lines).toHaveLength(22);
  expect(lines.at(-1)).toContain('and 4980 more');
});

it('shows all that needs a person, first', () => {
  const lines = waitingLines([...files(3, false), ...files(30, true)]).split('\n');
  expect(lines.slice(1, 31).every((line) => line.includes('stuck'))).toBe(true);
  expect(lines.at(-1)).toContain('and 3 more');
});
