import type { RevisionStamp } from '../../core/format.ts';
import { escapeAttribute, escapeText } from '../xml/text.ts';
import type { Names } from './revision-writer.ts';

/** A comment that is to be written (ECMA-376 Part 1, 17.13.4.2). */
export interface NewComment {
  readonly id: number;
  /** Lines are paragraphs. */
  readonly text: string;
}

export interface CommentLook {
  readonly names: Names;
  readonly stamp: RevisionStamp;
  /** The attribute that gives a paragraph its id, with a space before it. */
  readonly paragraphId?: () => string;
}

export function commentXml({ id, text }: NewComment, look: CommentLook): string {
  const { element, attribute, declaration } = look.names;
  const { author, date } = look.stamp;
  const attributes = [
    `${attribute}id="${id}"`,
    `${attribute}author="${escapeAttribute(author)}"`,
    `${attribute}date="${escapeAttribute(date)}"`,
    `${attribute}initials="${escapeAttribute(initialsOf(author))}"`,
  ];
  const open = `<${element}comment${declaration} ${attributes.join(' ')}>`;
  const mark = `<${element}r><${element}annotationRef/></${element}r>`;
  const paragraphs = text.split('\n').map((line, index) => {
    const run = `<${element}r><${element}t xml:space="preserve">${escapeText(legal(line))}</${element}t></${element}r>`;
    const head = `<${element}p${look.paragraphId?.() ?? ''}>`;
    return `${head}${index === 0 ? mark : ''}${run}</${element}p>`;
  });
  return `${open}${paragraphs.join('')}</${element}comment>`;
}

/** `Proofdesk` is `P`, `Anna Berg` is `AB`. */
function initialsOf(author: string): string {
  return [...author.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(([first]) => first).join('');
}

/** Without what XML cannot hold (XML 1.0, 2.2), and without the sign for an object, which says nothing here. */
function legal(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\uFFFC\uFFFE\uFFFF]/gu, ' ');
}
