import { findPackageJSON } from 'node:module';
import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { createOurWords } from '../core/our-words.ts';
import type { Pipeline, PipelineStage } from '../core/pipeline.ts';
import type { RunningStage } from '../core/proofread.ts';
import type { Resources, StageSettings } from '../core/stage.ts';
import type { SettledProfile } from '../job/proofreading.ts';
import { DeskProblem } from '../job/trouble.ts';
import { stages } from '../stages/index.ts';

const byName = new Map(stages.map((stage) => [stage.name, stage]));

/** The stages of a profile, ready to run: ours by name, others as installed retext plugins. */
export async function runningStages(
  profile: SettledProfile,
  resources: Resources,
): Promise<readonly RunningStage[]> {
  const isOurWord = createOurWords(profile.words);
  const wanted = profile.pipeline.stages.filter((stage) => !isOff(stage));
  const running: RunningStage[] = [];
  for (const { name, options } of wanted) {
    const stage = byName.get(name);
    const { dialect, isDialectGuessed = false } = profile.pipeline;
    const settings = { dialect, isDialectGuessed, isOurWord, resources, options };
    running.push(stage ? ours(stage, settings) : await foreign(name, options));
  }
  return running;
}

/** How reports call the stages of a pipeline. */
export function stageTitles(pipeline: Pipeline) {
  return pipeline.stages
    .filter((stage) => !isOff(stage))
    .map(({ name }) => {
      const stage = byName.get(name);
      return stage
        ? { name, title: stage.title, description: stage.description }
        : { name, title: name, description: `The retext plugin ${name}.` };
    });
}

function isOff(stage: PipelineStage): boolean {
  return stage.severity === 'off' && Object.values(stage.rules).every((rule) => rule === 'off');
}

function ours(stage: (typeof stages)[number], settings: StageSettings): RunningStage {
  return { stage, plugin: () => stage.plugin(settings) };
}

/** Nothing but retext plugins is loaded by name: a settings file is not to run just any package. */
const pluginName = /^(?:@[\w.-]+\/)?retext-[\w.-]+$/;

/** Whether there is a stage of this name: one of ours, or an installed retext plugin. */
export function hasStage(name: string): boolean {
  return byName.has(name) || (pluginName.test(name) && isInstalled(name));
}

function isInstalled(name: string): boolean {
  try {
    return findPackageJSON(name, import.meta.url) !== undefined;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}

/** What to do about a stage that there is not. */
export function noSuchStage(name: string): string {
  const known = `there is no stage “${name}”. Ours are: ${stages.map((stage) => stage.name).join(', ')}.`;
  return pluginName.test(name)
    ? `${known} A retext plugin is installed first: npm install ${name}`
    : `${known} Others are retext plugins, whose names begin with retext-.`;
}

async function foreign(name: string, options: PipelineStage['options']): Promise<RunningStage> {
  if (!hasStage(name)) throw new DeskProblem(noSuchStage(name));
  const plugin = await importPlugin(name);
  const configured: Plugin<[], Root> = function attach() {
    return plugin.call(this, options);
  };
  return { stage: { name, rules: {} }, plugin: configured };
}

async function importPlugin(name: string): Promise<Plugin<[unknown], Root>> {
  const { default: plugin } = await import(name);
  if (typeof plugin === 'function') return plugin;
  throw new DeskProblem(
    `“${name}” is installed, but is no retext plugin. Take it out of the pipeline.`,
  );
}
