/** What stands around a text that is put into a Markdown source. */
export interface Neighbours {
  /** The source just before and just after; a few characters are enough. */
  readonly before: string;
  readonly after: string;
  readonly inTable: boolean;
}

/** A text written so that Markdown reads it as just that; what cannot be taken for markup stays bare. */
export function escaped(text: string, { before, after, inTable }: Neighbours): string {
  const whole = before + text + after;
  const shift = before.length;
  const written = Array.from(text, (character, index) => {
    if (character === '|') return inTable ? '\\|' : character;
    return needsEscape(character, whole.slice(0, shift + index), whole.slice(shift + index + 1))
      ? `\\${character}`
      : character;
  }).join('');
  return /(?:^|[\n\r])[ \t]*$/.test(before) ? withSafeStart(written) : written;
}

/** A text with every mark of Markdown written as a character reference: ugly, and read as text everywhere. */
export function guarded(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]|^\s|\s$/g, (character) =>
    /[\n\r]/.test(character) ? character : `&#${character.charCodeAt(0)};`,
  );
}

function needsEscape(character: string, before: string, after: string): boolean {
  switch (character) {
    case '\\':
      return after === '' || /^[!-/:-@[-`{-~\n\r]/.test(after);
    case '*':
      return !(/(?:^|\s)$/.test(before) && /^(?:\s|$)/.test(after));
    case '_':
      return !(/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after));
    case '`':
    case '[':
    case ']':
      return true;
    case '~':
      return after.startsWith('~') || before.endsWith('~');
    case '<':
      return /^[A-Za-z/!?]/.test(after);
    case '&':
      return /^#?[\dA-Za-z]+;/.test(after);
    case '!':
      return after.startsWith('[');
    default:
      return false;
  }
}

/** At the start of a line some marks begin a heading, a list or a quotation (CommonMark 4 and 5). */
function withSafeStart(text: string): string {
  return text.replace(/^(\s*)([#>+=-])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
