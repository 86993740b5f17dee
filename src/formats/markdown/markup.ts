import type { TextSpan } from '../../core/span.ts';

/** What other dialects of Markdown mean by their own marks, and CommonMark takes for text. */
export function frozenMarkup(text: string): readonly TextSpan[] {
  return markup.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

const markup: readonly RegExp[] = [
  // Formulas: $$…$$, and $x$ by Pandoc's rule, which leaves "$5 and $10" alone
  /\$\$[^$]{1,2000}\$\$/g,
  /\$(?=[^\s$])[^$\n]{0,200}[^\s$\\]\$(?!\d)|\$[A-Za-z]\$(?!\d)/g,
  // Liquid and Hugo: {% include %}, {{< figure >}}
  /\{%[^\n]{0,200}?%\}|\{\{[<%][^\n]{0,200}?[%>]\}\}/g,
  // Attributes: {#id .class key=value}
  /\{[#.:][^{}\n]{1,200}\}/g,
  // Directives: :::note, ::leaf[…]{…}
  /^:{2,}[^\n]*/gm,
  // Short codes: :tada:
  /(?<![\w:]):[a-z][a-z\d_+-]{1,40}:(?!\w)/g,
  // Wiki links, note marks and callouts without a definition: [[Page]], [^1], [!NOTE], [TOC]
  /\[\[[^[\]\n]{1,200}\]\]|\[\^[^\]\s]{1,60}\]|\[![A-Za-z]{1,20}\]|^\[TOC\]$/gm,
];
