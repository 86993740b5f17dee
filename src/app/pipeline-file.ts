import { z } from 'zod';
import { dialectChoices } from '../core/dialect.ts';
import { type Pipeline, type PipelineStage, severities } from '../core/pipeline.ts';
import type { Stage } from '../core/stage.ts';
import { DeskProblem } from '../job/trouble.ts';
import { pipelineName } from './settings-files.ts';
import { parseYaml, type YamlSource } from './yaml-file.ts';

const severity = z.enum(severities, `must be one of: ${severities.join(', ')}`);
const share = z.number().min(0, 'must be 0 to 1').max(1, 'must be 0 to 1');

const stageSettings = z.union(
  [
    severity,
    z.null(),
    z.strictObject({
      severity: severity.optional(),
      options: z.record(z.string(), z.unknown()).optional(),
      rules: z.record(z.string(), severity).optional(),
    }),
  ],
  `must be one of ${severities.join(', ')}, or a block with severity, options and rules`,
);

const pipelineFile = z.strictObject({
  description: z.string().optional(),
  extends: pipelineName.optional(),
  dialect: z.enum(dialectChoices, `must be one of: ${dialectChoices.join(', ')}`).optional(),
  thresholds: z.strictObject({ apply: share.optional(), suggest: share.optional() }).optional(),
  stages: z.record(z.string(), stageSettings).optional(),
});

type PipelineFile = z.infer<typeof pipelineFile>;

/** Where pipeline files come from: the desk's own first, then the shipped ones. */
export interface PipelineSources {
  /** The file of a pipeline, or undefined when there is none. */
  read(name: string): Promise<YamlSource | undefined>;
  names(): Promise<readonly string[]>;
}

/** The stages that pipelines may name. */
export interface StageNames {
  /** Ours, whose rules are known. */
  readonly stages: readonly Stage[];
  has(name: string): boolean;
  /** A sentence for a name that there is not. */
  noSuchStage(name: string): string;
}

/** A pipeline can extend one that extends one; more than this is a circle. */
const extendsDepthMax = 8;

/**
 * Reads a pipeline with all it extends. Throws DeskProblem when there is none of that name,
 * when a file has a fault, or when a stage or a rule is named that there is not.
 */
export async function loadPipeline(
  name: string,
  sources: PipelineSources,
  known: StageNames,
): Promise<Pipeline> {
  const files = await chainOf(name, sources, known);
  const base: Pipeline = {
    name,
    description: '',
    dialect: 'auto',
    thresholds: { apply: 0.9, suggest: 0.5 },
    stages: [],
  };
  const pipeline = files.reduceRight(extended, base);
  const { apply, suggest } = pipeline.thresholds;
  if (suggest > apply) {
    throw new DeskProblem(
      `The pipeline “${name}” suggests from ${suggest} and applies from ${apply}; the first must not be higher.`,
    );
  }
  return pipeline;
}

/** The file of a pipeline and, after it, those it extends. */
async function chainOf(
  name: string,
  sources: PipelineSources,
  known: StageNames,
): Promise<readonly PipelineFile[]> {
  const schema = schemaFor(known);
  const files: PipelineFile[] = [];
  for (let next: string | undefined = name; next !== undefined; ) {
    const source: YamlSource | undefined = await sources.read(next);
    if (!source) {
      const names = (await sources.names()).join(', ');
      throw new DeskProblem(`There is no pipeline “${next}”. Choose one of: ${names}.`);
    }
    if (files.length === extendsDepthMax) {
      throw new DeskProblem(`${source.name}: pipelines extend each other in a circle.`);
    }
    const file: PipelineFile = parseYaml(source, schema);
    files.push(file);
    next = file.extends;
  }
  return files;
}

/** The rules of our own stages are known, so a misspelt one can be told; those of other plugins are not. */
function schemaFor(known: StageNames): typeof pipelineFile {
  const byName = new Map(known.stages.map((stage) => [stage.name, stage]));
  return pipelineFile.superRefine((file, context) => {
    for (const [name, settings] of Object.entries(file.stages ?? {})) {
      const stage = byName.get(name);
      if (settings !== 'off' && !known.has(name)) {
        const message = known.noSuchStage(name);
        context.addIssue({ code: 'custom', path: ['stages', name], message });
      }
      if (!stage || settings === null || typeof settings === 'string') continue;
      for (const rule of Object.keys(settings.rules ?? {})) {
        if (rule in stage.rules) continue;
        const message = `the stage ${name} has no rule “${rule}”; it has: ${Object.keys(stage.rules).join(', ')}`;
        context.addIssue({ code: 'custom', path: ['stages', name, 'rules', rule], message });
      }
    }
  });
}

function extended(base: Pipeline, file: PipelineFile): Pipeline {
  const merged = new Map(base.stages.map((stage) => [stage.name, stage]));
  for (const [name, settings] of Object.entries(file.stages ?? {})) {
    merged.set(name, mergedStage(merged.get(name), name, settings));
  }
  return {
    name: base.name,
    description: file.description ?? base.description,
    dialect: file.dialect ?? base.dialect,
    thresholds: {
      apply: file.thresholds?.apply ?? base.thresholds.apply,
      suggest: file.thresholds?.suggest ?? base.thresholds.suggest,
    },
    stages: [...merged.values()],
  };
}

function mergedStage(
  base: PipelineStage | undefined,
  name: string,
  settings: z.infer<typeof stageSettings>,
): PipelineStage {
  const under = base ?? { name, severity: 'apply', options: {}, rules: {} };
  if (settings === null) return under;
  if (typeof settings === 'string') return { ...under, severity: settings };
  return {
    name,
    severity: settings.severity ?? under.severity,
    options: { ...under.options, ...settings.options },
    rules: { ...under.rules, ...settings.rules },
  };
}
