/** Words that are joined before a noun and not elsewhere: “a family-owned firm”, but “the firm is family owned”. */

const before =
  ':article|:possessive|this|that|these|those|some|any|no|very|more|most|of|for|with|from|by|and|or|other|many|new|several';

/** The second part of a modifier whose first part is a noun, with first parts that are usual beside it. */
const afterNouns: readonly (readonly [string, string])[] = [
  [
    'related',
    'work health security tax job drug alcohol food stress age weather climate business technology travel sports gender trade energy money family war crime water school pregnancy game music fabric computer software media science covid service',
  ],
  [
    'based',
    'web computer evidence faith community school home plant water time value team project cloud text rule knowledge performance risk fact income oil carbon paper data character story',
  ],
  ['driven', 'data market customer dialogue character community story demand user mission value'],
  [
    'specific',
    'application site industry country company gender age language task job sector culture topic',
  ],
  ['friendly', 'user family pet child budget dog kid customer environment eco business beginner'],
  ['certified', 'board state government factory'],
  ['seeking', 'thrill attention job rent asylum'],
  ['conscious', 'fashion health budget cost environment safety price energy'],
  ['sensitive', 'heat time price light cost temperature'],
  ['centric', 'customer user data patient family'],
  ['oriented', 'goal detail family customer career service market task object result results team'],
  ['owned', 'family state government employee woman veteran locally'],
  [
    'free',
    'caffeine sugar gluten duty tax smoke alcohol lead dairy fat drug rent hassle trouble interest',
  ],
  [
    'speaking',
    'english spanish french german arabic russian portuguese chinese italian dutch japanese',
  ],
  ['saving', 'money time energy cost space labor labour'],
  ['packed', 'action fun fact'],
  ['winning', 'award prize medal'],
  ['leading', 'industry market'],
  ['appointed', 'court government'],
  ['intensive', 'labor labour energy capital resource data'],
  ['operated', 'battery coin hand'],
  ['tested', 'time'],
  ['protected', 'password write copy'],
  ['enabled', 'voice web'],
  ['carrying', 'card'],
  ['style', 'family cafeteria buffet'],
  ['provoking', 'thought'],
];

/** Other modifiers: the first parts and the second parts that go with any of them. */
const pairs: readonly string[] = [
  'well known|established|deserved|maintained|written|documented|educated|respected|organized|organised|paid|developed|equipped|defined|designed|trained|liked|loved|received|balanced|rounded|dressed|meaning|stocked|informed',
  'highest|lowest|higher|lower priced|paid|ranked|rated|grossing|scoring|earning',
  'best|top|biggest selling|performing|rated|ranked',
  'fastest|fast growing|moving|selling|paced',
  'great|good|nice|better|best looking',
  'custom built|designed',
  'much needed|loved|anticipated|improved',
  'long standing|lasting|range|distance|running|awaited|established',
  'full length|size|sized|service|scale|fledged',
  'high tech|profile|resolution|performance|risk|pressure|density|powered|ranking|capacity|impact',
  'low income|risk|fat|budget|key|priced',
  'middle class|aged',
  'above mentioned',
  'hard working|hitting|earned',
  'full|fuller blooded|throated|bodied|blown',
  'small|big|old town|world',
  'long|short|medium|near term',
  'high|top|low quality',
  'heavy duty',
  'general purpose',
  'stand alone',
  'first|second|third|next|fourth generation|class|tier|rate',
  'open|closed access|plan|ended',
  'money back',
  'pre existing|recorded|paid|approved|made',
  'anti theft|virus|aging|social|war',
  'one|two|three|four|five|six part|step|hour|page|quarter|point|stage',
  'on site|air|screen|demand',
  'in depth|house|person|home|store',
  'free standing|range',
  'mouth watering',
  'left|right handed|wing',
  'far reaching',
  'one|two|three|four|five way|time|sided|piece|stop|part|story|bedroom|member|player|lane|dimensional',
  'patent pending',
  'knife edge',
  'dual purpose',
  'out of body',
  'rags to riches',
  'do or die',
  'mom and pop',
  'face to face',
  'day to day',
  'door to door',
  'cut throat',
];

/** Modifiers that need an article before them, with the nouns that they usually stand before. */
const beforeNouns: readonly (readonly [string, string])[] = [
  ['first hand', 'information|account|accounts|experience|experiences|knowledge|look|evidence'],
  ['right|left hand', 'side|man|corner|lane|column|turn|drive|page'],
  ['built in', ':noun'],
  ['click|view through', 'rate|rates|conversions|optimization|conversion'],
  ['low hanging', 'fruit|fruits'],
  [
    'follow up',
    'task|question|questions|visit|meeting|email|call|appointment|study|letter|interview',
  ],
];

const phrases = ['easy|hard to find|use|read|follow|understand|reach|wear|clean|learn|install'];

/** Patterns for the finder of `hyphens.ts`: something opens the noun phrase, the compound, and its noun. */
export const modifierPatterns: readonly { readonly rule: string; readonly find: string }[] = [
  ...afterNouns.map(([second, firsts]) => modifier(`${firsts.split(' ').join('|')} ${second}`)),
  ...pairs.map(modifier),
  ...beforeNouns.map(([pair, nouns]) => ({
    rule: 'modifier-hyphen',
    find: `:article|:possessive|any|no|some|gained|this|these|other [${pair}] ${nouns}`,
  })),
  ...phrases.map((phrase) => ({
    rule: 'modifier-hyphen',
    find: `a|an|the|these|those|of|for|with [${phrase}] :noun`,
  })),
];

function modifier(pair: string): { readonly rule: string; readonly find: string } {
  return { rule: 'modifier-hyphen', find: `${before} [${pair}] :noun` };
}
