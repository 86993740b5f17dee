import type { Tag } from '../xml/tags.ts';
import { escapeText } from '../xml/text.ts';
import { elementName } from './names.ts';

/** What was written last in a paragraph, as far as it decides whether a space that follows is seen. */
export interface Spacing {
  /** Whether character data that is white space would not be seen here. */
  readonly ignores: () => boolean;
  /** Whether a space of the document that comes next must be written otherwise than as a space. */
  readonly swallowsKept: () => boolean;
  readonly mark: () => void;
  readonly element: () => void;
  readonly kept: (lastCharacter: string) => void;
  /** New text as XML: a space after a space, or at the start of the paragraph, is a `text:s`. */
  readonly added: (text: string, around: Tag) => string;
}

export function newSpacing(): Spacing {
  let last: 'start' | 'space' | 'element' | 'sign' = 'start';
  let isOurs = false;
  const set = (now: typeof last, ours: boolean): void => {
    last = now;
    isOurs = ours;
  };
  const ignores = (): boolean => last === 'start' || last === 'space';
  return {
    ignores,
    // Programs differ in whether a space behind a `text:s` is seen; behind one of ours it must be.
    swallowsKept: () => ignores() || (last === 'element' && isOurs),
    mark: () => set('sign', false),
    element: () => set('element', false),
    kept: (character) => set(character === ' ' ? 'space' : 'sign', false),
    added: (text, around) => {
      const { xml, end } = writtenText(text, around, last === 'sign');
      set(end, true);
      return xml;
    },
  };
}

/** Text that stands alone in a paragraph, as what was deleted does: no space of it may depend on what is around. */
export function standingText(text: string, around: Tag): string {
  const last = / $/.test(text) ? text.slice(0, -1) : text;
  const rest = text.length - last.length;
  return writtenText(last, around, false).xml + (rest > 0 ? spacesElement(around, rest) : '');
}

/** So many spaces as an element (ODF 1.3 Part 3, 6.1.3). */
export function spacesElement(around: Tag, count: number): string {
  const { open, prefix } = elementName(around, 'text', 's');
  return count === 1 ? `<${open}/>` : `<${open} ${prefix}c="${count}"/>`;
}

/** `afterSign`: whether a sign comes before, so that a first space is seen as it is. */
function writtenText(
  text: string,
  around: Tag,
  afterSign: boolean,
): { readonly xml: string; readonly end: 'space' | 'element' | 'sign' } {
  const pieces: string[] = [];
  let end: 'space' | 'element' | 'sign' = afterSign ? 'sign' : 'element';
  for (const [part] of text.matchAll(/ +|[^ ]+/g)) {
    if (!part.startsWith(' ')) {
      pieces.push(escapeText(part));
      end = 'sign';
      continue;
    }
    const plain: number = end === 'sign' ? 1 : 0;
    pieces.push(' '.repeat(plain));
    if (part.length > plain) pieces.push(spacesElement(around, part.length - plain));
    end = part.length > plain ? 'element' : 'space';
  }
  return { xml: pieces.join(''), end };
}
