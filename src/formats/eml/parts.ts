import { DocumentProblem } from '../../core/problem.ts';
import type { TextSpan } from '../../core/span.ts';
import { decodedWords } from './encoded-words.ts';
import { type Header, headerOf, type Parameterised, parameterised } from './fields.ts';

/** A part of a message that has no parts of its own. */
export interface Leaf {
  /** Its number among the leaves of the message. */
  readonly number: number;
  /** In lower case: `text/plain`. */
  readonly mediaType: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly transferEncoding: string;
  /** The name that the sender gave it; undefined for what is part of the message itself. */
  readonly fileName: string | undefined;
  readonly isAttached: boolean;
  /** The bytes of its body in the message. */
  readonly body: TextSpan;
  /** The part that offers this one and its like to choose from, by where it begins. */
  readonly alternative: number | undefined;
}

/** Messages nest: a part within so many others is no honest mail. */
const depthMax = 20;

/** More parts than any honest mail has. */
const partsMax = 1_000;

/** What a message is made of. */
export interface Message {
  readonly leaves: readonly Leaf[];
  /** The media types of the parts that hold others. */
  readonly containers: ReadonlySet<string>;
}

/** Takes a message apart (RFC 2046, section 5.1). Each unit of `source` is a byte. Throws DocumentProblem. */
export function messageOf(source: string): Message {
  const leaves: Leaf[] = [];
  const containers = new Set<string>();
  const tasks: Task[] = [
    { span: { start: 0, end: source.length }, depth: 0, alternative: undefined, isDigest: false },
  ];
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    if (leaves.length + tasks.length > partsMax || task.depth > depthMax) {
      throw new DocumentProblem('unsafe', 'The e-mail is made of too many parts.');
    }
    const part = partAt(source, task);
    const inner = innerTasks(source, part, task);
    if (inner) {
      containers.add(part.type.value);
      tasks.push(...inner.reverse());
    } else leaves.push(leafOf(part, task, leaves.length));
  }
  return { leaves, containers };
}

interface Task {
  readonly span: TextSpan;
  readonly depth: number;
  readonly alternative: number | undefined;
  /** Whether its parts are messages where they say nothing else. */
  readonly isDigest: boolean;
}

interface Part {
  readonly header: Header;
  readonly type: Parameterised;
  readonly body: TextSpan;
}

function partAt(source: string, { span, isDigest }: Task): Part {
  const body = bodyOf(source, span);
  const header = headerOf(source.slice(span.start, body.start));
  const fallback = isDigest ? 'message/rfc822' : 'text/plain';
  const type = parameterised(header.get('content-type') ?? fallback);
  return { header, type: type.value.includes('/') ? type : parameterised('text/plain'), body };
}

/** What stands behind the first empty line. */
function bodyOf(source: string, { start, end }: TextSpan): TextSpan {
  emptyLine.lastIndex = start;
  const atOnce = /^(?:\r\n|\n|\r)/.exec(source.slice(start, start + 2));
  if (atOnce) return { start: Math.min(end, start + atOnce[0].length), end };
  const match = emptyLine.exec(source);
  const from = match ? match.index + match[0].length : end;
  return { start: Math.min(from, end), end };
}

const emptyLine = /\r\n\r\n|\n\r?\n|\r\r/g;

function innerTasks(source: string, { type, body }: Part, task: Task): Task[] | undefined {
  const boundary = type.parameters.get('boundary');
  if (!type.value.startsWith('multipart/') || !boundary) return undefined;
  const inner = {
    depth: task.depth + 1,
    alternative: type.value === 'multipart/alternative' ? body.start : task.alternative,
    isDigest: type.value === 'multipart/digest',
  };
  return spansBetween(source, body, `--${boundary}`).map((span) => ({ span, ...inner }));
}

/** The parts between the delimiters; the line end before a delimiter belongs to it. */
function spansBetween(source: string, body: TextSpan, delimiter: string): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  let start: number | undefined;
  for (
    let at = source.indexOf(delimiter, body.start);
    at !== -1 && at < body.end;
    at = source.indexOf(delimiter, at + delimiter.length)
  ) {
    const before = source.charAt(at - 1);
    if (at > body.start && before !== '\n' && before !== '\r') continue;
    const rest = restOfLine(source, at + delimiter.length);
    if (!/^(?:--)?[ \t]*$/.test(rest.text)) continue;
    const lineEnd = source.slice(at - 2, at) === '\r\n' ? 2 : 1;
    if (start !== undefined) spans.push({ start, end: Math.max(start, at - lineEnd) });
    start = rest.text.startsWith('--') ? undefined : rest.next;
    if (rest.text.startsWith('--')) break;
  }
  if (start !== undefined && start < body.end) spans.push({ start, end: body.end });
  return spans;
}

function restOfLine(source: string, at: number): { readonly text: string; readonly next: number } {
  lineEnd.lastIndex = at;
  const match = lineEnd.exec(source);
  const index = match?.index ?? source.length;
  return { text: source.slice(at, index), next: index + (match?.[0].length ?? 0) };
}

const lineEnd = /\r\n|\n|\r/g;

function leafOf({ header, type, body }: Part, { alternative }: Task, number: number): Leaf {
  const disposition = parameterised(header.get('content-disposition') ?? '');
  const name = disposition.parameters.get('filename') ?? type.parameters.get('name');
  const subject = decodedWords(header.get('content-description') ?? '');
  return {
    number,
    mediaType: type.value,
    parameters: type.parameters,
    transferEncoding: header.get('content-transfer-encoding') ?? '',
    fileName: name?.trim() || (type.value === 'message/rfc822' ? subject || undefined : undefined),
    isAttached: disposition.value === 'attachment' || type.value === 'message/rfc822',
    body,
    alternative,
  };
}
