import { rowsOf } from '../../core/pattern-rows.ts';
import type { Confusion } from './confusion.ts';

/** Phrasal verbs whose nouns are one word: “to set up a setup”. */
const phrasal =
  'setup login logout signup checkout checkin workout shutdown shutout startup backup cleanup pickup lineup breakup makeup cutoff takeoff takeover handover rollout layout printout lookup followup blackout comeback logon signin turnoff giveaway runaway getaway rundown slowdown breakdown countdown crackdown buildup warmup wakeup';

const particle = /(?:up|in|out|off|on|down|over|back|away)$/;

const apart = phrasal.split(' ').map((joined) => {
  const [end = ''] = particle.exec(joined) ?? [];
  return `${joined} -> ${joined.slice(0, -end.length)} ${end}`;
});

/** Verbs and modifiers that are written open, closed or with hyphens as they stand. */
export const verbCompounds: readonly Confusion[] = [
  {
    rule: 'phrasal-verb-closed',
    description: 'A phrasal verb written as its noun: “to setup a meeting”',
    reason: 'The verb is two words; one word is the noun.',
    confidence: 0.85,
    patterns: rowsOf(`
      can|can't|cannot|could|will|would|should|must|may|might|please|don't|didn't|doesn't|won't|let's|i|we|they|you|not [${apart.join('; ')}] !is|was|process|page|script|screen|file|time|button|and|or|has|of
      to [${apart.join('; ')}] $|the|a|an|my|your|his|her|our|their|it|this|that|for|from|and|with|in|at|before|after|on|all|some|new|these|those|any|as|here
      got|get|gets|getting|was|were|been|be|being [shutdown -> shut down; shutout -> shut out; setup -> set up; cleanup -> clean up] $|by|in|after|before|for|because|with|on|at|as
      way|chance|able|how|trying|want|wants|need|needs|have|has|going|used|try to [comeback -> come back; getaway -> get away; giveaway -> give away; runaway -> run away]
      can't|cannot|could|can|must|will|to|should|would|let's [goon -> go on] $|like|with|and|to|for
    `),
  },
  {
    rule: 'open-compound-closed',
    description: 'Compounds that are written as one word: “web site”, “to out grow”',
    reason: 'It is written as one word.',
    confidence: 0.8,
    patterns: rowsOf(`
      a|an|the|my|your|his|her|our|their|this|that|new|official|own|zany|personal|company [side kick -> sidekick; key note -> keynote; flag ship -> flagship; short cut -> shortcut; bail out -> bailout; head scarf -> headscarf; free lancer -> freelancer; sky diver -> skydiver; home town -> hometown; time line -> timeline; dead line -> deadline; life style -> lifestyle; life time -> lifetime; work shop -> workshop; work place -> workplace; work force -> workforce; data base -> database; back ground -> background; feed back -> feedback; finger print -> fingerprint; eye brow -> eyebrow; pass word -> password; user name -> username; weak ness -> weakness; wheel chair -> wheelchair; bed side -> bedside; sun light -> sunlight; sun glasses -> sunglasses; rain bow -> rainbow; tooth brush -> toothbrush; tooth paste -> toothpaste; bath tub -> bathtub; butter fly -> butterfly; grand child -> grandchild; house hold -> household; house wife -> housewife; pan cake -> pancake; pop corn -> popcorn; post card -> postcard; suit case -> suitcase; brief case -> briefcase; skate board -> skateboard; snow man -> snowman; story teller -> storyteller; table cloth -> tablecloth; white board -> whiteboard; wind shield -> windshield; laughing stock -> laughingstock] @ 0.75
      [sky diving -> skydiving; crowd sourcing -> crowdsourcing; crowd funding -> crowdfunding; free lancing -> freelancing; baby sitting -> babysitting; baby sitter -> babysitter; key notes -> keynotes; side kicks -> sidekicks; weak nesses -> weaknesses; life styles -> lifestyles; data bases -> databases; pass words -> passwords; sun glasses -> sunglasses; tooth paste -> toothpaste; butter flies -> butterflies; pop corn -> popcorn; finger prints -> fingerprints; short cuts -> shortcuts; time lines -> timelines; work places -> workplaces; house holds -> households; eye brows -> eyebrows; rain coat -> raincoat; bee hive -> beehive; sea shell -> seashell; wheel chairs -> wheelchairs]
      to|will|would|soon|can|could|has|have|had|quickly [out grow -> outgrow; out grown -> outgrown; out perform -> outperform; out performed -> outperformed; out last -> outlast; out live -> outlive; out weigh -> outweigh; out do -> outdo; over come -> overcome; over look -> overlook; over take -> overtake; over eat -> overeat; over sleep -> oversleep; under stand -> understand; under go -> undergo; under take -> undertake; up grade -> upgrade; up date -> update; up load -> upload; down load -> download; pre order -> preorder; re use -> reuse; re write -> rewrite; with draw -> withdraw; with stand -> withstand; with hold -> withhold; fore see -> foresee; broad cast -> broadcast; proof read -> proofread; brain wash -> brainwash; baby sit -> babysit; black list -> blacklist; white list -> whitelist; short list -> shortlist; black mail -> blackmail; hand pick -> handpick] @ 0.88
      please|not|and [black list -> blacklist; white list -> whitelist; down load -> download; up date -> update; up load -> upload; proof read -> proofread] the|those|these|them|that|your|our|this|it|any|all|a
      ^ [black list -> blacklist; white list -> whitelist; down load -> download; up date -> update; up load -> upload; proof read -> proofread] the|those|these|them|that|your|our|this|it|any|all|a|their|his|her|suspicious
      i've|i|we've|have|has|had|they've|are|we|you've [all ready -> already] bought|done|seen|been|had|made|sent|finished|started|got|gone|told|paid|read|written|tried|used
      in [anyway -> any way] possible|shape|i|you|we|to|that|they @ 0.88
      split|divided|turned|broken|divide|separated|cut [in to -> into] two|three|four|several|pieces|many|parts|groups|sections|small @ 0.9
      web [scrapped -> scraped; scrapping -> scraping; scrapper -> scraper; scrappers -> scrapers; scrap -> scrape] @ 0.88
      [o clock -> o'clock; oclock -> o'clock] @ 0.93
    `),
  },
  {
    rule: 'to-of-a',
    description: '“too big of a” for “too big a”',
    reason: 'After “too”, “so”, “as” or “how” with an adjective comes the article alone.',
    confidence: 0.65,
    patterns: rowsOf(`
      too|that|so|how|as|very ?bad big|long|short|large|great|good|bad|hard|small|high|low|strong|old|common|uncommon|rare|important|vague|dumb|difficult|simple|complex|close|deep|wide|broad|narrow|easy|serious|steep|fine|heavy|far|late|slow|fast|expensive|tall|thick|thin|tight|loose|nice|severe|drastic|significant|critical [of a -> a; of an -> an]
    `),
  },
];
