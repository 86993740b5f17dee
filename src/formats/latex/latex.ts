import { documentOf, limitedTo } from '../../core/document.ts';
import type { Format, Opened } from '../../core/format.ts';
import { decodeSource } from '../encoding.ts';
import { blockEdits, inOrder, refuseTracked, splicesOf } from '../splice.ts';
import { readLatex } from './reader.ts';
import { commanded, parted, writtenLatex } from './written.ts';

/** LaTeX sources: the prose between the commands. */
export const latex: Format = {
  name: 'latex',
  title: 'LaTeX',
  extensions: ['tex', 'ltx', 'latex'],
  mediaType: 'text/x-tex',
  tracked: false,
  open,
};

function open(bytes: Uint8Array): Opened {
  const source = decodeSource(bytes, declaredEncoding(bytes));
  const blocks = readLatex(source.text, languageOf(source.text));
  const { characters } = source;
  const document = limitedTo(
    documentOf(blocks),
    characters === undefined ? undefined : characters + commanded,
  );
  const spliceable = {
    title: latex.title,
    source,
    blocks,
    warnings: [],
    written: (text: string) => writtenLatex(text, source.canHold),
  };
  return {
    document,
    warnings: source.warnings,
    save: (edits, mode) => {
      refuseTracked(spliceable, mode);
      const splices = blockEdits(document, edits).flatMap((edit) =>
        splicesOf(spliceable, edit, 'first'),
      );
      return source.splice(parted(source.text, inOrder(splices)));
    },
  };
}

/** What `inputenc` is told, by the names that the Encoding Standard has for it. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8192));
  const option = /^[^%\n]*\\usepackage\s*\[([\w-]+)\]\s*\{inputenc\}/m.exec(head)?.[1];
  return option === undefined ? undefined : (encodings.get(option) ?? option);
}

const encodings: ReadonlyMap<string, string> = new Map([
  ['latin1', 'iso-8859-1'],
  ['latin9', 'iso-8859-15'],
  ['ansinew', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['applemac', 'macintosh'],
  ['utf8x', 'utf-8'],
]);

/** The main language of the document is the last one that babel is given; without one nothing is known. */
function languageOf(source: string): string | undefined {
  const options =
    /^[^%\n]*\\usepackage\s*\[([^\]]*)\]\s*\{babel\}/m.exec(source)?.[1] ??
    /^[^%\n]*\\set(?:default|main)language(?:\s*\[[^\]]*\])?\s*\{([^}]*)\}/m.exec(source)?.[1];
  const main = /main\s*=\s*(\w+)/.exec(options ?? '')?.[1] ?? options?.split(',').at(-1)?.trim();
  return main === undefined ? undefined : (languages.get(main.toLowerCase()) ?? 'und');
}

const languages: ReadonlyMap<string, string> = new Map([
  ['english', 'en'],
  ['american', 'en-US'],
  ['usenglish', 'en-US'],
  ['british', 'en-GB'],
  ['ukenglish', 'en-GB'],
  ['australian', 'en-AU'],
  ['canadian', 'en-CA'],
  ['german', 'de'],
  ['ngerman', 'de'],
  ['french', 'fr'],
  ['spanish', 'es'],
  ['italian', 'it'],
]);
