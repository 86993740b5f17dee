import { DocumentProblem, type ProblemCode } from '../../core/problem.ts';
import { DeskProblem } from '../../job/trouble.ts';
import type { Engine } from '../../ports.ts';

/** The calls of the engine that are carried out elsewhere. */
export type EngineMethod = Exclude<keyof Engine, 'close'>;

/** Classes do not cross threads and processes, so a problem of the document or of the settings is sent as what it is. */
export type EngineReply =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'desk-problem'; readonly sentence: string }
  | { readonly kind: 'problem'; readonly code: ProblemCode; readonly detail: string };

/** The outcome of a piece of work as a reply. Rejects with what is neither a document's fault nor the settings'. */
export async function packed(work: Promise<unknown>): Promise<EngineReply> {
  try {
    return { kind: 'done', value: await work };
  } catch (error) {
    if (error instanceof DeskProblem) return { kind: 'desk-problem', sentence: error.message };
    if (!(error instanceof DocumentProblem)) throw error;
    return { kind: 'problem', code: error.code, detail: error.detail };
  }
}

/** The value of a reply, or the problem that it tells of, thrown. */
export function unpacked(reply: EngineReply): unknown {
  switch (reply.kind) {
    case 'done':
      return reply.value;
    case 'problem':
      throw new DocumentProblem(reply.code, reply.detail);
    case 'desk-problem':
      throw new DeskProblem(reply.sentence);
  }
}

/** What the time of a call grows with: the text that is proofread, or the file that is opened or written. */
export interface CallSize {
  readonly characters?: number;
  readonly bytes?: number;
}

/** Carries out a call. */
export type Call = (method: EngineMethod, request: unknown, size: CallSize) => Promise<unknown>;

/** An engine that has each call carried out elsewhere, by the same interface: so what comes back has the type asked for. */
export function engineOf(call: Call, close: () => Promise<void>): Engine {
  const forward =
    <M extends EngineMethod>(method: M, sizeOf: (request: Parameters<Engine[M]>[0]) => CallSize) =>
    (request: Parameters<Engine[M]>[0]) =>
      call(method, request, sizeOf(request)) as ReturnType<Engine[M]>;
  return {
    extract: forward('extract', ({ bytes }) => ({ bytes: bytes.length })),
    unlock: forward('unlock', ({ bytes }) => ({ bytes: bytes.length })),
    lock: forward('lock', ({ bytes }) => ({ bytes: bytes.length })),
    attachments: forward('attachments', ({ bytes }) => ({ bytes: bytes.length })),
    proofread: forward('proofread', ({ document }) => ({ characters: document.text.length })),
    arbitrate: forward('arbitrate', ({ document }) => ({ characters: document.text.length })),
    apply: forward('apply', ({ bytes }) => ({ bytes: bytes.length })),
    returned: forward('returned', ({ bytes, returned }) => ({
      bytes: bytes.length + returned.length,
    })),
    redline: forward('redline', ({ original }) => ({ bytes: original.length })),
    report: forward('report', ({ original }) => ({ bytes: original.length })),
    close,
  };
}
