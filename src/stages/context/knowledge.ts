import type { Resources } from '../../core/stage.ts';
import type { Corrector } from './corrector.ts';
import { createInflections } from './inflections.ts';
import { createLanguageModel } from './model.ts';
import { createNearForms } from './near-forms.ts';

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
  const [bytes, counts, inflections, variants] = await Promise.all([
    resources.data('en-context'),
    resources.list('en-counts'),
    resources.list('en-inflections'),
    resources.list('en-variants'),
  ]);
  const model = createLanguageModel(bytes);
  const listed = new Set<string>();
  const proposable = new Set<string>();
  const varying = new Set(variants.split('\n').flatMap((line) => line.split('\t', 2)));
  for (const line of counts.split('\n')) {
    const [form = ''] = line.split('\t', 1);
    listed.add(form);
    if (model.wordCount(model.idOf(form)) >= countMin && !isClass(model.idOf(form))) {
      proposable.add(form);
    }
  }
  const isProposable = (form: string): boolean => proposable.has(form);
  return {
    model,
    words: {
      isProposable,
      isWord: (form) => listed.has(form),
      inflections: createInflections(inflections),
      // Spellings that differ between dialects are no slips.
      nearForms: createNearForms((form) => proposable.has(form) && !varying.has(form)),
    },
  };
}

/** The ids of classes of words stand below those of words. */
function isClass(id: number): boolean {
  return id < 5;
}
