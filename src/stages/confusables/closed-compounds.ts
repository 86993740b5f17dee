import type { Confusion } from './confusion.ts';

/** Second parts, each with the first parts that make one word with it; the two words side by side mean nothing else. */
const families: readonly (readonly [string, string])[] = [
  ['wide', 'nation'],
  ['weight', 'heavy feather light'],
  ['book books', 'text note hand scrap cook'],
  ['room rooms', 'bed bath class court ball store'],
  ['ball', 'foot basket volley base snow'],
  ['paper', 'news wall'],
  ['papers', 'news'],
  ['ground grounds', 'play camp under fore battle'],
  ['board boards', 'key skate surf dash snow card'],
  ['work', 'home frame clock net team'],
  ['day days', 'birth'],
  ['port ports', 'pass air'],
  ['mate mates', 'class team room flat check stale'],
  ['side', 'river'],
  ['light lights', 'flash spot moon'],
  ['storm storms', 'thunder brain snow'],
  ['line lines', 'dead guide head coast'],
  ['leader leaders', 'cheer ring'],
  ['data', 'meta'],
  ['suit suits', 'law'],
  ['stream', 'main'],
  ['maker makers', 'film'],
  ['ache aches', 'head tooth stomach'],
  ['stick sticks', 'lip chop'],
  ['mark marks', 'land trade book'],
  ['man men', 'fire fisher gentle sales business'],
  ['woman women', 'sales business'],
  ['quake quakes', 'earth'],
  ['fall', 'rain snow'],
  ['flake flakes', 'snow'],
  ['shot shots', 'screen'],
  ['top tops', 'lap desk'],
  ['come comes', 'out'],
  ['ship', 'member partner leader friend owner citizen scholar'],
  ['hood', 'child neighbor neighbour mother father'],
  ['where', 'else'],
  ['ever', 'how what when who'],
  ['fully', 'hope care'],
  ['less', 'use care hope'],
  ['father fathers mother mothers', 'grand'],
  ['son sons daughter daughters children parents', 'grand'],
  ['house houses', 'ware farm light'],
  ['work works', 'fire art'],
  ['taking', 'breath pains'],
  ['hand', 'before'],
];

/** Families in which the two words are common beside each other: they need an article before them, and no noun after. */
const loose = new Set(
  'light work|foot ball|snow ball|hand book|river side|under ground|how ever|what ever|when ever|who ever|out come|out comes|spot light|spot lights|moon light|check mate|team work|book mark|head line|clock work|frame work|camp ground|net work|light house|light houses|light weight|land mark|fire works|fire work|art works|art work|snow board|card board|dash board|hope less|care less|use less|under grounds|store rooms|store room|head lines|ball room|ball rooms|farm house|farm houses|note books|guide lines|guide line|coast line|coast lines|stale mate|room mate|flat mate|owner ship|member ship|friend ship|leader ship|partner ship|business man|business men|business woman|business women|sales man|sales men|sales woman|sales women|flat mates|class work|home work|before hand'.split(
    '|',
  ),
);

const spelled = families.flatMap(([seconds, firsts]) =>
  seconds
    .split(' ')
    .flatMap((second) =>
      firsts.split(' ').map((first): readonly [string, string] => [first, second]),
    ),
);

/** Nouns and adjectives that are one word: “class mate”, “nation wide”. */
export const closedCompounds: Confusion = {
  rule: 'closed-compound',
  description: 'A compound written as two words: “class mate”',
  reason: 'This compound is written as one word.',
  confidence: 0.85,
  patterns: spelled.map(([first, second]): [string, string, number] =>
    loose.has(`${first} ${second}`)
      ? [
          `a|an|the|my|your|his|her|our|their [${first} ${second}] $|:preposition|and|or|is|was|are|were`,
          first + second,
          0.7,
        ]
      : [`[${first} ${second}]`, first + second, 0.85],
  ),
};
