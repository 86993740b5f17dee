import { expect, it } from 'vitest';
import { spanOf } from '../../../src/adapters/harper/lint-span.ts';

function lint(start: number, end: number, text: string) {
  const state = { freed: false };
  const span = {
    start,
    end,
    free: () => {
      state.freed = true;
    },
  };
  return { state, span: () => Object.assign(span), get_problem_text: () => text };
}

it('gives the span of a lint and frees what it came in', () => {
  const given = lint(3, 7, 'then');
  expect(spanOf(given, '😀 then')).toEqual({ start: 3, end: 7 });
  expect(given.state.freed).toBe(true);
});

it('does not trust a span that counts characters where units are meant', () => {
  expect(() => spanOf(lint(2, 6, 'then'), '😀 then')).toThrow('does not hold its text');
});
