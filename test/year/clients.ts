/** How a client of the year is charged. */
const models = ['words', 'pages', 'hours', 'project', 'retainer', 'rush'] as const;

type Model = (typeof models)[number];

export interface YearClient {
  readonly name: string;
  readonly model: Model;
  readonly reviews: boolean;
  readonly approves: boolean;
  /** Trainings are held for these now and then. */
  readonly trains: boolean;
  readonly yaml: string;
}

const services: Readonly<Record<Model, string>> = {
  words: 'Words',
  pages: 'Pages',
  hours: 'Hours',
  project: 'Project',
  retainer: 'Words',
  rush: 'Words',
};

/** Thirty clients: each model under each of five ways to work together. */
export const yearClients: readonly YearClient[] = Array.from({ length: 30 }, (_, index) => {
  const model = models[index % models.length] ?? 'words';
  const group = Math.floor(index / models.length);
  const name = `c${String(index + 1).padStart(2, '0')}-${model}`;
  const isPlain = model !== 'retainer' && model !== 'rush';
  const reviews = isPlain && (group === 0 || group === 2);
  const approves = model !== 'retainer' && group !== 4;
  const abroad = group === 1 && isPlain;
  const lines = [
    `contact: ${name}@example.org`,
    `service: ${services[model]}`,
    `invoice_to: { name: "Client ${name}", street: "${index + 1} High Street", town: Cork, country: ${abroad ? 'DE' : 'IE'}${abroad ? ', vat_id: DE123456789' : ''} }`,
    `rates: ${abroad ? 'abroad' : model === 'rush' || (model === 'words' && group >= 3) ? 'standard' : 'plain'}`,
    `language: ${group === 2 ? 'de' : 'en'}`,
    ...(model === 'retainer' ? ['retainer: monthly'] : []),
    ...(model === 'rush' ? ['tags: [charity]'] : []),
    ...(reviews ? ['review: required'] : []),
    ...(approves || model === 'retainer' ? [] : ['approval: none']),
    ...(group === 3 && approves ? ['auto_approve_up_to: "60"'] : []),
  ];
  return {
    name,
    model,
    reviews,
    approves,
    trains: model === 'pages' || model === 'retainer',
    yaml: `${lines.join('\n')}\n`,
  };
});

export const hourlyCents = 6_000n;
export const roundCents = 4_500n;
export const trainingCents = { word: 6_000n, style: 7_500n } as const;
export const includedRounds = 1;

const cardOf = (tax: string, more = ''): string => `currency: EUR
tax: ${tax}
words_per_page: 50
services:
  Words: { model: per-word, rate: "0.85", tiers: { mode: graduated, steps: [ { up_to: 40, rate: "0.85" }, { rate: "0.70" } ] } }
  Pages: { model: per-page, rate: "14.50" }
  Hours: { model: per-hour, rate: "60.00", increment_minutes: 15, words_per_hour: 40 }
  Project: { model: flat, rate: "50.00", includes: { words: 40, beyond: Words } }
  Training: { model: training, kinds: { word: "60.00", style: "75.00" } }
retainers:
  monthly: { price: "180.00", includes_words: 80, includes_minutes: 60, overage_per_word: "0.90", overage_per_hour: "48.00", rollover_months: 1 }
included_rounds: ${includedRounds}
extra_round: { model: per-hour, rate: "45.00", increment_minutes: 15 }
quote_valid_days: 14
tolerance_percent: "10"
${more}`;

export const rateCards: Readonly<Record<string, string>> = {
  plain: cardOf('S23'),
  abroad: cardOf('AE'),
  standard: cardOf(
    'S23',
    `rush: [ { within_hours: 24, percent: "50" }, { within_hours: 72, percent: "25" } ]
weekend_percent: "20"
minimum_fee: "20.00"
discounts: [ { client_tag: charity, percent: "10" } ]
`,
  ),
};

/** The settings of the office; mails go to this port. */
export function deskYaml(port: number): string {
  return `office: Lindgren & Wade
pipeline: quick
rates: plain
address: { street: 12 Quay Street, town: Dublin, country: IE, vat_id: IE6388047V, email: office@lindgren.example }
bank: { holder: Lindgren & Wade, iban: IE29 AIBK 9311 5212 3456 78 }
bank_csv:
  - name: Quay Bank
    currency: EUR
    delimiter: ";"
    decimal: ","
    date: dd.mm.yyyy
    columns: { date: Date, amount: Amount, payer: Payer, bank_reference: Id, text: [ Words ] }
taxes:
  S23: { category: S, percent: "23" }
  AE: { category: AE, percent: "0", reason: Reverse charge }
invoice: { due_days: 14, reminders: [ 7, 14, 28 ] }
mail: { host: 127.0.0.1, port: ${port}, from: office@lindgren.example }
`;
}
