import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished, vi } from 'vitest';
import { isNetworkFolder } from '../../../src/adapters/fs/file-system.ts';
import { watchInbox } from '../../../src/adapters/fs/watch.ts';
import { temporaryFolder } from './temporary-desk.ts';

const watchesMax = '/proc/sys/user/max_inotify_watches';

async function watched(folder: string) {
  const onHint = vi.fn();
  const onTrouble = vi.fn();
  const watch = await watchInbox(folder, onHint, onTrouble);
  onTestFinished(() => watch.close());
  await sleep(300);
  onHint.mockClear();
  return { watch, onHint, onTrouble };
}

it('hints at files that come, grow, are replaced and go, and at folders that are moved in', async () => {
  const root = await temporaryFolder();
  const inbox = join(root, 'inbox');
  await mkdir(join(inbox, 'acme'), { recursive: true });
  await mkdir(join(root, 'staging/job'), { recursive: true });
  await writeFile(join(root, 'staging/job/letter.txt'), 'one');
  const { watch, onHint } = await watched(inbox);
  expect(watch.mode).toBe('watching');
  const letter = join(inbox, 'acme/letter.txt');
  const changes: readonly (() => Promise<unknown>)[] = [
    () => writeFile(letter, 'one'),
    () => appendFile(letter, ' two'),
    async () => rename(await saved(`${letter}.tmp`), letter),
    () => rm(letter),
    () => rename(join(root, 'staging/job'), join(inbox, 'acme/job')),
    () => appendFile(join(inbox, 'acme/job/letter.txt'), ' two'),
  ];
  for (const change of changes) {
    await change();
    await vi.waitFor(() => expect(onHint).toHaveBeenCalled(), 5_000);
    await sleep(300);
    onHint.mockClear();
  }
});

it('makes few hints of many events', async () => {
  const inbox = await temporaryFolder();
  const { onHint } = await watched(inbox);
  for (let index = 0; index < 300; index += 1) await writeFile(join(inbox, `${index}.txt`), 'x');
  await vi.waitFor(() => expect(onHint).toHaveBeenCalled(), 5_000);
  await sleep(500);
  expect(onHint.mock.calls.length).toBeLessThan(60);
});

it('watches a folder anew that was taken away and made again', async () => {
  const inbox = join(await temporaryFolder(), 'inbox');
  await mkdir(inbox);
  const { watch, onHint } = await watched(inbox);
  await rename(inbox, `${inbox}-away`);
  await watch.checkRoot();
  expect(watch.mode).toBe('polling');
  await mkdir(inbox);
  await watch.checkRoot();
  expect(watch.mode).toBe('watching');
  await vi.waitFor(() => expect(onHint).toHaveBeenCalled(), 5_000);
  await sleep(300);
  onHint.mockClear();
  await writeFile(join(inbox, 'letter.txt'), 'one');
  await vi.waitFor(() => expect(onHint).toHaveBeenCalled(), 5_000);
});

it('says nothing more once it is closed', async () => {
  const inbox = await temporaryFolder();
  const { watch, onHint } = await watched(inbox);
  await writeFile(join(inbox, 'letter.txt'), 'one');
  await watch.close();
  await sleep(400);
  expect(onHint).not.toHaveBeenCalled();
});

it.skipIf(!mayLimitWatches())(
  'says once what to do when the machine runs out of watches, and goes on without',
  async () => {
    const inbox = await temporaryFolder();
    for (let index = 0; index < 20; index += 1)
      await mkdir(join(inbox, `acme/${index}`), { recursive: true });
    const command = `echo 5 > ${watchesMax} && exec "$0" "$@"`;
    const watcher = [
      process.execPath,
      fileURLToPath(new URL('./watcher.ts', import.meta.url)),
      inbox,
    ];
    const output = execFileSync('unshare', ['-U', '-r', 'sh', '-c', command, ...watcher], {
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual({
      mode: 'polling',
      modeAfter: 'polling',
      troubles: [expect.stringContaining('sysctl fs.inotify.max_user_watches')],
    });
  },
);

it.skipIf(process.platform !== 'linux')('knows a local disk from a shared one', async () => {
  expect(await isNetworkFolder(await temporaryFolder())).toBe(false);
});

/** A namespace of its own has limits of its own. */
function mayLimitWatches(): boolean {
  try {
    execFileSync('unshare', ['-U', '-r', 'sh', '-c', `echo 5 > ${watchesMax}`], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

async function saved(path: string): Promise<string> {
  await writeFile(path, 'three');
  return path;
}
