import { describe, expect, it } from 'vitest';
import { hasStage, noSuchStage } from '../../src/app/catalog.ts';
import { loadPipeline, type PipelineSources } from '../../src/app/pipeline-file.ts';
import { pipelineNamed, pipelineSources } from '../../src/app/profiles.ts';
import { stages } from '../../src/stages/index.ts';

function sources(files: Readonly<Record<string, string>>): PipelineSources {
  return {
    read: async (name) => {
      const text = files[name];
      return text === undefined ? undefined : { name: `pipelines/${name}.yaml`, text };
    },
    names: async () => Object.keys(files),
  };
}

const load = (name: string, files: Readonly<Record<string, string>>) =>
  loadPipeline(name, sources(files), { stages, has: hasStage, noSuchStage });

describe('the shipped pipelines', () => {
  it('are valid, each with a description', async () => {
    const shipped = pipelineSources();
    const names = await shipped.names();
    expect(names).toEqual(['academic', 'legal', 'light', 'quick', 'standard', 'strict', 'uk']);
    for (const name of names) {
      const pipeline = await pipelineNamed(name, shipped);
      expect(pipeline.description).not.toBe('');
      expect(pipeline.stages.length).toBeGreaterThan(5);
    }
  });
});

describe('extends', () => {
  const base =
    'description: Base.\nthresholds: { apply: 0.8 }\nstages:\n  spelling:\n  spacing:\n    severity: suggest\n    options: { a: 1 }\n';

  it('keeps the order and overrides what is named', async () => {
    const child =
      'extends: base\ndialect: en-GB\nstages:\n  spacing:\n    options: { b: 2 }\n  articles: note\n';
    const pipeline = await load('child', { base, child });
    expect(pipeline).toMatchObject({ name: 'child', description: 'Base.', dialect: 'en-GB' });
    expect(pipeline.thresholds).toEqual({ apply: 0.8, suggest: 0.5 });
    expect(pipeline.stages).toEqual([
      { name: 'spelling', severity: 'apply', options: {}, rules: {} },
      { name: 'spacing', severity: 'suggest', options: { a: 1, b: 2 }, rules: {} },
      { name: 'articles', severity: 'note', options: {}, rules: {} },
    ]);
  });

  it('says so when pipelines extend each other in a circle, or one that is not there', async () => {
    await expect(load('a', { a: 'extends: b', b: 'extends: a' })).rejects.toThrow('in a circle');
    await expect(load('a', { a: 'extends: nowhere' })).rejects.toThrow(
      'There is no pipeline “nowhere”. Choose one of: a.',
    );
  });
});

describe('faults', () => {
  it.each([
    ['stages:\n  spelling:\n    severity: loud\n', 'pipelines/x.yaml:2:3: '],
    ['description: Fine.\ndialct: en-GB\n', 'pipelines/x.yaml:2:1: “dialct” is not a setting here'],
    ['dialect: fr\n', 'pipelines/x.yaml:1:1: dialect: must be one of: en-US'],
    ['thresholds:\n  apply: 90\n', 'pipelines/x.yaml:2:3: thresholds.apply: must be 0 to 1'],
    ['stages:\n  spelling:\n    rules:\n      mispelling: off\n', 'pipelines/x.yaml:4:7: '],
    ['stages:\n  speling:\n', 'pipelines/x.yaml:2:3: stages.speling: there is no stage “speling”'],
    ['stages:\n  retext-nowhere:\n', 'installed first: npm install retext-nowhere'],
    ['extends: ../x\n', 'pipelines/x.yaml:1:1: extends: must be a name'],
    ['stages: [\n', 'pipelines/x.yaml:2:1: '],
    ['thresholds: { apply: 0.4, suggest: 0.6 }', 'suggests from 0.6 and applies from 0.4'],
  ])('%j is told with its place', async (text, expected) => {
    await expect(load('x', { x: text })).rejects.toThrow(expected);
  });
});

describe('stages', () => {
  it('may be installed retext plugins, and what is off need not be there', async () => {
    const text = 'stages:\n  retext-quotes:\n  retext-nowhere: off\n';
    const { stages: found } = await load('x', { x: text });
    expect(found.map(({ name, severity }) => `${name} ${severity}`)).toEqual([
      'retext-quotes apply',
      'retext-nowhere off',
    ]);
  });
});
