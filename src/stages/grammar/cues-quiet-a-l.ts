/** The cues of rules that nothing speaks for but the silence of published prose; see `cues-met.ts`. */
export const cuesOfQuietRules = `
AOkHyphen: a ok|okay
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
AmountsFor: amount|amounts|amounted|amounting for
AnotherAn: another an
AnotherOnes: another ones
AnotherThings: another things
Anyhow: any how
ArgumentToBeMade: argument|arguments to be said
AsFarAsICanTell: afaict
AsFarAsIKnow: afaik
AsFarBackAs: as early back
AsItHappens: as it so
AsOfCurrently: as of currently
AsOfLately: as of lately
AtAllCosts: at all cost
Audible: hearable
Australia: "New South Wales", "Western Australia", "South Australia", "Northern Territory"
AwaitFor: await|awaits|awaited|awaiting for
BackhandedCompliment: backhand compliment|compliments, back hand compliment|compliments
Backplane: back plane|planes
BadRap: bed rap
BanTogether: ban|bans|banned|banning together
BatedBreath: baited breath
BeAllowed: not|won't|never|cannot|can't|wouldn't allow|allowed
BeRightBack: brb
BeckAndCall: back and call
BeenThere: bee there
BesideThePoint: besides the point
BlanketStatement: blanket|blanked|blanketed|blank statement|statements
BluRayHyphen: blu|blue ray|rays
Bollocks: bullocks
Bought: bough
BrandBrandish: brandish|brandishes|brandished|brandishing
ByAccident: on accident
ByOnesOwn: by my|your|his|her|its|our|their|one's own
ByTheWay: btw
CanBeSeen: be seem
Canada: "British Columbia", "New Brunswick", "Nova Scotia", "Prince Edward Island", "Northwest Territories"
CauseItIsBecause: cause it|it's
CautionaryTale: tail|tails
Chalkboard: chalk board
ChangeTack: tact|tacks|tac|tacts, change|changes|changed|changing track|tracks, change|changes|changed|changing of track|tracks
ChickenAndEgg: chicken|chickens|hen|hens
ChineseCommunistParty: "Chinese Communist Party"
ChockFull: chalk|choke|chuck|chock|chocked full
ClaimToFame: claim|claims for|of fame
CloseTightKnit: nit
ColdModalTypo: i|we|you|he|she|they|it|this|that|who cold
Combinate: combinate|combinates|combinated|combinating
ComplainAsNoun: a|an|the|my|your|his|her|their|our|this|that|any|no|every|another complain
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
DespiteItIs: despite it|it's
Devops: dev ops
Didnt: dint
DigestiveTract: digestive track|tracks
Discuss: discuss|discusses|discussed|discussing about
DissembleDisassemble: dissemble|dissembles|dissembled|dissembling|dissembler|dissemblers
DoMistake: do|does|did|done|doing mistake|mistakes, do|does|did|done|doing * mistake|mistakes, do|does|did|done|doing * * mistake|mistakes
DontCan: don't|dont can
DoubleClick: double click|clicks|clicked|clicking
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
ForSameReason: for same reason|reasons, by same reason
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
HandfulOfMore: handful of more
Haphazard: half hazard|hazardly
HaveAHardTime: have|has|had|having hard time|times
HavePassed: have|has|had|having|i've|we've|you've|they've|he's|she's|it's|not|already|just|long past
Henceforth: hence forth
HitTheNailOnTheHead: nail|nails
HolyWar: holly|wholly|holey|wholy|holi war|wars
HowItLooksLike: how * look|looks|looked like, how * * look|looks|looked like, how * * * look|looks|looked like
HumanLife: human live
IAm: i a m
IDontKnow: idk
IfIRecallCorrectly: iirc
IfIUnderstandCorrectly: iiuc
IfYouKnowYouKnow: iykyk
InAnIdealWorld: in ideal
InCaseYouMissedIt: icymi
InDueCourse: in do
InFavourOfDoing: in favor|favour *ing
InHindsight: hindsight|hindsights
InLieuOf: in lue|loo|lew|leu
InNeedOf: in need for
InOfItself: in of itself
InOnTheCards: on|in the cards
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
LetMeKnow: lmk
LevelOfDetails: level of details
LikeAsIf: like as if
LongTimeAgo: long time ago
LookDownOnesNose: nose|noses down
Lookalike: look a like|likes
LooksLikes: look|looks|looked|looking likes
`;
