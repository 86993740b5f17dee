import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { program } from '../parts.ts';
import {
  drop,
  filesBelow,
  newDesk,
  proofdesk,
  type Running,
  runDesk,
  runWith,
  until,
} from './desk.ts';

let desk: Awaited<ReturnType<typeof newDesk>>;
let daemon: Running | undefined;
beforeEach(async () => {
  desk = await newDesk();
}, 60_000);
afterEach(async () => {
  daemon?.kill('SIGKILL');
  await daemon?.ended;
  daemon = undefined;
  desk.remove();
}, 60_000);

/** Long enough to be under way for seconds, and full of mistakes. */
const longText = Array.from(
  { length: 500 },
  (_, line) => `In part ${line} of the plan we recieved there answer, and it were to late.\n\n`,
).join('');

const childrenOf = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);

describe('being stopped', { timeout: 240_000 }, () => {
  it('finishes what is in hand at the first signal, and leaves the rest for the next start', async () => {
    drop(desk.root, 'anna/long.txt', longText);
    daemon = runDesk(desk.root);
    await until(() => daemon?.said().includes('"step":"extract"') ?? false, 90_000);
    daemon.kill('SIGTERM');
    expect(await daemon.ended).toBe(0);
    const [, afterwards = ''] = daemon.said().split('what is in hand is finished first');
    expect(afterwards).toContain('"step":"proofread"');
    expect(afterwards).not.toContain('"step":"deliver"');
    expect(existsSync(join(desk.root, 'outbox/anna/long'))).toBe(false);
    const { stdout } = await proofdesk('--desk', desk.root, 'once', '--json');
    expect(JSON.parse(stdout).jobs).toMatchObject([{ client: 'anna', delivered: 1 }]);
  });

  it('ends at once at the second signal, with all that it started, and loses nothing', async () => {
    drop(desk.root, 'anna/long.txt', longText);
    daemon = runDesk(desk.root);
    await until(() => daemon?.said().includes('"step":"extract"') ?? false, 90_000);
    const children = childrenOf(daemon.pid);
    expect(children.length).toBeGreaterThan(0);
    daemon.kill('SIGTERM');
    await until(() => daemon?.said().includes('finished first') ?? false, 20_000);
    daemon.kill('SIGTERM');
    const at = Date.now();
    expect(await daemon.ended).toBe('SIGTERM');
    expect(Date.now() - at).toBeLessThan(5_000);
    await until(() => children.every((pid) => !existsSync(`/proc/${pid}`)), 20_000);
    const { stdout } = await proofdesk('--desk', desk.root, 'once', '--json');
    expect(JSON.parse(stdout).jobs).toMatchObject([{ client: 'anna', delivered: 1 }]);
    expect(
      filesBelow(join(desk.root, 'outbox')).filter((path) => path.includes('original')),
    ).toEqual(['anna/long/original/long.txt']);
  });
});

const python = program('python3');
const notify = program('systemd-notify');

/** Prints each datagram that comes to a socket as a line of JSON. */
const listener = `
import json, socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind(sys.argv[1])
print('listening', flush=True)
while True:
    print(json.dumps(s.recv(65536).decode()), flush=True)
`;

