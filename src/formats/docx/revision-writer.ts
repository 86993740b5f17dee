import type { RevisionStamp } from '../../core/format.ts';
import { escapeAttribute, escapeText } from '../xml/text.ts';
import { copiedProperties } from './copied-properties.ts';
import type { Fragment } from './operations.ts';
import type { Insertion, Run } from './paragraph.ts';
import { needsPreserving } from './preserving.ts';

/** Writes the markup of tracked changes (ECMA-376 Part 1, 17.13.5) in the prefix of the document. */
export interface RevisionWriter {
  /** `raw` is XML text; `head` stands for the run's opening tag and properties where given. */
  readonly deletion: (run: Run, raw: string, head: string | undefined) => string;
  readonly insertion: (fragments: readonly Fragment[]) => string;
  /** The opening of a run that goes on after a change. */
  readonly runHead: (run: Run) => string;
  /** The opening tag of somebody's insertion once more, with an id of its own. */
  readonly reopened: (insertion: Insertion, run: Run) => string;
}

export function newRevisionWriter(
  xml: string,
  stamp: Partial<RevisionStamp> & { readonly author: string },
  nextId: () => number,
): RevisionWriter {
  const marked = (run: Run, name: string, content: string): string => {
    const { element, attribute, declaration } = namesAt(run);
    const date =
      stamp.date === undefined ? '' : ` ${attribute}date="${escapeAttribute(stamp.date)}"`;
    const author = ` ${attribute}author="${escapeAttribute(stamp.author)}"`;
    const open = `<${element}${name}${declaration} ${attribute}id="${nextId()}"${author}${date}>`;
    return `${open}${content}</${element}${name}>`;
  };
  const plainHead = (run: Run): string => `<${run.rawName}>${copiedProperties(xml, run)}`;
  return {
    deletion: (run, raw, head) => {
      const text = `${namesAt(run).element}delText`;
      const content = `<${text} xml:space="preserve">${raw}</${text}>`;
      return marked(run, 'del', `${head ?? plainHead(run)}${content}</${run.rawName}>`);
    },
    insertion: (fragments) => {
      const [first] = fragments;
      if (!first) return '';
      const runs = byLook(fragments, (fragment) => plainHead(fragment.source.run));
      const name = `${namesAt(first.source.run).element}t`;
      const written = runs.map(({ head, text }) => {
        const space = needsPreserving(text) ? ' xml:space="preserve"' : '';
        const content = `<${name}${space}>${escapeText(text)}</${name}>`;
        return `${head}${content}</${first.source.run.rawName}>`;
      });
      return marked(first.source.run, 'ins', written.join(''));
    },
    runHead: (run) => `${xml.slice(run.start, run.openEnd)}${copiedProperties(xml, run)}`,
    reopened: (insertion, run) => {
      const id = new RegExp(`(\\s${namesAt(run).attribute}id\\s*=\\s*["'])[^"']*`);
      return xml.slice(insertion.start, insertion.openEnd).replace(id, `$1${nextId()}`);
    },
  };
}

/** How elements and attributes of the document's own namespace are written at some place. */
export interface Names {
  /** What stands before the names of elements, and of attributes, with the colon. */
  readonly element: string;
  readonly attribute: string;
  /** A declaration of the attributes' prefix where the document has none. */
  readonly declaration: string;
}

/** Attributes need a prefix even where the elements have the namespace by default. */
export function namesAt(run: Pick<Run, 'rawName' | 'scope'>): Names {
  const colon = run.rawName.indexOf(':');
  const element = run.rawName.slice(0, colon + 1);
  if (element !== '') return { element, attribute: element, declaration: '' };
  const namespace = run.scope.namespaceOf('') ?? '';
  for (const prefix of run.scope.prefixes()) {
    if (prefix !== '' && run.scope.namespaceOf(prefix) === namespace) {
      return { element, attribute: `${prefix}:`, declaration: '' };
    }
  }
  const declaration = ` xmlns:proofdesk="${escapeAttribute(namespace)}"`;
  return { element, attribute: 'proofdesk:', declaration };
}

/** Neighbours that look alike made one. */
function byLook(
  fragments: readonly Fragment[],
  headOf: (fragment: Fragment) => string,
): readonly { head: string; text: string }[] {
  const runs: { head: string; text: string }[] = [];
  for (const fragment of fragments) {
    const head = headOf(fragment);
    const last = runs.at(-1);
    if (last?.head === head) last.text += fragment.text;
    else runs.push({ head, text: fragment.text });
  }
  return runs;
}
