/** The opening tag of a `w:t` so that white space at the ends of its text is kept (ECMA-376 Part 1, 17.3.3.31). */
export function preserving(openTag: string): string {
  const stated = /\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')/;
  const bare = openTag.replace(stated, '');
  return `${bare.slice(0, -1)} xml:space="preserve">`;
}

export function needsPreserving(text: string): boolean {
  return /^[ \t\r\n]|[ \t\r\n]$/.test(text);
}