describe.skipIf(!python || !notify)('under systemd', { timeout: 240_000 }, () => {
  it('tells when it is ready, what it does, that it is alive, and that it stops', async () => {
    const socket = join(dirname(desk.root), 'notify');
    const hearing = spawn('python3', ['-c', listener, socket], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let heard = '';
    hearing.stdout.on('data', (chunk) => {
      heard += String(chunk);
    });
    try {
      await until(() => heard.includes('listening'), 20_000);
      drop(desk.root, 'lost.txt', 'It lies outside of any folder.\n');
      daemon = runDesk(desk.root, { NOTIFY_SOCKET: socket, WATCHDOG_USEC: '1500000' });
      await until(() => (heard.match(/WATCHDOG=1/g) ?? []).length >= 3, 60_000);
      expect(heard).toContain('READY=1\\nSTATUS=Looks at what is there.');
      await until(() => heard.includes('STATUS=Works; 1 things wait for you'), 30_000);
      daemon.kill('SIGTERM');
      expect(await daemon.ended).toBe(0);
      await until(() => heard.includes('STOPPING=1'), 20_000);
      const order = ['READY=1', 'WATCHDOG=1', 'STOPPING=1'].map((word) => heard.indexOf(word));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(daemon.said()).not.toContain('could not be told');
    } finally {
      hearing.kill();
    }
  });

  it('works all the same when nobody listens, or asks another process for signs of life', async () => {
    const nowhere = join(dirname(desk.root), 'nobody');
    daemon = runDesk(desk.root, {
      NOTIFY_SOCKET: nowhere,
      WATCHDOG_USEC: '100000',
      WATCHDOG_PID: '1',
    });
    drop(desk.root, 'anna/letter.txt', 'We recieved it.\n');
    await until(
      () => existsSync(join(desk.root, 'outbox/anna/letter/corrected/letter.txt')),
      90_000,
    );
    expect(daemon.said().match(/could not be told how the desk is/g)).toHaveLength(1);
  });
});

describe('service install', { timeout: 120_000 }, () => {
  let folder: string;
  let calls: string;
  /** In place of systemctl, which needs a machine that systemd runs: it writes down what it was asked. */
  const asked = () => readFileSync(calls, 'utf8').trim().split('\n');
  const service = (...words: readonly string[]) =>
    runWith(
      { PATH: `${join(folder, 'bin')}:${process.env['PATH']}` },
      '--desk',
      desk.root,
      'service',
      ...words,
      '--folder',
      join(folder, 'units'),
    );
  const unit = (name = 'proofdesk') => join(folder, 'units', `${name}.service`);

  beforeEach(() => {
    folder = join(dirname(desk.root), 'machine');
    calls = join(folder, 'calls');
    mkdirSync(join(folder, 'bin'), { recursive: true });
    writeFileSync(calls, '');
    writeFileSync(join(folder, 'bin', 'systemctl'), `#!/bin/sh\necho "$@" >> ${calls}\n`);
    chmodSync(join(folder, 'bin', 'systemctl'), 0o755);
  });

  const control = process.getuid?.() === 0 ? '' : '--user ';

  it('puts the unit into its place, starts it, replaces it when it is installed again, and takes it away', async () => {
    const installed = await service('install');
    expect(installed).toMatchObject({ code: 0, stderr: '' });
    expect(installed.stdout).toContain(unit());
    const text = readFileSync(unit(), 'utf8');
    expect(text).toContain(`--desk ${desk.root} run\n`);
    expect(text).toContain('Type=notify\n');
    expect(statSync(unit()).mode & 0o777).toBe(0o644);
    expect((await service('install')).code).toBe(0);
    expect(readFileSync(unit(), 'utf8')).toBe(text);
    expect((await service('uninstall')).code).toBe(0);
    expect(existsSync(unit())).toBe(false);
    expect(existsSync(join(desk.root, 'desk.yaml'))).toBe(true);
    const start = ['daemon-reload', 'enable proofdesk', 'restart proofdesk'];
    const words = [...start, ...start, 'disable --now proofdesk', 'daemon-reload'];
    expect(asked()).toEqual(words.map((word) => `${control}${word}`));
  });

  it('leaves alone what it did not make, and the service of another desk', async () => {
    mkdirSync(join(folder, 'units'));
    writeFileSync(unit(), '[Service]\nExecStart=/bin/true\n');
    for (const word of ['install', 'uninstall']) {
      const { code, stderr } = await service(word);
      expect({ code, stderr }).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('left alone'),
      });
    }
    const other = await newDesk();
    expect((await service('install', '--name', 'second')).code).toBe(0);
    const taken = await runWith(
      {},
      '--desk',
      other.root,
      'service',
      'install',
      '--name',
      'second',
      '--folder',
      join(folder, 'units'),
    );
    other.remove();
    expect(taken.stderr).toContain(`for the desk ${desk.root}`);
    expect((await service('install', '--name', '../etc')).code).toBe(2);
    expect((await service('uninstall', '--name', 'third')).stderr).toContain(
      'There is no service third',
    );
    expect(readFileSync(unit(), 'utf8')).toBe('[Service]\nExecStart=/bin/true\n');
  });

  const systemdRuns = existsSync('/run/systemd/system');
  it.skipIf(systemdRuns || spawnSync('systemctl', ['--version']).status !== 0)(
    'says so where systemd does not run, and leaves nothing behind',
    async () => {
      const { code, stderr } = await runWith(
        {},
        '--desk',
        desk.root,
        'service',
        'install',
        '--folder',
        join(folder, 'units'),
      );
      expect(code).toBe(2);
      expect(stderr).toContain('did not work');
      expect(filesBelow(join(folder, 'units'))).toEqual([]);
    },
  );
});
