import { DocumentProblem } from '../../core/problem.ts';
import { type Tag, tagsOf } from '../xml/tags.ts';

/** The XML with more content at the end of its root element, every other byte as it was. */
export function insertedAtEnd(xml: string, content: (root: Tag) => string): string {
  const [root] = tagsOf(xml);
  if (!root) throw new DocumentProblem('corrupt', 'A part of the document is empty.');
  if (root.kind === 'empty') {
    const open = xml.slice(0, root.end - 2);
    return `${open}>${content(root)}</${root.rawName}>${xml.slice(root.end)}`;
  }
  const close = xml.lastIndexOf(`</${root.rawName}`);
  return xml.slice(0, close) + content(root) + xml.slice(close);
}
