import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Checked, Delivery } from './desk.ts';
import { replayed } from './report-check.ts';
import type { Tally } from './tally.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** The largest page that a mail program and a browser still take without complaint. */
const pageBytesMax = 20_000_000;

/** The pages of one document: the report, and the redline where the format has no tracked changes. Gives their sizes. */
export function judgePages(delivery: Delivery, tally: Tally): readonly number[] {
  const sizes = [judgePage(`${delivery.name} (report)`, delivery.pagePath, tally)];
  if (delivery.report.files.redline.kind === 'tracked') return sizes;
  judgeRedlineText(delivery, tally);
  return [...sizes, judgePage(`${delivery.name} (redline)`, delivery.redline, tally)];
}

/** The page of a document that is only looked at; gives its size. */
export function judgeCheckedPage({ name, pagePath }: Checked, tally: Tally): number {
  return judgePage(`${name} (report)`, pagePath, tally);
}

function judgePage(name: string, path: string, tally: Tally): number {
  const bytes = readFileSync(path);
  const elements = [...elementsOf(parse(bytes.toString('utf8')))];
  const remote = elements.flatMap(remoteLoads);
  tally.judge('page loads nothing from elsewhere', name, remote.length === 0, () => {
    return [...new Set(remote)].join(', ');
  });
  const policy = policyOf(elements);
  const strict =
    policy.includes("default-src 'none'") && !/https?:|\*|script-src[^;]*unsafe/.test(policy);
  tally.judge('page has a policy that lets nothing in', name, strict, () => policy || 'none');
  const strangers = elements
    .filter(isInline)
    .filter((element) => !policy.includes(hashOf(element)));
  tally.judge(
    'styles and scripts of the page are those of its policy',
    name,
    strangers.length === 0,
    () => {
      return strangers.map(({ tagName }) => tagName).join(', ');
    },
  );
  const fits = bytes.length <= pageBytesMax;
  tally.judge('page has a size that can be opened', name, fits, () => `${bytes.length} bytes`);
  return bytes.length;
}

/** Attributes by which a page loads something when it is opened; a link that a person follows is none. */
const loading = new Set([
  'src',
  'srcset',
  'data',
  'poster',
  'background',
  'action',
  'formaction',
  'manifest',
]);

function remoteLoads(element: Element): readonly string[] {
  const found: string[] = [];
  for (const { name, value } of element.attrs) {
    const loads = loading.has(name) || (/href$/.test(name) && element.tagName !== 'a');
    if (loads && !/^(?:#|data:)/.test(value)) found.push(`${element.tagName} ${name}`);
    if (name === 'style' && isLoadingStyle(value)) found.push(`${element.tagName} style`);
    if (/^on/.test(name)) found.push(`${element.tagName} ${name}`);
    if (/^\s*javascript:/i.test(value)) found.push(`${element.tagName} ${name} with a script`);
  }
  if (element.tagName === 'style' && isLoadingStyle(textOf(element))) found.push('style');
  if (['object', 'embed', 'base'].includes(element.tagName)) found.push(element.tagName);
  if (element.tagName === 'iframe') found.push(...framed(element));
  const refreshes = element.attrs.some(
    ({ name, value }) => name === 'http-equiv' && /refresh/i.test(value),
  );
  return refreshes ? [...found, 'refresh'] : found;
}

/** A frame may hold a page of its own that runs nothing, and which loads nothing either. */
function framed({ attrs }: Element): readonly string[] {
  const page = attrs.find(({ name }) => name === 'srcdoc')?.value;
  const sandboxed = attrs.some(({ name, value }) => name === 'sandbox' && value === '');
  if (page === undefined || !sandboxed) return ['iframe'];
  return [...elementsOf(parse(page))].flatMap(remoteLoads).map((load) => `${load} in a frame`);
}

function isLoadingStyle(style: string): boolean {
  return /@import|url\(\s*["']?(?!#|data:)/i.test(style);
}

function isInline({ tagName }: Element): boolean {
  return tagName === 'style' || tagName === 'script';
}

function hashOf(element: Element): string {
  return `'sha256-${createHash('sha256').update(textOf(element)).digest('base64')}'`;
}

function policyOf(elements: readonly Element[]): string {
  const meta = elements.find(({ tagName, attrs }) => {
    return tagName === 'meta' && attrs.some(({ value }) => value === 'Content-Security-Policy');
  });
  return meta?.attrs.find(({ name }) => name === 'content')?.value ?? '';
}

/** Without what is inserted the page holds the original text, without what is deleted the corrected one. */
function judgeRedlineText(delivery: Delivery, tally: Tally): void {
  const elements = elementsOf(parse(readFileSync(delivery.redline, 'utf8')));
  const main = [...elements].find(({ tagName }) => tagName === 'main');
  const without = (tag: string): string => (main ? bare(textOf(main, new Set([tag]))) : '');
  const old = without('ins') === bare(delivery.report.text);
  tally.judge(
    'redline page without insertions is the original text',
    delivery.name,
    old,
    () => 'it differs',
  );
  const fresh = without('del') === bare(replayed(delivery));
  tally.judge(
    'redline page without deletions is the corrected text',
    delivery.name,
    fresh,
    () => 'it differs',
  );
}

/** Space is laid out otherwise on a page, and it shows by a sign or a number what cannot be seen. */
function bare(text: string): string {
  return text
    .replaceAll('\u25a2', '\ufffc')
    .replace(/\[U\+([0-9A-F]{4})\]/g, (_, digits) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    )
    .replace(/[\s·°→↵]+/g, '');
}

function textOf(node: Node, without: ReadonlySet<string> = new Set()): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  return node.childNodes
    .filter((child) => !('tagName' in child && without.has(child.tagName)))
    .map((child) => textOf(child, without))
    .join('');
}

function* elementsOf(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('content' in node) yield* elementsOf(node.content);
  if (!('childNodes' in node)) return;
  for (const child of node.childNodes) yield* elementsOf(child);
}
