import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseYaml } from '../../src/app/yaml-file.ts';

const schema = z.strictObject({
  name: z.string().optional(),
  words: z.array(z.string()).optional(),
  seconds: z.number().default(5),
  nested: z.strictObject({ deep: z.record(z.string(), z.number()) }).optional(),
});

const parse = (text: string) => parseYaml({ name: 'client.yaml', text }, schema);

describe('parseYaml', () => {
  it('gives the settings with their defaults; without a value, a setting is not set', () => {
    expect(parse('')).toEqual({ seconds: 5 });
    expect(parse('name: Anna\nwords:\n#  - one\nseconds:\n')).toEqual({ name: 'Anna', seconds: 5 });
    expect(parse('words: [a, "42"]\r\n')).toEqual({ words: ['a', '42'], seconds: 5 });
  });

  it.each([
    ['name: [a\n', 'client.yaml:2:1: '],
    ['name: a\nname: b\n', 'client.yaml:2:1: Map keys must be unique'],
    ['name: a\ncolour: red\n', 'client.yaml:2:1: “colour” is not a setting here'],
    ['\nseconds: soon\n', 'client.yaml:2:1: seconds: must be a number'],
    ['words: Okonkwo\n', 'client.yaml:1:1: words: must be a list, one entry a line'],
    ['words:\n  - fine\n  - 42\n', 'client.yaml:3:5: words.1: must be text'],
    ['nested:\n  deep:\n    a: 1\n    b: x\n', 'client.yaml:4:5: nested.deep.b: must be a number'],
    ['- a\n', 'client.yaml:1:1: must be a block of settings'],
    ['just text\n', 'client.yaml:1:1: must be a block of settings'],
    ['seconds: 1\nname: *x\n', 'client.yaml:2:7: Unresolved alias'],
  ])('tells what is wrong in %j, and where', (text, expected) => {
    expect(() => parse(text)).toThrow(expected);
  });

  it('tells every fault', () => {
    expect(() => parse('colour: red\nseconds: soon\n')).toThrow('client.yaml:1:1: “colour”');
    expect(() => parse('colour: red\nseconds: soon\n')).toThrow('client.yaml:2:1: seconds');
  });
});
