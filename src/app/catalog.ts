import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { createOurWords } from '../core/our-words.ts';
import type { Pipeline, PipelineStage } from '../core/pipeline.ts';
import type { RunningStage } from '../core/proofread.ts';
import type { Resources, StageSettings } from '../core/stage.ts';
import type { Profile } from '../job/proofreading.ts';
import { DeskProblem } from '../job/trouble.ts';
import { stages } from '../stages/index.ts';

const byName = new Map(stages.map((stage) => [stage.name, stage]));

/** The stages of a profile, ready to run: ours by name, others as installed retext plugins. */
export async function runningStages(
  profile: Profile,
  resources: Resources,
): Promise<readonly RunningStage[]> {
  const isOurWord = createOurWords(profile.words);
  const wanted = profile.pipeline.stages.filter((stage) => !isOff(stage));
  const running: RunningStage[] = [];
  for (const { name, options } of wanted) {
    const stage = byName.get(name);
    const settings = { dialect: profile.pipeline.dialect, isOurWord, resources, options };
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

async function foreign(name: string, options: PipelineStage['options']): Promise<RunningStage> {
  const plugin = pluginName.test(name) ? await importPlugin(name) : undefined;
  if (!plugin) {
    throw new DeskProblem(
      `There is no stage “${name}”. Ours are: ${stages.map((stage) => stage.name).join(', ')}. ` +
        `A retext plugin is installed first: npm install ${name}`,
    );
  }
  const configured: Plugin<[], Root> = function attach() {
    return plugin.call(this, options);
  };
  return { stage: { name, rules: {} }, plugin: configured };
}

async function importPlugin(name: string): Promise<Plugin<[unknown], Root> | undefined> {
  try {
    const { default: plugin } = await import(name);
    return typeof plugin === 'function' ? plugin : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
      return undefined;
    }
    throw error;
  }
}
