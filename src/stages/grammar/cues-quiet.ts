/** The cues of rules that nothing speaks for but the silence of published prose; see `cues-met.ts`. */
export const cuesOfQuietRules = `
ASomeTime: a some
AWaysToGo: ways to
Ado: adieu
AdvantageOf: take|takes|took|taken|taking advantage
AfterAWhile: after while
AfterLater: after * later, after * * later, after * * * later, after * * * * later
Ajar: a jar
Akimbo: a kimbo
AllThough: all though
AllWellAndGood: all well in
AnotherAn: another an
Anyhow: any how
ArgumentToBeMade: argument|arguments to be said
AsFarBackAs: as early back
AsItHappens: as it so
AsOfCurrently: as of currently
AsOfLately: as of lately
AtAllCosts: at all cost
Audible: hearable
AwaitFor: await|awaits|awaited|awaiting for
BackhandedCompliment: backhand compliment|compliments, back hand compliment|compliments
BadRap: bed rap
BanTogether: ban|bans|banned|banning together
BatedBreath: baited breath
BeAllowed: not|won't|never|cannot|can't|wouldn't allow|allowed
BeckAndCall: back and call
BeenThere: bee there
BesideThePoint: besides the point
BluRayHyphen: blu|blue ray|rays
Bollocks: bullocks
Bought: bough
BrandBrandish: brandish|brandishes|brandished|brandishing
ByAccident: on accident
ByOnesOwn: by my|your|his|her|its|our|their|one's own
CanBeSeen: be seem
CautionaryTale: tail|tails
Chalkboard: chalk board
ChangeTack: tact|tacks|tac|tacts, change|changes|changed|changing track|tracks, change|changes|changed|changing of track|tracks
ChickenAndEgg: chicken|chickens|hen|hens
ChockFull: chalk|choke|chuck|chock|chocked full
ClaimToFame: claim|claims for|of fame
CloseTightKnit: nit
ColdModalTypo: i|we|you|he|she|they|it|this|that|who cold
Combinate: combinate|combinates|combinated|combinating
CompoundSubjectI: and me
CompulseToCompel: compulse|compulses|compulsed|compulsing
ConfirmThat: conform|conforms|conformed|conforming
ConstituteAs: constitute|constitutes|constituted|constituting as
CrossPlatform: cross platform, crossplatform
Cybersec: cybersec
DayAndAge: day|days|day's age|ages, day|days|day's * age|ages, day|days|day's * * age|ages
Deadlift: dead lift
DegreesKelvin: kelvin|kelvins
DenyOffer: deny|denies|denied|denying
Desktop: desk top
Devops: dev ops
Didnt: dint
DigestiveTract: digestive track|tracks
Discuss: discuss|discusses|discussed|discussing about
DissembleDisassemble: dissemble|dissembles|dissembled|dissembling|dissembler|dissemblers
DoMistake: do|does|did|done|doing mistake|mistakes, do|does|did|done|doing * mistake|mistakes, do|does|did|done|doing * * mistake|mistakes
DontCan: don't|dont can
DoubleEdgedSword: sword|swords|swored
DoubleNegative: didn't|didnt|not * no
EachAndEveryOne: each and everyone
EverPresent: ever present
EverPronounRelPronoun: whatever|whoever|whichever|whomever that|who|which|whom
EverSince: every since
EverySingleOneOf: every single of
ExpandAlgorithm: algo|algos
ExpandCoordinate: coord|coords
ExpandDecl: decl|decls
ExpandFavourite: fav|favs|fave|faves
ExpandForward: fwd
ExpandNotification: notif|notifs
ExpandPeople: ppl
ExpandPerformance: perf
ExpandPreference: pref|prefs
ExpandPrevious: prev
ExpandVulnerability: vuln|vulns
ExpandWithout: w
Expat: ex pat, ex pats
Expatriate: ex patriot|patriots
ExplanationMark: explanation mark|marks|point|points
FaceFirst: face first
FarAndFewBetween: far and few
FarBeIt: far be it
FastPaste: fast paste|pasted
FellowCoRedundancy: fellow co
FetalPosition: feeble position
FinishingTouches: finish touch|touches
FishNorFowl: fish nor
FlauntForFlout: flaunt|flaunts|flaunted|flaunting
FoamAtTheMouth: foam|foams|foamed|foaming
FootTheBill: flip|flips|flipped|flipping the bill
ForFreeOfCharge: for free of
ForTheMostPart: for most part
FreePredicate: is|are|was|were|be|been|being|it's|that's|they're|you're|for fee
FreeRein: free reign|rain
FromTheGetGo: get go
GetRidOf: get|gets|got|getting|gotten rid|ride|rids|of|off
GetUsedTo: used of
GoMissing: become|becomes|became|becoming missing
GoToWar: go|goes|went|gone|going at war
GrindToAHalt: to halt
HalfAnHour: an our
Haphazard: half hazard|hazardly
HaveAHardTime: have|has|had|having hard time|times
HavePassed: have|has|had|having|i've|we've|you've|they've|he's|she's|it's|not|already|just|long past
Henceforth: hence forth
HitTheNailOnTheHead: nail|nails
HolyWar: holly|wholly|holey|wholy|holi war|wars
HowItLooksLike: how * look|looks|looked like, how * * look|looks|looked like, how * * * look|looks|looked like
HumanLife: human live
IAm: i a m
InAnIdealWorld: in ideal
InDueCourse: in do
InFavourOfDoing: in favor|favour *ing
InHindsight: hindsight|hindsights
InLieuOf: in lue|loo|lew|leu
InNeedOf: in need for
InRetaliationTo: retaliation to
InStock: on stock
InThe: int he
InTheFirstPlace: at the first
InTheSameVein: same vain|vane|veins|vein
InThisThatRegard: in this|that regards
InTimeFromNow: from now
InflectionPoint: infliction point|points
Intact: in tact
IsBeenAuxSequence: is|are|was|were|am been, it's|that's been
IsKnownFor: know for
ItCan: it cam
JawDropping: jar dropping
JealousOf: jealous
Keystroke: key stroke
Keystrokes: key strokes
KindRegards: kid regards
KnowNothingVerb: no nothing
LayoutVerb: layouted|layouting|layouts
LeavingInDroves: in drones
LetAlone: let along
LevelOfDetails: level of details
LookDownOnesNose: nose|noses down
Lookalike: look a like|likes
LooksLikes: look|looks|looked|looking likes
MakeDoWith: make|makes|made|making due
MakeItSeem: make|makes|made|making it seems
MakeSense: make|makes|made|making senses
Meanwhile: mean while
Middleware: middle ware
Misunderstood: miss|mis understood
ModalSeem: can|could|may|might|must|shall|should|will|would|not|can't|couldn't|won't|wouldn't|it'll|that'll|cannot seen
MoreThanMeetsTheEye: meet|meets|met the eye|eyes, meet|meets|met eye|eyes
MoreThatLikely: more that likely
Multicore: multi core
Multimedia: multi media
Multithreading: multi threading
MyHouse: mu house
NailInCoffin: coffin
NeedHelp: ned help
NoHarmNoFoul: harm
NoLonger: not longer
NobelPeacePrize: nobel|noble piece|peace|price|prize|prices|prise
Nonetheless: none the less, nonethe less, none theless
NorModalPronoun: nor
NotForLackOf: without a lack
Nothing: no thing
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
PleasRequestVerb: pleas
PointsOfView: point of views
Postpone: post pone
PrayingMantis: preying mantis|mantises
Proofread: proof read
Provocate: provocate|provocates|provocated|provocating
RallyToReally: rally
RapidFire: rapid fire
RealTrouper: trooper|troopers
Regardless: regard less
RelayOnForRely: relay|relays|relayed|relaying on
ResponsibilityFor: responsibility of
ReverseEngineer: reversed engineer|engineers|engineered|engineering
RiseTheQuestion: rise|rises|rising|rose|risen * question|questions, rise|rises|rising|rose|risen question|questions
RulesOfThumb: rule of thumbs, rules of thumbs
SafeToSave: to|can|could|will|would|should|may|might|must|shall|cannot|can't|won't|not|i'll|we'll|you'll safe
SameAs: same then
ScantilyClad: scandally clad
Shortcomings: short comings
SideTangent: side tangent|tangents
SlipperySlope: slippy slope|slopes
Somebody: some body
SpinalChord: chord|chords
StateOfTheArt: state of art
StrikeOfGenius: strike of genius
StrikeOfLuck: strike of luck
TakeItPersonally: take|takes|took|taken|taking it|this|that|things|everything|them personal
TakePrideIn: pride of
TheWhetherWeather: the whether
ThieveNoun: thieve
ThoughtProcess: though process|processes
ToLoseTooLoose: to|too loose, too lose, to|too * loose, too * lose
ToWorryAbout: to worried
TomorrowPossessiveModifier: tomorrows
ToteTout: tote|totes|toted|toting|tout|touts|touted|touting
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
WroteToRote: by wrote
WroughtIron: rod|rot|rought|wrot|raw|rott iron
YourOutClauseAgreement: your out
`;
