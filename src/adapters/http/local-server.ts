import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** What a path answers. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export type Answers = Readonly<Record<string, () => Promise<Answer>>>;

/** Nobody needs more at once; who sends slowly is let go. */
const limits = { connectionsMax: 32, requestMsMax: 10_000 };

/**
 * Answers GET and HEAD on a port of this computer alone, until `close`. A request must name this computer as its host:
 * else a page of the web could have a browser here ask for it under a name of its own.
 * Throws when the port is taken.
 */
export async function serveLocally(
  port: number,
  answers: Answers,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer({ requestTimeout: limits.requestMsMax });
  server.maxConnections = limits.connectionsMax;
  server.on('request', (request, response) => {
    void answerTo(request, answers)
      .catch((): Answer => plain(500, 'This could not be answered just now.'))
      .then((answer) => send(answer, request, response));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { port: portOf(server), close: () => closed(server) };
}

async function answerTo(request: IncomingMessage, answers: Answers): Promise<Answer> {
  if (!isThisComputer(request.headers.host)) return plain(403, 'Ask for localhost or 127.0.0.1.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Only GET.');
  const [path = ''] = (request.url ?? '').split('?');
  const answer = Object.hasOwn(answers, path) ? answers[path] : undefined;
  return answer ? answer() : plain(404, `There is ${Object.keys(answers).join(', ')}.`);
}

/** Whatever the port is: it may be reached through a tunnel. */
function isThisComputer(host: string | undefined): boolean {
  return /^(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/i.test(host ?? '');
}

function plain(status: number, sentence: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${sentence}\n` };
}

function send(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(answer.status, {
    'Content-Type': answer.type,
    'Content-Length': Buffer.byteLength(answer.body),
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    ...(answer.status === 405 && { Allow: 'GET, HEAD' }),
  });
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function closed(server: Server): Promise<void> {
  const end = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await end;
}
