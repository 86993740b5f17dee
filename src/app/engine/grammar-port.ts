import type { MessagePort } from 'node:worker_threads';
import type { GrammarEngine, GrammarRequest, GrammarVerdict } from '../../core/grammar-engine.ts';

/** One engine serves all threads: it is large, and what it has seen before it need not look at again. */
interface Question {
  readonly id: number;
  readonly request: GrammarRequest;
}

interface Answer {
  readonly id: number;
  readonly verdicts?: readonly GrammarVerdict[];
  readonly error?: string;
}

/** Answers what comes through a port until it is closed. */
export function serveGrammar(port: MessagePort, engine: GrammarEngine): void {
  port.on('message', ({ id, request }: Question) => {
    engine.check(request).then(
      (verdicts) => port.postMessage({ id, verdicts } satisfies Answer),
      (error) => port.postMessage({ id, error: String(error) } satisfies Answer),
    );
  });
}

/** An engine at the other end of a port. */
export function connectGrammar(port: MessagePort): GrammarEngine {
  const waiting = new Map<number, (answer: Answer) => void>();
  let next = 0;
  port.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  return {
    check: (request) =>
      new Promise((resolve, reject) => {
        next += 1;
        waiting.set(next, ({ verdicts, error }) => {
          if (verdicts) resolve(verdicts);
          else reject(new Error(error ?? 'the grammar engine gave no answer'));
        });
        port.postMessage({ id: next, request } satisfies Question);
      }),
  };
}
