import { rowsOf } from '../../core/pattern-rows.ts';
import type { Frame } from './frame.ts';

const object = ':article|:possessive|:object|this|that|these|those';

/** More words with the prepositions that they take, and frames that lack or double one. */
export const governed: readonly Frame[] = [
  {
    rule: 'governed-preposition',
    description: 'A preposition that its verb, noun or adjective does not take: “fed up of”',
    reason: 'The word takes another preposition.',
    confidence: 0.86,
    patterns: rowsOf(`
      :be|very|so|quite|completely|totally|much|really|look|looks|feel|feels different [as -> from] :article|:possessive|:object|this|those|other|what @ 0.7
      accuse|accused|accuses|accusing ?him|her|them|me|us|you|people|someone [for -> of; about -> of; with -> of; in -> of] :ing|:possessive|this|being|having|a|an|something|$
      suspected|guilty|convicted [for -> of; in -> of; about -> of] :ing|murder|theft|fraud|a|an
      can|to|will|must|could|should|would|please|i|we|they|you|don't|didn't|not [contact to -> contact; contact with -> contact; phone to -> phone; join to -> join; mention about -> mention; describe about -> describe; discuss about -> discuss; discuss on -> discuss; approach to -> approach; enter in -> enter; enter to -> enter; marry to -> marry; marry with -> marry; resemble to -> resemble; reach to -> reach; obey to -> obey; accompany with -> accompany; influence on -> influence; affect to -> affect; affect on -> affect; inform to -> inform; consider about -> consider; marry of -> marry] :possessive|:object|the|anyone|anybody|someone|everyone|this @ 0.75
      [pay for -> pay; pays for -> pays; paid for -> paid; paying for -> paying] the|a|an|my|your|our|his|her|their|all bill|bills|fee|fees|check|fine|rent|taxes|tax|tuition|toll|price @ 0.7
      [besides of -> besides; despite of -> despite] :article|:possessive|:ing|this|that|all
      [most of -> most; some of -> some; all of -> all] people|students|children|countries|companies|teenagers|women|men|parents|teachers|families|tourists|cars|cities|animals @ 0.85
      look|looking|looked forward [to for -> to] @ 0.9
      fed up [of -> with; from -> with; about -> with; by -> with]
      passionate [of -> about; for -> about; on -> about; in -> about; with -> about] !a|an
      not|very|really|so|pretty|quite|always|be|was|is|are|were|am|get|becoming good|bad|great|terrible|better|brilliant|excellent [in -> at; on -> at] :ing|english|math|maths|mathematics|sports|sport|coding|programming|python|languages|physics|chess|singing|cooking|most|that|it|everything|go|laravel|javascript|java|history|football|tennis|games|computers
      good|bad|great|terrible|best|better [in -> at] programming|coding|english|math|maths|python|javascript|drawing|cooking|singing|swimming|languages|playing|speaking|writing|reading|explaining|making|doing
      the|any|valid|your|no|same|what|is reason [of -> for] :ing @ 0.8
      no match [to -> for; of -> for; with -> for]
      the|any|no|whole|some point [for -> of; on -> of] :ing @ 0.85
      impressed|inspired [of -> by] @ 0.85
      inspired [with -> by; from -> by] :article|:possessive|this|that|these @ 0.8
      obsessed [on -> with; about -> with; of -> with; over -> with; for -> with] :ing|${object}|=a|any|money|the
      beware [with -> of; from -> of; about -> of; to -> of]
      fond [to -> of; for -> of; with -> of; on -> of; in -> of; about -> of]
      capable [to -> of; in -> of; for -> of] :ing|${object}
      accustomed|addicted|allergic|immune [of -> to; with -> to; for -> to; by -> to; at -> to] ${object}|:ing|drugs|alcohol|it|smoking|work|the
      according [about -> to; in -> to; on -> to; into -> to; as -> to; at -> to] :article|:possessive|this|that|these|recent|some|statistics|law
      happen|happened|happens|happening [with -> to; for -> to] him|her|me|us|them|you $|?|yesterday|there|in|when @ 0.75
      means|meant|mean so|too much|lot|alot|everything|nothing|something|more [for -> to] me|us|him|her|them|you|people @ 0.85
      means|meant|mean|means a lot [for -> to] me|us|him|her|them @ 0.88
      married|engaged|related|similar|identical|equal|equivalent|loyal|faithful|superior|inferior|opposed [with -> to] ${object}|an|someone @ 0.82
      angry|annoyed|furious|upset|pleased|satisfied|bored|busy|popular|crowded|covered|filled|equipped|associated|involved [of -> with; to -> with] ${object}|people|students @ 0.7
      covered|filled|equipped|crowded|surrounded|associated|decorated [of -> with; by -> with] water|people|snow|flowers|dust|trees|books|smoke|tears|love|joy @ 0.75
      take|took|takes|taking|have|has|had|show|showed|lost|lose|losing ?an|great|no|any|much|more|special interest [on -> in; for -> in; about -> in; at -> in; to -> in] :ing|${object} @ 0.85
      interested [on -> in; for -> in; about -> in; at -> in; of -> in; by -> in; with -> in] :noun|:ing|you|it|music
      depend|depends|depended|depending|rely|relies|relied|relying [of -> on; from -> on; in -> on; at -> on; to -> on; about -> on; by -> on] :noun|:plural|${object}|many|several|each|other|others|where|how|what|who|which|if|whether
      insist|insists|insisted [to -> on; in -> on; for -> on; at -> on] :ing
      consists|consist|consisted|composed|made up [from -> of; by -> of; with -> of] :number|${object}|many|several|different|two|three
      blame|blamed ?him|her|me|them|us|you|people [of -> for; about -> for; on -> for] :ing|this|that|it|everything
      apologize|apologise|apologized|apologised|apology|apologizing [about -> for; of -> for; on -> for] :ing|${object}
      thank|thanks|thanked you|him|her|them|us|me [about -> for; of -> for; to -> for] :ing|:possessive|:article|this|that|everything|all
      famous|suitable|qualified|unsuitable [of -> for; about -> for; on -> for] :ing|its|their|his|her|the|your|this|beautiful @ 0.75
      responsible|grateful|thankful|eligible [of -> for; about -> for; on -> for] :ing|its|their|his|her|the|your|this|my|our|all
      congratulate|congratulated|congratulations|congratulation ?you|him|her|them [for -> on; about -> on; with -> on; of -> on] :possessive|:article|winning|passing|getting @ 0.8
      concentrate|concentrates|concentrating|focusing [in -> on; at -> on; to -> on; about -> on; for -> on] :ing|${object}|one|school|what|how|studies|studying
      afraid|jealous|proud|aware|ashamed|envious|fond [from -> of; for -> of; with -> of; to -> of; at -> of] :ing|:possessive|:article|this|that|it|them|people
      arrive|arrives|arrived|arriving [to -> at] :article|:possessive|home|school|work|airport|station
      arrive|arrived|arriving|arrives [to -> in] =London|=Paris|=England|=Spain|=Italy|=America|=Japan|=China|=Germany|=France|=Seattle|=Chicago|=Boston|=Mexico|=Brazil|=Canada|=Australia|=Europe|=Africa|=Asia|=Berlin|=Rome|=Madrid|=Moscow|=Tokyo|=Beijing|=California|=Texas|=Vancouver|=Toronto|=Sydney|=Melbourne|=Dallas|=Washington
      arrive|arrives|arrived|arriving|left|leave|leaves [in -> on] monday|tuesday|wednesday|thursday|friday|saturday|sunday
      capitalize|capitalizes|capitalized|capitalizing|capitalise|capitalised|capitalising [off of -> on; off -> on; of -> on; from -> on]
      build|built|building|based|base|basing|bases|feed|feeds|feeding [off of -> on; off -> on] the|their|its|his|her|our|this|that|my|your|what|success|existing|previous @ 0.75
      based [in -> on; from -> on; of -> on; at -> on] the fact|idea|assumption|principle|results|data|information|evidence|following|novel|book|experience|theory|number
      visible|invisible [from -> to] the naked eye @ 0.85
      visible|seen|see|observed|look|looking|looks|view|viewed|watch|just|even|invisible ?only|it|them|up|him [from -> with] the naked eye @ 0.75
      grand [scale -> scheme] of things @ 0.9
      [in -> to] some|a|certain|large|great|lesser|greater ?large|great|certain degree|extent !of @ 0.88
      in [regards -> regard] to @ 0.55
      in [regards of -> regard to; regard of -> regard to] the|this|these @ 0.7
      [with regards -> with regard] to @ 0.5
      in [regards of -> regard to; regard of -> regard to; relation with -> relation to; addition of this -> addition to this] @ 0.8
      as a consequence [for -> of; from -> of] :article|this|that
      an|the|a|any alternative [of -> to; for -> to] :ing|:article|this|that|using @ 0.6
      go|going|goes|gone [in -> on] vacation|strike|foot
      [in -> on; at -> on] vacation $|right|now|with|at|this|next|last|and|, @ 0.85
      is|are|was|were|be|been|i'm|we're|they're|he's|she's|go|went|going [at -> on; in -> on] vacation|holiday @ 0.85
      [in -> on; at -> on] my|his|her|our|their|your behalf
      [in -> at; on -> at] the expense|request|mercy|invitation|instigation of
      [on -> in] the middle|center|centre|process|event|absence|presence|name|case|hands|style|spirit|field of @ 0.8
      [in -> on; at -> on] the verge|brink|basis|grounds|eve|outskirts of
      [in -> on; at -> on] the other hand
      [on -> in] my|his|her|their|our|your own words|opinion|case|spare|free|lifetime ?time
      [on -> in] spare|free time
      [on -> at] night $|,|and|i|we|when|because @ 0.75
      [in -> at] night $|,|and|i|we|they|when|because|or @ 0.85
      [in -> at] christmas|easter $|,|and|we|i|time @ 0.6
      [at -> in; on -> in] the 19|20|1990s|2000s|1980s|1970s|1960s|=1990s @ 0.8
      [at -> in; on -> in] 2000|2001|2002|2003|2004|2005|2006|2007|2008|2009|2010|2011|2012|2013|2014|2015|2016|2017|2018|2019|2020|2021|2022|2023|2024|1999|1998|1997|1996|1995|1994|1993|1992|1991|1990 $|,|and|the|he|she|it|they|i|we|by|with @ 0.6
      [at -> in; on -> in] january|february|march|april|june|july|august|september|october|november|december $|,|because|and|but|when|as|with|to|or @ 0.75
      [in -> on] weekends|weekdays @ 0.7
      go|goes|went|going|travel|traveled|travelled|travelling|come|came|get|got ?there|here|home|to|school|work [with -> by; in -> by; on -> by] car|bus|train|plane|taxi|bicycle|bike|boat|ship|subway|metro @ 0.82
      [by -> on; with -> on; in -> on] foot $|,|and|because|to|or @ 0.88
      take|takes|took|taking care [about -> of; for -> of; to -> of; on -> of; with -> of] ${object}|our|people|children|everything
      take|takes|took|taking advantage [from -> of; on -> of; with -> of; in -> of; about -> of; for -> of; to -> of]
      die|died|dies|dying [by -> of; with -> of; for -> of] cancer|hunger|starvation|disease|diseases|aids|thirst|old|cold|hypothermia @ 0.82
      look|looks|looking|looked|searching|search|searched [after -> for] a|an|some job|work|solution|way|information|house|apartment @ 0.6
      ask|asked|asks|asking [to -> for] help|permission|advice|information|money @ 0.85
      listen|listens|listened|listening [at -> to; on -> to; for -> to; in -> to; the -> to the; my -> to my; a -> to a] music|radio|songs|song|teacher|lecture|speech|news|story @ 0.7
      listen|listens|listened|listening [at -> to; on -> to] :article|:possessive|:object|this|that
      as a result [from -> of; for -> of] :article|:possessive|this|that
      at [lest -> least] @ 0.95
    `),
  },
  {
    rule: 'preposition-lacking',
    description: 'A preposition that is missing: “explain me”, “out the window”',
    reason: 'A preposition belongs here.',
    confidence: 0.86,
    patterns: rowsOf(`
      [explain -> explain to; explains -> explains to; explained -> explained to; explaining -> explaining to; describe -> describe to; described -> described to; suggested -> suggested to; mention -> mention to; mentioned -> mentioned to; introduced -> introduced to] me|us|him|them|you|her :article|why|how|what|that|:possessive|in|about|when|where @ 0.8
      [reply -> reply to; replied -> replied to; replying -> replying to; respond -> respond to; responded -> responded to; responding -> responding to] your|my|his|her|their|our|this|the|me|him|them|letter|email @ 0.85
      [rely -> rely on; relies -> relies on; relied -> relied on; relying -> relying on; depend -> depend on; depended -> depended on] my|his|her|our|their|your|them|him|me|us|it|the|a|others|this|that|each
      i|we|they|you|he|she|to|will|can|should|often|always|never [listen -> listen to; listens -> listens to; listened -> listened to] the|my|your|his|her|our|their|a|him|them|me|us|music|songs|classical|pop|rock|some|this|that|it @ 0.85
      [listening -> listening to] the|my|him|them|me|us|music|songs|classical|pop|rock|some|this|that|it @ 0.85
      am|i'm|is|are|was|were|be|not|so|very afraid [spiders -> of spiders; dogs -> of dogs; snakes -> of snakes; heights -> of heights; people -> of people; death -> of death; dying -> of dying; losing -> of losing; making -> of making; failing -> of failing; him -> of him; them -> of them; flying -> of flying]
      [most -> most of; some -> some of; many -> many of; half -> half of; none -> none of; few -> few of; several -> several of] my|our|their|his|her|your|its|these|those|them|us friends|family|life|time|classmates|students|people|teachers|problems|things|ideas|money|work|members|books|parents|colleagues|neighbors|neighbours @ 0.85
      [because -> because of] :article|my|your|his|her|our|their|this|these|those bad|heavy|rain|weather|lack|noise|traffic|problem|fact|same|accident|war|cold|heat|snow|internet|pollution $|,|of|in|and|that @ 0.8
      [instead -> instead of] :ing|my|the|a|his|her|their|your @ 0.85
      [wait -> wait for; waiting -> waiting for; waited -> waited for] my|your|his|her|our|their|the|a bus|train|answer|reply|response|turn|friend|friends|results|result|letter|call|moment|plane|taxi|next|right|doctor
      [search -> search for; searching -> searching for; searched -> searched for] a|an|some|information|new|my job|work|solution|information|way|house|apartment|answer|answers @ 0.6
      [ask -> ask for; asked -> asked for; asking -> asking for] help|advice|permission|forgiveness|directions|information $|to|from|and|about @ 0.8
      [pay -> pay for; paid -> paid for; paying -> paying for] the|my|your|his|her|our|their|a|an meal|ticket|tickets|food|trip|damage|damages|education|house|car|clothes|drinks|lunch|dinner|studies|services|service|goods @ 0.85
      [arrive -> arrive in; arrived -> arrived in; arriving -> arriving in] =London|=Paris|=England|=Spain|=Italy|=America|=Japan|=China|=Germany|=France|=Dallas|=Chicago|=Boston|=Berlin
      in [1990s -> the 1990s; 1980s -> the 1980s; 1970s -> the 1970s; 1960s -> the 1960s; 1950s -> the 1950s; 1940s -> the 1940s; 1930s -> the 1930s; 1920s -> the 1920s; 1990's -> the 1990s; 1980's -> the 1980s; 1970's -> the 1970s; 1960's -> the 1960s; 1950's -> the 1950s; 2000s -> the 2000s] $|,|and|by|with|when|he|she|it|they|the|was @ 0.85
      [agree -> agree with; agreed -> agreed with; disagree -> disagree with; disagreed -> disagreed with] you|him|her|them|me|this statement|opinion|idea|$|that|because|on|about|, @ 0.8
      [agree -> agree with; disagree -> disagree with] the|this|that|your|his statement|opinion|idea|view|author|point|claim @ 0.88
    `),
  },
];
