/**
 * What a sentence must hold for a rule to have anything to say: `cue-syntax.ts` reads it.
 * Drawn from what each rule of Harper 2.10.0 looks for, and rather too wide than too narrow:
 * a cue too many costs time, a cue too few loses a finding.
 */
export const cuesOfMetRules = `
AdjectiveDoubleDegree: more|most *er|*st|*se|less|more
Anybody: any body
Anywhere: any where
Beforehand: before hand
Bypass: by pass
Cant: cant
DespiteOf: despite of
DiscourseMarkers: ^however|therefore|meanwhile|furthermore|nevertheless|consequently|thus|instead|moreover|honestly|alternatively|frankly|additionally|subsequently|accordingly|otherwise|incidentally|conversely|notwithstanding|hence|indeed|nowadays _, ^now a days _, ^for example _, ^on the other hand _
DoesOrDose: dose
DoubleModal: can|can't|cannot|could|couldn't|may|might|mightn't|must|mustn't|shall|shan't|should|shouldn't|will|won't|would|wouldn't|ought|oughtn't|dare|daren't can|can't|cannot|could|couldn't|may|might|mightn't|must|mustn't|shall|shan't|should|shouldn't|will|won't|would|wouldn't|ought|oughtn't|dare|daren't
ElsePossessive: elses
Everybody: every body
Everyday: everyday, every day
Everyone: every one
FriendOfMe: friend|friends|enemy|enemies of me|you|him|us|them
Furthermore: further more
Hazzle: hazzle|hazzles|hazzled|hazzling
HyphenateNumberDay: # day
InAHurry: in hurry
InAWhile: in while
InspiredBy: inspired from
ItsContraction: its _
Laptop: lap top
LookForwardTo: look|looks|looked|looking forward for
LookingForwardTo: forward to
Lots: a lots, lot's
Months: =january, =february, =april, =june, =july, =september, =october, =november, =december, every|by|during|in|last|next|of|until =march|=may|=august, =march|=may|=august #
Myself: my self
NationalCapitals: "Abu Dhabi", "Addis Ababa", "Andorra la Vella", "Bandar Seri Begawan", "Belize City", "Buenos Aires", "Cape Town", "Dar es Salaam", "Diego Garcia", "George Town", "Guatemala City", "Ho Chi Minh City", "Kuwait City", "La Paz", "Mexico City", "New Delhi", "Pago Pago", "Panama City", "Phnom Penh", "Port-au-Prince", "Port Louis", "Port Moresby", "Port of Spain", "Port Vila", "Porto-Novo", "Saint Kitts and Nevis", "Saint Pierre and Miquelon", "Saint Vincent and the Grenadines", "San José", "San Juan", "San Marino", "San Salvador", "Santo Domingo", "São Tomé", "The Bahamas", "The Hague", "Vatican City"
NounVerbConfusion: advice|advices|advise|belief|beliefs|believe|breath|breaths|breathe, effect|effects|effected|effecting|affect|affects|affected|affecting, emphasis|emphasize|intent|intents|intend|weight|weights|weigh
Nowadays: nowaday, nowaday's, now a day|days|day's, now aday|aday's|adays, nowa days
Nowhere: no where
OceansAndSeas: "Atlantic Ocean", "Pacific Ocean", "Indian Ocean", "Southern Ocean", "Arctic Ocean", "Mediterranean Sea", "Caribbean Sea", "Baltic Sea", "Red Sea", "Black Sea", "Caspian Sea", "Coral Sea", "Bering Sea", "North Sea", "South China Sea"
OfCourse: of curse|corse, off course|curse|corse, ofcourse, offcourse
OpenCompounds: afew, alot, aswell, atall, atleast, eachother, incase, infact, infront, upto
PluralDecades: *0's
PluralWrongWordOfPhrase: line|lines|part|parts|point|points|rule|rules of codes|speeches|views|thumbs
ProgressiveNeedsBe: i've|we've|you've|they've|ive|weve|youve|theyve *ing, i|we|you|they have *ing
RegularIrregulars: *bys|*cys|*dys|*hys|*kys|*lys|*mys|*nys|*pys|*rys|*tys, *afs|*efs|*ifs|*ofs|*lfs|*ofs|*rfs, *tos|*ros|*dos|*gos|*nos, childs, womans, mans, tooths, foots, gooses, mouses, oxes, gooder, goodest, badder, baddest, farer, farest, weller, buyed, buildt, catched, choosed, comed, cutted, digged, drawed, drinked, drived, eated, falled, feeded, feeled, fighted, finded, flied, flyed, forgetted, forgived, freezed, gived, goed, growed, haved, heared, hided, hitted, holded, hurted, keeped, knowed, layed, leaded, lended, letted, losed, maked, meaned, meeted, payed, readed, resetted, rided, rised, runned, sayed, seeked, selled, sended, setted, shaked, shooted, shutted, sinked, sitted, sleeped, slided, speaked, spended, splitted, spreaded, standed, stealed, sticked, striked, sweared, sweeped, swimmed, taked, teached, teared, telled, thinked, throwed, understanded, waked, weared, winned, writed, becomed, beginned, bringed, builded, breaked, blowed, bended, bited, feld, holded, leaved, mistaked, overcomed
SingleBe: am|is|are|was|were|be|isn't|aren't|wasn't|weren't|ain't|*'s|*'re|*'m am|is|are|was|were|be|isn't|aren't|wasn't|weren't|ain't, am|is|are|was|were|be *'s|*'re|*'m
Someone: some one
SupposedTo: suppose to
Tenfold: ten fold
ThatThan: *er|worse|less that, common that
The: teh, te, t he
TheAnother: the another
TheEntiretyOf: the entire of
TheMy: the my|your|his|her|its|our|their, my|your|his|its|our|their the
ThenThan: *er|worse|less|more then, more|less * then, said|other|rather then, now and than, until than, than again
ThereToTheir: there !is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|be|been|to|and|or|but|as|if|in|at|on|by|for|from|with|of|that|which|who|when|where|while|because|the|a|an|i|we|you|he|she|it|they|not|no|isn't|aren't|wasn't|weren't|never|always|also, there's
Therefore: there fore
ThoughThought: i|we|he|she|they|who|whoever though
ToTo: to to
ToTooIdioms: to far, eat it to, to short, to fine a, to soon, think to much, to big, to good to, good too be, to much information
UnitedOrganizations: "United Nations", "United States", "United Kingdom", "United Airlines", "United Arab Emirates"
Worthwhile: worth while
Yourself: your self
`;
