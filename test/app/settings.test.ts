import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { deskPaths } from '../../src/app/paths.ts';
import { keepSettings } from '../../src/app/settings.ts';

async function kept(getReady: (office: string) => void = () => {}) {
  const root = await mkdtemp(join(tmpdir(), 'proofdesk-settings-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const paths = deskPaths(root);
  const said: string[] = [];
  const note = (data: unknown, message: string) => said.push(`${message} ${JSON.stringify(data)}`);
  const write = (text: string) => writeFile(paths.settings, text);
  await write('office: One\n');
  const log = { info: note, warn: note, error: note };
  const settings = await keepSettings(paths, log, ({ office }) => getReady(office));
  return { settings, said, write };
}

it('follows the file when it has changed, and says which settings did, without their values', async () => {
  const { settings, said, write } = await kept();
  await settings.follow();
  expect(said).toEqual([]);
  await write('office: Another\nsettle_seconds: 7\n');
  expect(settings.current().office).toBe('One');
  expect((await settings.fresh()).office).toBe('Another');
  await settings.follow();
  expect(settings.current()).toMatchObject({ office: 'Another', settle_seconds: 7 });
  expect(said).toEqual([expect.stringContaining('{"changed":["office","settle_seconds"]}')]);
  await settings.follow();
  await settings.follow('told');
  expect(said).toHaveLength(2);
});

it('wakes the desk soon after the file was written, until that is ended', {
  timeout: 30_000,
}, async () => {
  const { settings, write } = await kept();
  const woken = vi.fn();
  const end = settings.watch(woken);
  expect(woken).not.toHaveBeenCalled();
  await write('office: Another\n');
  await vi.waitFor(() => expect(woken).toHaveBeenCalled(), 20_000);
  end();
  const { length } = woken.mock.calls;
  await write('office: A third one\n');
  await sleep(2_500);
  expect(woken.mock.calls).toHaveLength(length);
});

it('keeps the old ones while there is a fault, tells it once, and goes on when it is mended', async () => {
  const { settings, said, write } = await kept();
  await write('offise: Another\n');
  await settings.follow();
  await settings.follow();
  expect(said).toEqual([expect.stringMatching(/desk\.yaml:1:1: “offise”.*read before hold/s)]);
  expect(settings.current().office).toBe('One');
  expect((await settings.fresh()).office).toBe('One');
  await write('office: Mended\n');
  await settings.follow();
  expect(settings.current().office).toBe('Mended');
});

it('keeps the old ones when what they ask for is not there', async () => {
  const { settings, said, write } = await kept((office) => {
    if (office === 'Nowhere') throw new Error('desk.yaml: that is not to be had.');
  });
  await write('office: Nowhere\n');
  await settings.follow();
  expect(settings.current().office).toBe('One');
  expect(said).toEqual([expect.stringContaining('that is not to be had')]);
});
