import type { Attachment } from '../../core/format.ts';
import { DocumentProblem } from '../../core/problem.ts';
import { byteCodec } from '../codecs.ts';
import { decodedWords } from './encoded-words.ts';
import { headerOf } from './fields.ts';
import type { Leaf } from './parts.ts';
import { transferred } from './transfer.ts';

/** More files than anyone proofreads out of one message. */
const attachmentsMax = 100;

/** What all files of a message may have together, once decoded; mail servers stop well before. */
const attachmentBytesMax = 200_000_000;

/** Whether a part is a text of the message itself. */
export function isOwnText({ mediaType, isAttached, fileName }: Leaf): boolean {
  return /^text\/(?:plain|html)$/.test(mediaType) && !isAttached && fileName === undefined;
}

/** Whether a part is a file that somebody would want to have proofread. */
export function isDocument(leaf: Leaf): boolean {
  if (isOwnText(leaf) || leaf.mediaType.startsWith('multipart/')) return false;
  if (leaf.mediaType === 'message/rfc822') return true;
  if (leaf.fileName === undefined || noDocument.test(leaf.mediaType)) return false;
  return !noDocumentName.test(leaf.fileName);
}

/** The files of a message, each under a name that can be one. Throws DocumentProblem when they are too many or too large. */
export function filesOf(message: Uint8Array, leaves: readonly Leaf[]): readonly Attachment[] {
  const documents = leaves.filter(isDocument);
  if (documents.length > attachmentsMax) {
    const detail = `The e-mail has ${documents.length} attachments; up to ${attachmentsMax} are taken.`;
    throw new DocumentProblem('too-large', detail);
  }
  let sizeBytes = 0;
  const names = new Set<string>();
  return documents.flatMap((leaf, index) => {
    const body = message.subarray(leaf.body.start, leaf.body.end);
    const bytes = transferred(body, leaf.transferEncoding)?.bytes;
    if (!bytes || bytes.length === 0) return [];
    sizeBytes += bytes.length;
    if (sizeBytes > attachmentBytesMax) {
      throw new DocumentProblem(
        'too-large',
        'The attachments of the e-mail are too large together.',
      );
    }
    return [{ name: freeName(nameOf(leaf, bytes, index + 1), names), bytes }];
  });
}

/** Pictures, sounds, invitations, cards, signatures: what comes along with mail and is no text to be corrected. */
const noDocument =
  /^(?:image|audio|video|font)\/|^text\/(?:calendar|(?:x-)?vcard|x-amp-html|directory)$|^application\/(?:(?:x-)?pkcs7-(?:signature|mime)|pgp-\w+|ics|ms-tnef)$|^message\/(?!rfc822)/;

const noDocumentName =
  /\.(?:png|jpe?g|gif|bmp|tiff?|webp|heic|svg|ico|mp[34]|wav|m4a|ogg|mov|avi|ics|vcf|p7[smc]|asc|sig|pgp|dat|wmf|emf)$/i;

function nameOf({ fileName, mediaType }: Leaf, bytes: Uint8Array, number: number): string {
  const isMessage = mediaType === 'message/rfc822';
  const called = fileName ?? (isMessage ? subjectOf(bytes) : '');
  const given =
    called
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .split(/[/\\]/)
      .at(-1) ?? '';
  const name = given.replace(/[<>:"|?*]/g, '-').replace(/^[.\s]+|[.\s]+$/g, '');
  const shown = name === '' ? `attachment ${number}` : shortened(name);
  return isMessage && !/\.eml$/i.test(shown) ? `${shown}.eml` : shown;
}

/** A message that was forwarded without a name is known by what it is about. */
function subjectOf(message: Uint8Array): string {
  const head = byteCodec.decode(message.subarray(0, headBytes)).split(/\r?\n\r?\n/, 1)[0] ?? '';
  return decodedWords(headerOf(head).get('subject') ?? '').replace(/[/\\]/g, '-');
}

/** The subject stands before so many bytes of other fields. */
const headBytes = 65_536;

/** File systems take 255 bytes; a character may have four. */
const nameCharactersMax = 60;

function shortened(name: string): string {
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  const stem = Array.from(name.slice(0, name.length - ending.length));
  return stem.slice(0, nameCharactersMax).join('').trim() + ending;
}

/** A second `letter.docx` becomes `letter (2).docx`, whatever the capitals. */
function freeName(name: string, taken: Set<string>): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]{1,10})?$/.exec(name) ?? [];
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1)
    free = `${stem} (${number})${ending}`;
  taken.add(free.toLowerCase());
  return free;
}
