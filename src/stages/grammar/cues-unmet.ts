/** The cues of rules that no text had use for; see `cues-met.ts`. */
export const cuesOfUnmetRules = `
ACoupleMore: a couple of more
ALittleOfPractice: a little of practice
ALongTime: along time
AMeansToAnEnd: a mean to
AWholeOther: a whole another|nother
AccuseOf: accuse|accuses|accused|accusing
AdNauseam: as nauseam
AfterAll: afterall
AheadAnd: ahead an
Albeit: all|al be it, al|all beit, allbe it
AllHellBreakLoose: hell
AllIntentsAndPurposes: all intents|extents|intense|intended|intensive|intrinsic
AllOfASudden: of the sudden, of sudden, all the sudden
AllReady: all ready
Alongside: along side
Americas: "South America", "North America", "Central America"
AnAnother: a|an another
AndSuch: and the such
AndTheLike: and|or|the like|likes|alike|alikes
ApartFrom: apart form
AppleNames: "AirPods Max", "AirPods Pro", "Apple AirPods", "Apple AirPods Max", "Apple AirPods Pro", "Apple Arcade", "Apple CarPlay", "Apple HomeKit", "Apple iCloud", "Apple iMac", "Apple iPad", "Apple iPhone", "Apple iPod", "Apple Mac Mini", "Apple Mac Pro", "Apple MacBook", "Apple MacBook Air", "Apple MacBook Pro", "Apple Music", "Apple Safari", "Apple TV", "Apple Vision Pro", "Apple Watch", "Mac Mini", "Mac Pro", "MacBook Air", "MacBook Pro"
ArriveTo: arrive|arrives|arrived|arriving to
AsComparedTo: as compare to
AsEvidentBy: evident by
AsFollows: as follow
AsIfThough: as if though
AsIsWithAnything: as is with
AsLongAs: aslong as, as long that
AsMuchAs: as much than
AsOpposedTo: as oppose to
AspireTo: aspire|aspires|aspired|aspiring for
AtFaceValue: at|on face
AtLeasToLeast: leas
AtLestToLeast: lest
AtTheBestOfTimes: in the best of
AtTheEndOfTheDay: in the end of
AtTheExpenseOf: at the expanse|expance|expenses
AtTheVeryLeast: in the very least
AwareOf: aware about
BackInTheDay: in the days
BareInMind: bare in mind
BeBiased: bias
BePrejudiced: prejudice
BeShocked: shock
BehindTheScenes: behind the scene
BestOfAllTime: of all times
BestRegards: beat regards
BetterOffPhrase: better of
BetterOffServed: off served
BetterOffWith: better of with
BewareOf: beware
BoarderBorder: boarder|boarders
ByTheBook: the books
CallItQuits: call|calls|called|calling it
CantWay: can't|cant|cannot|not|couldn't|doesn't way
CapitalizeOn: capitalise|capitalises|capitalised|capitalising|capitalize|capitalizes|capitalized|capitalizing
CaseInPoint: case and point
Catch22: 22, twenty two
ClickThroughRate: click|view through
ComprisesOf: comprises of
Confident: confidant
CoursingThroughVeins: cursing through
CraveFor: crave|craves|craved|craving for
CureFor: cure|cures|cured|curing against
CuriousAbout: curious of|on
CuttingAgeEggcorn: cutting age
DampSquib: damp squid
DoIAdjective: do i
DoToDueTo: do to
DueDiligence: do diligence
EagleEyed: eagle eyed
EasyGoingCompoundAdjective: easy going
EggYolk: egg yoke
EludedTo: eluded to
EnRoute: on|in route
EnvironmentVariable: environmental var|vars|variable|variables
EveryOnceAndAgain: once and again
EveryTime: everytime
Everywhere: every where
ExceptOf: except of
ExitedExcitedContext: exited
ExtendOrExtent: certain|some|an|the extend
FairBit: fare bit
FallBelow: feet|meters|metres below
FewUnitsOfTimeAgo: few * ago
FindFine: am|is|are|was|were|be|been|being find
FirstAidKit: kid
FirstPersonModifierHyphen: first|second|third person
FleshOutVsFullFledged: fledge|fledged|fledges|fledging|flesh|fleshed|fleshes|fleshing|pledge|pledged|pledges|pledging
ForALongTime: for along time
ForAWhile: for while
ForArgumentsSake: argument|arguments sake
ForNoun: fro
ForTheNthTime: for *st|*nd|*rd|*th time
FormativeYears: formidable years
GetPassGoPass: pass
GildedAge: guilded age
GoToSleep: sleep
GoggleBrand: goggle|googol
GuineaBissau: guinea bissau
Handful: hand full
HaveNegNoAny: haven't|hasn't|hadn't|not|n't * no
HavePronoun: ^has i|me|we|us|you|they|them|these|those|both|many|few|several|others|all|some|any|none|most|ours|theirs|yours|ourselves|yourselves|themselves|mine|myself|my
HeDos: dos
HeartToHeard: heart|herd
Hereby: here by
HiddenIn: hidden into
HowDoesCompared: compares|compared
HowMach: how mach|match
However: how ever
HumanBeings: human's|humans beings
IAmAgreement: i are
IDo: i does
IfWouldve: if * would|had|would've|wouldve|had've|hadve, if * * would|had|would've|wouldve|had've|hadve, if * * * would|had|would've|wouldve|had've|hadve, if * * * * would|had|would've|wouldve|had've|hadve
ImitateFrom: imitate|imitates|imitated|imitating
Impressed: impressed of
InADifferentDirection: into a different
InTheGrandSchemeOfThings: in|on the grand
IncidentReport: incidence report|reports
Initiatively: initiatively
Instead: in stead
InsteadOf: in stead
IntroCueCommaBeforeThanks: no thanks
ItLooksLikeThat: looks|looked|look|looking like that
IveGotTo: i've go
JumpTheGun: gun|guns
JustDeserts: just desserts
KindOf: kinda of
KindSortOf: kind|sort if|off
LastButNotLeast: not the least, not least, not last
LastDitch: last ditch|ditched
LastNight: yesterday night
LaughOfAt: laugh|laughs|laughed|laughing of
LeadRiseTo: lead|leads|led|leading rise
LessWorse: less|least worse|worst
LikeThePlague: like a plague
LikelyHood: likely hood
Likewise: like wise
LinesOfCode: line|lines of codes
LinkedList: link list|lists
LookInto: look|looks|looked|looking in to
LowHangingFruit: hanging fruit|fruits
ManagerialReins: managerial reigns
MassExodus: max exodus
MayOfPronoun: may of
MeansALotTo: mean|means|meant lot|alot for, mean|means|meant a lot for
MercedesBenzHyphen: mercedes benz
MicrosoftNames: "Microsoft Bing", "Microsoft Dynamics", "Microsoft Edge", "Microsoft Excel", "Microsoft Office", "Microsoft OneDrive", "Microsoft Outlook", "Microsoft PowerPoint", "Microsoft SharePoint", "Microsoft Surface", "Microsoft Teams", "Microsoft Visual Studio", "Microsoft Windows", "Microsoft Word", "Microsoft Xbox", "VS Code"
Misspell: miss|mis spell|spells|spelled|spelling|spellings|spelt
Misunderstand: miss understand
Misused: miss used
MixedBag: mixed bad
MootPoint: mute
MostOfTheTimes: of the times
NailOnTheHead: nail
NerveRacking: nerve
NoMatchFor: no match
Nobody: no body
NotLongAfter: not along
NotOnlyInversion: not only i|we|you|he|she|it|they
NowKnownAs: now know
NowWay: now way
OffLimits: off limit
OnFloor: floor
OnceOrTwice: twice
OneAndTheSame: in the same
OneFellSwoop: foul|fowl swoop
OpenTheLight: open|opens|opened|opening * air|aircon|cellphone|fan|handphone|heater|heating|lamp|light|lights|radio|telephone|television|tv
OughtToBe: out to be
OutOfSync: out of sink
PaleByComparison: pale|pales|paled|paling
PeaceOfMind: piece of mind
PedalToTheMetal: the medal
PiqueInterest: peak|peaks|peaked|peaking|peek|peeks|peeked|peeking
PrincipleToPrincipalRoleNoun: principle
PronounAre: you|we|they|ye|y'all r
PronounContraction: your|were the|a|an|this|that|these|those|my|our|his|her|its|their|which|what|whose|another|such|one, you're !not|the|a|an|in|on|at|to|so|of|for|from|with|and|or|if|when|going|doing
ProperNouns: "Bhagavad Gita", "Gilded Age", "Jim Crow", "Pax Americana"
QuiteMany: quite many
ReadsAndWrites: read and writes
RegimenRegiment: regiment|regiments
Respond: response
RightClick: click|clicks|clicked|clicking
RiseTheRanks: the ranks
RunIntoProblemsOrTrouble: run|runs|ran|running into
SaveToSafe: save to
SeamToSeem: seam|seams|seamed
Shortcoming: short coming
ShutdownVerb: shutdown
SimilarLike: similar like
SneakPeekPreview: sneak
SomeWithoutArticle: the some
SomebodyElses: somebody's
Somehow: some how
SomethingIs: somethings|anythings|everythings|nothings
Somewhere: some where
SoonToBe: soon to be
SoughtAfter: sort|sorts|sorted|sorting after
SpecialAttention: spacial
StatuteOfLimitations: statue
StrikeChord: cord
TakeALookTo: look to
TakeCareOf: take|takes|took|taken|taking care
ThanksALot: thanks lot
TheDifferenceBetween: the different|differents between
TheLastDays: the last seconds|minutes|hours|days|weeks|months|years|decades
ThePointFor: point for
ThereMissingIsClause: if|when|whether|because|unless there a|an|another
ThereOwn: there|they're|theyre own
Theres: their's
TheyreConfusions: over they're, they're backpacks|patience|dog|proposal|laughter|ladder|apartment|mittens|answer|sketches|server|backup|evidence|garden|maps|team|past|needs|pawn|ability|return|hearing|house|coats|problems|connected|own|ancestral|most|potential|understanding|new|relatively
TheyreToTheir: they're backpacks|patience|dog|proposal|laughter|ladder|apartment|mittens|answer|sketches|server|backup|evidence|garden|maps|team|past|needs|pawn|ability|return|hearing|house|coats|problems|connected|own|ancestral|most|potential|understanding|new|relatively
ThingThink: i|you|we|they|anybody|anyone|everybody|everyone|body|to|always|sometimes|often|usually|never thing, can|cannot|can't|could|couldn't|may|might|mightn't|must|mustn't|shall|shan't|should|shouldn't|will|won't thing
ThinkKnowOff: think|thinking|thought|know|knows|knew|known off, think|thinking|thought|know|knows|knew|known * off
ThreatenVerb: threat
ThrowAway: through away
ThrowBabyWithBathwater: baby|babies
TickingTimeClock: ticking
ToBackOut: backout
ToGreatLengths: great length|lengths
ToTheMannerBorn: manor born
TongueInCheek: tongue and
TryOnesLuck: luck
UnderneathOf: underneath of
VeryKnown: very known
ViceVersa: versa
ViciousCircleOrCycle: circle|circles|cycle|cycles
WasAloud: aloud
WebScraping: scrap|scraps|scrapped|scrapping|scrapper|scrappers, webscrap|webscraps|webscrapped|webscrapping|webscrapper|webscrappers
WhetYourAppetite: wet your
Whereas: where as
WidelyAccepted: wide accepted|acceptable|used
WithoutOut: without out
WorseOrWorst: worse|worst
WorstCaseScenario: worst case
WorthToDo: worth to
WreakHavoc: havoc
`;
