import { rowsOf } from '../../core/pattern-rows.ts';
import type { Confusion } from './confusion.ts';

/** Words that differ by a letter or sound the same, told apart by fixed company. */
export const lookAlikes: readonly Confusion[] = [
  {
    rule: 'slip-of-the-keyboard',
    description: 'A letter too many, too few or in the wrong place that makes another word',
    reason: 'A letter is missing, too many or in the wrong place.',
    confidence: 0.9,
    patterns: rowsOf(`
      during|after|before|of|in|the|since [word -> World] war =I|=II|one|two|1|2
      in|around|of|throughout the entire|whole [word -> world] @ 0.93
      all over the [word -> world] @ 0.92
      is|are|was|were the [word's -> world's] largest|biggest|best|first|most|oldest|tallest|smallest|fastest|highest|only|leading
      the [word's -> world's] largest|biggest|best|oldest|tallest|smallest|fastest|highest|longest|richest|leading|poorest
      [tool -> too] long|late|much|many|big|small|hard|expensive $|to|for @ 0.85
      feel [tree -> free; fee -> free; fre -> free] to
      to [being -> begin] with @ 0.93
      what|you|he|she|they|we|it|i [ca -> can] i|we|do|be|you|he|she|get|see|go|have|use|make
      at|in|on|of|by|from|for|to|with|into [he -> the] beginning|end|first|same|time|other|world|most|next|last|best|bottom|top|right|left|middle|moment|past|future|city|country|house|day|morning|way @ 0.95
      [tot he -> to the; ot the -> to the; tothe -> to the]
      [forthe -> for the]
      [fort he -> for the] first|same|great|next|last|best|most|most|new|whole|time|following|other|same|help|good|most|second
      [oft he -> of the; fo the -> of the; ofthe -> of the]
      [int he -> in the; inthe -> in the; ni the -> in the]
      [ont he -> on the; no the -> on the] $|other|table|floor|way|internet|web|phone|street|wall|road|road|weekend @ 0.6
      [witht he -> with the; withthe -> with the]
      [form the -> from the] beginning|start|outset|outside|inside|top|bottom|ground|past @ 0.9
      [tank -> thank] you|god
      [tanks -> thanks] to|for|you|again|very|a|so @ 0.75
      is|was|are|were|be|been [filed -> filled] with people|friends|water|joy|love|hope|fear|smoke|books|laughter|light|flowers|tears|family|children|fun|sand|air|blood|anger|surprise|excitement
      could|should|would|can|will|may|might|must|does|do|did [no -> not; knot -> not] be|have|hear|see|understand|do|know|find|get|go|come|believe|want|want|like|need|allow|work|help|use|say|tell|make|take|give @ 0.88
      type|type|enter|select|choose|pick|add|with|of|for one [ore -> or] more|two @ 0.95
      and so [one -> on] $|, @ 0.9
      this|that|a|the|these|those [know -> known] issue|issues|bug|bugs|problem|problems|fact|facts|limitation|workaround|author
      is|are|was|were|be|been|well|also|better|best|now|widely|commonly|otherwise|previously|formerly [know -> known] as
      something that|which [my -> may] be|have
      [my -> may] be|have been|possible @ 0.6
      look|looks|looked|looking [ate -> at] :article|:possessive|this|that|it|me|him|them|these|those
      a|the|some|any|no [was -> way] to|around|of :base|the|this|it|:ing @ 0.85
      i|we|they|you [thin -> think] you|we|it|that|they|he|she|i|this|so|about|the|of
      [thinks -> things] like|to|are that|do|different @ 0.5
      my|your|his|her|many|other|some|these|those|few|important|different [thinks -> things] @ 0.85
      an [analysis if -> analysis of]
      please|do|can|could|to|will [not us -> not use] the|this|it|that|any|a|your|my @ 0.8
      another|in other [world -> word; worlds -> words] , @ 0.7
      in other [worlds -> words] ,|we|it|the|you|they|he|she @ 0.92
      in a nut [sell -> shell]
      by|from|with|of|for|to the [was -> way] , @ 0.5
      by the [wya|way's -> way]
      there|it|he|she [maybe -> may be] a|an|some|no|other|many|several @ 0.85
      each [over -> other] $|and|in|is @ 0.8
      on|in the other [hard -> hand; had -> hand; hands -> hand] ,|it|the|i|we|they|he|she|there @ 0.9
      [one -> on] the other hand|side @ 0.9
      [an -> a] lot|few|bit|little of|more|better|later|people @ 0.9
      as [will -> well; wel -> well] as
      a [long -> lot; lost -> lot; los -> lot] of people|things|money|time|work|problems|fun|information|places|friends|students
      for [he -> the] first|second|third|last|next time|year @ 0.95
      at [lest -> least; leat -> least; leats -> least; leased -> least] @ 0.95
      at [leas -> least] @ 0.95
      at the [vary -> very; ever -> very] least|beginning|end|top|bottom|same|moment @ 0.9
      thank you|thanks for the [responds -> response; respond -> response]
      your|the|my|their|quick|prompt|in|a|no|any|his|her [respond -> response; responds -> response] $|to|from|is|was|and|for|time @ 0.9
      it|that|this|which|he|she|they|we|you|i|there|and|but [ill -> will] be|have|do|go|get|not|see|take|make|need|never|always|try @ 0.85
      [ill -> I'll] be|have|do|go|get|see|take|make|try|let|never|always|just|give|tell|show|call|send|keep|add|use|start|buy|leave|check|look @ 0.8
      [hell -> he'll; shell -> she'll] be|have|need|get|never|always|come|go|probably|want|see|find|take|make there|here|a|the|to|you|it|back|on|over|able|fine|happy @ 0.8
      ^|and|but|so|because|, [wed -> we'd] better|like|love|have|be|all|never|also @ 0.9
      [sparking -> sparkling] wine|wines|water|clean
      had|have|having|has|suffered|suffer|after|fatal|massive|mild|of a|his|her [hart -> heart] attack|attacks|failure|disease|problem|problems
      a|an|had|having|have|very|so|too|really [hart -> hard] time|day|work|life @ 0.9
      [hart -> heart] attack|attacks|disease|failure|rate|surgery|broken @ 0.93
      please|to|will|can|you|or|us [contract -> contact] me|us|him|her|them|you @ 0.85
      please [contract -> contact] the|your|our|support|customer
      [contract -> contact] information|details|us|lens|lenses form|for|at|$ @ 0.5
      no|some|any|much|more|enough|of|found|the|free|spare|first|this|next|last [tome -> time; tine -> time] $|to|i|for|and|when|in|of|ever
      not|very|is|was|are|it's|feel|stay|keep|kept|that's|be|more|so|too|perfectly [save -> safe] $|for|to|and|here|there|from|with|in|place|enough @ 0.85
      a|the|very|so|is [sate -> state] of|department|government|park
      whole new [sate -> state]
      on [behave -> behalf; behalves -> behalf; behaves -> behalf] of
      act|acts|acted|acting on [behave -> behalf] @ 0.9
      [wildly -> widely] accepted|used|available|known|recognized|recognised|adopted|distributed|held|believed|considered|regarded @ 0.85
      positive|negative|bright|other|plus|far|flip|down|safe|dark|left|right [site -> side] ,|of|$|note
      on the positive|negative|plus|other|bright|flip|left|right [site -> side; sight -> side]
      construction|web|camping [side -> site; sides -> sites] @ 0.85
      ease|out|because|instead|front|full|part|most|one|kind|sort|lots|outside|inside [off -> of] :article|:possessive|use|:object|this|that|these|those @ 0.85
      better|worse|well|far [of -> off] not|if|with|without|than|in|as|:ing|$ @ 0.9
      !more|less|much [worth -> worse] than @ 0.75
      error|warning|text|email|voice|chat|private|direct|phone|log|commit [massage -> message; massages -> messages]
      send|sent|sending|get|got|receive|received|leave|left|read a|the|my|your|his|her|this [massage -> message]
      send|sent|different|receive|received|my|your|these|those|new [massages -> messages] @ 0.88
      aircraft|airplane|plane|airport [hanger -> hangar; hangers -> hangars]
      :number|:digits|few|several|many|five|ten|thirty [minuets -> minutes] @ 0.95
      one|a|last|every|per|this|any|each [minuet -> minute] $|walking|ago|later|to|of|before|after @ 0.85
      time|able|need|needed|needs|have|try|learn|how|ability|must|can|will|quickly|to [adopt to -> adapt to] the|a|new|changing|change|this|that|these|it|different|my|your|our|their
      [adapt -> adopt] a|the|this child|policy|strategy|approach|resolution|measure|measures @ 0.5
      to|can|will|could [aide -> aid] you|in|the|him|her|them|me|us|our|your|this|that @ 0.85
      to|would|can|could|will [ally -> allay] concern|concerns|fear|fears|suspicion|suspicions
      [axed -> asked] me|him|her|us|them|if|for|about|a to|if|question|what|why|how|:article|whether @ 0.8
      [corral -> coral] reef|reefs|island|islands
      position|one|party|team|side|questions|of|in|for|with|by|from|to|on|at [witch -> which] is|are|was|were|means|has|have|the|we|you|they|i|he|she|can|will @ 0.9
      , [witch -> which] is|are|was|were|means|has|have|makes|made|can|will|the|i|we|they|he|she @ 0.95
      the|an|at|before|around|church|high|wedding [alter -> altar] $|boy|of|and|where|at|in @ 0.5
      at|before|to|from|on|of|around|near|upon|behind the [alter -> altar] $|of|and|in|where|with
      significantly|fundamentally|will|would|to|radically|drastically|could|can|may [altar -> alter] the|our|your|his|her|their|its|how|this|any
      this|that|it|these|those [seams -> seems] to|like|that|as|very|so|more|a|good|easy|impossible @ 0.93
      it [seam -> seem; seamed -> seemed] to|that|like|as
      the|disc|front|rear|hand|parking|emergency|drum|foot [break -> brake; breaks -> brakes] pads|pad|pedal|lights|light|fluid|disc|line|lines|shoe|shoes|cable|system
      disc|drum|hand|foot|anti-lock [break -> brake; breaks -> brakes] @ 0.9
      in [edition -> addition] to|, @ 0.9
      door [jam -> jamb; jams -> jambs] @ 0.7
      [loosing -> losing] season|streak|battle|record|team|effort|side|game|games|bet|money|weight|hair|my|your|his|her|their|our|hope|control|time|ground
      [loosing -> losing] @ 0.7
      [roll -> role] playing|reversal|models
      lead|title|leading|starring|supporting|speaking|important|major|key|vital|her|his|my|their|big|minor [roll -> role; rolls -> roles] in|as|of|$ @ 0.7
      [waived -> waved; waiving -> waving; waive -> wave; waives -> waves] off|at|goodbye|hello|back @ 0.85
      [wave -> waive; waved -> waived; waving -> waiving] the|all|any|my|your|his|her|its|their right|rights|fee|fees|requirement|claim
      has|have|had|his|her|my [flew -> flu] $|shot|and @ 0.5
      with|had|has|have|got|caught|get|having|of the [flew -> flu; flue -> flu]
      ten|five|two|three|long|short|first|second|late|early|through|each|every [though -> through] the @ 0.5
      should|to|will|must|please|and|can|i|we|you read|look|go|walk|run|think|get [though -> through] this|the|that|these|it|my|your|all|a
      ^|, of [cause -> course; coarse -> course; corse -> course; cours -> course] ,|it|the|i|you|we|they|he|she|not|this|that|there|all @ 0.93
      of [cause -> course] $ @ 0.85
      that being [sad -> said; sayed -> said]
      on the [lose -> loose] @ 0.9
      knocked|come|came|broke|break|cut|let|set|shake|turned|hang|hung|tear|tore [lose -> loose] @ 0.8
      i|we|he|she|they|you|who|have|had|has|once|never [herd -> heard] of|about|that|a|the|from|it|him|her|them|you|my|your|there|some
      can|could|can't|couldn't|almost|hardly|not|never|to|would|did|didn't|ever [here -> hear] you|from|me|him|them|us|anything|music|voices|about|my|your @ 0.85
      easy|birds|bird [pray -> prey] $|to|for @ 0.6
      fall|fell|falls|fallen|falling [pray -> prey]
      [prize -> price] spiral|tag|tags|range|increase|increases|list|cut|cuts @ 0.9
      nobel|pulitzer|first|grand|booby|consolation|cash|door|top [price -> prize; prices -> prizes] @ 0.75
      win|won|wins|winning|award|awarded|receive|received a|the|first|any|this [price -> prize] $|for|in|at|from|as @ 0.75
      a|an|the|your|this|very|have [niece -> nice] day|time|weekend|holiday|place|trip|evening|person|weather|house|view|week @ 0.93
      [route -> root; routes -> roots; rout -> root] cause|causes
      the [route -> root; routes -> roots] of the|all|this|these|our problem|problems|evil|issue|issues|matter|trouble
      after|before|for|at|my|our|had|eat|ate|eaten|cook|made|dinner [super -> supper] $|,|and|i|we|with @ 0.5
      for|after|before|at|eat|ate|cooked|had [super -> supper] $|, @ 0.8
      eat|eaten|ate|eating|finish|finished|cook|cooked my|our|his|her|their|your [super -> supper]
      authorized|authorised|emergency|administrative|key|essential|trained|medical|military|human resources|hospital|office [personal -> personnel] only|$|and|who|are @ 0.85
      to what|some|a|an|the|great|large|certain|lesser|greater|full|that|this|any|which [extend -> extent; extant -> extent] @ 0.93
      to|can|will|could [extent -> extend] the|my|your|his|her|our|their|its|this|a @ 0.9
      set|sets|setting|sat|create|created|creates a|an|the|dangerous|bad|new|legal [precedence -> precedent; president -> precedent] $|for|that|in|by|and|with @ 0.88
      the|a|any|this|his|her|their|our|its|your|my|no [rational -> rationale] for|of|behind|is|was|to
      fifth|tenth|first|golden|silver|our|their|my|his|her|year|25th|50th [marriage -> wedding] anniversary @ 0.8
      at|to|in|into|of|near the [hard -> heart; hart -> heart] of
      in the|my|his|her|their|your|our [hart -> heart] @ 0.8
      can|could hardly|barely|not|scarcely [await -> wait] until|till|to|for|any
      can't|cannot|couldn't [await -> wait; weight -> wait; way -> wait] to|until|for|till
      left|put|took|gave|lost|them|you|it|we|they|at|is|that's|with|after|and [awl -> all] my|the|of|his|her|their|our|these|those|things|night|day
      [must -> most] of the|my|your|our|their|his|her|all|us|them|these|those|people @ 0.88
      the [must -> most] important|beautiful|popular|common|interesting|difficult|famous|of|expensive|likely|recent|part|successful
      [th -> the] same|first|other|most|best|next|last|world|time|way|people|water|house|city|day|end
      [thee -> the] same|first|other|most|best|next|last|world|way|end|people|mother|house|only|one @ 0.75
      it's|its|it [event -> even; evan -> even] possible|usually|impossible|better|worse|more|easier|harder
      ^|and|,|but [thanks -> thank] you for|so|very|$|!|all|again @ 0.85
      it's|is|it|was [hi -> high] time @ 0.93
      :noun [ad -> and] the|my|our|his|her|their|also|then @ 0.8
      , :adjective|:noun [ad -> and] @ 0.5
      [sight -> site] map|admin|administrator|plan|visit|owner|inspection @ 0.85
      a|the|full|long|list|wide|whole [serious -> series] of @ 0.92
      :noun|:adverb|up|out|home|it|me [an -> and] in|at|from|to|with|for|by !house|depth|person|game|text|app|memory|line|law @ 0.85
      [an -> and] is|are|was|were|at|from|to|with|by|if|when|because|so|not|he|she|they|we|you|i @ 0.8
      does|do|did|she|he|it|they|we|you [knot -> not] know|have|like|want|need|be|disturb|do|go|get
      this|it|that|should|would|could|will|may|must|might|can|is|are|was|were [knot -> not] be|have|been|know|the|a|so|very|true|good
      for|after|since [along -> a long] time|while|way|period|day|distance @ 0.9
      not [along -> long] after|afterwards|ago|before
      a [along -> long] time|way @ 0.9
      it|this|that|which|he|she|there [dose -> does; dos -> does; doses -> does] not|n't|the|it|so|that|have|seem|look|work|make|mean @ 0.9
      how|what|where|when|why|who|only [dose -> does; dos -> does] the|this|it|that|he|she|a|your|my|not
      [form -> from] now|there|here|scratch|home @ 0.75
      all|came|comes|come|made|far|away|different|apart|hear|heard|ordered|learned|got|received|available [form -> from] !:preposition|is|was @ 0.85
      the|a|this|that|his|her|my|in|right|wrong|same|some|which|what [curser -> cursor] @ 0.7
      was|is|are|were|be|been [borne -> born] in|on|at|into|with and|:digits|the|a|england @ 0.6
      is|was|am|are|were|has|have|had|being|been|got [bore -> bored] with|of|by|$ @ 0.7
      [lightening -> lightning] bolt|bolts|strike|strikes|storm|storms|rod|rods|fast|flash|struck|conductor @ 0.95
      thunder|thunderstorm|thunderstorms|struck|hit|strike|by and|by|of|with [lightening -> lightning] @ 0.9
      [fore -> for] example|instance|sale|the|a|me|you
      [font -> front] of|door|page|line|end|row|yard|desk
      in [font -> front; frond -> front; from -> front] of
      [sever -> several] people|times|days|years|months|weeks|other|of|hours|different|ways|reasons
      [severs -> serves] as|to|the|a|no|our
      [untied -> united] states|kingdom|nations|arab|airlines|front
      [martial -> marital; marshal -> marital] status|problems|bliss|relationship|rape|affair
      [marital -> martial; marshal -> martial] art|arts|law|artist|artists
      [pubic -> public] school|schools|service|services|opinion|health|transport|transportation|library|policy|sector|interest|relations|speaking|road|domain|education
      [asses -> assess] the|how|whether|your|their|our|what|its|risk|risks
      [costumer -> customer; costumers -> customers] service|services|support|satisfaction|relationship|base|data|experience|reviews|needs
      our|your|my|their|new|potential|existing|loyal|many|more|each|every|for [costumer -> customer; costumers -> customers] @ 0.75
      project|store|bank|general|sales|product|office|hotel|assistant|account|marketing|regional|area|senior|my|line [manger -> manager; mangers -> managers]
      [moths -> months] ago|later|old|of|after|before|pregnant
      :number|:digits|several|few|many|six|last|next|past [moths -> months] @ 0.85
      [statue -> statute; statues -> statutes] of|law|book|books limitations|limitation @ 0.6
      [trail -> trial; trails -> trials] and error|errors|tribulation|tribulations
      a|the|on|to|stand|murder|clinical|free|fair|court|public [trail -> trial] period|lawyer|version|court|judge|run|jury @ 0.88
      clinical|murder|stand|stood|free|fair [trail -> trial; trails -> trials] @ 0.75
      [casual -> causal] relationship|relationships|link|links|factor|factors|effect|mechanism|inference @ 0.65
      [perspective -> prospective] buyer|buyers|student|students|client|clients|employer|employers|customer|customers|tenant|tenants|owner @ 0.92
      from|my|own|his|her|different|their|your|historical|this [prospective -> perspective; prospectives -> perspectives] of|on|$|, @ 0.8
      [personnel -> personal] information|data|email|blog|page|finance|finances|computer|experience|opinion|life|belongings|use|problem|problems|growth|development
      is|are|was|were|not|be [aloud -> allowed; loud -> allowed] to @ 0.9
      to|in|of|for|with|on|about|from|visit|see|contact|love|all|use [out -> our] own|website|customers|team|family|friends|country|lives|children|users|services|products @ 0.9
      [our -> out] of the|my|your|his|her|their|a|control|order|date|work|stock|sight|town @ 0.5
      comes|came|come|coming|get|got|going|go|went|run|ran|fell|fall|falls|most|turned|turn|find|found|figure|figured|point|pointed|set|carry|carried|check|sold|sort [our -> out] of|that|the|what|how|why|on|to @ 0.75
    `),
  },
];
