import type { TextSpan } from './span.ts';

/** The shortest quotation that is somebody's own words rather than a quoted term. */
const quotationWordsMin = 8;

/** Longer runs without a space are keys, tokens or encoded data: no English word comes near. */
const tokenCharactersMax = 60;

/** Everything in running prose that no edit may touch: addresses, quotations, damaged characters. */
export function frozenInProse(text: string): readonly TextSpan[] {
  return mergedSpans([
    ...frozenAddresses(text),
    ...frozenQuotations(text),
    ...matches(text, /[\uFFFC\uFFFD]+/g),
  ]);
}

/**
 * What is an address rather than prose: URLs, e-mail addresses, paths, file names, @handles, #tags,
 * identifiers, hashes, placeholders. Sorted, without overlap. Linear in the text.
 */
export function frozenAddresses(text: string): readonly TextSpan[] {
  const spans: TextSpan[] = [...matches(text, placeholder)];
  for (const match of text.matchAll(/\S+/g)) {
    if (!suspicious.test(match[0]) && match[0].length <= tokenCharactersMax) continue;
    const span = addressIn(match[0]);
    if (span) spans.push({ start: match.index + span.start, end: match.index + span.end });
  }
  return mergedSpans(spans);
}

/**
 * The inside of double-quoted passages of eight words or more; the marks themselves stay editable.
 * A mark without its partner freezes nothing. Linear in the text.
 */
export function frozenQuotations(text: string): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  let open: { readonly start: number; readonly closer: string } | undefined;
  for (const match of text.matchAll(/["“”]/g)) {
    const { index } = match;
    if (open && match[0] === open.closer && !opens(text, index)) {
      if (isLongPassage(text.slice(open.start, index)))
        spans.push({ start: open.start, end: index });
      open = undefined;
    } else if (opens(text, index)) {
      open = { start: index + 1, closer: match[0] === '"' ? '"' : '”' };
    }
  }
  return spans;
}

/** The same stretches sorted, those that overlap or touch made one, empty ones left out. */
export function mergedSpans(spans: readonly TextSpan[]): readonly TextSpan[] {
  const merged: TextSpan[] = [];
  const sorted = spans.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start);
  for (const span of sorted) {
    const last = merged.at(-1);
    if (!last || span.start > last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = { start: last.start, end: span.end };
  }
  return merged;
}

/** The stretches that hold more than white space: a frozen tab or line break still parts the words beside it. */
export function withoutGaps(text: string, spans: readonly TextSpan[]): readonly TextSpan[] {
  return spans.filter((span) => /\S/.test(text.slice(span.start, span.end)));
}

/** `{{name}}`, `${name}`, `{name}`, `<<name>>`, `[[name]]`, `%(name)s`, `<tag>`: a program reads these. */
const placeholder =
  /\{\{[^{}\n]{1,200}\}\}|\$\{[^{}\n]{1,200}\}|\{[\w.-]{1,60}\}|<<[^<>\n]{1,100}>>|\[\[[^[\]\n]{1,200}\]\]|%\(\w{1,60}\)[sd]|<\/?[A-Za-z][\w:-]{0,60}(?:\s[^<>\n]{0,200})?\/?>/g;

/** A cheap first look: most words of a text end here. */
const suspicious = /[@#/\\]|\w\.\w|:\S|[\da-fA-F-]{8}|\d[a-fA-F]|[a-fA-F]\d/;

/** Where in a word without spaces the address stands, brackets and closing punctuation left outside. */
function addressIn(token: string): TextSpan | undefined {
  const url = urlStart(token);
  const start = url ?? token.match(/^[([{<"'“‘«*_,;]+/)?.[0].length ?? 0;
  const end = trimmedEnd(token, start);
  const body = token.slice(start, end);
  if (url !== undefined) return end > start ? { start, end } : undefined;
  return isAddress(body) ? { start, end } : undefined;
}

/** Where `scheme://`, `mailto:`, `www.` or the like begins, also behind a bracket or a colon. */
function urlStart(token: string): number | undefined {
  const match =
    /(?<![a-z0-9])(?:[a-z][a-z0-9+.-]{1,20}:\/\/|(?:mailto|tel|doi|urn|data):(?=\S)|www\d?\.(?=\w))/i.exec(
      token,
    );
  return match?.index;
}

function isAddress(body: string): boolean {
  if (body.length > tokenCharactersMax && /^[\x21-\x7E]+$/.test(body))
    return !/[a-z]{2}[—–-][a-z]{2}/i.test(body);
  return addressShapes.some((shape) => shape.test(body));
}

/** Each is anchored at both ends or matches a fixed shape, so that none can run away on a long word. */
const addressShapes: readonly RegExp[] = [
  // office@example.org, git@host:path
  /^[^\s@]+@[^\s@.]+\.[^\s@]+$/,
  // @handle, #tag, #12
  /^[@#][\p{L}\p{N}_][\p{L}\p{N}_./-]*$/u,
  // C:\folder, \\server\share, folder\file
  /^[A-Za-z]:[\\/]|^\\\\\w|\w\\\w/,
  // /usr/bin, ./here, ../up, ~/home
  /^(?:~|\.{1,2})\/\S|^\/[\w.-]+\/\S*$|^\/[\w-]+$/,
  // src/main.ts, report.docx, Node.js
  /^[\w@~+./-]*[\w)]\.(?:c|cc|cfg|conf|cpp|cs|css|csv|docx?|dotx|eml|env|exe|git|gif|go|gz|h|html?|ini|java|jpe?g|js|json|jsx|lock|log|md|mjs|odt|pdf|php|png|pptx?|py|rb|rs|rtf|sh|sql|svg|tar|tex|toml|ts|tsx|txt|vue|xlsx?|xml|ya?ml|zip)$/i,
  // example.com, shop.example.co.uk/path
  /^(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|mil|int|info|io|dev|app|eu|uk|us|ca|au|nz|ie|de|fr|ch|at|nl|tv)(?::\d+)?(?:[/?#]\S*)?$/i,
  // 10.1000/182
  /^10\.\d{4,9}\/\S+$/,
  // 3f2504e0-4f89-11d3-9a0c-0305e82c3301
  /^\{?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\}?$/i,
  // a commit, a checksum: letters and digits mixed
  /^(?:0x)?(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{7,}$/i,
];

/** The end without closing punctuation; a closing bracket stays when the address opened it. */
function trimmedEnd(token: string, start: number): number {
  let end = token.length;
  let unopened = count(token, ')') - count(token.slice(start), '(');
  while (end > start && /[.,;:!?'"’”»>*_\])}]/.test(token.charAt(end - 1))) {
    if (token.charAt(end - 1) === ')' && unopened <= 0) break;
    if (token.charAt(end - 1) === ')') unopened -= 1;
    end -= 1;
  }
  return end;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** Whether a double quotation mark at `index` begins a quotation. */
function opens(text: string, index: number): boolean {
  if (text.charAt(index) !== '"') return text.charAt(index) === '“';
  return /^[\s([{—–-]?$/.test(text.charAt(index - 1)) && /^\S$/.test(text.charAt(index + 1));
}

function isLongPassage(passage: string): boolean {
  return (passage.match(/\S+/g)?.length ?? 0) >= quotationWordsMin;
}

function matches(text: string, pattern: RegExp): readonly TextSpan[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
