import type { Confusion } from './confusion.ts';

/** Possessives and contractions that sound alike. */
export const pronouns: readonly Confusion[] = [
  {
    rule: 'your-youre',
    description: '“your” and “you’re”',
    reason: '“You’re” is short for “you are”; “your” says whose something is.',
    confidence: 0.93,
    patterns: [
      ['[your] welcome $', "you're", 0.96],
      [
        '!enter|type|add|write|give|choose [your] =a|an|the|not|gonna|supposed|allowed|unable',
        "you're",
      ],
      ['[your] able|likely|unlikely|willing|ready|welcome|entitled|required|free to', "you're"],
      ['[your] interested in', "you're"],
      ['[your] aware|afraid|capable|tired|proud|sure of|that', "you're"],
      ['[your] responsible|eligible|ready for', "you're"],
      ['[your] familiar|happy|satisfied with', "you're"],
      [
        '^|if|when|that|because|and|,|but|think|know|hope [your] going|trying|getting|doing|looking|thinking|talking|making|wondering|kidding',
        "you're",
        0.88,
      ],
      ['^|if|think|believe|hope|know|say [your] right|wrong|correct|sure|lucky $', "you're", 0.9],
      [
        "[you're|youre] own|name|account|email|password|life|house|job|company|website|computer|phone|mind|heart|eyes|hands|head|car|dog|letter|body|mother|father|brother|sister|wife|husband|opinion|project|book|room|boss",
        'your',
      ],
      ['[your] should|would|could|must|are|were|have|cannot', 'you', 0.85],
      ["[your] don't|can't|won't|didn't|shouldn't|aren't|haven't", 'you', 0.93],
    ],
  },
  {
    rule: 'their-there',
    description: '“their”, “there” and “they’re”',
    reason:
      '“Their” says whose something is, “there” a place or that something exists, and “they’re” is short for “they are”.',
    confidence: 0.93,
    patterns: [
      ["[their] is|are|was|were|isn't|aren't|wasn't|weren't|seems|exists|exist", 'there', 0.95],
      ['[their] has|have|may|might|must|should|could|would|can be|been', 'there', 0.92],
      ['[their] =a|an|the|not|gonna|supposed|allowed|unable', "they're"],
      [
        '^|if|that|and|because|think|,|but|when [their] going|trying|getting|doing|making to|the|a',
        "they're",
        0.9,
      ],
      ['[there] own|respective', 'their', 0.95],
      [
        'of|with|for|from|about|all|have|do|did|lost|love|change|changed|spend|use|support|improve [there] name|names|family|families|house|parents|children|homes|jobs|job|country|money|friends|father|mother|work|products|services|customers|users|minds|mind|heads|hands|eyes|body|bodies|kids|time|lives|life',
        'their',
        0.92,
      ],
      [
        "[they're] own|house|homes|lives|jobs|names|life|minds|hands|heads|bodies|money|country|car",
        'their',
      ],
      ["[they're] is|are|was|were|isn't|aren't", 'there', 0.95],
      ['^|if|that|because|think|but [there] going|trying to', "they're", 0.85],
      ['over|go|went|right|been|up|down [their] $', 'there', 0.92],
    ],
  },
  {
    rule: 'its-it-is',
    description: '“its” and “it’s”',
    reason: '“It’s” is short for “it is” or “it has”; “its” says whose something is.',
    confidence: 0.92,
    patterns: [
      ['^ [its] very :adjective', "it's", 0.88],
      ['[its] supposed to', "it's"],
      [
        "[it's] own|ability|parent|predecessor|successor|headquarters|founder|inception|entirety|creator|usefulness|effectiveness|availability",
        'its',
        0.95,
      ],
      [
        "of|into|from|within|under|throughout|through|during|by|at|with|to|on|lost|reached [it's] !=a|an|the|not|been|being|very|so|too|really|just|also|always|never|going|because|like|all|okay|ok|possible|important|time|what|how|that|this|about|more|only|no|your|my|his|her|our|their|you|he|she|they|we|i|in|on|at|for|to|as|up|here|there|now|still|one|me|us|hard|easy|better|best|good|great|fine|bad|nice|worth|true|safe|likely|unlikely|:ing|:done|:adverb _",
        'its',
        0.9,
      ],
      ['[its] =a|an|the|been', "it's", 0.95],
      ['[its] not|never !:ing|:adverb|being|having|only|just', "it's", 0.92],
      ['[its] also|because|gonna', "it's", 0.93],
      ['[its] my|your|his|her|our|their', "it's", 0.92],
      [
        '[its] important|possible|impossible|hard|easy|difficult|better|best|great|nice|good|necessary|clear|likely|unlikely|safe|worth|okay|ok|true|obvious|easier|harder|up that|to|when|if',
        "it's",
        0.93,
      ],
      [
        '^|,|but|think|and|because|so|when|know|that|if|believe|hope|say|says|said [its] just|really|so|always|still|almost|about|no|going|getting|this|that|what|where|how|why|there|here|you|me|him|them|raining|snowing',
        "it's",
        0.8,
      ],
      [
        '^|but|think|because|so|know|that|if [its] cool|great|good|nice|amazing|awesome|fun|hard|easy|ok|okay|beautiful|cold|hot|worth|time $|to|that|when|if|for',
        "it's",
        0.85,
      ],
    ],
  },
  {
    rule: 'whose-whos',
    description: '“whose” and “who’s”',
    reason: '“Who’s” is short for “who is” or “who has”; “whose” says to whom something belongs.',
    confidence: 0.92,
    patterns: [
      [
        "[who's] name|names|job|father|mother|parents|house|book|books|idea|fault|turn|car|life|lives|husband|wife|son|daughter|responsibility|purpose|main|primary|sole|goal|goals|mission|members|work|works|opinion|interests",
        'whose',
      ],
      [
        '[whose] =a|an|the|going|been|not|there|coming|supposed|responsible|interested|willing',
        "who's",
      ],
    ],
  },
  {
    rule: 'we-were-where',
    description: '“were”, “where” and “we’re”',
    reason:
      '“Were” is the past of “are”, “where” asks for a place, and “we’re” is short for “we are”.',
    confidence: 0.9,
    patterns: [
      [
        '^|,|and|but|because|if|that there [where] many|some|no|a|two|several|few|lots|always',
        'were',
      ],
      [
        'they|we|these|those|which|who [where] :ing|not|very|also|so|many|all|being|born|made|found|used|given',
        'were',
        0.93,
      ],
      ['you [where] :ing|not|very', 'were', 0.85],
      ["they|we|you|there [we're] :ing|:done|not|very|also|many|no|some|a|the", 'were', 0.93],
      [
        'place|area|country|town|city|point|house|room|school|office|know|see [were] i|you|we|he|she|they',
        'where',
        0.88,
      ],
      [
        '^ [were] going|looking|trying|hoping|planning|working|not|getting to|for|on|sure',
        "we're",
        0.8,
      ],
    ],
  },
  {
    rule: 'the-they',
    description: '“the” for “they”',
    reason: 'A verb follows, so this is “they”, not the article.',
    confidence: 0.88,
    patterns: [
      [
        "^|that|and|but|because|if|when|as|so|, [the] =are|=were|=have|=had|don't|didn't|can't|aren't|weren't|won't",
        'they',
        0.9,
      ],
    ],
  },
  {
    rule: 'an-and',
    description: '“an” for “and”',
    reason: '“An” cannot stand before this word; “and” is meant.',
    confidence: 0.88,
    patterns: [
      [
        '[an] =the|my|your|his|her|our|their|then|we|they|he|she|these|those|this|that|=it|also',
        'and',
      ],
    ],
  },
];
