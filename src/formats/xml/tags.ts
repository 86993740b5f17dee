import { DocumentProblem } from '../../core/problem.ts';
import { outermost, type Scope, scopeWith } from './names.ts';
import { unescapeXml } from './text.ts';

/** A tag of an XML text, with the place where it stands. */
export interface Tag {
  readonly kind: 'open' | 'close' | 'empty';
  /** Its name with this program's prefix, `w:p`. */
  readonly name: string;
  /** Its name as the text has it, `ns0:p`. */
  readonly rawName: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the name and the end of the tag. */
  readonly rawAttributes: string;
  readonly scope: Scope;
}

/**
 * The tags of an XML text in order. Text, comments, CDATA and processing instructions are passed over.
 * The text must be well-formed; the scan is linear and holds one scope for each open element that declares some.
 */
export function* tagsOf(xml: string, around: Scope = outermost): Generator<Tag> {
  const scopes: { readonly depth: number; readonly scope: Scope }[] = [];
  let scope = around;
  let depth = 0;
  let at = xml.indexOf('<');
  while (at >= 0) {
    const passed = passedOver(xml, at);
    if (passed === undefined) {
      const tag = tagAt(xml, at, scope);
      if (tag.kind === 'open') {
        depth += 1;
        if (tag.scope !== scope) scopes.push({ depth, scope });
        scope = tag.scope;
      }
      yield tag;
      if (tag.kind === 'close') {
        const outer = scopes.at(-1);
        if (outer?.depth === depth) scope = scopes.pop()?.scope ?? around;
        depth -= 1;
      }
    }
    at = xml.indexOf('<', passed ?? tagEnd(xml, at));
  }
}

/** The value of an attribute by its name with this program's prefix, `w:val`; undefined where it is absent. */
export function attributeOf(tag: Tag, name: string): string | undefined {
  const local = name.slice(name.indexOf(':') + 1);
  if (!tag.rawAttributes.includes(local)) return undefined;
  for (const [, raw = '', double, single] of tag.rawAttributes.matchAll(attributePattern)) {
    if (tag.scope.attribute(raw) === name) return unescapeXml(double ?? single ?? '');
  }
  return undefined;
}

const attributePattern = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Where a comment, CDATA section or instruction at `at` ends; undefined for a tag. */
function passedOver(xml: string, at: number): number | undefined {
  const next = xml.charAt(at + 1);
  if (next === '?') return after(xml, '?>', at);
  if (next !== '!') return undefined;
  if (xml.startsWith('<!--', at)) return after(xml, '-->', at + 4);
  if (xml.startsWith('<![CDATA[', at)) return after(xml, ']]>', at);
  throw new DocumentProblem('unsafe', 'A part of the document declares a DOCTYPE.');
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? xml.length : found + mark.length;
}

function tagAt(xml: string, start: number, scope: Scope): Tag {
  const end = tagEnd(xml, start);
  if (xml.charAt(start + 1) === '/') {
    const rawName = xml.slice(start + 2, end - 1).trimEnd();
    const name = scope.element(rawName);
    return { kind: 'close', name, rawName, start, end, rawAttributes: '', scope };
  }
  const empty = xml.charAt(end - 2) === '/';
  const nameEnd = nameEndOf(xml, start + 1);
  const rawName = xml.slice(start + 1, nameEnd);
  const rawAttributes = xml.slice(nameEnd, end - (empty ? 2 : 1));
  const inner = rawAttributes.includes('xmlns') ? declaring(scope, rawAttributes) : scope;
  const kind = empty ? 'empty' : 'open';
  return { kind, name: inner.element(rawName), rawName, start, end, rawAttributes, scope: inner };
}

/** A `>` inside an attribute's value does not end the tag. */
function tagEnd(xml: string, start: number): number {
  let quote = 0;
  for (let at = start + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return at + 1;
    else if (code === 0x22 || code === 0x27) quote = code;
  }
  return xml.length;
}

function nameEndOf(xml: string, from: number): number {
  let at = from;
  while (at < xml.length) {
    const code = xml.charCodeAt(at);
    if (code <= 0x20 || code === 0x2f || code === 0x3e) break;
    at += 1;
  }
  return at;
}

function declaring(scope: Scope, rawAttributes: string): Scope {
  const declared = new Map<string, string>();
  for (const [, raw = '', double, single] of rawAttributes.matchAll(attributePattern)) {
    if (raw === 'xmlns') declared.set('', unescapeXml(double ?? single ?? ''));
    else if (raw.startsWith('xmlns:')) declared.set(raw.slice(6), double ?? single ?? '');
  }
  return declared.size === 0 ? scope : scopeWith(scope, declared);
}
