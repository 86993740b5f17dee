import { afterEach, describe, expect, it } from 'vitest';
import { createEnginePool, type PoolLimits, poolLimits } from '../../../src/app/engine/pool.ts';
import { documentOf } from '../../../src/core/document.ts';
import type { GrammarEngine } from '../../../src/core/grammar-engine.ts';
import type { Profile } from '../../../src/job/proofreading.ts';
import type { Engine } from '../../../src/ports.ts';

let pool: Engine | undefined;
afterEach(async () => {
  await pool?.close();
});

function poolOf(limits: Partial<PoolLimits>, check: GrammarEngine['check'] = allRight): Engine {
  const grammar = { check, close: () => Promise.resolve() };
  pool = createEnginePool(grammar, { ...poolLimits, threadsMax: 1, ...limits });
  return pool;
}

const allRight: GrammarEngine['check'] = async ({ paragraphs }) =>
  paragraphs.map(() => ({ kind: 'checked', remarks: [] }));

function profileWith(stage: string): Profile {
  const pipeline = {
    name: 'test',
    description: '',
    dialect: 'en-US',
    thresholds: { apply: 0.9, suggest: 0.5 },
    stages: [{ name: stage, severity: 'apply', options: {}, rules: {} }],
  } as const;
  return { pipeline, words: [] };
}

/** “Twice” is a cue, so the grammar engine is asked. */
const text = 'It rained twice, and then nobody came.';
const document = documentOf([{ kind: 'paragraph', text, frozen: [] }]);
const bytes = new TextEncoder().encode(text);

async function stillWorks(engine: Engine): Promise<void> {
  const { words } = await engine.extract({ fileName: 'a.txt', bytes });
  expect(words).toBe(7);
}

describe('the pool', { timeout: 60_000 }, () => {
  it('asks the one grammar engine from its threads', async () => {
    const asked: (readonly string[])[] = [];
    const engine = poolOf({}, (request) => {
      asked.push(request.paragraphs);
      return allRight(request);
    });
    const profile = profileWith('grammar');
    expect(await engine.proofread({ document, profile })).toEqual({ findings: [], notChecked: [] });
    expect(asked).toEqual([[text]]);
  });

  it('ends a call that passes its deadline, with its thread, and works on with another', async () => {
    const never = (): Promise<never> => new Promise(() => {});
    const engine = poolOf({ deadlineMs: 12_000, deadlineMsPerUnit: 0 }, never);
    const profile = profileWith('grammar');
    await expect(engine.proofread({ document, profile })).rejects.toMatchObject({
      name: 'DocumentProblem',
      code: 'took-too-long',
    });
    await stillWorks(engine);
  });

  it('weighs words by the one model that its threads share', async () => {
    const engine = poolOf({ threadsMax: 2 });
    const wrong = documentOf([
      { kind: 'paragraph', text: 'They went to there house.', frozen: [] },
    ]);
    const profile = profileWith('context');
    const both = await Promise.all(
      [1, 2].map(() => engine.proofread({ document: wrong, profile })),
    );
    const corrections = both.map(({ findings }) => findings[0]?.corrections[0]?.after);
    expect(corrections).toEqual(['their', 'their']);
  });

  it('gives a larger document more time', async () => {
    const slow: GrammarEngine['check'] = async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return allRight(request);
    };
    const engine = poolOf({ deadlineMs: 0, deadlineMsPerUnit: 1_000 }, slow);
    const profile = profileWith('grammar');
    await expect(engine.proofread({ document, profile })).resolves.toBeDefined();
  });

  it('passes on what is wrong with a document, and what with the settings', async () => {
    const engine = poolOf({});
    const broken = engine.extract({ fileName: 'a.docx', bytes });
    await expect(broken).rejects.toMatchObject({ name: 'DocumentProblem' });
    const profile = profileWith('retext-nowhere');
    await expect(engine.proofread({ document, profile })).rejects.toMatchObject({
      name: 'DeskProblem',
      message: expect.stringContaining('npm install retext-nowhere'),
    });
  });
});
