import { DocumentProblem } from '../../src/core/problem.ts';
import { docx } from '../../src/formats/docx/docx.ts';
import { odt } from '../../src/formats/odt/odt.ts';
import { locked, unlock } from '../../src/formats/office/encryption.ts';
import { pdf } from '../../src/formats/pdf/pdf.ts';
import { recognise } from '../../src/formats/recognise.ts';
import { wordFileOf } from '../formats/docx/package.ts';
import { packed } from '../formats/odt/cases.ts';
import { oleFile } from '../formats/office/ole-file.ts';
import { lines, pdfFile } from '../formats/pdf/pdf-file.ts';
import type { Target } from './target.ts';

/** What is read otherwise than by opening a document to edit it. */
export async function otherTargets(): Promise<readonly Target[]> {
  const letter = wordFileOf('<w:p><w:r><w:t>Dear Ann, many thanks.</w:t></w:r></w:p>');
  const sheet = await pdfFile([lines('Dear Ann,', 'many thanks for your letter.')]);
  const text = packed('tracked-changes').bytes;
  return [
    target('PDF', [sheet], (bytes) => pdf.read?.(bytes, [])),
    target('encrypted files', [await locked(letter, 'open')], (bytes) => unlock(bytes, ['open'])),
    target('old files', [oleFile(['WordDocument', '1Table'])], (bytes) =>
      recognise('a.doc', bytes),
    ),
    target('returned docx', [letter], (bytes) => docx.returnedTexts?.(letter, bytes)),
    target('returned odt', [text], (bytes) => odt.returnedTexts?.(text, bytes)),
  ];
}

function target(
  name: string,
  seeds: readonly Uint8Array[],
  read: (bytes: Uint8Array) => unknown,
): Target {
  return {
    name,
    seeds,
    async tryOut(bytes) {
      try {
        await read(bytes);
      } catch (error) {
        if (!(error instanceof DocumentProblem)) throw error;
      }
      return undefined;
    },
  };
}
