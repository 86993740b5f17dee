import type { Frame } from './frame.ts';

/** Small words that a phrase lacks, has too many of, or has in another form. */
export const usageFrames: readonly Frame[] = [
  {
    rule: 'who-for-which',
    description: '“which” of people: “people which live there”',
    reason: 'Of people it is “who”.',
    confidence: 0.8,
    patterns: [
      [
        'people|person|man|woman|men|women|children|student|students|teacher|teachers|friend|friends|someone|somebody|everyone|everybody|anyone|anybody|boy|girl|actor|singer|scientists|workers|parents [which] is|are|was|were|have|has|had|can|will|would|do|does|did|live|lives|lived|want|wants|wanted|work|works|worked|like|likes|go|goes|came|come|need|needs|never|always|also|know|knows',
        'who',
      ],
    ],
  },
  {
    rule: 'quantity-phrase',
    description: 'A damaged phrase of quantity: “the most of the people”, “almost people”',
    reason: 'The phrase is written otherwise.',
    confidence: 0.8,
    patterns: [
      [
        '!make|makes|made|making|get|gets|got|getting [the most of] the|my|our|your|his|her|their|these|those|us|them',
        'most of',
      ],
      [
        '!make|makes|made|making|get|gets|got|getting [the most of] people|students|children',
        'most',
      ],
      [
        '[most of] students|children|women|men|companies|countries|teachers|parents|tourists|scientists',
        'most',
      ],
      [
        '[almost] people|students|children|men|women|countries|companies|teachers',
        'almost all',
        0.75,
      ],
      ['[the both] :plural', 'both'],
      ['all|both|some|many|most [of] students|children|countries|companies|teachers', '', 0.7],
      ['[each|every people]', 'every person', 0.75],
      ['all [the kind] of', 'kinds', 0.8],
      ['[a lots of]', 'a lot of', 0.85],
      ['[as same] as', 'the same', 0.85],
      ['is|are|was|were|be|looks|look [same] as|with', 'the same', 0.85],
      ['at [same] time', 'the same', 0.85],
      ['the same [like] :article|:possessive|this|that|:object', 'as', 0.7],
      [
        '[too much] old|young|big|small|expensive|difficult|easy|cold|hot|hard|late|early|tired|long|short|important $|to|for|and|that',
        'too',
        0.8,
      ],
    ],
  },
  {
    rule: 'usage-phrase',
    description: 'A small phrase that is written otherwise: “in nowadays”, “in internet”',
    reason: 'The phrase is written otherwise.',
    confidence: 0.8,
    patterns: [
      ['[in nowadays]', 'nowadays', 0.88],
      [
        '[in internet] !explorer|banking|cafe|cafes|time|access|service|services|security|marketing',
        'on the internet',
        0.8,
      ],
      [
        '[on|in last] week|month|year|night|summer|weekend $|,|and|because|i|he|she|we|they|with|at|to',
        'last',
        0.75,
      ],
      [
        '[on|in next] week|month|year|summer|weekend $|,|and|because|i|he|she|we|they|with|at|to',
        'next',
        0.75,
      ],
      [
        'i|we|they|you|people|really|very|to [like very much] :article|:possessive|:plural|:ing|this',
        'very much like',
        0.6,
      ],
      [
        '!be|been|is|are|not|will [because of] he|she|they|we|it|i is|are|was|were|have|has|had',
        'because',
        0.8,
      ],
      ['^ [despite] he|she|they|we|i|it is|are|was|were|had|have', 'although', 0.7],
      ['^ [even] he|she|they|we|i was|were|am|is|had', 'even though', 0.6],
      ['^ [during] he|she|they|we|i was|were|am|is|had', 'while', 0.7],
      [
        'they|we|you|people [are] want|need|like|think|know|believe|say|get|go|make|take|have to|that|it|the|a|some',
        '',
        0.75,
      ],
      ['it|he|she|this|that|which|all|everything [is depend|depends] on', 'depends', 0.85],
      ['it|he|she|this|that|which [is belong|belongs] to', 'belongs', 0.85],
      ['would [to like] to', 'like', 0.85],
      ['[do] a|many|some|big|any mistake|mistakes', 'make', 0.8],
      ['[did] a|many|some|big|any mistake|mistakes', 'made', 0.8],
      ['[doing] a|many|some|mistakes mistake|mistakes', 'making', 0.8],
      ['[make] my|your|his|her|their|our|the homework|homeworks', 'do', 0.85],
      ['[made] my|your|his|her|their|our|the homework|homeworks', 'did', 0.85],
      ['[making] my|your|his|her|their|our|the homework|homeworks', 'doing', 0.85],
      [
        'for|of|in|with|about|on|from|at|by|to|lose|improve|change|spend|enjoy [you] letter|time|attention|life|children|family|job|country|parents|career|house|opinion|advice|support|understanding|email|school|future|business|company|money|health|mind|body',
        'your',
        0.85,
      ],
      [
        'play|plays|played|playing [the] football|tennis|basketball|baseball|soccer|golf|cricket|volleyball|chess $|and|with|or|in|on|at',
        '',
        0.85,
      ],
      ['by [the] car|bus|train|plane|bike|bicycle|boat $|,|and|or|because|to|from', '', 0.8],
      ['until|till [the] now', '', 0.85],
      [
        'everyone|everybody|someone|nobody|anyone in|on the|this|my|our|your world|country|class|family|team|school|earth|city|group|company|room|office [have]',
        'has',
        0.85,
      ],
      [
        'everyone|everybody|someone|nobody|anyone in|on the|this|my|our|your world|country|class|family|team|school|earth|city|group|company|room|office [are]',
        'is',
        0.85,
      ],
      ['everything|anything|something|nothing [were]', 'was', 0.8],
    ],
  },
];
