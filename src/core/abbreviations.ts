/** Abbreviations that are written with a full stop and often followed by a small letter, a name or a number. */
export const abbreviations: ReadonlySet<string> = new Set(
  `abbr acad adj adm adv al anon approx apr apt arr art assn assoc asst aug ave bldg blvd bros ca cap capt cent
  cert cf ch cit cmdr cnty co col comm comdr conf cont contd corp cpl ct dec def dep dept dev diam dir dist div doc
  dr ed eds educ eng engr eq eqn esp esq est etc ex exec ext feb fed ff fig figs fl fn fri ft fut fwd gen gov govt
  hist hon hosp hr hrs hwy ibid illus inc incl indef inst int intl jan jr jul jun lat lb lbs lib lt ltd lv maj mar max
  mdse med messrs mfg mfr mgr min misc mon mr mrs ms msgr mt mts mtg nat natl neg no nos nov obj oct op opp org orig
  oz par para pat pct pers phil pkg pl plc pop pp pref pres prev prob prof pron prop prov pseud pt pts pub publ pvt qtr
  quot rd ref refs reg rel rep ret rev rm rt sat sc sci sec secs sect sen seq ser sept sep sgt sol soc sp spec sq sr st
  sta ste str subj sup supp supt surg tab tbsp tel temp thu thur thurs treas tsp tue tues univ usu var ver viz vol
  vols vs wed wk wkly yd yr yrs`.split(/\s+/u),
);
