import { rowsOf } from '../../core/pattern-rows.ts';
import type { Frame } from './frame.ts';

const ends = '$|in|to|about|on|for|with|of|but|because|or|that|is|from|at|when|if';
const stuffs =
  'wine|beer|water|milk|coffee|tea|rice|bread|food|sugar|salt|rain|snow|music|luck|fun|help|research|evidence|progress|work|energy|happiness|luggage|news|software|attention|patience|information|advice|money|traffic|homework|furniture|knowledge|pollution|equipment|damage|violence|electricity|fuel|oil|gold|meat|sleep|space|trouble|experience|stress';

/** More frames: amounts, questions of one thing or several, verbs of state, words said twice. */
export const moreFrames: readonly Frame[] = [
  {
    rule: 'many-much',
    description: '“many” of what cannot be counted, “less” of what can',
    reason: 'What is counted takes “many” and “fewer”, what is measured “much” and “less”.',
    confidence: 0.82,
    patterns: rowsOf(`
      [many -> much] ?red|white|hot|cold|fresh|clean|good|new|useful|important ${stuffs} ${ends}
      a [few -> little] ?red|white|hot|cold|fresh|clean ${stuffs} ${ends}
      [several -> some; a number of -> some] ${stuffs} ${ends} @ 0.6
      [fewer -> less] ?useful|clean ${stuffs} ${ends}|than @ 0.88
      [much -> many] peoples|mistakes|tourists|visitors|companies|animals|trees|games|movies|films|shops|restaurants|cities|languages|ideas|accidents|questions|options|features|examples|teachers|hours|days|details|words|jobs|buildings|houses|employees|users|customers|differences|benefits|changes|diseases|tasks|subjects @ 0.9
      [amount -> number] of persons|companies|animals|trees|jobs|books|mistakes|visitors|users|customers|employees|accidents|countries|vehicles|games|players|votes|members|tourists|deaths|calories @ 0.75
      [less -> fewer] accidents|jobs|mistakes|books|animals|trees|hours|workers|employees|children|opportunities|options|calories|errors|words|choices|chances|friends|visitors|tourists @ 0.75
      too|very|so|how [many -> much] time|money|work|fun|information|water|traffic|trouble|pollution|noise @ 0.9
      [a homework -> homework; a furniture -> furniture; a luggage -> luggage; a knowledge -> knowledge] $|.|,|and|to|for|in|on|about @ 0.7
      [a good advice -> good advice; a useful information -> useful information; a good news -> good news; a bad news -> bad news; a great news -> great news; an important information -> important information; a great fun -> great fun; a good weather -> good weather; a bad weather -> bad weather; a nice weather -> nice weather; a good health -> good health; a good luck -> good luck; a hard work -> hard work; a great progress -> great progress] $|.|,|and|to|for|in|on|about|that|because|is|but @ 0.85
      a lot of [peoples -> people] @ 0.92
      [stuffs -> stuff; slangs -> slang; spams -> spam; moneys -> money; weathers -> weather; leisures -> leisure; attentions -> attention; wealths -> wealth] $|.|,|and|that|in|like|for|to|about @ 0.55
      tips and [trick -> tricks] @ 0.93
      [tip -> tips] and tricks @ 0.93
      lost|lose|losing|risk|risked|gave|save|saved|spend|live their [life -> lives] $|in|for|to|,|because|and @ 0.75
      they|we|people|children|men|women|many|all of them have|had|lost|lose|change|changed|changes their [mind -> minds; life -> lives] @ 0.5
    `),
  },
  {
    rule: 'this-these',
    description: '“This are”, “these is”: the pointing word and its verb',
    reason: 'One thing is “this” or “that”, several are “these” or “those”.',
    confidence: 0.85,
    patterns: rowsOf(`
      ^|and|because|so|think [this -> these] are|were :plural|the|my|some|all|two|three|:number|not|very|many|our|their|just|only|also|examples|people|things|errors|good|great|different|important @ 0.85
      ^|and|but|because|so|think|says|means [these -> this; those -> that] is|was|has|isn't|wasn't a|an|the|my|not|why|what|how|because|because|very|so|really|one|also|been|our|it|true|good|bad|important|my @ 0.88
      [this -> these] kinds|types|sorts|days|people|children|things|problems|reasons|ideas|examples|changes|questions|students|countries|facts|factors|issues|words @ 0.9
      [these -> this; those -> that] kind|type|sort of !:plural|things|people @ 0.75
      with|of|for|in|about|to|from|by|on [this -> these] :adjective|new|other|two|three|few|many|last|great|big problems|things|people|days|years|ideas|examples|reasons|changes|places|questions|students @ 0.85
    `),
  },
  {
    rule: 'state-verb-in-ing',
    description: 'A form in -ing of a verb of state: “I am knowing”',
    reason: 'Verbs of knowing, wanting and belonging have no progressive form.',
    confidence: 0.85,
    patterns: rowsOf(`
      i [am knowing -> know; am wanting -> want; am needing -> need; am believing -> believe; am understanding -> understand; am preferring -> prefer; am owning -> own; was knowing -> knew; was wanting -> wanted; was needing -> needed; am agreeing -> agree; am disagreeing -> disagree; am liking -> like; am having a -> have a]
      he|she|it|that|this|everyone [is knowing -> knows; is wanting -> wants; is needing -> needs; is believing -> believes; is belonging -> belongs; is owning -> owns; was knowing -> knew; was wanting -> wanted; was needing -> needed; was belonging -> belonged; is understanding -> understands; is consisting -> consists; is depending -> depends]
      you|we|they|people [are knowing -> know; are wanting -> want; are needing -> need; are believing -> believe; are belonging -> belong; were knowing -> knew; were wanting -> wanted; were needing -> needed; are understanding -> understand]
      i'm|we're|they're|you're|he's|she's|im|i|he|she|we|they|you|who am|is|are|was|were ?very|so|really|also|not|only|most|more [worry -> worried; concern -> concerned; bias -> biased; prejudice -> prejudiced; interest -> interested; surprise -> surprised; confuse -> confused; excite -> excited; disappoint -> disappointed; impress -> impressed; scare -> scared; bore -> bored; satisfy -> satisfied; annoy -> annoyed; embarrass -> embarrassed; shock -> shocked] about|with|by|in|if|that|for|$|to|because|of|against|at|now|only @ 0.9
      i'm|we're|they're|you're|he's|she's|im ?very|so|really|also|not|only [worry -> worried; concern -> concerned; bias -> biased; prejudice -> prejudiced; interest -> interested; surprise -> surprised; confuse -> confused; excite -> excited; disappoint -> disappointed; impress -> impressed; scare -> scared; bore -> bored; satisfy -> satisfied; annoy -> annoyed; shock -> shocked] about|with|by|in|if|that|for|$|to|because|of|against|at|now|only @ 0.9
      i|we|they|you [am agree -> agree; are agree -> agree; was agree -> agreed; were agree -> agreed; am disagree -> disagree; are disagree -> disagree] @ 0.93
      i [am think -> think; am live -> live; am want -> want; am have -> have; am go -> go; am believe -> believe; am need -> need; am hope -> hope; am feel -> feel; am know -> know] @ 0.85
      he|she|it [was been -> has been; is been -> has been; were been -> have been] @ 0.5
      must|should|can|could|will|would|may|might|to|cannot be [do -> done; make -> made; take -> taken; write -> written; see -> seen; find -> found; use -> used; give -> given; know -> known; build -> built; send -> sent; tell -> told; say -> said; buy -> bought; sell -> sold; break -> broken; choose -> chosen; teach -> taught; change -> changed; solve -> solved; allow -> allowed; consider -> considered; call -> called; treat -> treated; improve -> improved; develop -> developed] $|by|in|to|for|with|as|at|first|on|and|if|when @ 0.88
      is|are|was|were|been|being [use -> used; call -> called; name -> named; locate -> located; base -> based; allow -> allowed; suppose -> supposed; consider -> considered; divide -> divided; compose -> composed; make -> made; write -> written; build -> built; know -> known; make -> made; give -> given; publish -> published; force -> forced; relate -> related; surround -> surrounded] by|to|in|as|on|for|of @ 0.85
      [will like -> would like] to @ 0.85
      can|could|will|would|should|may|might|must [able to -> be able to] @ 0.9
      i|we|they|you|he|she|we [am not can -> cannot; is not can -> cannot; are not can -> cannot] @ 0.9
      [happend -> happened] @ 0.9
      have|has|had [began -> begun; went -> gone; came -> come; saw -> seen; did -> done; ate -> eaten; wrote -> written; took -> taken; gave -> given; broke -> broken; spoke -> spoken; drove -> driven; chose -> chosen; forgot -> forgotten; fell -> fallen; grew -> grown; knew -> known; became -> become; ran -> run; swam -> swum; sang -> sung; drank -> drunk; rang -> rung; stole -> stolen; froze -> frozen; woke -> woken; wore -> worn; tore -> torn; threw -> thrown; flew -> flown; drew -> drawn; showed -> shown; rode -> ridden; rose -> risen; shook -> shaken; hid -> hidden; bit -> bitten; beat -> beaten] @ 0.6
      haven't|hasn't|hadn't [bit -> bitten; beat -> beaten; hid -> hidden] @ 0.85
      after|by|without [been -> being] @ 0.9
      have|has|had|haven't|hasn't|i've|we've|they've|you've|never|always [being -> been] to|there|in|able|a|the|very|so|here|at|on|working|living|playing|used|made|waiting|trying|looking|using @ 0.88
      [i've having -> I've been having; have having -> have been having] @ 0.6
      [didn't used to -> didn't use to; did not used to -> did not use to] @ 0.75
      [did you used to -> did you use to] @ 0.75
      prefer|prefers :ing [than -> to] :ing @ 0.85
      prefer|prefers :noun [than -> to] :noun @ 0.7
      there [is -> are; was -> were; isn't -> aren't] ?also|still|always a lot of :plural|people|children|men|women|other|different @ 0.85
      there [is -> are; was -> were] ?also|still lots|plenty of :plural|people|children|men|women|other|different @ 0.85
      there [is -> are; was -> were] ?also so|too many|few @ 0.9
      [there has -> there have] been many|several|some|a lot|few|two|three|numerous|various @ 0.82
      [there have -> there has] been a|an !lot|number|few|couple|series|variety|great @ 0.7
      [there has -> there is; there have -> there are] many|some|several|a|no|lots|two|three @ 0.8
      everyone|everybody|nobody|someone|somebody|anyone|anybody|everything|nothing|something|no one [are -> is; were -> was; have -> has; don't -> doesn't; want -> wants; know -> knows; need -> needs; like -> likes; think -> thinks] !:subject @ 0.6
      ^|because|that|when|if|but|think [everyone are -> everyone is; everybody are -> everybody is; nobody are -> nobody is; someone are -> someone is; everything are -> everything is; nothing are -> nothing is; everyone have -> everyone has; everybody have -> everybody has; nobody have -> nobody has; everyone want -> everyone wants; everybody want -> everybody wants; everyone know -> everyone knows; everybody know -> everybody knows; everyone need -> everyone needs; everybody need -> everybody needs; everyone like -> everyone likes; nobody know -> nobody knows; everyone don't -> everyone doesn't; everyone think -> everyone thinks] @ 0.92
      they|we|you|people all [means -> mean; has -> have; is -> are; was -> were; wants -> want; needs -> need; knows -> know; likes -> like] @ 0.85
      ^|and|because|that|when|if|but|most|many|some|these|those|other|young|all people [does -> do; is -> are; was -> were; has -> have; says -> say; thinks -> think; wants -> want; needs -> need; likes -> like; uses -> use; lives -> live; goes -> go; knows -> know; believes -> believe; doesn't -> don't; isn't -> aren't; wasn't -> weren't] not|to|that|a|in|it|who|very|so|more|have|their|this|going @ 0.75
    `),
  },
  {
    rule: 'said-twice',
    description: 'Something that is said twice: “3 am in the morning”, “return back”',
    reason: 'One of the two says it.',
    confidence: 0.6,
    patterns: rowsOf(`
      am|a.m.|a.m|:digits|1am|2am|3am|4am|5am|6am|7am|8am|9am|10am|11am|12am [am in the morning -> am; a.m. in the morning -> a.m.]
      [1am in the morning -> 1am; 2am in the morning -> 2am; 3am in the morning -> 3am; 4am in the morning -> 4am; 5am in the morning -> 5am; 6am in the morning -> 6am; 7am in the morning -> 7am; 8am in the morning -> 8am; 9am in the morning -> 9am; 10am in the morning -> 10am; 3am at night -> 3am; 2am at night -> 2am; 9pm at night -> 9pm; 10pm at night -> 10pm; 11pm at night -> 11pm; 8pm at night -> 8pm]
      :digits|six|five|seven|eight|nine|ten [pm in the evening -> pm; pm at night -> pm; pm in the afternoon -> pm; p.m. in the evening -> p.m.; p.m. at night -> p.m.; p.m. in the afternoon -> p.m.]
      [return back -> return; returned back -> returned; returning back -> returning; returns back -> returns; revert back -> revert; reverted back -> reverted; repeat again -> repeat; repeated again -> repeated] to|$|home|the|from @ 0.65
      [but however -> however; but nevertheless -> nevertheless] , @ 0.6
      [also too -> too; also as well -> as well] $ @ 0.7
      [and etc -> etc] @ 0.6
    `),
  },
];
