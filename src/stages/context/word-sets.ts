/** Words that are taken for one another, because they sound or look alike. */
const confusedSets = `their there they're|its it's|your you're|then than|affect effect|affected effected|lose loose|losing loosing|to too|whose who's|form from|quite quiet|accept except|advice advise|weather whether|principal principle|passed past|piece peace|were where we're|hear here|break brake|by buy|know no|knew new|right write|wear where|which witch|wood would|threw through|though thought through|personal personnel|complement compliment|stationary stationery|cite site sight|council counsel|desert dessert|device devise|everyday every|extend extent|lead led|later latter|live life|loss lost lose|moral morale|of have|thing think|this these|has as|an and|been being|breath breathe|cloths clothes|chose choose|course coarse|do due|fell felt feel|few view|for four|farther father|find fine|hole whole|hope hop|is his|it in|least last|lets let's|man men|woman women|mine mind|most must|now know|plan plain|precede proceed|price prize|raise rise|role roll|safe save|sale sell|scene seen|send sent|sense since|sit set|some same|sole soul|steal steel|story store|taught thought|them then|the they|throne thrown|trail trial|us use|used use|vary very|wait weight|waist waste|wander wonder|weak week|with which|worse worst|you your|allusion illusion|assure ensure insure|bare bear|beside besides|born borne|conscience conscious|dairy diary|dual duel|elicit illicit|emigrate immigrate|eminent imminent|envelop envelope|formally formerly|fourth forth|idle idol|lessen lesson|manner manor|meat meet|minor miner|plain plane|poor pour|profit prophet|rain reign rein|respectfully respectively|road rode|root route|sort sought|stake steak|strait straight|suit suite|vain vein|waive wave|customer costumer|customers costumers|country county|casual causal|statue statute|three there|manger manager|marital martial|united untied|public pubic|lightening lightning|moths months|prefect perfect|sever severe|does dose|field filed|flour flower|hair heir|rely really|specially especially|perspective prospective|prescribe proscribe|access excess|adopt adapt|attend attempt|choice choose|believe belief|prove proof|relieve relief|safety safely|success succeed|fewer less|among between|who whom|me my|he his|analysis analyses|criteria criterion|basis bases`;

/** Forms of common words that the table of inflections leaves out. */
const verbSets = `is are|was were|has have had|do does did|be been being|isn't aren't|wasn't weren't|doesn't don't didn't|hasn't haven't|has have having`;

export const confused = alternativesOf(confusedSets);
export const auxiliaries = alternativesOf(verbSets);

/** Each word of the sets with the others of its sets. */
function alternativesOf(sets: string): ReadonlyMap<string, ReadonlySet<string>> {
  const alternatives = new Map<string, Set<string>>();
  for (const set of sets.split('|')) {
    const words = set.split(' ');
    for (const word of words) {
      const others = alternatives.get(word) ?? new Set<string>();
      for (const other of words) if (other !== word) others.add(other);
      alternatives.set(word, others);
    }
  }
  return alternatives;
}
