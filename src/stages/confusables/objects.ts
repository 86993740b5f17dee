import { rowsOf } from '../../core/pattern-rows.ts';
import type { Confusion } from './confusion.ts';

const places =
  '$|:article|about|for|and|in|on|at|via|as|to|how|during|by|today|if|because|with|again';

/** Pronouns in the wrong case, and negatives that are said twice. */
export const objects: readonly Confusion[] = [
  {
    rule: 'object-pronoun',
    description: 'A subject where an object is due: “talk to they”',
    reason: 'After a preposition or a verb the pronoun is an object.',
    confidence: 0.88,
    patterns: rowsOf(`
      with|for|from|against|between|about|without|behind|ask|call|send|contact|thank|remind|tell|mention|support|help|give|gave|told|asked|called|sent|invite|invited|beside|near|meet|met [they -> them] ${places}
      talk|talked|speak|spoke|listen|write|wrote|explain|belongs|give|gave|send|sent|happened|next|similar|said to [they -> them; he -> him; she -> her; i -> me] ${places}
      show|showed|tell|told|ask|asked|let|give|gave|send|sent|teach|taught [they -> them] how|what|the|a|your|my|our|their|to|that|where
      with|for|without|behind|against|at|around|near|like|from|beside|towards|toward|about|by [i -> me] $ @ 0.85
      give|gave|send|sent|show|showed|happened|explained|talked|spoke|said|belongs it|him|her|them|to ?to [i -> me] $ @ 0.85
      come|go|came|went|talk|play|live|work|stay with [i -> me; he -> him; she -> her; they -> them] ${places} @ 0.92
      between [i -> me; he -> him; she -> her; they -> them; we -> us] and @ 0.9
      between :object and [i -> me; he -> him; she -> her; they -> them; we -> us] $|,|.|is|was @ 0.9
      for|with|to|from|between|about|of you and [i -> me] $|,|to @ 0.85
      ^ [me and him -> he and I; me and her -> she and I; him and me -> he and I; her and me -> she and I; him and i -> he and I; her and i -> she and I] are|were|have|had|will|went|go|can|would|want|like|live|used|got|did @ 0.75
      [theirselves -> themselves; theirself -> themselves; hisself -> himself; ourself -> ourselves; themself -> themselves] @ 0.75
      by|for|enjoy|enjoyed|help|helped|hurt|ask|asked|teach|see|saw [themself -> themselves; ourself -> ourselves; yourselfs -> yourselves] @ 0.85
    `),
  },
  {
    rule: 'say-tell-look-watch',
    description: '“say me” for “tell me”, “look TV” for “watch TV”',
    reason: 'One says something, but tells somebody; one watches television.',
    confidence: 0.88,
    patterns: rowsOf(`
      [say -> tell; said -> told; says -> tells; saying -> telling] me|us|him|them the|that|a|about|how|what|why|where|if|everything|something|to
      [look -> watch; looks -> watches; looked -> watched; looking -> watching; look at -> watch; looking at -> watching; looked at -> watched; see -> watch; seeing -> watching] tv|television $|every|and|in|all|at|with|programs|programmes|,|or|too|for
      [let's -> lets] him|her|them|you|users|people|developers|customers|me
    `),
  },
  {
    rule: 'double-negative',
    description: 'A negative said twice: “couldn’t hardly”',
    reason: 'Two negatives make a positive.',
    confidence: 0.75,
    patterns: rowsOf(`
      [couldn't -> could; can't -> can; cannot -> can; cant -> can] hardly|barely|scarcely @ 0.88
      don't|didn't|doesn't|can't|couldn't|won't|haven't|hasn't|wouldn't|never|isn't|aren't|wasn't :base|see|say|notice|said|saw|told|done|seen|got|doing|saying|going|buy|:done [nothing -> anything; nowhere -> anywhere]
      don't|didn't|doesn't|can't|couldn't|haven't|hasn't have|got|need|want|had [no -> any; none -> any] !longer|more|idea|.
      nobody|no|none|never told|said|knows|knew|gave|did|does ?me|him|her|us|them|you [nothing -> anything]
      not speaking|talking|going|telling|saying|doing ?to|with [nobody -> anybody; nothing -> anything]
    `),
  },
];
