import { type Dialect, dialects } from '../../src/core/dialect.ts';
import { dialectsKnowing, type Hunspell } from './hunspell.ts';
import { irregularVariants } from './irregular-variants.ts';

/**
 * `word<TAB>variant<TAB>dialects`: in these dialects the word is written as the variant. Sorted.
 * A word is in it when some dialects' dictionaries know it and others only know a variant of it.
 */
export function variantLines(words: ReadonlySet<string>, hunspell: Hunspell): readonly string[] {
  const lines: string[] = [];
  for (const word of [...words].sort()) {
    const knowing = dialectsKnowing(hunspell, word);
    if (knowing.length === 0 || knowing.length === dialects.length) continue;
    const byVariant = new Map<string, Dialect[]>();
    for (const dialect of dialects) {
      if (knowing.includes(dialect) || isOxford(word, dialect, hunspell)) continue;
      if (rightEverywhere.has(word)) continue;
      const variant = variantIn(word, dialect, hunspell);
      if (variant) byVariant.set(variant, [...(byVariant.get(variant) ?? []), dialect]);
    }
    for (const [variant, where] of byVariant) lines.push(`${word}\t${variant}\t${where.join(' ')}`);
  }
  return lines;
}

/** Right in every English, though some dictionaries keep to one spelling; British courts write `judgment`. */
const rightEverywhere = new Set(
  `abridgment acknowledgment acknowledgments artifact artifacts cooeeing judgment judgments judgmental matt matts
  misjudgment patine prejudgment`.split(/\s+/),
);

/** British English is written with -ise or with -ize (never -yze); the dictionary has -ise only. */
function isOxford(word: string, dialect: Dialect, hunspell: Hunspell): boolean {
  if (dialect !== 'en-GB') return false;
  const other = word.replace(/(?<!y)iz(?!.*iz)/, 'is');
  return other !== word && hunspell[dialect](other);
}

function variantIn(word: string, dialect: Dialect, hunspell: Hunspell): string | undefined {
  const irregular = irregularVariants.get(word)?.find((variant) => hunspell[dialect](variant));
  if (irregular) return irregular;
  const once = rewritten(word);
  const fits = (variant: string): boolean => hunspell[dialect](variant);
  return (
    once.find(fits) ?? once.flatMap(rewritten).find((variant) => variant !== word && fits(variant))
  );
}

/** Each way of writing against the other, tried in both directions at every place of a word. */
const rules: readonly (readonly [string, string])[] = [
  ['our', 'or'], // colour, color
  ['is', 'iz'], // organise, organize
  ['ys', 'yz'], // analyse, analyze
  ['tre', 'ter'], // centre, center
  ['bre', 'ber'], // fibre, fiber
  ['ogue', 'og'], // catalogue, catalog
  ['ae', 'e'], // paediatric, pediatric
  ['oe', 'e'], // foetus, fetus
  ['ence', 'ense'], // defence, defense
  ['ll', 'l'], // travelled, traveled
  ['l', 'll'], // fulfil, fulfill
  ['gement', 'gment'], // judgement, judgment
  ['mould', 'mold'],
  ['smould', 'smold'],
  ['plough', 'plow'],
  ['scep', 'skep'],
  ['sulph', 'sulf'],
  ['gramme', 'gram'],
  ['grey', 'gray'],
  ['ce', 'se'], // licence, license
  ['yre', 'ire'], // tyre, tire
  ['ei', 'i'], // ageing... likeable
  ['eable', 'able'],
  ['sy', 'zy'], // cosy, cozy
  ['si', 'zi'],
  ['oeuvr', 'euver'],
  ['pp', 'p'],
  ['tt', 't'],
  ['gg', 'g'],
  ['que', 'ck'], // cheque, check
  ['phr', 'fr'],
  ['ph', 'f'],
];

function rewritten(word: string): readonly string[] {
  const found = new Set<string>();
  for (const [left, right] of rules) {
    for (const [from, to] of [
      [left, right],
      [right, left],
    ] as const) {
      for (let at = word.indexOf(from); at >= 0; at = word.indexOf(from, at + 1)) {
        if (at > 0 || from.length > 2)
          found.add(word.slice(0, at) + to + word.slice(at + from.length));
      }
    }
  }
  found.delete(word);
  return [...found];
}
