import { rowsOf } from '../../core/pattern-rows.ts';
import type { Confusion } from './confusion.ts';

const notAfterIts =
  '=a|an|the|not|been|being|very|so|too|really|just|also|always|never|going|because|like|all|okay|ok|possible|important|time|what|how|that|this|about|more|only|no|your|my|his|her|our|their|you|he|she|they|we|i|in|on|at|for|to|as|up|here|there|now|still|one|me|us|hard|easy|easier|better|best|good|great|fine|bad|nice|worth|true|safe|likely|unlikely|rare|well|called|over|such|most|almost|quite|often|usually|when|why|where|who|if|:number|:digits|impossible|difficult|necessary|clear|common|used|supposed|got|had|become|of|those|these|any|some|both|another|even|less|rather|from|with|by|something|nothing|probably|cold|late|dark|raining|free|ready|available|able|cheaper|currently|:ing|:done|:adverb';

/** Possessives and contractions again, told by the part of the sentence that they stand in. */
export const pronounsByPlace: readonly Confusion[] = [
  {
    rule: 'its-by-place',
    description: '“its” and “it’s”, by their place in the sentence',
    reason: '“It’s” is short for “it is” or “it has”; “its” says whose something is.',
    confidence: 0.85,
    patterns: rowsOf(`
      for|about|in|above|amid|alongside|around|behind|beyond|over|against|toward|towards|outside|inside|near|beneath|along|despite|without|upon|among|below|via|off [it's -> its] !${notAfterIts}|$
      for|from|with|of|to|in|by|about|despite|on all [it's -> its] !${notAfterIts}|worth|cracked|$
      such as|because of|due to|as well as|thanks to|according to|instead of|out of [it's -> its] !${notAfterIts}|$
      has|have|had|change|changed|changes|use|uses|open|opened|closed|improve|improves|improved|increase|increased|maintain|maintains|retain|retains|keep|keeps|kept|celebrate|celebrated|celebrates|borrow|wear|wears|expand|expanded|launch|launched|launches|complete|completed|fulfil|fulfill|enter|entered|do|does|did|lose|loses|made|make|makes|find|found|finds|share|shared|shares|meet|take|takes|took|addresses|marked|released|releases|spread|spreads|raise|raised|opens|judge|wags|wagged|ate|eats|cover|covers|covered [it's -> its] own|name|way|best|job|first|second|third|last|entire|full|new|original|current|tail|head|eyes|mouth|place|role|users|customers|members|employees|staff|value|potential|course|size|shape|color|colour|price|prices|products|services|doors|work|mission|market|position|status|power|appearance|content|contents|presence|approach|cover|title|welcome|purpose|operations|anniversary|birthday|debut|mark|toll|website|brand|history|peak|impact|effects|effect|main|internal|external|basic|core|young|food|prey
      gain|gained|gains|win|won|declare|declared|enhance|enhances|enhanced|preserve|preserved|protect|protects|show|shows|showed|reach|reached|represent|represents|describe|describes|strengthen|strengthened|achieve|achieved|achieves|lost [it's -> its] independence|freedom|identity|character|characters|members|people|goal|goals|objectives|strength|beauty|own|full|highest|lowest
      say|says|spell|spells [it's -> its] name|names
      in|for|of|at|on|from [it's -> its] time|age|kind|size|type|class $|, @ 0.8
      in|of|for|during|after|at [it's -> its] first|second|third|fourth|final|opening week|year|season|day|month|decade|century|version|episode|edition
      remember|forget|know|knew|know|forgot|love|loved|hate|hated|like|liked [it's -> its] name|smell|taste|color|colour|shape|charm|history|simplicity|design|beauty
      ^ [it's -> its] name|main|purpose|owner|author|goal|founder|headquarters|capital|population|approach|success|popularity|location|members|origin|origins|design|color|colour|size|roots|users is|was|are|were|has|had|have|comes
      in|at|on|of|with|to|by|from [it's -> its] heyday|best|worst|cover|own|midst|wake|place|way|peak|infancy|entirety|favor|favour|path|current|present|original|simplest|day|prime|core|height|users|customers
      ^|and|but|because|so|think|hope|guess|if|that|when|since|says|said [its -> it's] common|called|named|too|better|rare|normal|known|unclear|painful|boring|weird|strange|sad|sunny|cheap|cheaper|expensive|faster|simpler|fine|wonderful|lovely|perfect|useful|helpful|usually|often|probably|definitely|obviously|currently|actually|basically|clearly|certainly|quite|pretty|recommended|raining|snowing|anybody|anyone|everyone|everything|somebody|someone|something|somewhere|nobody|nothing|anywhere|anything|like|about|made|based|located|available|more|only|for|from|in|on|at|as|okay|ok !:noun|:plural
      ^|and|but|because|so|think|hope|guess|if|that|when [its -> it's] too :adjective|hard|good|bad|much|late @ 0.93
      ^|and|but|because|so|that|if [its -> it's] common|normal|rare|unusual|customary|typical|essential|vital|crucial|critical|advisable|fair|wise|natural|reasonable|foolish for|to|that|practice @ 0.92
      ^ [its -> it's] called|named|made|based|located|recommended|known @ 0.8
      ^|and|but|because|so|that|if|think [its -> it's] :ing the|a|an|my|me|it|this|that|him|her|them|us|you|to|so|very|well @ 0.8
      ^|and|but|so|because|though [its -> it's] had|got|become|gone a|an|the|to|very|some|so|better|worse|really|no @ 0.88
      being|everything|and|but|because|think|as|how|like [it's -> it] seems|looks|appears|works|means|takes|makes|has|had|does|goes|comes|says|was|depends|sounds|feels @ 0.9
      :adjective|easier|harder|better than [it's -> it] seems|looks|appears|was|sounds @ 0.93
    `),
  },
  {
    rule: 'your-by-place',
    description: '“your” and “you’re”, by their place in the sentence',
    reason: '“You’re” is short for “you are”; “your” says whose something is.',
    confidence: 0.85,
    patterns: rowsOf(`
      ^|,|if|that|think|because|and|but|when|so|know|hope|since [your -> you're] very|so|really|too|totally|absolutely|extremely|barely|surprisingly|incredibly|completely|pretty|always !own|best|first|last|own|good|very|special $|!|?
      ^|,|if|that|think|because|and|but|when|so|know|hope [your -> you're] very|so|really|too kind|patient|welcome|nice|good|smart|busy|tired|lucky|young|old|late|excited|beautiful|right $|to|for|at|and @ 0.9
      ^|if|that|think|because|but|know|hope|says|said [your -> you're] cool|serious|beautiful|amazing|awesome|great|sweet|funny|kind|smart|crazy|late|early|lucky|fired|hired|invited|loyal|proud|ready|perfect|gorgeous|hilarious|adorable|stupid|mad|angry|sick|tired|hungry|bored|nice|busy|sad|happy|safe|alone|wrong|right $|! @ 0.88
      [your -> yours] sincerely|faithfully|truly , @ 0.93
      ^ [your -> yours] sincerely|faithfully @ 0.9
      ^ [you -> your] comments|comment|email|account|password|order|knowledge|imagination|website|browser|payment|application|message|question|name|feedback|help|data|device|computer|phone|privacy|combination|purchase|opinion|job|house|family|mother|father is|are|was|were|may|will|can|must|has|have|$|of|and|to|in @ 0.8
      of|in|with|for|from|to|on|about|at [you -> your] own|account|email|password|website|computer|family|house|home|life|friends|job|mind|body|school|country|parents|children|teacher|phone|browser|choice|choosing|questions|feedback|opinion @ 0.88
      thank you for|thanks for [you -> your] help|time|support|reply|letter|email|interest|patience|attention|feedback|answer|understanding|response|message|comment|work @ 0.96
    `),
  },
  {
    rule: 'their-by-place',
    description: '“their”, “there” and “they’re”, by their place in the sentence',
    reason:
      '“Their” says whose something is, “there” a place or that something exists, and “they’re” is short for “they are”.',
    confidence: 0.88,
    patterns: rowsOf(`
      left|leave|put|meet|met|park|wait|waited|stop|stopped|paused|go|went|going|stay|stayed|safer|live|lived|arrive|arrived|get|got|been|sit|sat|stand|stood|eat|keys|over|right|up|down|out|back|from|almost|somewhere|anywhere|hi|hello|him|her|it [their -> there] $|,|on|at|in|by|until|and|but|after|before|beside|again|for|with|when|as|every|next|because
      put|leave|left|move|moved|keep|kept|place|bring|take|took :determiner ?_ _ [their -> there] $|,|on|at|in|by|until|and|but|to|for
      ^|and|but|that|if|because|so|think|when|,|while|sure|hope|know|whether [their -> there] will|would|may|might|can|could|should|must be|have @ 0.9
      ^|and|but|that|if|because|so|think|when|,|while [their's -> there's; theirs -> there's] a|an|no|nothing|something|some|also|only|not|one|so|always|more|another @ 0.97
      on|of|with|for|from|about|in|by|to|under|off|through|all|have|had|has|lost|did|do|doing|over|into|use|used|changed|change|lose|share|make|made|leave|left|spend|improve [there -> their] shoulders|backs|arms|legs|faces|phones|computers|feet|hair|clothes|shoes|cars|skills|future|dreams|goals|needs|opinion|opinions|ideas|beliefs|culture|health|education|best|teacher|teachers|students|daughter|son|parents|business|businesses|account|accounts|language|feelings|problems|possessions|friend|careers|career|members|employees|choices|homework|husband|wife|partner|boss|pets|dog|rights|website|websites|brains|studies|knowledge|hearts|ability|abilities|surroundings
      lost|lose|with|for|of|from|about|use|bring|brought|got|love|loved|change|changed|by [they're -> their] !:ing|:done|:adverb|not|a|an|the|all|in|on|at|so|very|really|just|too|going|still|also|now|only|no|always|never|being|about|sure|available|able|made|more|here|there|like|both|good|great|bad|best|out|up|your|my|his|her|our|easy|hard|free|as|to|such|one|worth|because|often|what|how|safe|easier|better|cheap|cheaper|late|already|nice|$
      that's|is|was|it's|not [they're -> their] fault|problem|own|responsibility|job|business|choice|loss|decision|house|turn @ 0.95
      ^|,|and|but|that|because|if|when|as|so they|we|you [where -> were] my|our|his|her|the|a|there|in|at|on|so|all|both|happy|angry|tired|still|just|only|never|always|about|like|able|too|really|supposed|told|asked|allowed|right|wrong|late|here|from
      they were|are [there -> their] own|angels|friends|parents|children|favorite|favourite|best @ 0.9
    `),
  },
  {
    rule: 'where-by-place',
    description: '“were” and “where”, by their place in the sentence',
    reason: '“Were” is the past of “are”; “where” asks for a place.',
    confidence: 0.85,
    patterns: rowsOf(`
      ^ [where -> were] you|they|we able|going|supposed|aware|there|looking|trying|born|asked|happy|surprised|ever|given|told @ 0.9
      forgot|find|know|knew|check|see|show|showed|shows|remember|tell|told|wonder|shown|understand|me|decide [were -> where] :subject|the|my|this|that|these|those|your|our|to|its|his|her
      found|learned|discovered|discover [were -> where] the|my|he|she|they|i|we|it|you|to|his|her @ 0.8
      back|from|to|place|places|area|world|country|region|city [were -> where] they|you|i|we|he|she|it
      ^ [were -> where] could|can|should|would|do|does|did|is|will|are you|i|we|they|he|she|it|the @ 0.93
      ^|when|that|because|and|but|if|, there [where -> were] major|also|still|only|other|more|problems|lots|plenty|:number|numerous|signs|none|delays|so|too|not|never|just|often @ 0.9
    `),
  },
  {
    rule: 'who-whom',
    description: '“who” and “whom”',
    reason:
      '“Who” does something; “whom” is the one that something is done to, or after a preposition.',
    confidence: 0.85,
    patterns: rowsOf(`
      ^ [whom -> who] has|paid|made|wants|wrote|lives|works|live|lived|came|comes|took|needs|likes|knows|cares|said @ 0.9
      person|people|man|woman|those|anyone|someone|everyone|guy|girl|boy|friend|friends|students|student|child|children [whom -> who] is|was|are|were|has|have|had|paid|made|did|does|wants|wrote|will|can|would|could|lives|works|works|live|lived|came|comes|took|got|needs|likes @ 0.9
      to|with|for|from|against|by|about|of [who -> whom] do|did|does|should|can|are|will|have|would i|you|we|they|he|she|it|the|this|to @ 0.75
      was|were|is|are|am with|for|from|against|by [who -> whom] $ @ 0.7
      some|many|most|all|none|both|one|two|several|few|each|half of [who -> whom] @ 0.93
    `),
  },
];
