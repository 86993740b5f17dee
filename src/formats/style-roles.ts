/** What a style makes of a paragraph or of a run. */
export type StyleRole = 'heading' | 'list-item' | 'quotation' | 'caption' | 'code';

/** What a style of this name makes of a paragraph. */
export function roleNamed(name: string): StyleRole | undefined {
  return rolesByName.find(([pattern]) => pattern.test(name))?.[1];
}

/** Built-in styles have their English name in the file in every language version of Word. */
const rolesByName: readonly (readonly [RegExp, StyleRole])[] = [
  [/\b(?:code|verbatim|preformatted|macro text)\b|sourcecode|codeblock/i, 'code'],
  [/^html (?:keyboard|sample|typewriter|variable)\b/i, 'code'],
  [/^(?:heading|title|subtitle|toc heading)\b/i, 'heading'],
  [/^caption\b/i, 'caption'],
  [/^(?:intense )?quote\b|^block ?(?:text|quote)\b|^quotations?\b/i, 'quotation'],
  [/^list\b/i, 'list-item'],
];
