/**
 * Classes of words that rules name in their patterns. They are drawn narrowly:
 * a word is in a class when it is hardly ever anything else.
 */
const closed = {
  article: 'a an the',
  determiner:
    'a an the this these those my your his her its our their some any every each no another',
  possessive: 'my your his her its our their',
  subject: 'i you he she it we they',
  object: 'me you him her it us them',
  pronoun: 'i you he she it we they me him her us them',
  be: "am is are was were be been being i'm you're he's she's it's we're they're isn't aren't wasn't weren't",
  have: "have has had having i've you've we've they've haven't hasn't hadn't",
  modal:
    "can could will would shall should may might must cannot can't couldn't won't wouldn't shouldn't mustn't i'll you'll he'll she'll it'll we'll they'll i'd you'd he'd she'd we'd they'd",
  auxiliary: "do does did don't doesn't didn't",
  preposition:
    'of in on at by for with from to into about through during between under over within without upon against across after before throughout among toward towards behind beyond despite',
  number:
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion',
  several:
    'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty many several few these those',
  intensifier: 'very really so too quite pretty extremely rather somewhat',
  comparative:
    'more less better worse fewer greater higher lower larger bigger smaller older younger longer shorter faster slower stronger weaker cheaper easier harder earlier sooner farther further deeper wider heavier lighter quicker richer poorer safer simpler smarter taller thicker thinner warmer cooler hotter colder closer nicer brighter darker cleaner fresher healthier happier busier broader louder rather',
  weekday: 'monday tuesday wednesday thursday friday saturday sunday',
  month: 'january february march april may june july august september october november december',
  unit: 'second minute hour day night week month year decade century mile kilometer kilometre meter metre foot inch yard page word dollar pound gallon liter litre ton degree point story storey star bed bedroom seat game mile man person part step',
  base: `be have do go get make take see know think say come want use find give tell work call try ask need feel become leave put
    mean keep let begin seem help talk turn start show hear play run move like live believe hold bring happen write provide sit
    stand lose pay meet include continue set learn change lead understand watch follow stop create speak read allow add spend
    grow open walk win offer remember love consider appear buy wait serve die send expect build stay fall cut reach kill remain
    suggest raise pass sell require report decide pull return explain hope develop carry break receive agree support hit produce
    eat cover catch draw choose improve finish achieve check compare contact describe discuss drive enjoy enter ensure fill fix
    focus forget handle hate identify imagine increase inform introduce join keep maintain manage mention notice obtain order
    participate perform plan prepare prevent protect prove reduce relax replace save search share sleep solve study teach test
    travel visit wear worry apply attend avoid realize recommend remove respond review update download install submit verify`,
  participle: `been had done gone made said seen taken given written known become begun broken brought built bought caught chosen
    come driven eaten fallen felt found forgotten gotten got grown heard held kept laid led left lost meant met paid put read
    run sent shown spent spoken stood stolen taught told thought understood won worn`,
  adjective: `good bad big small large great little long short high low old young new hard easy difficult possible impossible
    important necessary clear likely unlikely nice fine true false wrong safe strong weak hot cold warm cool cheap expensive
    happy sad fun funny interesting boring amazing awesome beautiful different similar common rare obvious hard tough useful
    useless simple complex quick slow fast late early busy free full empty ready sure certain able unable available helpful
    worth nice great dangerous popular common effective efficient close dark bright heavy deep wide rich poor sick tired`,
} as const;

const notPast = new Set(
  'need feed seed speed bed red shed led bleed breed deed exceed indeed proceed succeed weed reed greed hundred embed med wed sacred naked wicked kindred'.split(
    ' ',
  ),
);
const notProgressive = new Set(
  'thing something nothing anything everything king ring string spring wing bring sing during morning evening ceiling sibling wedding sling swing sting cling fling ding ping being'.split(
    ' ',
  ),
);
const notAdverb = new Set(
  'family reply apply supply july italy ally rely assembly anomaly monopoly butterfly lily bully belly jelly holy ugly silly early daily weekly monthly yearly friendly lovely only likely elderly comply imply multiply'.split(
    ' ',
  ),
);

const open: Readonly<Record<string, (word: string) => boolean>> = {
  ing: (word) => word.length > 4 && word.endsWith('ing') && !notProgressive.has(word),
  past: (word) => word.length > 3 && word.endsWith('ed') && !notPast.has(word),
  adverb: (word) => word.length > 4 && word.endsWith('ly') && !notAdverb.has(word),
  digits: (word) => /^\d[\d.,]*$/.test(word),
  noun: (word) =>
    word.length > 3 &&
    /^\p{L}+$/u.test(word) &&
    !functionWords.some((name) => inSet(name, word)) &&
    !notNouns.has(word) &&
    !/(?:ed|ing|ly)$/.test(word),
  plural: (word) => /[^su]s$/u.test(word) && word.length > 3,
};

const functionWords = [
  'determiner',
  'pronoun',
  'be',
  'have',
  'modal',
  'auxiliary',
  'preposition',
  'number',
  'intensifier',
];
const notNouns = new Set(
  'and also that than then when where which while because although only even just like here there such each many much most more less both either neither what whom whose'.split(
    ' ',
  ),
);

const sets: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(closed).map(([name, words]) => [name, new Set(words.split(/\s+/u))]),
);

/** The test of a class by its name in a pattern (`:article`). Throws when there is none: that is a slip in a pattern. */
export function wordClass(name: string): (word: string) => boolean {
  const key = name.replace(/^:/u, '');
  if (key === 'done') return (word) => inSet('participle', word) || isOpen('past', word);
  if (sets.has(key)) return (word) => inSet(key, word);
  const test = open[key];
  if (!test) throw new Error(`no class of words is called ${name}`);
  return test;
}

/** Whether a word (in lower case) is of a class. */
export function isOf(name: string, word: string): boolean {
  return inSet(name, word) || isOpen(name, word);
}

function inSet(name: string, word: string): boolean {
  return sets.get(name)?.has(word) ?? false;
}

function isOpen(name: string, word: string): boolean {
  return open[name]?.(word) ?? false;
}
