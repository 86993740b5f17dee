import type { Resources } from '../../core/stage.ts';
import type { Corrector } from './corrector.ts';
import { createInflections } from './inflections.ts';
import { createLanguageModel } from './model.ts';

const loaded = new WeakMap<Resources, Promise<Corrector>>();

/** The model and the words of the stage; a thread loads them once. */
export function correctorOf(resources: Resources): Promise<Corrector> {
  const made = loaded.get(resources) ?? load(resources);
  loaded.set(resources, made);
  return made;
}

/** What open text has less often than this is not proposed: it would be noise more often than meant. */
const countMin = 40;

async function load(resources: Resources): Promise<Corrector> {
  const [bytes, counts, inflections] = await Promise.all([
    resources.data('en-context'),
    resources.list('en-counts'),
    resources.list('en-context-forms'),
  ]);
  const model = createLanguageModel(bytes);
  const proposable = new Set<string>();
  for (const line of counts.split('\n')) {
    const [form = ''] = line.split('\t', 1);
    if (model.wordCount(model.idOf(form)) >= countMin && !isClass(model.idOf(form))) {
      proposable.add(form);
    }
  }
  const isProposable = (form: string): boolean => proposable.has(form);
  return {
    model,
    words: {
      isProposable,
      inflections: createInflections(inflections),
    },
  };
}

/** The ids of classes of words stand below those of words. */
function isClass(id: number): boolean {
  return id < 5;
}
