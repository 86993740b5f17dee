import type { RevisionStamp } from '../../core/format.ts';
import { readXml, related } from '../office/package.ts';
import { attributeOf, type Tag, tagsOf } from '../xml/tags.ts';
import { escapeAttribute } from '../xml/text.ts';
import { type CommentLook, commentXml, type NewComment } from './comment-xml.ts';
import type { WordPackage } from './main-part.ts';
import { type PartContents, withNewPart } from './new-part.ts';
import { newParagraphIds } from './paragraph-ids.ts';
import { namesAt } from './revision-writer.ts';
import { insertedAtEnd } from './root-end.ts';

/**
 * The parts that hold comments, with new ones at their end: the comments part and, where the document had none,
 * what declares it. Comments that are there already stay as they are, byte for byte.
 */
export function withComments(
  file: WordPackage,
  comments: readonly NewComment[],
  stamp: RevisionStamp,
): PartContents {
  const name = related(file.relationships, 'comments').find((part) => file.entry(part));
  const entry = name === undefined ? undefined : file.entry(name);
  const write = (xml: string): string =>
    insertedAtEnd(xml, (root) => {
      const look = lookOf(root, stamp, file);
      return comments.map((comment) => commentXml(comment, look)).join('');
    });
  if (entry) {
    const { text, encode } = readXml(file.zip, entry);
    return new Map([[entry.name, encode(write(text))]]);
  }
  const content = new TextEncoder().encode(write(emptyPart(file)));
  return withNewPart(file, { kind: 'comments', type: commentsType, content });
}

const commentsType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

const word2010 = 'http://schemas.microsoft.com/office/word/2010/wordml';
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** A comments part without comments, in the namespace of the document: strict or transitional. */
function emptyPart(file: WordPackage): string {
  const [root] = tagsOf(readXml(file.zip, file.main).text);
  const prefix = root?.rawName.includes(':')
    ? root.rawName.slice(0, root.rawName.indexOf(':'))
    : '';
  const namespace = root?.scope.namespaceOf(prefix) ?? '';
  const declared = [
    `xmlns:w="${escapeAttribute(namespace)}"`,
    `xmlns:mc="${compatibility}"`,
    `xmlns:w14="${word2010}"`,
    'mc:Ignorable="w14"',
  ];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments ${declared.join(' ')}/>`;
}

/**
 * How comments are written in this part. Paragraphs get ids, by which Word knows a comment again, only where the
 * part has the prefix for them and tells older readers to ignore it: its root is not ours to change.
 */
function lookOf(root: Tag, stamp: RevisionStamp, file: WordPackage): CommentLook {
  const names = namesAt(root);
  const ignorable = (attributeOf(root, 'mc:Ignorable') ?? '').split(/\s+/);
  const prefix = [...root.scope.prefixes()].find(
    (each) => root.scope.namespaceOf(each) === word2010 && ignorable.includes(each),
  );
  if (prefix === undefined) return { names, stamp };
  const nextId = newParagraphIds(file);
  return { names, stamp, paragraphId: () => ` ${prefix}:paraId="${nextId()}"` };
}
