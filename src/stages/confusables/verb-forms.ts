import type { Confusion } from './confusion.ts';

/** Forms of verbs that sound like another form or another word. */
export const verbForms: readonly Confusion[] = [
  {
    rule: 'choose-chose',
    description: '“choose” and “chose”',
    reason: '“Chose” is the past of “choose”.',
    confidence: 0.93,
    patterns: [
      [
        "to|will|can|could|should|must|may|might|did|didn't|don't|cannot|can't|would [chose]",
        'choose',
      ],
      ['has|have|had|having|was|were|been|be [chose]', 'chosen', 0.9],
    ],
  },
  {
    rule: 'used-to',
    description: '“used to” and “supposed to”',
    reason: 'The “d” is not heard before “to”, but it is written.',
    confidence: 0.94,
    patterns: [
      [
        "am|is|are|was|were|be|not|it's|you're|we're|they're|i'm|he's|she's|isn't|aren't|wasn't|weren't|what's [suppose] to",
        'supposed',
        0.97,
      ],
      ['he|she|it|there [use] to :base', 'used'],
      [
        '^|when|where|that|as|how|and|but|, i|we|they [use] to be|live|have|love|hate|believe',
        'used',
        0.85,
      ],
      ['be|get|got|am|was|were|are|been|become|not|getting [use] to', 'used', 0.93],
    ],
    unless: ['did', "didn't", 'does', "doesn't", 'do', "don't"],
  },
  {
    rule: 'knew-new-know-no-now',
    description: '“know”, “no”, “now”, “knew” and “new”',
    reason: 'The words sound or look alike; the words around say which one is meant.',
    confidence: 0.92,
    patterns: [
      [
        "don't|didn't|doesn't|won't|not|let me|you [now] what|how|if|why|where|who|about|it|which",
        'know',
        0.9,
      ],
      [
        "don't|didn't|doesn't [no|now] what|how|if|why|where|who|when|about|the|it|that|anything|$",
        'know',
        0.93,
      ],
      ['i|we|you|they [no] that|what|how|why|where|who|about', 'know', 0.85],
      [
        "there|is|has|have|had|there's|with [know] doubt|need|reason|longer|one|problem|idea",
        'no',
        0.93,
      ],
      [
        'i|he|she|we|they|you|never|always|everyone|nobody|already [new] that|it|how|what|the|about|him|her|them|nothing|where|who|exactly',
        'knew',
        0.88,
      ],
    ],
  },
  {
    rule: 'hear-here',
    description: '“hear” and “here”',
    reason: 'One hears with the ear; “here” is this place.',
    confidence: 0.92,
    patterns: [
      [
        "can|could|can't|couldn't|didn't|will|ever|never|always|often [here] from|about|that|the|your|you|it|me|him|her|them|of|what",
        'hear',
        0.88,
      ],
      ['forward to [here] from', 'hear', 0.9],
      ['over|right|live|lived|from|up|down|out [hear] $|in|at|for|and', 'here', 0.88],
    ],
  },
  {
    rule: 'bear-bare',
    description: '“bear” and “bare”',
    reason: 'To bear is to carry or endure; “bare” means uncovered.',
    confidence: 0.94,
    patterns: [
      ['[bare] with|in me|us|mind', 'bear', 0.96],
      ["can't|cannot|couldn't|to [bare] the|it|to|this|that", 'bear', 0.85],
      ['[bear] minimum|feet|foot|essentials|necessities', 'bare', 0.93],
    ],
  },
];
