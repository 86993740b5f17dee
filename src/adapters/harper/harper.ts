import { createHash } from 'node:crypto';
import type { GrammarEngine, GrammarRequest, GrammarVerdict } from '../../core/grammar-engine.ts';
import { type HarperLimits, harperLimits } from './limits.ts';
import { createLru, type Lru } from './lru.ts';
import { createThreadKeeper, type ThreadKeeper } from './thread-keeper.ts';

/**
 * Harper as the grammar engine: in a thread of its own, started at the first paragraph, kept warm,
 * replaced when it breaks, ended when idle. Requests are served one after the other.
 * It never keeps a process alive that has nothing to check.
 */
export interface Harper extends GrammarEngine {
  /** Ends the thread at once. Requests under way reject, as do later ones: no verdict is made up. */
  close(): Promise<void>;
}

export function createHarper(options: Partial<HarperLimits> = {}): Harper {
  const limits = { ...harperLimits, ...options };
  const keeper = createThreadKeeper(limits);
  const memory = {
    verdicts: createLru<GrammarVerdict>(limits.verdictsMax),
    breakers: createLru<GrammarVerdict>(limits.breakersMax),
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    check(request) {
      const round: Round = { request, limits, keeper, ...memory, replaced: 0 };
      const verdicts = last.then(() => checkAll(round));
      last = verdicts.then(keeper.rest, keeper.rest);
      return verdicts;
    },
    close: () => keeper.close(),
  };
}

/** One request on its way. `givenUp` is why the rest of it is not checked. */
interface Round {
  readonly request: GrammarRequest;
  readonly limits: HarperLimits;
  readonly keeper: ThreadKeeper;
  readonly verdicts: Lru<GrammarVerdict>;
  readonly breakers: Lru<GrammarVerdict>;
  replaced: number;
  givenUp?: string;
}

async function checkAll(round: Round): Promise<readonly GrammarVerdict[]> {
  const { dialect, rules, paragraphs } = round.request;
  const settings = createHash('sha256').update(JSON.stringify([dialect, rules]));
  const verdicts: GrammarVerdict[] = [];
  for (const paragraph of paragraphs) {
    const key = settings.copy().update(paragraph).digest('base64');
    const known = round.verdicts.get(key) ?? round.breakers.get(key);
    verdicts.push(known ?? (await checkOne(round, paragraph, key)));
  }
  return verdicts;
}

const letter = /\p{L}/u;

async function checkOne(round: Round, paragraph: string, key: string): Promise<GrammarVerdict> {
  const { dialect, rules } = round.request;
  if (rules.length === 0 || !letter.test(paragraph)) return { kind: 'checked', remarks: [] };
  if (paragraph.length > round.limits.paragraphLengthMax) return notChecked(tooLong);
  if (round.givenUp !== undefined) return notChecked(round.givenUp);
  const answer = await round.keeper.ask({ paragraph, dialect, rules });
  switch (answer.kind) {
    case 'checked': {
      const verdict = { kind: 'checked', remarks: answer.remarks } as const;
      round.verdicts.set(key, verdict);
      return verdict;
    }
    case 'not-started':
      return giveUp(round, 'The grammar checker could not be started.');
    case 'unknown-rule':
      return giveUp(round, `The grammar checker has no rule called ${answer.rule}.`);
    default:
      return broken(round, key, troubles[answer.kind]);
  }
}

const tooLong = 'The paragraph is too long for the grammar checker.';

const troubles = {
  broken: 'The grammar checker broke down on this paragraph.',
  'took-too-long': 'The grammar checker took too long over this paragraph and was stopped.',
  'out-of-memory': 'The grammar checker ran out of memory on this paragraph.',
} as const;

/** Remembers what broke a thread, and stops trying when a document breaks one after the other. */
function broken(round: Round, key: string, reason: string): GrammarVerdict {
  const verdict = notChecked(reason);
  round.breakers.set(key, verdict);
  round.replaced += 1;
  if (round.replaced > round.limits.replacementsMax) {
    round.givenUp = 'The grammar checker broke down too often on this document.';
  }
  return verdict;
}

function giveUp(round: Round, reason: string): GrammarVerdict {
  round.givenUp = reason;
  return notChecked(reason);
}

function notChecked(reason: string): GrammarVerdict {
  return { kind: 'not-checked', reason };
}
