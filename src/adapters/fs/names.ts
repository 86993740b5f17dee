/**
 * Control characters, and marks that reorder text or are not seen: in a name they only mislead.
 * The joiners U+200C and U+200D stay, since Persian words and composed emoji are written with them.
 */
const misleading = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** What no file system takes in a name, or Windows alone does not. */
const forbidden = process.platform === 'win32' ? /[/\\<>:"|?*]|[. ]$/g : /[/\\]/g;

/** File systems take 255 bytes; the rest is room for ` (2)` and for `.reason.txt`. */
const nameBytesMax = 235;

/** A name for a screen: composed (NFC), and nothing in it that controls a terminal or reorders text. */
export function printable(name: string): string {
  return name.normalize('NFC').replace(misleading, '_');
}

/** A name that is safe as one component of a path on this machine's file systems; ordinary names stay as they are. */
export function safeName(name: string): string {
  const clean = printable(name).replace(forbidden, '_');
  if (/^\.{0,2}$/.test(clean)) return '_'.repeat(Math.max(1, clean.length));
  return shortened(clean);
}

/** What stands after the last dot, with the dot, when it looks like the kind of a file: `.docx`. Else nothing. */
export function endingOf(name: string): string {
  return /(?<=.)\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? '';
}

/** `letter (2).docx` for `letter.docx`, and `letter (2).docx.html` for its report `letter.docx.html`. */
export function numbered(name: string, number: number): string {
  if (number === 1) return name;
  const ending = fullEndingOf(name);
  return `${name.slice(0, name.length - ending.length)} (${number})${ending}`;
}

/**
 * One name of its own for each of the names in a folder, printable and composed:
 * two that differ only in how an accent is written, or in a character that is not shown, are told apart by a number.
 */
export function distinctNames(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(names.filter((name) => printable(name) === name));
  return new Map(
    [...names].sort().map((name) => {
      if (printable(name) === name) return [name, name];
      let number = 1;
      while (taken.has(numbered(printable(name), number))) number += 1;
      const own = numbered(printable(name), number);
      taken.add(own);
      return [name, own];
    }),
  );
}

/** What Proofdesk itself puts behind the name of a document. */
const ours = /\.(?:html|json|reason\.txt)$/i;

function fullEndingOf(name: string): string {
  const added = ours.exec(name)?.[0] ?? '';
  const inner = endingOf(name.slice(0, name.length - added.length));
  return added !== '' && inner !== '' ? inner + added : endingOf(name);
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= nameBytesMax) return name;
  const ending = fullEndingOf(name);
  const room = nameBytesMax - Buffer.byteLength(ending) - 1;
  let kept = '';
  let bytes = 0;
  for (const character of name.slice(0, name.length - ending.length)) {
    bytes += Buffer.byteLength(character);
    if (bytes > room) break;
    kept += character;
  }
  return `${kept}~${ending}`;
}
