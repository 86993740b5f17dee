/** The apostrophe a text writes inside its words; the straight one where it has none or as many of each. */
export function apostropheIn(text: string): string {
  const curly = text.match(/(?<=\p{L})’(?=\p{L})/gu)?.length ?? 0;
  const straight = text.match(/(?<=\p{L})'(?=\p{L})/gu)?.length ?? 0;
  return curly > straight ? '’' : "'";
}

/** A replacement written as what it replaces is: with a capital, in capitals, with the document's apostrophe. */
export function writtenLike(model: string, replacement: string, apostrophe: string): string {
  const fitted = replacement.replaceAll("'", apostrophe);
  const letters = model.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return fitted.toUpperCase();
  const [first = ''] = model.match(/[\p{L}'’.]+/u) ?? [];
  if (alwaysCapital.test(first.replaceAll('.', '')) && model.includes(' '))
    return keptCapitals(model, fitted);
  if (/^\p{Lu}/u.test(letters)) return fitted.charAt(0).toUpperCase() + fitted.slice(1);
  return fitted;
}

/** “I” and “AM” have their capitals wherever they stand. */
const alwaysCapital = /^(?:I(?:['’]\p{L}+)?|\p{Lu}{2,})$/u;

const word = /[\p{L}'’]+/gu;

function keptCapitals(model: string, replacement: string): string {
  const written = new Map(model.match(word)?.map((found) => [found.toLowerCase(), found]));
  return replacement.replace(word, (found) => written.get(found.toLowerCase()) ?? found);
}
