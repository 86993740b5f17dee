/** The cues of rules that nothing speaks for but the silence of published prose; see `cues-met.ts`. */
export const cuesOfMoreQuietRules = `
MakeDoWith: make|makes|made|making due
MakeItSeem: make|makes|made|making it seems
MakeSense: make|makes|made|making senses
Meanwhile: mean while
Middleware: middle ware
Misunderstood: miss|mis understood
Misuse: miss|mis use|used|uses|using
ModalSeem: can|could|may|might|must|shall|should|will|would|not|can't|couldn't|won't|wouldn't|it'll|that'll|cannot seen
Monumentous: monumentous
MoreThanMeetsTheEye: meet|meets|met the eye|eyes, meet|meets|met eye|eyes
MoreThatLikely: more that likely
Multicore: multi core
Multimedia: multi media
Multithreading: multi threading
MyHouse: mu house
NailInCoffin: coffin
NeedHelp: ned help
NervousWreck: nerve wreck|wrecks
NeverMind: nvm
NoHarmNoFoul: harm
NoLonger: not longer
NobelPeacePrize: nobel|noble piece|peace|price|prize|prices|prise
Nonetheless: none the less, nonethe less, none theless
NorModalPronoun: nor
NotForLackOf: without a lack
NotOnly: no only
Nothing: no thing
Notwithstanding: not with standing, not withstanding, notwith standing
NumberSuffixCapitalization: *1st|*2nd|*3rd|*4th|*5th|*6th|*7th|*8th|*9th|*0th
OhMyGod: omg
OldWivesTale: old wise|wives|wife's|wife|wives' tale|tail|tales|tails
OldestInTheBook: in the books
OnFirstGlance: on first glance
OnSecondThought: second though
OnTheSpurOfTheMoment: of the moment
OnTopOf: ontop, in top
OneHanded: one|two handed
OnesOwnAccord: own accord
OperatingSystem: operative system|systems
Overclocking: over clocking
Overload: over load
Overnight: over night
PartsOfSpeech: part of speeches
PassersBy: passerbys|passerby's, passer bys|by's
PeekBehindTheCurtain: peak|peaks|peaked|peaking behind
PerSe: per say|sey|sea|see|sae, persay
Piggyback: piggy bag
PlayAFactor: play|plays|played|playing a factor, play|plays|played|playing * factor, play|plays|played|playing factor
PleasRequestVerb: pleas
PleaseTakeALook: ptal
PointsOfView: point of views
PortAuPrince: port au prince
PortoNovo: porto novo
PostItNoteHyphen: post it note|notes
Postpone: post pone
PrayingMantis: preying mantis|mantises
Proofread: proof read
Provocate: provocate|provocates|provocated|provocating
RainbowColoredHyphen: rainbow|cream colored|coloured
RallyToReally: rally
RapidFire: rapid fire
RealTrouper: trooper|troopers
Really: rly
RedundantSuperlatives: most|more optimal|ideal|best|perfect|unique|greatest
Regardless: regard less
RelayOnForRely: relay|relays|relayed|relaying on
ResponsibilityFor: responsibility of
ReverseEngineer: reversed engineer|engineers|engineered|engineering
RiseTheQuestion: rise|rises|rising|rose|risen * question|questions, rise|rises|rising|rose|risen question|questions
RollerSkated: roller skated|skating|skate|skates
RulesOfThumb: rule of thumbs, rules of thumbs
SafeToSave: to|can|could|will|would|should|may|might|must|shall|cannot|can't|won't|not|i'll|we'll|you'll safe
SameAs: same then
ScantilyClad: scandally clad
Shortcomings: short comings
ShowCase: show case|cases|cased|casing
SideTangent: side tangent|tangents
SlipperySlope: slippy slope|slopes
SomeOfThe: some|many|most|several|few|any|much|none the|these|those|my|your|his|her|our|their
Somebody: some body
SpinalChord: chord|chords
StateOfTheArt: state of art
StrikeOfGenius: strike of genius
StrikeOfLuck: strike of luck
SubjectPronoun: me and
TakeItPersonally: take|takes|took|taken|taking it|this|that|things|everything|them personal
TakePrideIn: pride of
TalkToYouLater: ttyl
TheTheToThatThe: the the
TheWhetherWeather: the whether
ThieveNoun: thieve
ThoughtProcess: though process|processes
TillDate: till date
ToBeHonest: tbh
ToLoseTooLoose: to|too loose, too lose, to|too * loose, too * lose
ToWorryAbout: to worried
TomorrowPossessiveModifier: tomorrows
ToteTout: tote|totes|toted|toting|tout|touts|touted|touting
Towards: to towards
TrialAndError: trail|trails and error|errors
TuffEnough: tuff
TurnItOff: it of
Underclock: under clock
Unless: unless if
Upset: up set
Upward: up ward
UseToUsedTo: use to
VerseAsVerb: verse|verses|versed|versing
WaistWaste: waist|waists
WasComprisedOf: was|were|is|are|be|been|being comprised
WellEducated: good educated
WellKept: highly kept
Whereupon: where upon
WholeEntire: whole entire
Widespread: wide spread
WillContain: will contains
WinPrize: win|wins|won|winning price|prices|prise, win|wins|won|winning * price|prices|prise, win|wins|won|winning * * price|prices|prise
WokVerbTypo: wok|woks|woked|woking
WroteToRote: by wrote
WroughtIron: rod|rot|rought|wrot|raw|rott iron
YourOutClauseAgreement: your out
`;
