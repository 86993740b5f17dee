import { type BytePatch, patchedBytes } from '../encoding.ts';
import { base64Bytes, base64Text } from './base64.ts';
import { quotedPrintable } from './quoted-printable.ts';

/** The body of a part as its transfer encoding says it (RFC 2045, section 6). */
export interface Transferred {
  readonly bytes: Uint8Array;
  /** Whether bytes beyond ASCII may be written as they are, or in the encoding. */
  readonly holdsAllBytes: boolean;
  /** What changes of `bytes` make of the body as it stands in the message; offsets count from its start. */
  readonly encoded: (patches: readonly BytePatch[]) => readonly BytePatch[];
}

/** Reads a body; undefined for an encoding that nobody uses in mail any more. */
export function transferred(body: Uint8Array, encoding: string): Transferred | undefined {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case '7bit':
    case '8bit':
    case 'binary':
      return plain(body, encoding);
    case 'quoted-printable':
      return quotedPrintable(body);
    case 'base64':
      return base64(body);
    default:
      return undefined;
  }
}

/** Where 7 bits were promised and kept, 8 would break the message. */
function plain(body: Uint8Array, encoding: string): Transferred {
  const isEight = /^(?:8bit|binary)$/i.test(encoding.trim());
  return {
    bytes: body,
    holdsAllBytes: isEight || body.some((byte) => byte >= 0x80),
    encoded: (patches) => patches,
  };
}

/** Base64 is written anew as a whole, in lines as long as they were. */
function base64(body: Uint8Array): Transferred {
  const text = new TextDecoder('latin1').decode(body);
  const bytes = base64Bytes(text);
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\r\n';
  const before = text.length - text.trimStart().length;
  const after = Math.max(before, text.trimEnd().length);
  const width = /^\s*(\S+)/.exec(text)?.[1]?.length ?? 76;
  return {
    bytes,
    holdsAllBytes: true,
    encoded: (patches) => {
      if (patches.length === 0) return [];
      const lines = { width: Math.max(4, Math.min(width, 76)), lineEnd };
      const written = base64Text(patchedBytes(bytes, patches), lines);
      const patch = {
        start: before,
        end: after,
        bytes: new TextEncoder().encode(written),
      };
      return [patch];
    },
  };
}
