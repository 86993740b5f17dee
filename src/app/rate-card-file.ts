import { z } from 'zod';
import { minorOf } from '../billing/money.ts';
import type { RateCard, Retainer, Service } from '../billing/rate-card.ts';
import { currency, decimal, someText, whole } from './money-files.ts';

const tiers = z
  .strictObject({
    mode: z.enum(['graduated', 'volume']),
    steps: z.array(z.strictObject({ up_to: whole(1, 1e9).optional(), rate: decimal })).min(1),
  })
  .refine(({ steps }) => rising(steps.map(({ up_to }) => up_to)), {
    message: 'steps must rise, and only the last has no “up_to”',
  })
  .transform(({ mode, steps }) => ({
    mode,
    steps: steps.map(({ up_to: upTo, rate }) => ({ ...(upTo !== undefined && { upTo }), rate })),
  }));

const complexity = z
  .array(z.strictObject({ findings_max: whole(0, 1_000).optional(), factor: decimal }))
  .refine((bands) => rising(bands.map(({ findings_max }) => findings_max)), {
    message: 'bands must rise, and only the last has no “findings_max”',
  })
  .transform((bands) =>
    bands.map(({ findings_max: findingsMax, factor }) => ({
      ...(findingsMax !== undefined && { findingsMax }),
      factor,
    })),
  );

/** Whether limits rise, with none after one that is absent. */
function rising(limits: readonly (number | undefined)[]): boolean {
  return limits.every((limit, index) => {
    const before = limits[index - 1];
    return index === 0 || (before !== undefined && (limit === undefined || limit > before));
  });
}

const perText = z
  .strictObject({
    model: z.enum(['per-word', 'per-page']),
    rate: decimal,
    block: whole(1, 1e6).default(1),
    tiers: tiers.optional(),
    complexity: complexity.optional(),
  })
  .refine(
    ({ block, tiers: steps }) => !steps?.steps.some(({ upTo }) => upTo && upTo % block !== 0),
    'tiers must end where a block ends',
  );

const perHour = z
  .strictObject({
    model: z.literal('per-hour'),
    rate: decimal,
    increment_minutes: whole(1, 240).default(15),
    minimum_minutes: whole(0, 1_440).default(0),
    words_per_hour: whole(1, 1e6).optional(),
  })
  .transform(
    ({
      increment_minutes: incrementMinutes,
      minimum_minutes: minimumMinutes,
      words_per_hour: wordsPerHour,
      ...rest
    }) => ({
      ...rest,
      incrementMinutes,
      minimumMinutes,
      ...(wordsPerHour !== undefined && { wordsPerHour }),
    }),
  );

const service = z.discriminatedUnion('model', [
  perText,
  perHour,
  z.strictObject({
    model: z.literal('flat'),
    rate: decimal,
    includes: z.strictObject({ words: whole(1, 1e9), beyond: someText }).optional(),
  }),
  z.strictObject({ model: z.literal('training'), kinds: z.record(someText, decimal) }),
  z.strictObject({ model: z.literal('free') }),
]);

const retainer = z.strictObject({
  price: decimal,
  includes_words: whole(0, 1e9).default(0),
  includes_minutes: whole(0, 1e6).default(0),
  overage_per_word: decimal.optional(),
  overage_per_hour: decimal.optional(),
  rollover_months: whole(0, 12).default(0),
  rollover_words_max: whole(0, 1e9).optional(),
});

/** `rates/<name>.yaml`: what the office's help costs. */
export const rateCardFile = z
  .strictObject({
    currency,
    words_per_page: whole(50, 2_000).default(250),
    words_per_hour: whole(1, 1e6).optional(),
    words_per_day: whole(1, 1e7).optional(),
    tax: someText,
    services: z.record(someText, service),
    retainers: z.record(someText, retainer).default({}),
    rush: z.array(z.strictObject({ within_hours: whole(1, 10_000), percent: decimal })).default([]),
    weekend_percent: decimal.optional(),
    minimum_fee: decimal.optional(),
    discounts: z.array(z.strictObject({ client_tag: someText, percent: decimal })).default([]),
    included_rounds: whole(0, 100).default(2),
    extra_round: perHour.optional(),
    quote_valid_days: whole(1, 365).default(14),
    tolerance_percent: decimal.optional(),
  })
  .refine(({ services }) => Object.keys(services).length > 0, 'has no services');

/** The rate card that a file describes. `standard` is the rule by which words are counted. */
export function rateCardOf(
  id: string,
  file: z.infer<typeof rateCardFile>,
  standard: string,
): RateCard {
  return {
    id,
    currency: file.currency,
    count: { standard },
    wordsPerPage: file.words_per_page,
    ...(file.words_per_hour !== undefined && { wordsPerHour: file.words_per_hour }),
    ...(file.words_per_day !== undefined && { wordsPerDay: file.words_per_day }),
    tax: file.tax,
    services: new Map(Object.entries(file.services).map(([name, one]) => [name, serviceOf(one)])),
    retainers: new Map(
      Object.entries(file.retainers).map(([name, one]) => [name, retainerOf(one, file.currency)]),
    ),
    rush: file.rush
      .map(({ within_hours: withinHours, percent }) => ({ withinHours, percent }))
      .sort((a, b) => a.withinHours - b.withinHours),
    ...(file.weekend_percent !== undefined && { weekendPercent: file.weekend_percent }),
    ...(file.minimum_fee !== undefined && { minimumFee: minorOf(file.minimum_fee, file.currency) }),
    discounts: file.discounts.map(({ client_tag: clientTag, percent }) => ({ clientTag, percent })),
    revision: {
      includedRounds: file.included_rounds,
      ...(file.extra_round && { extraRound: file.extra_round }),
    },
    quote: { validDays: file.quote_valid_days, tolerancePercent: file.tolerance_percent ?? none },
  };
}

const none = decimal.parse('0');

function serviceOf(file: z.infer<typeof service>): Service {
  switch (file.model) {
    case 'training':
      return { model: 'training', kinds: new Map(Object.entries(file.kinds)) };
    case 'per-word':
    case 'per-page': {
      const { model, rate, block, tiers: steps, complexity: bands } = file;
      return {
        model,
        rate,
        block,
        ...(steps && { tiers: steps }),
        ...(bands && { complexity: bands }),
      };
    }
    case 'flat': {
      const { model, rate, includes } = file;
      return { model, rate, ...(includes && { includes }) };
    }
    default:
      return file;
  }
}

function retainerOf(file: z.infer<typeof retainer>, of: RateCard['currency']): Retainer {
  const { rollover_words_max: wordsMax } = file;
  return {
    price: minorOf(file.price, of),
    includesWords: file.includes_words,
    includesMinutes: file.includes_minutes,
    ...(file.overage_per_word !== undefined && { overagePerWord: file.overage_per_word }),
    ...(file.overage_per_hour !== undefined && { overagePerHour: file.overage_per_hour }),
    rollover: { months: file.rollover_months, ...(wordsMax !== undefined && { wordsMax }) },
  };
}
