import { DocumentProblem } from '../../core/problem.ts';
import type { Leaf, Message } from './parts.ts';

/** Throws DocumentProblem for mail that is sealed, or that nobody can read without a key. */
export function refuseSealed(source: string, { leaves, containers }: Message): void {
  if (containers.has('multipart/encrypted') || leaves.some(isEnveloped)) throw encrypted();
  if (containers.has('multipart/signed') || leaves.some(isSignedData)) throw signed();
  for (const leaf of leaves) {
    if (!leaf.mediaType.startsWith('text/') || leaf.isAttached) continue;
    const start = source.slice(leaf.body.start, Math.min(leaf.body.end, leaf.body.start + 4096));
    if (/^-----BEGIN PGP MESSAGE-----/m.test(start)) throw encrypted();
    if (/^-----BEGIN PGP SIGNED MESSAGE-----/m.test(start)) throw signed();
  }
}

function isEnveloped({ mediaType, parameters }: Leaf): boolean {
  if (!/^application\/(?:x-)?pkcs7-mime$/.test(mediaType)) return false;
  return !/^signed-data$/i.test(parameters.get('smime-type') ?? '');
}

function isSignedData({ mediaType, parameters }: Leaf): boolean {
  return (
    /^application\/(?:x-)?pkcs7-mime$/.test(mediaType) &&
    /^signed-data$/i.test(parameters.get('smime-type') ?? '')
  );
}

function encrypted(): DocumentProblem {
  return new DocumentProblem(
    'needs-password',
    'The e-mail is encrypted; please ask for it unencrypted, or for its text as a document.',
  );
}

function signed(): DocumentProblem {
  return new DocumentProblem(
    'signed',
    'The e-mail is signed, and a correction would break the signature.',
  );
}
