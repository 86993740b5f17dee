import { isMainThread } from 'node:worker_threads';

/**
 * Preloaded into the engine's processes and threads: a document that holds one of these words does what a document may
 * do that nobody has seen yet. The engine reads every document through TextDecoder.
 */
const hang = 'This document hangs.';
const crash = 'This document crashes.';

/** The product waits for minutes before it calls a document endless; a test cannot. */
const timeoutMs = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (ms: number) =>
  timeoutMs(Math.ceil(ms / Number(process.env['POISON_HASTE'] ?? 1)));

// only the engine has threads
if (!isMainThread) {
  const decode = TextDecoder.prototype.decode;
  TextDecoder.prototype.decode = function decodePoison(...given) {
    const text = decode.apply(this, given);
    if (text.includes(crash)) process.kill(process.pid, 'SIGSEGV');
    while (text.includes(hang));
    return text;
  };
}
