/** A text as HTML says it; a character that the encoding does not hold becomes a reference. */
export function writtenHtml(text: string, holds: (character: string) => boolean): string {
  return Array.from(text, (each) => writtenCharacter(each, holds)).join('');
}

function writtenCharacter(character: string, holds: (character: string) => boolean): string {
  const special = specials.get(character);
  if (special !== undefined) return special;
  if (holds(character)) return character;
  return `&#x${character.codePointAt(0)?.toString(16).toUpperCase()};`;
}

const specials: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['\u00A0', '&nbsp;'],
  ['\n', '<br>'],
]);
