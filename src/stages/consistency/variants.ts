import { type DialectWords, parseDialectWords } from '../../core/dialect.ts';
import { opensSentence, type Passage, type Token, wordAfter } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';
import { isClear, minorityRemarks, times, type Use } from './choice.ts';

/** Words that one and the same English spells in two ways. */
const groups: readonly (readonly string[])[] = `
  email e-mail
  emails e-mails
  website web_site web-site
  websites web_sites web-sites
  online on-line
  offline off-line
  adviser advisor
  advisers advisors
  judgment judgement
  acknowledgment acknowledgement
  toward towards
  among amongst
  while whilst
  focused focussed
  focusing focussing
  healthcare health_care health-care
  dataset data_set data-set
  datasets data_sets data-sets
  policymaker policy_maker policy-maker
  policymakers policy_makers policy-makers
  nonprofit non-profit
  nonprofits non-profits
  startup start-up
  startups start-ups
  timeframe time_frame time-frame
  lifecycle life_cycle life-cycle
  workplace work_place work-place
  coworker co-worker
  coworkers co-workers
  cooperate co-operate
  cooperation co-operation
  coordinate co-ordinate
  coordination co-ordination
  preexisting pre-existing
  reuse re-use
  subcommittee sub-committee
  wellbeing well-being
  ebook e-book
  ebooks e-books
  learnt learned
  spelt spelled
  burnt burned
  dreamt dreamed
  leapt leaped
  enquiry inquiry
  enquiries inquiries
  grey gray
  ageing aging
  orient orientate
  preventive preventative
  flier flyer
  database data_base data-base
  fundraising fund-raising
  decision-maker decision_maker
  decision-makers decision_makers
  `
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '))
  .map((forms) => forms.map((form) => form.replace('_', ' ')));

const groupOf: ReadonlyMap<string, number> = new Map(
  groups.flatMap((forms, group) => forms.map((form): [string, number] => [form, group])),
);

/** The first words of the forms that are two words. */
const firstWords: ReadonlySet<string> = new Set(
  [...groupOf.keys()].filter((form) => form.includes(' ')).map((form) => form.split(' ')[0] ?? ''),
);

/** “e-mail” here and “email” there. */
export function variantRemarks(passages: readonly Passage[]): readonly PassageRemark[] {
  const uses = new Map<number, Use[]>();
  for (const { tokens } of passages) {
    for (const [index, token] of tokens.entries()) {
      if (token.kind !== 'word' || isName(tokens, index)) continue;
      const next = firstWords.has(token.lower) ? tokens[wordAfter(tokens, index)] : undefined;
      const pair = next ? `${token.lower} ${next.lower}` : token.lower;
      const form = groupOf.has(pair) ? pair : token.lower;
      const group = groupOf.get(form);
      if (group === undefined) continue;
      const end = form === pair && next ? next.span.end : token.span.end;
      const text = form === pair && next ? `${token.text} ${next.text}` : token.text;
      const list = uses.get(group) ?? [];
      list.push({ form, text, span: { start: token.span.start, end } });
      uses.set(group, list);
    }
  }
  return [...uses.values()].flatMap((list) => minorityRemarks('variant-spelling', list));
}

/** A capital inside a sentence makes a name, and names keep their spelling. */
function isName(tokens: readonly Token[], index: number): boolean {
  return /^\p{Lu}/u.test(tokens[index]?.text ?? '') && !opensSentence(tokens, index);
}

const parsed = new Map<string, DialectWords>();

/** British words among American ones, or the reverse: the smaller party is shown. Each word is shown once. */
export function dialectRemarks(
  passages: readonly Passage[],
  variants: string,
): readonly PassageRemark[] {
  const dialects = parsed.get(variants) ?? parseDialectWords(variants);
  parsed.set(variants, dialects);
  const british = usesOf(passages, dialects.british);
  const american = usesOf(passages, dialects.american);
  const few = british.length < american.length ? british : american;
  const many = few === british ? american : british;
  if (few.length === 0 || few.length === many.length) return [];
  const map = few === british ? dialects.british : dialects.american;
  const [here, there] = few === british ? ['British', 'American'] : ['American', 'British'];
  return few.map(({ form, span, text }) => {
    const twin = map.get(form) ?? form;
    const expected = text === form ? twin : twin.charAt(0).toUpperCase() + twin.slice(1);
    return {
      rule: 'mixed-dialect',
      span,
      message: `“${text}” is ${here}; the document is ${there} ${times(many.length)} and ${here} ${times(few.length)}.`,
      expected: [expected],
      ...(isClear(many.length, few.length) ? { confidence: 0.55 } : {}),
    };
  });
}

function usesOf(passages: readonly Passage[], words: ReadonlyMap<string, string>): readonly Use[] {
  const uses: Use[] = [];
  for (const { tokens } of passages) {
    for (const { kind, lower, text, span } of tokens) {
      // A capital inside may be a name ("Labour", "Centre"); all capitals are left alone.
      if (kind === 'word' && words.has(lower) && text === lower)
        uses.push({ form: lower, span, text });
    }
  }
  return uses;
}
