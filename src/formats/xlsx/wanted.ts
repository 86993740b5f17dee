/** The texts for which something in a workbook asks by their wording, so that they must stay as they are. */
export interface WantedTexts {
  readonly has: (text: string) => boolean;
}

export interface WantedSources {
  /** Formulas of cells, names, rules and lists. */
  readonly formulas: readonly string[];
  /** Texts that are asked for as they are: names of columns and sheets, criteria of filters. */
  readonly texts: readonly string[];
}

/** Looks for literals in formulas, once for all texts. Excel compares texts without regard to case. */
export function wantedTexts({ formulas, texts }: WantedSources): WantedTexts {
  const whole = new Set<string>();
  const parts = new Set<string>();
  for (const text of texts) addCriterion(text, whole, parts);
  for (const formula of new Set(formulas)) {
    const looksInside = partFunction.test(formula);
    for (const literal of literalsOf(formula)) {
      addCriterion(literal, whole, parts);
      // The items of a list that is written out: "Yes,No,Not yet".
      for (const item of literal.split(/[,;]/)) whole.add(normal(item));
      if (looksInside) addPart(literal, parts);
    }
  }
  const partList = [...parts];
  return {
    has: (text) => {
      const wanted = normal(text);
      if (whole.has(wanted) || partList.length > partsMax) return true;
      return partList.some((part) => wanted.includes(part));
    },
  };
}

/** Each text is searched for each part. Beyond this number a workbook takes texts apart, and all stay. */
const partsMax = 1_000;

/** Functions that look into a text or cut it up, so that it matters what it holds and where. */
const partFunction =
  /\b(?:LEFT|RIGHT|MID|SEARCH|FIND|SUBSTITUTE|REPLACE|TEXTBEFORE|TEXTAFTER|TEXTSPLIT|REGEX\w*)B?\(/i;

/** The text literals of a formula (ECMA-376 Part 1, 18.17.2.1): between double quotes, a quote within doubled. */
function literalsOf(formula: string): readonly string[] {
  return [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text = '']) =>
    text.replaceAll('""', '"'),
  );
}

/** A criterion may begin with an operator and hold wildcards: `<>Open`, `Late*`. */
function addCriterion(criterion: string, whole: Set<string>, parts: Set<string>): void {
  const text = criterion.replace(/^(?:<>|<=|>=|=|<|>)/, '');
  whole.add(normal(text));
  whole.add(normal(criterion));
  if (!/[*?]/.test(text)) return;
  const longest = text.split(/[*?]+/).sort((a, b) => b.length - a.length)[0];
  if (longest !== undefined) addPart(longest, parts);
}

/** A letter or a comma is in every text. */
function addPart(text: string, parts: Set<string>): void {
  if ((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) > 1) parts.add(normal(text));
}

function normal(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
