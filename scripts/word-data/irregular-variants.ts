/** Words whose variant no rule makes, both ways; inflections are written out where they are used. */
const pairs = `aeroplane airplane|aeroplanes airplanes|aluminium aluminum|artefact artifact|artefacts artifacts|axe ax
  |bandana bandanna|burnt burned|cheque check|cheques checks|chequebook checkbook|chequebooks checkbooks|cosier cozier
  |despatch dispatch|despatched dispatched|despatches dispatches|draughty drafty|draughtsman draftsman
  |draughtsmen draftsmen|dreamt dreamed|gaol jail|gaoled jailed|grandad granddad|impostor imposter|impostors imposters
  |jewellery jewelry|kerb curb|kerbs curbs|kerbside curbside|leant leaned|leapt leaped|learnt learned|liquorice licorice
  |mum mom|mums moms|mummy mommy|moustache mustache|moustaches mustaches|moustached mustached|pyjamas pajamas
  |pyjama pajama|spelt spelled|spilt spilled|spoilt spoiled|sheik sheikh|sheiks sheikhs|storey story|storeys stories
  |tyre tire|tyres tires|woollen woolen|yoghurt yogurt|yoghurts yogurts|racquet racket|racquets rackets
  |dryly drily|programme program|programmes programs|plough plow|axes ax|furore furor|pernickety persnickety
  |speciality specialty|specialities specialties|smelt smelled|encyclopaedia encyclopedia|empanel impanel
  |wilful willful|wilfully willfully|instil instill|instils instills|enrol enroll|enrols enrolls|distil distill
  |distils distills|appal appall|appals appalls|fulfil fulfill|fulfils fulfills|fulfilment fulfillment
  |enrolment enrollment|enrolments enrollments|instalment installment|instalments installments|skilful skillful
  |skilfully skillfully|guerilla guerrilla|guerillas guerrillas|ageing aging|maths math|sledging sledding`;

export const irregularVariants: ReadonlyMap<string, readonly string[]> = both(pairs);

function both(text: string): ReadonlyMap<string, readonly string[]> {
  const variants = new Map<string, string[]>();
  const add = (word: string, variant: string): void => {
    variants.set(word, [...(variants.get(word) ?? []), variant]);
  };
  for (const pair of text.split('|')) {
    const [left = '', right = ''] = pair.trim().split(' ');
    add(left, right);
    add(right, left);
  }
  return variants;
}
