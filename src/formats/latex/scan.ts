/** Where the group that opens at `at` ends: behind its closing brace, or at the end of the source. Linear. */
export function groupEnd(source: string, at: number, close: '}' | ']' = '}'): number {
  let depth = 0;
  for (let index = at; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (character === '\\') index += 1;
    else if (character === '%') index = lineEnd(source, index) - 1;
    else if (character === '{') depth += 1;
    else if (character === close && (close === ']' ? depth === 0 : depth === 1)) return index + 1;
    else if (character === '}') depth -= 1;
  }
  return source.length;
}

/** Where the optional arguments that begin at `at` end: `*` and `[...]`. */
export function optionsEnd(source: string, at: number): number {
  let end = source.charAt(at) === '*' ? at + 1 : at;
  for (
    let next = blanksEnd(source, end);
    source.charAt(next) === '[';
    next = blanksEnd(source, end)
  ) {
    end = groupEnd(source, next + 1, ']');
  }
  return end;
}

/** Where the group behind blanks begins, or undefined where there is none. */
export function groupStart(source: string, at: number): number | undefined {
  const next = blanksEnd(source, at);
  return source.charAt(next) === '{' ? next : undefined;
}

/** Behind all arguments that follow, of either kind. */
export function argumentsEnd(source: string, at: number): number {
  let end = optionsEnd(source, at);
  for (let start = groupStart(source, end); start === end; start = groupStart(source, end)) {
    end = optionsEnd(source, groupEnd(source, start));
  }
  return end;
}

/** Where a group ends in which every sign stands for itself: an address may hold percent signs. */
export function addressEnd(source: string, open: number): number {
  let depth = 0;
  for (let at = open; at < source.length; at += 1) {
    if (source.charAt(at) === '{') depth += 1;
    else if (source.charAt(at) === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return source.length;
}

/** Behind so many arguments in braces, which are addresses, sizes, colours. */
export function skipGroups(source: string, at: number, count: number): number {
  let end = at;
  for (let index = 0; index < count; index += 1) {
    const start = groupStart(source, end);
    if (start === undefined) return end;
    end = addressEnd(source, start);
  }
  return end;
}

/** Where a comment that begins at `at` ends: with its line, and the blanks before the next one. */
export function commentEnd(source: string, at: number): number {
  const end = lineEnd(source, at);
  const next = source.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, source.length);
  const from = blanksEnd(source, next);
  return /[\r\n]/.test(source.charAt(from)) ? end : from;
}

/** Behind the blanks of a line. */
function blanksEnd(source: string, at: number): number {
  let end = at;
  while (source.charAt(end) === ' ' || source.charAt(end) === '\t') end += 1;
  return end;
}

function lineEnd(source: string, at: number): number {
  const next = source.slice(at).search(/[\r\n]/);
  return next === -1 ? source.length : at + next;
}
