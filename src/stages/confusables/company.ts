import { rowsOf } from '../../core/pattern-rows.ts';
import type { Confusion } from './confusion.ts';

const languages =
  'python|java|javascript|typescript|c|cpp|csharp|c++|c#|php|perl|ruby|rust|go|golang|kotlin|swift|scala|haskell|lua|julia|r|matlab|basic|pascal|fortran|cobol|lisp|clojure|scheme|assembly|assembler|asm|asm-like|bash|shell|html|css|sql|dart|objc|objective-c|zig|nim|elixir|erlang|ocaml|delphi|ada|solidity|vhdl|verilog|powershell|groovy|prolog|tcl';

const spans =
  'minutes|hours|days|weeks|months|years|decades|centuries|generations|minute|hour|month|year|ages';

const noun = '$|,|and|about|when|as|by|enough|in|because|but|or|if|with|for|at|though|unless';

/** Words and small words that only their company shows to be wrong. */
export const company: readonly Confusion[] = [
  {
    rule: 'every-ever',
    description: '“every” for “ever”',
    reason: '“Ever” means “at any time”.',
    confidence: 0.9,
    patterns: rowsOf(`
      can|do|did|have|has|will|would|should|could|does|had|don't|dont|didn't|won't|haven't|rarely|never|seldom i|you|he|she|it|we|they [every -> ever] !day|week|month|year|time|morning|night|evening|hour|minute|second|now|other|single|few|one|weekend|summer|winter|:number|:weekday|afternoon|spring|autumn|:noun|:plural|$
      can|do|did|have|has|will|would|should|could|does|had|don't|dont|didn't|won't|haven't|rarely|never|seldom|do i|you|he|she|it|we|they [every -> ever] look|smile|forget|share|stop|:base|:done|wanted|want|become|share|wonder|faced|desire|truly|used
      i|you|we|they|he|she have|has|had [every -> ever] seen|been|had|done|heard|known|met|read|made|tried|used|wanted|eaten|felt
      hardly [every -> ever] @ 0.85
      best|worst|biggest|greatest|first i|we|they|you have|had|has|'ve [every -> ever] @ 0.93
    `),
  },
  {
    rule: 'feel-fell-fine-find',
    description: '“fell” for “feel”, “find” for “fine”',
    reason: 'A letter has gone astray; the words around say which word is meant.',
    confidence: 0.8,
    patterns: rowsOf(`
      i|you|we|they|not|still|also|really|just|don't|didn't|doesn't|maybe|to|will|would|can|makes|make|made [fell -> feel] comfortable|that|confident|sorry|good|better|safe|sad|guilty|happy|free|bad|welcome|uncomfortable|so|very|tired|lonely|proud|sure @ 0.88
      i|you|we|they|don't|didn't|doesn't|just|also|maybe|still|really|to|will|would|makes me|make me [fell -> feel] like|as|i|we|you|it
      ^|and|but|because|if|when|, i|you|we|they ?maybe|still|just [fell -> feel] i|i'm|you|we|that|it's|like|there
      is|was|were|are|be|it's|i'm|that's|works|worked|working|runs|run|doing|am|feel|everything is|all|everything [find -> fine] $|for|with|and|but|,|now|to|thanks|in|on @ 0.85
    `),
  },
  {
    rule: 'since-for',
    description: '“since” before a length of time: “since two weeks”',
    reason: '“Since” takes the time at which something began, “for” how long it has lasted.',
    confidence: 0.85,
    patterns: rowsOf(`
      [since -> for] ?over|about|almost|nearly|around|the|at|more ?than|least|last|past :number|:digits|several|many|few ${spans} !ago|before|earlier|old|of|prior|after|later
      [since -> for] a couple|few ?of ${spans} !ago|before|earlier|prior
      [since -> for] a long|very|while @ 0.85
      live|lived|been|known|working|worked|waiting|married since [since -> for] @ 0.9
      seen|met|heard|known|visited|spoken ?to|from|of ?him|her|them|you|it|us [during -> for] ages|years|months|weeks|days
    `),
  },
  {
    rule: 'few-a-few',
    description: '“few minutes ago” without its article',
    reason: '“A few” are some; “few” are hardly any.',
    confidence: 0.92,
    patterns: rowsOf(`
      !a|the|last|past|these|very|next|first|every|only|quite|those|precious|as|some|how|so|too|other [few -> a few] seconds|minutes|hours|days|weeks|months|years|decades|centuries|moments|minute|day|hour|week|month|year|decade|times ago|later @ 0.92
      since|for|in|after|within|during [few -> a few] seconds|minutes|hours|days|weeks|months|years|moments @ 0.8
      [couple -> a couple] of days|weeks|months|years|hours|minutes|times ago @ 0.6
      for [first -> the first; second -> the second; third -> the third; fourth -> the fourth; fifth -> the fifth; tenth -> the tenth; hundredth -> the hundredth; thousandth -> the thousandth; millionth -> the millionth; nth -> the nth; umpteenth -> the umpteenth; sixth -> the sixth; seventh -> the seventh; eighth -> the eighth; eleventh -> the eleventh; last -> the last] time !users|user|buyers|buyer|visitors|visitor|customers|login|logins|setup|contributors|installation|install|readers|use|run|learners|players|offenders|parents|voters @ 0.92
    `),
  },
  {
    rule: 'adverb-in-company',
    description: 'An adjective for an adverb after an object: “take it serious”',
    reason: 'What says how something is done is an adverb.',
    confidence: 0.85,
    patterns: rowsOf(`
      take|takes|took|taken|taking it|this|that|me|him|her|them|us|you|things|everything|security|life|work|anything|numbers|myself|yourself|himself|themselves|=brainfuck|people|safety|privacy|english ?very|overly|too|so|more|all|that [serious -> seriously] ${noun}
      taken ?very|overly|too|so|more|less [serious -> seriously] ${noun}
      is|are|was|were [essential -> essentially; basic -> basically; practical -> practically; virtual -> virtually; exact -> exactly] the same @ 0.9
      speak|speaks|spoke english|french|german|spanish|japanese|chinese|it|italian very|so|quite|really|pretty [good -> well] @ 0.92
      speak|speaks|spoke|speaking english|french|german|spanish|japanese|chinese|italian [good -> well; fluent -> fluently] $|and|but|, @ 0.88
      drive|drives|drove|driving|walk|walked|run|ran|speak|spoke|eat|ate|work|worked|go|goes|went|move|moves|moved|grow|grew ?too|very|so|really|more [slow -> slowly; quick -> quickly; quiet -> quietly; careful -> carefully; loud -> loudly] $|, @ 0.6
    `),
  },
  {
    rule: 'as-in-company',
    description: '“as” that is missing or too much: “call it as”, “so far to say”',
    reason: 'The frame goes with or without “as”.',
    confidence: 0.85,
    patterns: rowsOf(`
      curious|unsure|unclear|clueless|undecided [to -> as to] how|when|where|whether|who|why
      curious|unsure|unclear [to -> as to] what !extent|degree|end|point|level
      curious [to -> as to] which
      gone|go|goes|went|going so far [to -> as to] say|claim|suggest|call|even|argue|state|offer|ask|create|write|build|remove|delete|replace|conclude|install|reinstall|throw|accuse|declare|threaten|deny|admit @ 0.92
      call|calls|called|calling [it as -> it; this as -> this; that as -> that; them as -> them; him as -> him; her as -> her; me as -> me; us as -> us; everyone as -> everyone] !soon|far|long|well|much|many|needed|if|though|an|witness|witnesses|they|i|we|he|she|you|early|late|often|expected|usual|it|before|quickly|per|part|to|appropriate|necessary|possible|described|shown|defined|required|specified|follows|early|frequently|opposed|in|:done|:ing|directed @ 0.65
      as if|looks|looked|seems|seemed|feels|felt [like as if -> as if; like as though -> as though] @ 0.9
      looks|look|looked|seems|seem|seemed|feels|feel|felt|sounds|sounded|acts|acted [like as if -> as if; like as though -> as though] @ 0.92
      [as if though -> as if; as though if -> as though] @ 0.85
      as|twice|times|not|so much|many|long|far|soon|big|good|well|often|fast|easy|bad|large|high|small [than -> as; that -> as; like -> as] possible @ 0.9
      twice|half|times as much|many|long|big|fast|large|high|often|good|far|heavy|old|expensive [than -> as; that -> as] @ 0.93
      as long [that -> as] there|you|the|it|we|they|i|he|she @ 0.75
      different|same [as compare to -> as compared to] @ 0.8
      [as compare -> as compared; as compares -> as compared] to|with @ 0.92
      how do|does|did ?it|this|that|they|he|she|these|those [compared -> compare; compares -> compare] to|with @ 0.92
      how does|do|did :determiner|it|this|that ?_ [compared -> compare; compares -> compare] to|with @ 0.9
      [as well or better -> as well as or better] than @ 0.85
    `),
  },
  {
    rule: 'programming-in',
    description: '“written on Python”',
    reason: 'A program is written in a language.',
    confidence: 0.85,
    patterns: rowsOf(`
      written|wrote|write|writing|programming|program|programmed|coded|coding|code|scripted|implemented|developed|tools|program|application|app ?this|it|my ?program [on -> in] ?pure|plain|vanilla|modern ${languages} !:ing|level
    `),
  },
  {
    rule: 'addictive-criterion',
    description: 'Adjectives and singulars that are not what they seem: “this criteria”',
    reason: 'The form does not go with its place.',
    confidence: 0.75,
    patterns: rowsOf(`
      is|very|highly|so|extremely|super|and|more|quite|rather|of|it's|most|an|are [addicting -> addictive] $|,|and|game|games|like|drug|drugs|substance|as|that|for|but|myself
      a|this|that|one|another|each|every|single|main|only|sole [criteria -> criterion; phenomena -> phenomenon] $|is|was|for|that|of|in|which|to
      these|those|many|several|two|three|various|other [criterion -> criteria; phenomenon -> phenomena] @ 0.85
      [theses -> these] days|people|things|two|three|kinds|types|problems|questions|books|words|steps|changes|issues|files|new|other @ 0.85
      in|of|for|with|like|saw|see|are|all|on|to|from|do|use|using|read|love|at [theses -> these] :plural|people|days @ 0.88
      ^ [theses -> these] :plural|people|books @ 0.75
      [guest stared -> guest-starred; guest starred -> guest-starred] @ 0.8
      [co-stared -> co-starred] in|with|alongside
      the|a|our|their|her|his|most|another|some|in|as [know-how's -> know-how] @ 0.5
      [per-cent -> percent] @ 0.75
      a [whole nother -> whole other; whole another -> whole other; whole 'nother -> whole other] @ 0.85
      no|nobody [elses -> else's] @ 0.92
      true to my|your|his|her|its|our|their|one's [words -> word] @ 0.85
      best|greatest|worst|favorite|favourite|biggest of all [times -> time] @ 0.92
      movies|films|songs|books|games|players|albums of all [times -> time] @ 0.9
      most|some|lot|much|part|majority of the [times -> time] $|,|i|we|you|they|it|he|she|the|with|and|but|when|there|is @ 0.75
      most|rest|half [of -> of the] time $|,|i|we|they|you|he|she|it|in|at @ 0.88
      [another ones -> other ones; another things -> other things; another people -> other people; another words -> other words; another ways -> other ways; another problems -> other problems; another countries -> other countries; another reasons -> other reasons] @ 0.85
      [an another -> another; a another -> another; the another -> the other; other another -> another] @ 0.92
      [till -> to; til -> to] date $|, @ 0.75
      the [differents -> difference] between @ 0.93
      the [different -> difference] between|is|was @ 0.85
      now [know -> known] as @ 0.93
      in|is|are|there [now -> no] way|longer to|that|i|we|you|of|related|be|a @ 0.8
      [in now -> in no] way|time|case|hurry @ 0.85
      there|is [now -> no] way to @ 0.88
      what|where|when|how|i|you|we|they|that|as|it [every -> ever] happened|happens @ 0.6
      it|she|he often|always|never|already|also|just [new -> knew] the|that|how|what|it|about @ 0.9
      she|he|they|we|i|you often|never|always|already [new -> knew] @ 0.88
      highly|most|much|very|quite|so|well|long|bit|is|was [sort after -> sought after] @ 0.85
      [sort after -> sought after; sort-after -> sought-after] by @ 0.9
      ^|the|a|with|some [sort after -> sought-after] :noun @ 0.6
      full [fleshed -> fledged] @ 0.9
      [full-fleshed -> full-fledged; full fleshed -> full-fledged; fully fleshed -> fully fledged] @ 0.85
      the|this|that|with|and [sort -> short] time|period|story|stories|answer|film @ 0.85
      read and [writes -> write] @ 0.5
      once [a -> or] twice @ 0.95
      [here by -> hereby] declare|certify|agree|grant|give|state|confirm|acknowledge|authorize|apply @ 0.96
      [miss spelled -> misspelled; miss spelt -> misspelt; miss understood -> misunderstood; miss understand -> misunderstand; miss understanding -> misunderstanding; miss spelling -> misspelling; miss use -> misuse; miss used -> misused; miss judged -> misjudged; miss placed -> misplaced; miss leading -> misleading; miss led -> misled; miss managed -> mismanaged; miss treated -> mistreated; miss match -> mismatch] @ 0.85
      give|gave|given|giving|gives [raise -> rise] to @ 0.93
      [lead raise -> give rise] to
      this|that|which|had|has|have|it [lead rise -> gave rise] to @ 0.75
      had|has|have [led rise -> given rise; lead rise -> given rise] to @ 0.9
      look|looks|looked|looking|have|having|had|take|takes|took|taking a ?quick|closer|brief|good|better|deeper look [to -> at] :article|this|that|these|those|my|your|our|their|his|her|it|them|how|what @ 0.88
      was|were|been|am|is|are|get|got|getting [find -> found; fount -> found] by|in|on|at|to|guilty|that @ 0.6
      [goggle -> Google] docs|drive|maps|search|mail|calendar|translate|play|chrome|account|it|analytics @ 0.85
      i|you|we|they|he|she|who|it [though -> thought] that|it|about|i|he|she|we|they|of|you @ 0.85
      [cache -> catch; cash -> catch] 22|twenty-two|twenty @ 0.93
      [halo -> hello] $|there|world|everyone|all|my|to @ 0.6
    `),
  },
];
