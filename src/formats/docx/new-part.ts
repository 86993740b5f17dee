import { DocumentProblem } from '../../core/problem.ts';
import { readXml } from '../office/package.ts';
import { attributeOf, tagsOf } from '../xml/tags.ts';
import { appendEntries, type NewEntry } from '../zip/append.ts';
import { replaceEntries } from '../zip/splice.ts';
import { readZip, type ZipEntry } from '../zip/zip.ts';
import type { WordPackage } from './main-part.ts';
import { insertedAtEnd } from './root-end.ts';

/** New contents of parts, by name; a name that the package lacks is a new part. */
export type PartContents = ReadonlyMap<string, Uint8Array>;

/** A part to which the main part is to point. */
interface NewPart {
  /** The last word of the relationship's type, and the name of the part: `comments`. */
  readonly kind: string;
  readonly type: string;
  readonly content: Uint8Array;
}

/** A part with its media type and with the relationship that leads to it (ECMA-376 Part 2, 6.5 and 7.2). */
export function withNewPart(file: WordPackage, part: NewPart): PartContents {
  const folder = file.main.name.slice(0, file.main.name.lastIndexOf('/') + 1);
  const name = freeName(file, `${folder}${part.kind}`);
  const contents = new Map([[name, part.content]]);
  const list = file.entry('[Content_Types].xml');
  if (!list) throw new DocumentProblem('corrupt', 'The package does not list its parts.');
  const types = readXml(file.zip, list);
  const typed = insertedAtEnd(types.text, ({ rawName }) => {
    const prefix = rawName.slice(0, rawName.indexOf(':') + 1);
    return `<${prefix}Override PartName="/${name}" ContentType="${part.type}"/>`;
  });
  contents.set(list.name, types.encode(typed));
  for (const [changed, content] of withRelationship(file, part.kind, name.slice(folder.length))) {
    contents.set(changed, content);
  }
  return contents;
}

/** The package with these contents: parts it has are replaced where they are, others come after them. */
export function written(bytes: Uint8Array, contents: PartContents): Uint8Array {
  const zip = readZip(bytes);
  const replaced = new Map<ZipEntry, Uint8Array>();
  const added: NewEntry[] = [];
  for (const [name, content] of contents) {
    const entry = zip.entries.find((each) => each.name === name);
    if (entry) replaced.set(entry, content);
    else added.push({ name, content });
  }
  const saved = replaceEntries(zip, replaced);
  return added.length === 0 ? saved : appendEntries(readZip(saved), added);
}

/** A name that no part has and for which no type is declared. */
function freeName(file: WordPackage, stem: string): string {
  const byDefault = file.typeOf(`${stem}-.xml`);
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : number}.xml`;
    if (!file.entry(name) && file.typeOf(name) === byDefault) return name;
  }
}

const transitional = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships/';

function withRelationship(file: WordPackage, kind: string, target: string): PartContents {
  const { name } = file.main;
  const slash = name.lastIndexOf('/') + 1;
  const path = `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
  const entry = file.entry(path);
  const known = entry
    ? readXml(file.zip, entry)
    : { text: noRelationships, encode: (text: string) => new TextEncoder().encode(text) };
  const ids = new Set([...tagsOf(known.text)].map((tag) => attributeOf(tag, 'Id')));
  let number = 1;
  while (ids.has(`rId${number}`)) number += 1;
  const type = `${isStrict(file) ? strict : transitional}${kind}`;
  const related = insertedAtEnd(known.text, ({ rawName }) => {
    const prefix = rawName.slice(0, rawName.indexOf(':') + 1);
    return `<${prefix}Relationship Id="rId${number}" Type="${type}" Target="${target}"/>`;
  });
  return new Map([[entry?.name ?? path, known.encode(related)]]);
}

const noRelationships = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`;

/** Strict documents (ISO/IEC 29500 Part 1) name the kinds of relationships otherwise. */
function isStrict(file: WordPackage): boolean {
  const [root] = tagsOf(readXml(file.zip, file.main).text);
  return /xmlns(?::[\w.-]+)?\s*=\s*["']http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main/.test(
    root?.rawAttributes ?? '',
  );
}
