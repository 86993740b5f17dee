import type { BlockKind } from '../../core/document.ts';
import { isForeign, isMath, isQuotation, isTable, isVerbatim } from './commands.ts';
import { addObject, type Reading } from './reading.ts';
import { argumentsEnd, groupEnd, groupStart, optionsEnd } from './scan.ts';

/** Reads `\begin{...}` or `\end{...}`; `end` is where its name ends. Where what follows begins. */
export function readEnvironment(reading: Reading, start: number, end: number): number {
  const { source } = reading;
  const open = groupStart(source, end);
  if (open === undefined) return end;
  const close = groupEnd(source, open);
  const environment = source.slice(open + 1, close - 1).trim();
  if (source.startsWith('\\end', start)) return leave(reading, environment, close);
  return enter(reading, environment, { start, close });
}

interface Beginning {
  readonly start: number;
  /** Behind `\begin{...}`. */
  readonly close: number;
}

function enter(reading: Reading, environment: string, { start, close }: Beginning): number {
  const { source, flow } = reading;
  if (isMath(environment)) {
    const end = environmentEnd(source, environment, close);
    addObject(reading, { start, end });
    return end;
  }
  flow.endBlock();
  if (isVerbatim(environment) || isForeign(environment)) {
    return environmentEnd(source, environment, close);
  }
  reading.kinds.push({ environment, around: reading.kind });
  reading.kind = kindIn(environment) ?? reading.kind;
  return environment === 'frame' ? readFrameTitle(reading, close) : argumentsEnd(source, close);
}

function leave(reading: Reading, environment: string, close: number): number {
  reading.flow.endBlock();
  const index = reading.kinds.findLastIndex((each) => each.environment === environment);
  const left = reading.kinds[index];
  if (left) {
    reading.kind = left.around;
    reading.kinds.length = index;
  }
  return close;
}

function kindIn(environment: string): BlockKind | undefined {
  if (isQuotation(environment)) return 'quotation';
  if (isTable(environment)) return 'table-cell';
  return /^(?:itemize|enumerate|description|compactitem|compactenum|list)\*?$/.test(environment)
    ? 'list-item'
    : undefined;
}

/** A slide is begun with its title. */
function readFrameTitle(reading: Reading, close: number): number {
  const { source, kind } = reading;
  const from = optionsEnd(source, close);
  const open = groupStart(source, from);
  if (open === undefined) return from;
  const end = groupEnd(source, open);
  reading.kind = 'heading';
  reading.read({ start: open + 1, end: end - 1 });
  reading.flow.endBlock();
  reading.kind = kind;
  return end;
}

/** Behind the `\end` of an environment, those of the same name within it passed over. */
function environmentEnd(source: string, environment: string, from: number): number {
  const name = environment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const mark = new RegExp(`\\\\(begin|end)\\s*\\{\\s*${name}\\s*\\}`, 'g');
  mark.lastIndex = from;
  let depth = 1;
  for (let match = mark.exec(source); match; match = mark.exec(source)) {
    depth += match[1] === 'begin' && !isVerbatim(environment) ? 1 : match[1] === 'end' ? -1 : 0;
    if (depth === 0) return match.index + match[0].length;
  }
  return source.length;
}
