import {
  type ClientDecisions,
  type ReturnedTexts,
  readDecisions,
} from '../../core/decisions/decisions.ts';
import type { Format } from '../../core/format.ts';
import { DocumentProblem } from '../../core/problem.ts';
import { unlock } from '../../formats/office/encryption.ts';
import { isEncrypted } from '../../formats/office/ole.ts';
import { recognise } from '../../formats/recognise.ts';
import type { ReturnedRequest } from '../../job/proofreading.ts';

/** Reads from a file that came back what the client decided. Throws DocumentProblem when it cannot be read. */
export async function readDecided(request: ReturnedRequest): Promise<ClientDecisions | undefined> {
  const passwords = request.password === undefined ? [] : [request.password];
  const bytes = await plain(request.bytes, passwords);
  const returned = await plain(request.returned, passwords);
  const format = recognise(request.fileName, bytes);
  if (recognise(request.fileName, returned).name !== format.name) {
    throw new DocumentProblem('wrong-extension', `It is no ${format.title}, as the original is.`);
  }
  const { text } = format.open(bytes).document;
  return readDecisions(text, request.edits, textsOf(format, { ...request, bytes, returned, text }));
}

async function plain(bytes: Uint8Array, passwords: readonly string[]): Promise<Uint8Array> {
  return isEncrypted(bytes) ? (await unlock(bytes, passwords)).bytes : bytes;
}

/** A format without tracked changes shows what is there; what is not there the client took out. */
function textsOf(
  format: Format,
  request: ReturnedRequest & { readonly text: string },
): ReturnedTexts {
  const { bytes, returned, stamp, text } = request;
  if (format.returnedTexts) return format.returnedTexts(bytes, returned);
  const accepted = format.open(returned).document.text;
  return {
    original: text,
    accepted,
    rejected: format.rejectedText?.(returned, stamp) ?? accepted,
  };
}
