import type { Dialect } from './dialect.ts';

export type Sound = 'vowel' | 'consonant';

/**
 * The sound a word begins with when read aloud, or undefined where readers differ ("herb", "SQL", "historic")
 * or where it cannot be told. Numbers, acronyms and single letters count as words.
 */
export function soundOf(word: string, dialect: Dialect): Sound | undefined {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'");
  // A number grown together with a word ("7unsuspecting") is a slip of another kind.
  if (/^\d+(?!th|st|nd|rd)[A-Za-z]{3,}|^\d+\p{Lu}{2}/u.test(plain)) return undefined;
  if (/^\d/.test(plain)) return soundOfNumber(plain);
  if (!/^[A-Za-z]/.test(plain)) return undefined;
  if (isSpelledShape(plain)) return soundOfLetters(plain);
  return soundOfWord(plain.toLowerCase(), dialect);
}

/** Eight, eighty, eight hundred; eleven and eighteen, alone or before thousands and millions. */
function soundOfNumber(number: string): Sound | undefined {
  const digits = /^\d+(?:,\d{3})*/.exec(number)?.[0] ?? '';
  if (digits.startsWith('8')) return 'vowel';
  const leading = digits.includes(',') ? digits.slice(0, digits.indexOf(',')) : digits;
  if (leading === '11' || leading === '18') return 'vowel';
  // 1800 may be "eighteen hundred" or "one thousand eight hundred".
  return /^1[18]\d\d$/.test(digits) ? undefined : 'consonant';
}

const vowelLetters = /^[AEFHILMNORSX]/i;

