import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createHarper, type Harper } from '../../../src/adapters/harper/harper.ts';
import type { GrammarRequest, GrammarVerdict } from '../../../src/core/grammar-engine.ts';
import { grammarRules } from '../../../src/stages/grammar/rule-table.ts';

const wrong = 'It is bigger then this.';
const panics = 'It is very nice, and a good thing.';
const harper = createHarper();

/** Each start of a thread takes 2 s, and several times that on a busy machine. */
const startsTimeMsMax = 120_000;
vi.setConfig({ testTimeout: startsTimeMsMax });

afterAll(() => harper.close());

function request(paragraphs: readonly string[], rules = ['ThenThan']): GrammarRequest {
  return { paragraphs, rules, dialect: 'en-US' };
}

function rulesIn(verdict: GrammarVerdict | undefined): readonly string[] {
  return verdict?.kind === 'checked' ? verdict.remarks.map(({ rule }) => rule) : ['not checked'];
}

function reasonOf(verdict: GrammarVerdict | undefined): string {
  return verdict?.kind === 'not-checked' ? verdict.reason : 'checked';
}

async function withEngine<T>(
  options: Parameters<typeof createHarper>[0],
  use: (engine: Harper) => Promise<T>,
): Promise<T> {
  const engine = createHarper(options);
  try {
    return await use(engine);
  } finally {
    await engine.close();
  }
}

describe('what Harper says', () => {
  it('gives one verdict a paragraph, in their order', async () => {
    const verdicts = await harper.check(request([wrong, 'It is fine.', '', '12 + 30', wrong]));
    expect(verdicts.map(rulesIn)).toEqual([['ThenThan'], [], [], [], ['ThenThan']]);
    expect(verdicts[0]).toEqual({
      kind: 'checked',
      remarks: [
        {
          rule: 'ThenThan',
          kind: 'Miscellaneous',
          span: { start: 13, end: 17 },
          message: 'Did you mean `than`?',
          replacements: ['than'],
        },
      ],
    });
  });

  it('counts in UTF-16 units, whatever characters stand before', async () => {
    const piece = fc.constantFrom(
      '😀',
      '👨‍👩‍👧',
      'e\u0301',
      '𝒳',
      '字',
      '\uFFFC',
      'é ',
      '\uD83D ',
      '\n',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const paragraph = `${pieces.join('')}. ${wrong}`;
        const [verdict] = await harper.check(request([paragraph]));
        if (verdict?.kind !== 'checked') throw new Error(reasonOf(verdict));
        const held = verdict.remarks.map(({ span }) => paragraph.slice(span.start, span.end));
        expect(held).toEqual(['then']);
      }),
      { numRuns: 60 },
    );
  });

  it('runs only the rules it is asked for', async () => {
    const both = 'It is bigger then this, alot.';
    const [one] = await harper.check(request([both], ['OpenCompounds']));
    const [two] = await harper.check(request([both], ['OpenCompounds', 'ThenThan']));
    const [none] = await harper.check(request([both], []));
    expect(rulesIn(one)).toEqual(['OpenCompounds']);
    expect(rulesIn(two).toSorted()).toEqual(['OpenCompounds', 'ThenThan']);
    expect(rulesIn(none)).toEqual([]);
  });

  it('lets no remark on a whole sentence swallow the others in it', async () => {
    const long = `It was the the end ${'of the day and '.repeat(20)}of the year.`;
    const [verdict] = await harper.check(request([long], ['LongSentences', 'RepeatedWords']));
    expect(rulesIn(verdict).toSorted()).toEqual(['LongSentences', 'RepeatedWords']);
  });

  it('reads plain text and not Markdown', async () => {
    const [verdict] = await harper.check(request(['`It is bigger then this.`']));
    expect(rulesIn(verdict)).toEqual(['ThenThan']);
  });

  it('follows the dialect', async () => {
    const paragraphs = ['A second term was in the cards.', 'A second term was on the cards.'];
    const asked = { paragraphs, rules: ['InOnTheCards'] };
    const british = await harper.check({ ...asked, dialect: 'en-GB' });
    const american = await harper.check({ ...asked, dialect: 'en-US' });
    expect(british.map(rulesIn)).toEqual([['InOnTheCards'], []]);
    expect(american.map(rulesIn)).toEqual([[], ['InOnTheCards']]);
  });

  it('knows every rule of the table of the grammar stage', async () => {
    const names = grammarRules.map(({ engineName }) => engineName);
    const [verdict] = await harper.check(request([wrong], names));
    expect(rulesIn(verdict)).toEqual(['ThenThan']);
  });

  it('says so when it is asked for a rule that it does not have', async () => {
    const verdicts = await harper.check(request([wrong, 'It is fine.'], ['ThenThan', 'Nonesuch']));
    expect(verdicts.map(reasonOf)).toEqual([
      'The grammar checker has no rule called Nonesuch.',
      'The grammar checker has no rule called Nonesuch.',
    ]);
  });

  it('serves requests that come at the same time', async () => {
    const verdicts = await Promise.all([
      harper.check(request([`Today ${wrong}`])),
      harper.check(request(['I know alot.'], ['OpenCompounds'])),
      harper.check({ ...request([`Today ${wrong}`]), dialect: 'en-GB' }),
    ]);
    expect(verdicts.flat().map(rulesIn)).toEqual([['ThenThan'], ['OpenCompounds'], ['ThenThan']]);
  });

  it('does not check a paragraph twice', async () => {
    const [first] = await harper.check(request([`Once ${wrong}`]));
    const [second] = await harper.check(request([`Once ${wrong}`]));
    expect(second).toBe(first);
  });
});

