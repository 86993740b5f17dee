import { lexiconOf } from '../../core/lexicon.ts';
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
  const [bytes, lexicon, inflections] = await Promise.all([
    resources.data('en-context'),
    lexiconOf(resources),
    resources.list('en-context-forms'),
  ]);
  const model = createLanguageModel(bytes);
  const isProposable = (form: string): boolean => {
    const id = model.idOf(form);
    return !isClass(id) && model.wordCount(id) >= countMin && lexicon.idOf(form) >= 0;
  };
  return { model, words: { isProposable, inflections: createInflections(inflections) } };
}

/** The ids of classes of words stand below those of words. */
function isClass(id: number): boolean {
  return id < 5;
}