/** Single letters, words that begin with one (`x-ray`, `T-shirt`, `iPhone`, `mRNA`), and words in capitals. */
function isSpelledShape(word: string): boolean {
  return /^(?:[A-Za-z](?:$|[-'.]|\d)|[a-z]\p{Lu}|\p{Lu}[\p{Lu}\d&.])/u.test(word);
}

function soundOfLetters(word: string): Sound | undefined {
  const acronym = /^(\p{Lu}[\p{Lu}\d&.]+)(?:'?s)?(?=$|[-/'])/u.exec(word)?.[1];
  if (acronym && /\p{Lu}.*\p{Lu}/u.test(acronym)) return soundOfAcronym(acronym.replace(/\./g, ''));
  // A lone letter, or one before a capital or a digit: iPhone, mRNA, F16. "McDonald" and "IDs" are none of these.
  return /^(?:[A-Za-z](?:$|[-'.]|\d)|[a-z]\p{Lu})/u.test(word) ? soundOfLetter(word) : undefined;
}

function soundOfLetter(letter: string): Sound {
  return vowelLetters.test(letter) ? 'vowel' : 'consonant';
}

const saidEitherWay =
  /^(?:SQL|FAQS?|URLS?|LEGO|SAP|FOIA|HUD|ROTC|SIP|SOAP|LED|ASAP|UAT|SEAL|MOT|MOOT|HEIC|HAZMAT)$/;

/** Acronyms that are read as words although they might be spelled out. */
const saidAsWords = new Set(
  `NASA NATO NAFTA FIFA FEMA FERPA HIPAA LASER RADAR SCUBA ROM RAM SIM LAN MAC MIDI FAT RAID SARS MERS STEM STEAM SAAS MOOC
  NAND NIST NOAA NEPA FAR SONAR SWAT SWOT SMART SALT SAT NIMBY MENSA MASH FLOTUS SCOTUS HALO HEPA HOMER HUBZONE LIBOR
  LIDAR LIFO FIFO MIPS MANPAD NASCAR NASDAQ NAD NERC NERF NICE NOR REIT REM RICO ROFL FAIR FICO FINRA FISMA FAFSA SCORM SCADA
  SAM SIDS SOFA SPAC SUNY HIIT HAL LAMP MAMP MAMMOTH REST RIBA RADA`.split(/\s+/u),
);

function soundOfAcronym(acronym: string): Sound | undefined {
  if (saidEitherWay.test(acronym)) return undefined;
  if (saidAsWords.has(acronym)) return soundOfFirstLetterInWord(acronym);
  if (acronym.startsWith('U')) return soundOfU(acronym);
  // Spelled or read, both begin alike: "an API", "an ASCII", "a GIF", "a PDF".
  if (/^[AEIO]/.test(acronym))
    return acronym.startsWith('ONE') || /^EU/.test(acronym) ? undefined : 'vowel';
  if (/^[BCDGJKPQTVWYZ]/.test(acronym)) return 'consonant';
  // F, H, L, M, N, R, S, X are vowels when spelled and consonants when read.
  return isSpelledOut(acronym) ? 'vowel' : undefined;
}

function soundOfFirstLetterInWord(acronym: string): Sound {
  return /^[AEIO]/.test(acronym) ? 'vowel' : 'consonant';
}

/** Spelled, U is "you"; read as a word it is either ("UNESCO", "ULEZ"). Capitals alone may also be a shout. */
function soundOfU(acronym: string): Sound | undefined {
  return acronym.length <= 4 || acronym === 'UNESCO' || acronym === 'UNICEF'
    ? 'consonant'
    : undefined;
}

const spelled = new Set(
  `HIV HR HVAC ROI MOU MOA NGO NGOS LOI SEO SLA SDLC SUV SOS SOC SOW SOP MRI MBA MIT NIH NHS NFL NBA NHL NYU LLC LLP HTML FBI FDA
  FCC FTC FAA SEC SSA SBA IRS RFI RFQ RFP RIA RNA MSA MSU LSU LCA LMS LPN RN RV SMS SSO FHA HIE HOA HUF HSA FSA FIR MIA NDA NSA
  NIO REO SIS SUNDAE MIS FTE FTA LGA LGBTQIA HGV HQ MEP MP MPA MPH MFA MLA NAACP NCAA NAICS REA RAF RIAA RSI RSA SDI SAE SDA`.split(
    /\s+/u,
  ),
);

function isSpelledOut(acronym: string): boolean {
  if (spelled.has(acronym) || /[&\d]/.test(acronym)) return true;
  return acronym.length <= 5 && !/[AEIOUY]/.test(acronym.slice(1));
}

/** "Yoo" and "won": spelled with a vowel, said with a consonant. */
const consonantAfterAll =
  /^(?:eu|ew|ouija|oui\b|once|one(?:s|self|ness|sies?)?(?:$|['-])|u(?:biq|fo|gand|kr|kul|lyss|nanim|nesco|nicef|ra(?:n|l)|re(?:a|th)|ri[cn]|rol|rug|sa[bg]|s[eiu]|surp|tah|te[nr]|til|tili|top|vul|yghur|i$|k$|s$))/;

/** `uni-` is "yoo-ni" (unit, union) unless it is `un-` and a word with i (uninteresting, unimportant). */
const unAndWord = /^uni(?:n(?!g)|m(?!od|an)|d(?!ir)|ll|ro|ss|mp)/;

const silentH = /^(?:hours?(?:$|[-'lg])|honest|honou?r|heir|hors$)/;

/** Said with and without their h, by speakers of the same dialect. */
const eitherH =
  /^(?:histor|hotel|habitu|hallucin|hysteri|heroic|homage|hilari|horrif|hereditar|harmon|herculean|herbi|hibis|howev)/;

function soundOfWord(word: string, dialect: Dialect): Sound | undefined {
  if (silentH.test(word)) return 'vowel';
  if (/^herb(?!s?$|al)/.test(word)) return undefined;
  if (/^herb/.test(word))
    return dialect === 'en-US' ? 'vowel' : dialect === 'en-CA' ? undefined : 'consonant';
  if (eitherH.test(word)) return undefined;
  if (/^y[bcdfglmnprstvz]/.test(word)) return undefined;
  // Small letters without a vowel are an acronym, spelled or not ("xml", "mp"); so is what begins "xp".
  if (!/[aeiouy]/.test(word) || /^x[^aeiy]/.test(word)) return undefined;
  if (!/^[aeiou]/.test(word)) return 'consonant';
  if (/^uni/.test(word)) return unAndWord.test(word) ? 'vowel' : 'consonant';
  if (/^(?:urdu|uzbek|uk[ae]|ubuntu|oneir|ewok|euph)/.test(word))
    return word.startsWith('euph') ? 'consonant' : undefined;
  return consonantAfterAll.test(word) ? 'consonant' : 'vowel';
}
