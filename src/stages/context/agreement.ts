import { isOf } from '../../core/word-classes.ts';
import type { Change } from './inflections.ts';

/** The word whose form is asked about, and the words before it, the nearest last. */
interface Place {
  readonly before: readonly string[];
  readonly isBase: (form: string) => boolean;
}

/** Whether a form may stand after the words before it: 1 where it should, -1 where it should not, 0 where they do not say. */
export function agreementOf(form: string, change: Change, { before, isBase }: Place): number {
  if (change === 'noun') return nounAgreement(form, before, isBase);
  const close = before.filter((word) => !passedOver.has(word) && !/ly$/.test(word)).at(-1) ?? '';
  return verbAgreement(shapeOf(form, isBase), close, before);
}

/** Words between a verb and what governs it. */
const passedOver = new Set(
  'not never always also often still just already even ever only'.split(' '),
);

type Shape = 'bare' | 's' | 'ing' | 'past';

function shapeOf(form: string, isBase: (form: string) => boolean): Shape {
  if (/^(?:is|has|does|was)$/.test(form)) return 's';
  if (/^(?:are|have|do|were|be)$/.test(form) || isBase(form)) return 'bare';
  if (form.endsWith('ing')) return 'ing';
  return form.endsWith('s') ? 's' : 'past';
}

function verbAgreement(shape: Shape, word: string, before: readonly string[]): number {
  if (isOf('modal', word) || isOf('auxiliary', word)) return shape === 'bare' ? 1 : -1;
  if (word === 'to') return shape === 'bare' ? 1 : shape === 'ing' ? 0 : -1;
  if (isOf('have', word)) return shape === 'past' ? 1 : -1;
  if (isOf('be', word)) return shape === 'past' || shape === 'ing' ? 1 : -1;
  // A question or a subordinate may have put another verb before the subject: "does he go", "let it go".
  const opens =
    before.length < 2 ||
    /^(?:and|but|that|if|when|because|as|,|so|which|where|while|what)$/.test(before.at(-2) ?? '');
  if (!opens) return 0;
  if (/^(?:he|she|it)$/.test(word)) return shape === 's' ? 1 : shape === 'past' ? 0 : -1;
  if (/^(?:i|you|we|they)$/.test(word)) return shape === 'bare' ? 1 : shape === 'past' ? 0 : -1;
  return 0;
}

const singulars = new Set('a an this every each another'.split(' '));
const plurals = new Set('these those many several few various both'.split(' '));

function nounAgreement(
  form: string,
  before: readonly string[],
  isBase: (form: string) => boolean,
): number {
  const word = before.at(-1) ?? '';
  const isSingular = isBase(form);
  if (singulars.has(word)) return isSingular ? 1 : -1;
  const isOneOf = /^(?:one|some|many|all|most) of (?:the|my|our|their|his|her|these|those)$/.test(
    before.slice(-3).join(' '),
  );
  if (plurals.has(word) || isOneOf || isOf('number', word)) return isSingular ? -1 : 1;
  return 0;
}
