import type { BlockKind } from '../../core/document.ts';
import type { TextSpan } from '../../core/span.ts';
import { newFlow } from '../html/flow.ts';
import { characterAt } from './characters.ts';
import { argumentsBefore, type CommandRole, roleOfCommand } from './commands.ts';
import { readEnvironment } from './environments.ts';
import { addObject, addSealed, addToken, type Reading } from './reading.ts';
import { addressEnd, argumentsEnd, groupEnd, groupStart, optionsEnd, skipGroups } from './scan.ts';

/** Reads the command that begins at a place; where what follows begins. */
export function readCommand(reading: Reading, start: number): number {
  const { source } = reading;
  const character = characterAt(source, start);
  if (character) {
    const end = start + character.length;
    addToken(reading, character.text === ' ' ? '\u00A0' : character.text, { start, end });
    return end;
  }
  const name = /^\\([A-Za-z@]+|[\s\S]?)/.exec(source.slice(start, start + 60))?.[1] ?? '';
  const end = start + 1 + name.length;
  if (name === '\\') return breakLine(reading, start, optionsEnd(source, end));
  if (name === '(' || name === '[') return readMath(reading, start, name === '(' ? '\\)' : '\\]');
  if (!/^[A-Za-z@]/.test(name)) return end;
  if (name === 'begin' || name === 'end') return readEnvironment(reading, start, end);
  if (name === 'verb' || name === 'lstinline') return readVerb(reading, start, end);
  if (name === 'iffalse') return endOf(source, end, '\\fi');
  if (/^(?:if[a-z@]*|else|fi|makeatletter|makeatother)$/.test(name)) return end;
  return readNamed(reading, { name, role: roleOfCommand(name), start, end });
}

interface Command {
  readonly name: string;
  readonly role: CommandRole;
  readonly start: number;
  /** Where its name ends. */
  readonly end: number;
}

function readNamed(reading: Reading, command: Command): number {
  const { source, flow } = reading;
  const { role, start, end } = command;
  switch (role) {
    case 'switch':
      return blanksBehind(source, end);
    case 'unseen': {
      const stop = argumentsEnd(source, end);
      return stop === end ? blanksBehind(source, end) : stop;
    }
    case 'break':
      flow.endBlock();
      return argumentsEnd(source, end);
    case 'line-break':
      return breakLine(reading, start, optionsEnd(source, end));
    case 'item':
      return readItem(reading, end);
    case 'object': {
      const stop = argumentsEnd(source, end);
      addObject(reading, { start, end: stop });
      return stop;
    }
    default:
      return readArgument(reading, command);
  }
}

/** Commands of which an argument is text. */
function readArgument(reading: Reading, { name, role, start, end }: Command): number {
  const { source } = reading;
  const from = optionsEnd(
    source,
    skipGroups(source, optionsEnd(source, end), argumentsBefore(name)),
  );
  const open = groupStart(source, from);
  if (open === undefined) return from;
  if (role === 'transparent') return open + 1;
  const close = role === 'address' ? addressEnd(source, open) : groupEnd(source, open);
  const last = source.charAt(close - 1) === '}' ? close - 1 : close;
  const inside = { start: open + 1, end: Math.max(open + 1, last) };
  switch (role) {
    case 'address':
      addSealed(reading, source.slice(inside.start, inside.end), { start, end: close });
      return close;
    case 'code':
      reading.closing.push({ at: close, close: reading.flow.frozenUntil({ start, end: close }) });
      return inside.start;
    case 'quoted':
      addSealed(reading, '"', { start, end: inside.start });
      reading.read(inside);
      addSealed(reading, '"', { start: inside.end, end: close });
      return close;
    case 'heading':
    case 'caption':
      readApart(reading, inside, role);
      return close;
    case 'note':
      readNote(reading, inside);
      addObject(reading, { start, end: close });
      return close;
    default:
      return inside.start;
  }
}

/** More texts in one another are read as part of what is around them. */
const depthMax = 20;

/** A paragraph of its own in the text around it. */
function readApart(reading: Reading, inside: TextSpan, kind: BlockKind): void {
  const { kind: around } = reading;
  reading.flow.endBlock();
  reading.kind = kind;
  reading.depth += 1;
  if (reading.depth <= depthMax) reading.read(inside);
  reading.depth -= 1;
  reading.flow.endBlock();
  reading.kind = around;
}

/** A text that stands elsewhere on the page: the sentence around it goes on behind. */
function readNote(reading: Reading, inside: TextSpan): void {
  const { flow: around } = reading;
  const own = newFlow();
  reading.flow = own;
  readApart(reading, inside, 'note');
  reading.flow = around;
  reading.notes.push(...own.blocks());
}

function readItem(reading: Reading, end: number): number {
  const { source, flow } = reading;
  flow.endBlock();
  const stop = optionsEnd(source, end);
  const open = source.indexOf('[', end);
  if (open !== -1 && open < stop) {
    readApart(reading, { start: open + 1, end: stop - 1 }, reading.kind);
  }
  return stop;
}

function breakLine(reading: Reading, start: number, end: number): number {
  if (reading.kind === 'table-cell') reading.flow.endBlock();
  else reading.flow.breakLine({ start, end });
  return end;
}

function readMath(reading: Reading, start: number, mark: string): number {
  const end = endOf(reading.source, start + 2, mark);
  addObject(reading, { start, end });
  return end;
}

/** `\verb|x|`: what stands between two signs that are alike. */
function readVerb(reading: Reading, start: number, end: number): number {
  const { source } = reading;
  const from = optionsEnd(source, end);
  const mark = source.charAt(from);
  if (/[\s]/.test(mark) || mark === '') return from;
  const stop = endOf(source, from + 1, mark === '{' ? '}' : mark);
  addSealed(reading, source.slice(from + 1, stop - 1), { start, end: stop });
  return stop;
}

function endOf(source: string, from: number, mark: string): number {
  const at = source.indexOf(mark, from);
  return at === -1 ? source.length : at + mark.length;
}

/** TeX passes over the blanks behind the name of a command, but not over an empty line. */
function blanksBehind(source: string, at: number): number {
  const raw = /^[ \t]*(?:\r?\n[ \t]*(?!\s))?/.exec(source.slice(at, at + 200))?.[0] ?? '';
  return at + raw.length;
}
