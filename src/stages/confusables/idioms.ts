import { rowsOf } from '../../core/pattern-rows.ts';
import type { Confusion } from './confusion.ts';

/** Idioms with a word that only sounds right, from the usage guides. */
export const idioms: readonly Confusion[] = [
  {
    rule: 'damaged-idiom',
    description: 'Idioms with a wrong word in them: “beyond the pail”',
    reason: 'It is an idiom, and this is how it goes.',
    confidence: 0.93,
    patterns: rowsOf(`
      beyond the [pail -> pale]
      [begs -> beggars; begged -> beggared] belief
      [trite -> tried] and true
      [hew -> hue; hugh -> hue] and cry
      on the [oft -> off] chance
      [hay day -> heyday; hey day -> heyday]
      [ring -> wring; rang -> wrung; ringing -> wringing] my|your|his|her|its|our|their|the neck|necks
      stock [and trade -> in trade; in trades -> in trade] @ 0.85
      sound [byte -> bite; bight -> bite]
      sound [bytes -> bites; bights -> bites]
      [vintage -> vantage] point|points @ 0.9
      a [whim -> wing] and a prayer
      grasping|grasp|grasped|clutching|clutched [for straws -> at straws; to straws -> at straws] @ 0.85
      death [nail -> knell; nell -> knell; knoll -> knell]
      old [wise tale -> wives' tale; wives tale -> wives' tale; wives tail -> wives' tale; wise tail -> wives' tale]
      old [wise tales -> wives' tales; wives tales -> wives' tales]
      on the [lamb -> lam] $|from|for|since|after @ 0.85
      nip|nipped|nips|nipping it|this|that|them|things in the [butt -> bud]
      all [and all -> in all] ,|it|this|i|we|he|she|they|the|a @ 0.88
      a [blessing in the skies -> blessing in disguise; blessing in the sky -> blessing in disguise]
      was|is [a blessing in the skies -> a blessing in disguise] @ 0.85
      first come ,|first [serve -> served] @ 0.9
      first come first [serve -> served; serves -> served]
      to all [intensive purposes -> intents and purposes; intense purposes -> intents and purposes]
      to all [intensive -> intents] and purposes
      totem [poll -> pole; polls -> poles]
      [alter -> altar] boy|boys|call|server|servers
      zero-sum [gain -> game]
      [spurt -> spur; sprite -> spur] of the moment @ 0.6
      on the spurt of the moment [spurt -> spur] @ 0.6
      [tough -> toe; tow -> toe] the line $|on|of|and @ 0.88
      in one [foul -> fell] swoop
      one [foul -> fell; fowl -> fell] swoop
      [mind -> mine] field|fields of @ 0.5
      with [flying collars -> flying colors]
      at my|your|his|her|our|their [whit's|wits|wit's -> wits'] end @ 0.55
      by the [skim -> skin; skins -> skin] of
      for [old time sake -> old times' sake; old times sake -> old times' sake; old time's sake -> old times' sake]
      for [heaven sake -> heaven's sake; heavens sake -> heaven's sake; god sake -> God's sake; gods sake -> God's sake; goodness sake -> goodness' sake]
      [ball -> bawl; balling -> bawling; balled -> bawled] my|your|his|her|their eyes out
      [bail -> bale] of hay|straw|cotton
      [bails -> bales] of hay|straw|cotton
      chaise [lounge -> longue] @ 0.6
      [chock -> chalk] it up
      [chock -> chalk; chocked -> chalked] it|this|that up to
      [dyed-in-the-wall|died-in-the-wool -> dyed-in-the-wool]
      [died -> dyed] in the wool
      [diffuse -> defuse; diffused -> defused; diffusing -> defusing] the|a|this|that tense|situation|tension|bomb|crisis|conflict|row|threat
      dire [straights -> straits; straight -> straits]
      [each -> eke; eek -> eke; eeked -> eked; eeking -> eking; eeks -> ekes] out a|an|the living|win|victory|existence
      [eek -> eke; eeked -> eked; eeking -> eking; eeks -> ekes] out
      fall|fell|falls by the [way side -> wayside]
      get|gets|got|getting [off scott free -> off scot-free; off scotch free -> off scot-free]
      give|gives|gave|given|giving free [rain -> rein; reign -> rein]
      [reign -> rein; reigned -> reined; reigning -> reining] in spending|costs|inflation|expenses|prices
      hold|take|took|seize|seized the [reigns -> reins; rains -> reins]
      had|has|have|having [another thing -> another think] coming @ 0.6
      get|got another [thing -> think] coming @ 0.6
      [pier -> peer; piers -> peers] pressure|review|reviewed|group|groups @ 0.9
      [heart rendering -> heart-rending]
      [hair brain|hare brain -> hare-brained; hair brained|hairbrained -> harebrained] idea|scheme|plan|ideas|schemes
      in [close proximately -> close proximity]
      [jive -> jibe; jives -> jibes; jived -> jibed] with what|the|this|that|my|his|her|our|their|your @ 0.6
      [lack luster -> lackluster; lack lustre -> lacklustre]
      [laxed -> lax]
      [leeched -> leached; leeching -> leaching] into the @ 0.6
      lo and [below -> behold; beholden -> behold]
      [low -> lo] and behold
      [manor -> manner] of speaking|speech
      in a timely [manor -> manner]
      a mixed [bad -> bag; back -> bag; big -> bag]
      a very|somewhat|slightly|huge|big|bit mixed [bad -> bag] @ 0.9
      [nerve wrecking -> nerve-racking; nerve-wrecking -> nerve-racking]
      no [holes -> holds] barred
      [off the cuffs -> off the cuff]
      pass|passed|passes [mustard -> muster]
      [play it by year -> play it by ear]
      [poured -> pored; pouring -> poring; pours -> pores] over the|these|those|every|his|her|their report|reports|document|documents|book|books|map|maps|data|details|plans|papers|records
      [quiet -> quite] the opposite|contrary|reverse
      [raise -> raze; raised -> razed] to the ground @ 0.75
      [runner ups -> runners-up; runners ups -> runners-up]
      a tough|hard|long [road to hoe -> row to hoe]
      [shutter -> shudder; shuttered -> shuddered] to think|at the
      spit|spitting [imagine -> image]
      [splitting -> spitting] image of
      [stanch -> staunch] supporter|supporters|ally|defender|opponent @ 0.88
      take|took|taken|takes [a different tact -> a different tack; another tact -> another tack; a new tact -> a new tack]
      [tact -> tack] to take|be @ 0.5
      [teaming -> teeming] with life|people|fish|tourists|wildlife|activity|insects|bacteria|rain|ideas|visitors
      [toe -> tow] truck|trucks|rope
      pedal|pedals|peddle|petal to the [medal -> metal; meddle -> metal]
      [peddle -> pedal; petal -> pedal] to the metal
      [soft-peddle -> soft-pedal]
      [back peddle -> backpedal; back-peddle -> backpedal; backpeddle -> backpedal; back peddling -> backpedaling]
      [upmost -> utmost] importance|respect|care|confidence
      of [up most -> utmost] importance
      [vile -> vial; viles -> vials] of blood|poison|medicine
      [viscous -> vicious] cycle|cycles|circle|circles|attack|attacks|rumor|rumour|dog|dogs
      [wreckless -> reckless] driving|behavior|behaviour|driver|abandon|endangerment
      [wreckless -> reckless]
      [wholistic -> holistic] @ 0.55
      [wile -> while; wiled -> whiled; wiling -> whiling] away the|an|hours|time @ 0.55
      [with baited breath -> with bated breath]
      wouldn't [herd -> hurt] a fly
      yin and [yan -> yang]
      [ying -> yin] and yang
    `),
  },
];
