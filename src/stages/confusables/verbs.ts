import type { Confusion } from './confusion.ts';

/** Verbs and their look-alikes. */
export const verbs: readonly Confusion[] = [
  {
    rule: 'of-have',
    description: '“of” for “have”',
    reason: '“’ve” sounds like “of”, but after this verb only “have” is right.',
    confidence: 0.96,
    patterns: [
      [
        "should|would|could|must|might|shouldn't|wouldn't|couldn't|may [of] ?not|never|probably|just|already|also|always|easily :done|went|came|saw|did|took|gave|got|ran|liked",
        'have',
      ],
    ],
  },
  {
    rule: 'affect-effect',
    description: '“affect” and “effect”',
    reason: 'To affect something is to act on it; the effect is what comes of it.',
    confidence: 0.93,
    patterns: [
      [
        'the|an|no|this|side|adverse|profound|lasting|great|big|huge|major|bad|good|special|greenhouse|domino|significant|little|direct|any|its|immediate|desired|dramatic [affect] of|on|upon|is|was|$',
        'effect',
      ],
      [
        'the|side|adverse|harmful|lasting|health|special|long-term|these|some|ill [affects] of|on|upon|are|were|$',
        'effects',
      ],
      ['side [affect]', 'effect', 0.95],
      ['side [affects]', 'effects', 0.95],
      ['take|takes|took|taking|taken|into|in [affect]', 'effect', 0.92],
      [
        "will|can|could|would|may|might|must|does|did|not|to|greatly|directly|adversely|negatively|positively|doesn't|didn't|won't|also|that|which [effect] you|me|him|them|us|people|everyone|children|students|our|your|his|my|their|her|its|how|anyone|both",
        'affect',
        0.92,
      ],
      ['[effects] you|me|him|them|us|people|everyone|how', 'affects', 0.88],
      [
        'adversely|negatively|badly|directly|greatly|most|heavily|severely|highly [effected]',
        'affected',
        0.93,
      ],
      ['is|are|was|were|been|be [effected] by', 'affected', 0.45],
    ],
  },
  {
    rule: 'lose-loose',
    description: '“lose” and “loose”',
    reason: 'To lose is to have no longer; “loose” is the opposite of tight.',
    confidence: 0.94,
    patterns: [
      [
        "to|will|could|would|can|may|might|not|don't|didn't|won't|you|we|they|i|never|and|people|gonna [loose] weight|money|time|control|hope|interest|track|sight|focus|faith|confidence|data|power|customers|all|everything|touch|consciousness|access|business|value|points|my|your|his|her|their|our|its|it|them",
        'lose',
      ],
      [
        "to|will|could|would|can|may|might|don't|didn't|won't|not [loose] $|the|a|any|some|out|that",
        'lose',
        0.88,
      ],
      [
        '[loosing] weight|money|time|control|hope|interest|track|sight|focus|faith|my|your|his|her|their|our|its|it|the|a|all|any',
        'losing',
      ],
      ['[looses] his|her|its|their|all|control|weight|money|interest', 'loses', 0.88],
      ['too|come|came|hang|let [lose] $', 'loose', 0.75],
      ['[lose] change|ends|fitting|clothing|tooth|screw', 'loose', 0.9],
    ],
  },
  {
    rule: 'lead-led',
    description: '“lead” and “led”',
    reason: 'The past of “lead” is “led”.',
    confidence: 0.93,
    patterns: [
      ['was|were|been|is|are|be|being [lead] by', 'led', 0.93],
      ['has|have|had [lead] to|us|me|him|them|him|the|many|some', 'led', 0.92],
      ['was|were [lead] to|into|through', 'led', 0.9],
    ],
  },
  {
    rule: 'passed-past',
    description: '“passed” and “past”',
    reason: '“Passed” is the verb; “past” is a time gone by or means “beyond”.',
    confidence: 0.92,
    patterns: [
      [
        'walk|walked|drove|drive|ran|run|went|go|flew|rode|moved|moving|going|driving|walking|running [passed] :determiner',
        'past',
        0.88,
      ],
      [
        'the|this [passed] few|two|three|four|five|six|ten|year|month|week|decade|century|couple|decades|years|months|weeks|days',
        'past',
        0.95,
      ],
      ['half|quarter [passed]', 'past', 0.92],
      ['has|have|had [past] the|a|away|on|out|by|through|down|since', 'passed', 0.9],
      ['he|she|they|who|i|father|mother|grandmother|grandfather [past] away', 'passed', 0.95],
    ],
  },
  {
    rule: 'accept-except',
    description: '“accept” and “except”',
    reason: 'To accept is to take what is offered; “except” means “but not”.',
    confidence: 0.92,
    patterns: [
      [
        "to|will|would|can|could|cannot|please|don't|didn't|won't|can't|i|we|must [except] the|your|my|this|that|it|his|her|their|our|a|an|these|any|responsibility|credit|payment",
        'accept',
        0.88,
      ],
      ['[accept] for', 'except', 0.93],
      [
        'everyone|everything|nothing|anyone|nobody|everybody|anything|everywhere [accept] the|me|him|her|us|them|that|in|on|when|for|my|your',
        'except',
      ],
    ],
  },
  {
    rule: 'advice-advise',
    description: '“advice” and “advise”',
    reason: '“Advise” is what one does, “advice” what one gives.',
    confidence: 0.93,
    patterns: [
      [
        "to|will|would|please|can|should|must|could|not|strongly|i'd [advice] you|me|them|him|her|us|against|that|people|everyone|on|the",
        'advise',
      ],
      ['i|we [advice] you|people|everyone|them|him|that', 'advise'],
      [
        'some|any|good|bad|my|your|their|the|of|legal|medical|expert|professional|financial|best|helpful|useful|piece|give|giving|gave|for|more [advise] !sink|method|you|me|them|us|him|her|on|and|against|clients',
        'advice',
        0.9,
      ],
    ],
  },
  {
    rule: 'breath-breathe',
    description: '“breath” and “breathe”',
    reason: '“Breathe” is what one does, “breath” what one takes.',
    confidence: 0.94,
    patterns: [
      [
        "to|can't|can|cannot|could|couldn't|barely|hardly [breath] $|in|out|the|again|deeply|through|air|easily|easier|properly|and|normally",
        'breathe',
      ],
      ['a|deep|my|her|his|your|last|of|catch|out|hold [breathe] $|and|of|in|before', 'breath'],
    ],
  },
  {
    rule: 'other-verbs',
    description: 'Verbs with a look-alike: buy, wonder, proceed, pore, waive …',
    reason: 'The words sound or look alike; the words around say which one is meant.',
    confidence: 0.92,
    patterns: [
      [
        'want|wants|wanted|need|needed|needs|like|going|afford|have|had|able|decided to [by] a|an|the|some|my|new|it|them|more|one',
        'buy',
        0.95,
      ],
      ['i|we|you|they|and|just|to [wander] if|why|how|what|whether', 'wonder', 0.93],
      ['[wandering] if|why|whether', 'wondering', 0.9],
      ['weather|whether [proceeded] by', 'preceded', 0.8],
      ['is|was|are|were|be|immediately [proceeded] by', 'preceded', 0.85],
      ['[precede] with|to', 'proceed', 0.85],
      ['pour|pours|poured [pouring] over', 'poring', 0.5],
      ['[pouring] over documents|books|maps|data|papers|records|files', 'poring', 0.85],
      ['to|will|would|can|should|must [device] a|an|new|ways|the', 'devise', 0.92],
      ['[die] my|your|her|his|their hair', 'dye', 0.95],
      ['[illicit] a|an|the response|reaction', 'elicit', 0.95],
      ['[elicit] drugs|drug|substances|trade|affair', 'illicit', 0.95],
      ['[flaunt|flaunts|flaunted|flaunting] the rules|law|laws', 'flout', 0.6],
      [
        'to|will|must|should|can [right] a|an letter|essay|book|story|report|article',
        'write',
        0.93,
      ],
      [
        'i|we|he|she|they|you|never|always [though] that|about|of|he|she|they|i|we|it',
        'thought',
        0.85,
      ],
      [
        'will|would|should|can|could|most|almost [defiantly] be|not|have|worth|recommend|going|go|come|make|get|buy|try|help|need|a|the',
        'definitely',
        0.93,
      ],
      [
        'can|may|will|to|could|might [very] from|widely|greatly|by|depending|according|between',
        'vary',
        0.9,
      ],
      ['is|was|are|were|be|been [aloud] to', 'allowed', 0.97],
      ['read|said|speak|wondered|laughed|think [allowed] $', 'aloud', 0.9],
      ['[breaks|break] =pads|pedal|fluid', 'brake', 0.85],
      ['[insure] that', 'ensure', 0.45],
    ],
  },
];