describe('trouble', () => {
  it('survives a panic, says so, and goes on with the next paragraph', async () => {
    const rules = ['BoringWords', 'ThenThan'];
    await withEngine({}, async (engine) => {
      const verdicts = await engine.check(request([panics, '12', wrong], rules));
      expect(verdicts.map(reasonOf)).toEqual([
        'The grammar checker broke down on this paragraph.',
        'checked',
        'checked',
      ]);
      expect(rulesIn(verdicts[2])).toEqual(['ThenThan']);
      expect((await engine.check(request([wrong]))).map(rulesIn)).toEqual([['ThenThan']]);
    });
  });

  it('gives up on a request that breaks one thread after the other, and serves the next', async () => {
    await withEngine({ replacementsMax: 0 }, async (engine) => {
      const verdicts = await engine.check(request([panics, wrong], ['BoringWords']));
      expect(reasonOf(verdicts[1])).toBe(
        'The grammar checker broke down too often on this document.',
      );
      expect((await engine.check(request([wrong]))).map(rulesIn)).toEqual([['ThenThan']]);
    });
  });

  it('stops a paragraph that takes too long, does not try it again, and checks the rest', async () => {
    const limits = {
      paragraphTimeMsMax: 500,
      paragraphTimeMsPerThousand: 0,
      paragraphLengthMax: 1_000_000,
    };
    const endless = numbered(10_000);
    const rules = grammarRules.map(({ engineName }) => engineName);
    await withEngine(limits, async (engine) => {
      const verdicts = await engine.check(request([endless, wrong], rules));
      expect(reasonOf(verdicts[0])).toBe(
        'The grammar checker took too long over this paragraph and was stopped.',
      );
      expect(rulesIn(verdicts[1])).toEqual(['ThenThan']);
      const [again] = await engine.check(request([endless], rules));
      expect(again).toBe(verdicts[0]);
    });
  });

  it('does not touch a paragraph beyond its length', async () => {
    const verdicts = await harper.check(request([wrong, numbered(1_000)]));
    expect(verdicts.map(reasonOf)).toEqual([
      'checked',
      'The paragraph is too long for the grammar checker.',
    ]);
  });

  it('survives a token of 20,000 characters', async () => {
    const [long, next] = await harper.check(request(['x'.repeat(20_000), `Now ${wrong}`]));
    expect(long?.kind).toMatch(/checked/);
    expect(rulesIn(next)).toEqual(['ThenThan']);
  });

  it('replaces a thread that holds too much memory', async () => {
    await withEngine({ memoryBytesMax: 1 }, async (engine) => {
      const verdicts = await engine.check(request([wrong, `Twice ${wrong}`]));
      expect(verdicts.map(rulesIn)).toEqual([['ThenThan'], ['ThenThan']]);
    });
  });

  it('says so when the thread cannot be started in time', async () => {
    await withEngine({ startTimeMsMax: 1 }, async (engine) => {
      const verdicts = await engine.check(request([wrong]));
      expect(verdicts.map(reasonOf)).toEqual(['The grammar checker could not be started.']);
    });
  });

  it('says so when the JavaScript heap of the thread is too small to start in', async () => {
    await withEngine({ heapMegabytesMax: 4 }, async (engine) => {
      const verdicts = await engine.check(request([wrong]));
      expect(reasonOf(verdicts[0])).toMatch(/^The grammar checker/);
    });
  });
});

describe('coming to an end', () => {
  it('starts again after it was idle', async () => {
    await withEngine({ idleTimeMsMax: 1 }, async (engine) => {
      await engine.check(request([wrong]));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect((await engine.check(request([`More ${wrong}`]))).map(rulesIn)).toEqual([['ThenThan']]);
    });
  });

  it('rejects what is under way, and all that follows, once it is closed', async () => {
    const engine = createHarper();
    const underWay = expect(engine.check(request([wrong]))).rejects.toThrow('closed');
    await engine.close();
    await underWay;
    await expect(engine.check(request([wrong]))).rejects.toThrow('closed');
    await engine.close();
  });

  it('does not wait for what is under way when it is closed', async () => {
    const engine = createHarper({ paragraphTimeMsMax: 600_000, paragraphLengthMax: 10_000_000 });
    await engine.check(request([wrong]));
    const rules = grammarRules.map(({ engineName }) => engineName);
    const underWay = expect(engine.check(request([numbered(20_000)], rules))).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const before = performance.now();
    await engine.close();
    expect(performance.now() - before).toBeLessThan(5_000);
    await underWay;
  });

  it('keeps no process alive, and prints nothing of a paragraph when it panics', async () => {
    const module = fileURLToPath(
      new URL('../../../src/adapters/harper/harper.ts', import.meta.url),
    );
    const program = `
      import { createHarper } from ${JSON.stringify(module)};
      const check = (rule) => ({ paragraphs: [${JSON.stringify(panics)}], dialect: 'en-US', rules: [rule] });
      const harper = createHarper();
      await harper.check(check('BoringWords'));
      console.log((await harper.check(check('ThenThan')))[0].kind);`;
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', program],
      { timeout: startsTimeMsMax },
    );
    expect(stdout.trim()).toBe('checked');
    expect(stderr).toBe('');
  });
});

/** So many sentences of which no two are the same, so that no cache of the engine helps it. */
function numbered(sentences: number): string {
  return Array.from(
    { length: sentences },
    (_, index) => `The report of week ${index} was longer than that of week ${index + 1}.`,
  ).join(' ');
}
