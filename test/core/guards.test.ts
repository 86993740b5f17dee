import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../../src/core/edit.ts';
import { riskOf } from '../../src/core/guards.ts';

function risk(text: string, before: string, after: string): string | undefined {
  const start = text.indexOf(before);
  const edit: TextEdit = { span: { start, end: start + before.length }, before, after };
  return riskOf(edit, text);
}

describe('riskOf', () => {
  it.each([
    ['It costs 3.000 euros.', '.', ',', 'number'],
    ['It costs 300 euros.', '300', '400', 'number'],
    ['We have to houses.', 'to', 'two', 'number'],
    ['See www.example.org for it.', 'example', 'sample', 'address'],
    ['This is not right.', 'not', 'now', 'negation'],
    ['It is not not so.', 'not not', 'not', 'negation'],
    ['We asked Ms Okonwko about it.', 'Okonwko', 'Okonkwo', 'name'],
    ['We went to the Capitol yesterday.', 'Capitol', 'Capital', 'name'],
  ])('%s: %s to %s is a risk to a %s', (text, before, after, what) => {
    expect(risk(text, before, after)).toContain(what);
  });

  it.each([
    ['In 2019 we moved.', '2019', '2019,'],
    ['We recieved it.', 'recieved', 'received'],
    ['It doesnt matter.', 'doesnt', 'doesn’t'],
    ['Teh letter came.', 'Teh', 'The'],
    ['He came. Im here.', 'Im', 'I’m'],
    ['We met on monday.', 'monday', 'Monday'],
    ['The the letter came.', 'The the', 'The'],
  ])('%s: %s to %s is none', (text, before, after) => {
    expect(risk(text, before, after)).toBeUndefined();
  });
});
