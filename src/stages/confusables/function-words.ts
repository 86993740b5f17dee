import type { Confusion } from './confusion.ts';

/** Small words that are taken for each other. */
export const functionWords: readonly Confusion[] = [
  {
    rule: 'then-than',
    description: '“then” for “than”',
    reason: 'A comparison takes “than”; “then” is a time.',
    confidence: 0.94,
    patterns: [
      ['rather|other [then] !:ing', 'than', 0.93],
      [
        'more|less|fewer|greater|higher|lower|larger|smaller|older|younger|longer|better|worse [then] ever|before|once|half|enough|just|:number|:digits|one|usual|expected|average|any|anything|anyone|most|others|what',
        'than',
        0.96,
      ],
      [
        ':comparative [then] :article|:possessive|:object|this|that|these|those|i|he|she|they|we|ever|before|expected|usual|others|what|when',
        'than',
        0.93,
      ],
      [
        'more|less :adjective|:adverb|:done|:ing|convenient|attractive|interesting|expensive|powerful|reliable|advanced|intelligent [then] :article|:possessive|:object|this|that|i|he|she|they|we|ever|before|others|what|one',
        'than',
        0.92,
      ],
    ],
    unless: ['if', 'when', 'once', 'until', 'since', 'first'],
  },
  {
    rule: 'than-then',
    description: '“than” for “then”',
    reason: 'A time or a consequence takes “then”; “than” compares.',
    confidence: 0.92,
    patterns: [
      ['now and [than]', 'then', 0.97],
      ['back|until|since|by [than] $', 'then', 0.95],
      ['and [than] i|he|she|they|we|it|you|the|go|goes|went|comes|after', 'then', 0.93],
      ['^ [than] i|he|she|they|we|it|you|there|the', 'then', 0.85],
    ],
    unless: ['more', 'less', 'rather', 'better', 'other'],
  },
  {
    rule: 'to-too',
    description: '“to” and “too”',
    reason: '“Too” means “also” or “more than is good”; everywhere else it is “to”.',
    confidence: 0.92,
    patterns: [
      [
        "way|far|not|it's|has|had|have|so|there's|is|was|are|were|spend|spent|take|takes|took [to] much|many !of|to|for|as",
        'too',
        0.88,
      ],
      [
        "way|far|it's|is|was|are|were|be|been|not|little [to] late|small|large|big|expensive|long|tired|old|young|busy|heavy|high|low|hot|cold|weak|tight|loud|complicated|dangerous|early|short|difficult|hard|far $|to|for",
        'too',
        0.93,
      ],
      ['^ me [to] $', 'too', 0.95],
      [
        'want|wants|wanted|need|needs|needed|have|has|had|going|able|like|love|trying|tried|how|decided|hope|plan|ready|supposed|order|try|used|likely|allowed|easy|important [too] :base',
        'to',
        0.94,
      ],
      [
        'go|going|went|come|came|back|close|next|according|due|talk|talking|listen|listening|similar|return|addition|moved|access|lead|leads|led|thanks|related|connected|sent|send [too] :article|:possessive|this|that|these|those',
        'to',
        0.95,
      ],
      [
        'want|wants|going|able|have|need|used|trying|how [two] be|do|go|get|have|make|see|know',
        'to',
        0.93,
      ],
    ],
  },
  {
    rule: 'weather-whether',
    description: '“weather” and “whether”',
    reason: '“Whether” brings in a choice; the weather is rain or sunshine.',
    confidence: 0.94,
    patterns: [
      ['[weather] or not', 'whether', 0.97],
      [
        'wonder|wondering|know|knowing|ask|asked|see|decide|determine|sure|question|regardless|matter|doubt|of|asking|check|unclear|on|about|depends|depending [weather] i|you|he|she|it|we|they|or|there|to',
        'whether',
        0.94,
      ],
      [
        'the|bad|good|cold|hot|severe|nice|warm|wet|extreme|local|inclement [whether] !or',
        'weather',
        0.9,
      ],
      ['[whether] forecast|forecasts|report|station|channel', 'weather', 0.93],
    ],
  },
  {
    rule: 'form-from',
    description: '“form” and “from”',
    reason: 'The letters have changed places; the words around say which word is meant.',
    confidence: 0.93,
    patterns: [
      [
        'come|came|comes|coming|away|different|far|apart|suffer|suffering|suffered|received|starting|ranging|resulting|derived|learn|learned|protect|aside|return|returned|hear|heard|benefit|download|downloaded|obtained|separate|escape|emerged|recover|graduated|originated|removed|arrived [form] :determiner|:object|:digits|one|home|work|which|where|here|there|what|other|people|both|all',
        'from',
        0.94,
      ],
      ['[form] time|scratch|now to|on|$', 'from', 0.88],
      ['fill out|in|up the|this|a|your [from]', 'form', 0.94],
      [
        'fill|complete|submit|completed|sign|signed the|this|a|your|our application|order|contact|registration|entry|consent [from] $|and|below|at|to|by|on',
        'form',
        0.9,
      ],
      ['the|in|any|some|every|this [from] of', 'form', 0.95],
    ],
  },
  {
    rule: 'quite-quiet',
    description: '“quite” and “quiet”',
    reason: '“Quiet” means without noise; “quite” means “rather” or “wholly”.',
    confidence: 0.93,
    patterns: [
      ['[quiet] =a few|bit|while|good|number', 'quite', 0.95],
      [
        "is|are|was|were|it's|i'm|been|be|not [quiet] different|difficult|good|often|common|hard|big|similar|simple|easy|sure|interesting|well|clear|likely|possible|popular|expensive|useful|right|happy",
        'quite',
      ],
      [
        'a|very|so [quite] place|room|street|neighborhood|neighbourhood|night|evening|town|village|life|area|moment|corner|spot|$',
        'quiet',
        0.93,
      ],
      ['be|stay|keep|kept|stayed|remain|remained [quite] $|and|about', 'quiet', 0.9],
      ['peace and [quite]', 'quiet', 0.95],
    ],
  },
  {
    rule: 'through-though',
    description: '“through”, “though”, “thorough” and “threw”',
    reason: 'The words look alike; the words around say which one is meant.',
    confidence: 0.93,
    patterns: [
      ['even [through] i|we|he|she|they', 'though', 0.95],
      ['even [through] there|you', 'though', 0.8],
      [
        'go|went|going|goes|gone|get|getting|got|look|looked|looking|came|run|walk|walked|halfway|pass|passed|all [though|thorough|trough] :article|:possessive|this|that|these|those|it|them',
        'through',
        0.93,
      ],
      [
        'a|very|more|most [through] investigation|understanding|analysis|review|inspection|examination|search|evaluation|assessment',
        'thorough',
        0.93,
      ],
      ['[threw] out the day|process|year|course|entire|world|country', 'through', 0.5],
    ],
  },
  {
    rule: 'everyday-every-day',
    description: '“everyday” and “every day”',
    reason: '“Every day” says how often; “everyday” means ordinary and stands before a noun.',
    confidence: 0.88,
    patterns: [
      ['!the|an|in|of|to|for|as|and|your|our|their [everyday] $', 'every day', 0.85],
      ['!the|an [everyday] i|we|he|she|they|you|there|at|for|until', 'every day', 0.88],
      ['!^|almost|nearly|of [every day] life|use|items|objects|language|tasks', 'everyday', 0.9],
      ['of|in [every day] life|use|language', 'everyday', 0.93],
    ],
  },
  {
    rule: 'maybe-may-be',
    description: '“maybe” and “may be”',
    reason: '“Maybe” means “perhaps”; “may be” is a verb.',
    confidence: 0.9,
    patterns: [
      ['^ [may be] i|we|he|she|they|you', 'maybe', 0.93],
      ['there|which|this|that [maybe] a|an|some|no|:done|:adjective|other|many', 'may be', 0.85],
      ['it|he|she|they [maybe] a|an|:done|able|:adjective', 'may be', 0.7],
    ],
  },
];
