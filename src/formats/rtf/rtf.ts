import { blockSeparator, documentOf } from '../../core/document.ts';
import { type TextEdit, trimEdit } from '../../core/edit.ts';
import type { Format, Opened, RevisionStamp, SaveMode } from '../../core/format.ts';
import { DocumentProblem } from '../../core/problem.ts';
import { byteCodec } from '../codecs.ts';
import { type SourceText, type Splice, sourceIn } from '../encoding.ts';
import { minimalEdits } from '../minimal-edits.ts';
import { blockEdits, inOrder, type Spliceable, splicesOf } from '../splice.ts';
import { blocksOf } from './blocks.ts';
import { type RtfText, readRtf } from './reader.ts';
import { asRevisions, isOf, signing } from './revisions.ts';
import { warningsOf } from './warnings.ts';
import { delimited, encodingAt, writtenRtf } from './written.ts';

/** RTF documents, as Word, WordPad, TextEdit and LibreOffice write them. */
export const rtf: Format = {
  name: 'rtf',
  title: 'RTF document',
  extensions: ['rtf'],
  mediaType: 'application/rtf',
  tracked: true,
  open,
  rejectedText,
};

/** Who signs tracked changes when nobody is named. */
const nobody: RevisionStamp = { author: 'Proofdesk', date: '2000-01-01T00:00:00Z' };

function open(bytes: Uint8Array): Opened {
  const source = sourceIn(byteCodec, bytes);
  const file = readRtf(checked(source));
  const blocks = blocksOf(file);
  const document = documentOf(blocks);
  const spliceable: Spliceable = {
    title: rtf.title,
    source,
    blocks,
    warnings: [],
    written: (text, place) => {
      const encoding = encodingAt(file.encodings, place.source.start);
      if (!encoding) throw new Error(`there is no text at ${place.source.start}`);
      return writtenRtf(text, encoding);
    },
  };
  const splicesFor = (edits: readonly TextEdit[], mode: SaveMode): readonly Splice[] =>
    inOrder(
      blockEdits(document, edits, mode === 'clean' ? minimalEdits : wholeWords).flatMap((edit) =>
        splicesOf(spliceable, edit, 'first'),
      ),
    );
  return {
    document,
    warnings: warningsOf(file, blocks),
    save: (edits, mode, stamp = nobody) => {
      const splices = splicesFor(edits, mode);
      if (splices.length === 0) return bytes;
      return source.splice(
        mode === 'clean'
          ? delimited(source.text, splices, file.bareEnds)
          : tracked(source, splices, { file, stamp }),
      );
    },
  };
}

function checked({ text }: SourceText): string {
  if (/^[\s\0]*\{\s*\\rtf/.test(text.slice(0, 100).replace(/^\xEF\xBB\xBF/, ''))) return text;
  throw new DocumentProblem('corrupt', 'The file does not begin as an RTF document does.');
}

/** A redline shows words and not the letters in which they differ. */
function wholeWords(edit: TextEdit): readonly TextEdit[] {
  const trimmed = trimEdit(edit);
  return trimmed.before === trimmed.after ? [] : [trimmed];
}

function tracked(
  source: SourceText,
  splices: readonly Splice[],
  { file, stamp }: { readonly file: RtfText; readonly stamp: RevisionStamp },
): readonly Splice[] {
  const headerEnd = file.tables.headerEnd ?? firstWordsEnd(source.text);
  const { by, table } = signing({ ...file.tables, headerEnd }, file.encodings, stamp);
  return inOrder([...table, ...asRevisions(source.text, splices, by)]);
}

/** Where a header without any table takes one: behind the words that say what the file is, before its text. */
function firstWordsEnd(text: string): number {
  const words =
    /^[^{]*\{\s*\\rtf-?\d* ?(?:[\r\n]*\\(?:ansicpg|ansi|mac|pca?|deflang|deff|uc)(?![a-z])\d* ?)*/.exec(
      text,
    );
  return words?.[0].length ?? 0;
}

/** The text with the changes of this stamp rejected and all others accepted. */
function rejectedText(bytes: Uint8Array, stamp: RevisionStamp): string {
  const text = checked(sourceIn(byteCodec, bytes));
  // Damaged files have text before the table of authors, so that is read first.
  const { tables } = readRtf(text);
  const { blocks } = readRtf(text, (revision) => isOf(stamp, revision, tables));
  return blocks.map((block) => block.text).join(blockSeparator);
}
