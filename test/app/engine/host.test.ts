import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngineHost } from '../../../src/app/engine/host.ts';
import { poolLimits } from '../../../src/app/engine/pool.ts';
import type { Engine } from '../../../src/ports.ts';

let engine: Engine | undefined;
let started: ChildProcess[] = [];
const noteStart = (event: unknown): void => {
  started.push((event as { readonly process: ChildProcess }).process);
};
beforeEach(() => {
  started = [];
  subscribe('child_process', noteStart);
});
afterEach(async () => {
  unsubscribe('child_process', noteStart);
  await engine?.close();
});

let troubles: string[] = [];

function hostOf(
  heapMegabytesMax = poolLimits.heapMegabytesMax,
  more: Partial<typeof poolLimits> = {},
): Engine {
  troubles = [];
  const limits = { ...poolLimits, heapMegabytesMax, threadsMax: 2, ...more };
  engine = createEngineHost(limits, { onTrouble: (sentence) => troubles.push(sentence) });
  return engine;
}

/** Long enough for a process to start on a busy machine. */
const impatient = { signEveryMs: 400, signsMissedMax: 8 };

const bytes = new TextEncoder().encode('It rained all day, and nobody came.');
const long = new TextEncoder().encode('Some words of a long text. '.repeat(180_000));
const large = new TextEncoder().encode('Some words of a long text. '.repeat(400_000));
const extract = (host: Engine, content = bytes): ReturnType<Engine['extract']> =>
  host.extract({ fileName: 'a.txt', bytes: content });

describe('the engine in a process of its own', { timeout: 60_000 }, () => {
  it('starts one process and asks it again and again', async () => {
    const host = hostOf();
    expect((await extract(host)).words).toBe(7);
    expect((await extract(host)).words).toBe(7);
    expect(started).toHaveLength(1);
  });

  it('ends a process whose channel is broken, and asks another', async () => {
    const host = hostOf();
    await extract(host);
    const [child] = started;
    if (!child) throw new Error('nothing was started');
    const exit = new Promise((resolve) => child.once('exit', resolve));
    child.emit('error', new Error('write EPIPE'));
    expect((await extract(host)).words).toBe(7);
    await exit;
    expect(started).toHaveLength(2);
  });

  it('passes on what is wrong with a document, and what with the settings', async () => {
    const host = hostOf();
    const broken = host.extract({ fileName: 'a.docx', bytes });
    await expect(broken).rejects.toMatchObject({ name: 'DocumentProblem' });
    const { document } = await extract(host);
    const stage = { name: 'retext-nowhere', severity: 'apply', options: {}, rules: {} } as const;
    const thresholds = { apply: 0.9, suggest: 0.5 };
    const named = { name: 'test', description: '', dialect: 'en-US' } as const;
    const profile = { pipeline: { ...named, thresholds, stages: [stage] }, words: [] };
    await expect(host.proofread({ document, profile })).rejects.toMatchObject({
      name: 'DeskProblem',
      message: expect.stringContaining('npm install retext-nowhere'),
    });
  });

  it('survives a call that needs more memory than a thread has', async () => {
    const host = hostOf(64);
    await expect(extract(host, large)).rejects.toMatchObject({
      name: 'DocumentProblem',
      code: 'crashed',
    });
    expect((await extract(host)).words).toBe(7);
  });

  it('goes on with a fresh process when one has answered many calls, and ends the old one', async () => {
    const host = hostOf(undefined, { callsMax: 3 });
    const all = await Promise.all([
      extract(host, long),
      ...Array.from({ length: 6 }, () => extract(host)),
    ]);
    expect(all.map(({ words }) => words)).toEqual([1_080_000, 7, 7, 7, 7, 7, 7]);
    expect(started).toHaveLength(3);
    const [first, second] = started;
    await expect
      .poll(() => [first?.signalCode, second?.signalCode])
      .toEqual(['SIGKILL', 'SIGKILL']);
    expect((await extract(host)).words).toBe(7);
  });

  it('and when one takes more memory than it should', async () => {
    const host = hostOf(undefined, { processMegabytesPerThreadMax: 1 });
    await extract(host);
    await extract(host);
    expect(started).toHaveLength(2);
    await expect.poll(() => started[0]?.signalCode).toBe('SIGKILL');
  });

  it('does the calls again that were under way when the process ended', async () => {
    const host = hostOf();
    const calls = [extract(host, long), extract(host), extract(host)];
    await expect.poll(() => started).toHaveLength(1);
    started[0]?.kill('SIGKILL');
    const words = (await Promise.all(calls)).map((each) => each.words);
    expect(words).toEqual([1_080_000, 7, 7]);
    expect(started).toHaveLength(2);
  });

  it('gives up a call whose process ends each time, and only that one', async () => {
    const host = hostOf();
    const killAtStart = (event: unknown): void => {
      const { process } = event as { readonly process: ChildProcess };
      process.once('spawn', () => process.kill('SIGKILL'));
    };
    subscribe('child_process', killAtStart);
    await expect(extract(host)).rejects.toMatchObject({ code: 'crashed' });
    unsubscribe('child_process', killAtStart);
    expect(started).toHaveLength(2);
    expect((await extract(host)).words).toBe(7);
  });

  it('does the calls again that a stopped process has in hand, and says so', async () => {
    const host = hostOf(undefined, impatient);
    await extract(host);
    started[0]?.kill('SIGSTOP');
    const words = (await Promise.all([extract(host), extract(host)])).map((each) => each.words);
    expect(words).toEqual([7, 7]);
    expect(started.map(({ signalCode }) => signalCode)).toEqual(['SIGKILL', null]);
    expect(troubles).toEqual([expect.stringContaining('gave no sign of life and was ended')]);
  });

  it('blames no document for processes that are stopped each time', async () => {
    const host = hostOf(undefined, { signEveryMs: 100, signsMissedMax: 4 });
    const stopAtStart = (event: unknown): void => {
      const { process } = event as { readonly process: ChildProcess };
      process.once('spawn', () => process.kill('SIGSTOP'));
    };
    subscribe('child_process', stopAtStart);
    const call = extract(host);
    await expect(call).rejects.toThrow('no sign of life');
    await expect(call).rejects.not.toMatchObject({ name: 'DocumentProblem' });
    unsubscribe('child_process', stopAtStart);
    expect(started).toHaveLength(2);
  });

  it('lets a process live that is alive, however long nothing is asked of it', async () => {
    const host = hostOf(undefined, { signEveryMs: 50, signsMissedMax: 20 });
    await extract(host);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await extract(host)).words).toBe(7);
    expect(started).toHaveLength(1);
    expect(troubles).toEqual([]);
  });

  it('ends its process when it is closed, and takes no more calls', async () => {
    const host = hostOf();
    await extract(host);
    await host.close();
    expect(started[0]?.signalCode).toBe('SIGKILL');
    expect(troubles).toEqual([]);
    await expect(extract(host)).rejects.toThrow('closed');
  });

  it('has a process that ends by itself when the desk is gone', async () => {
    const host = hostOf();
    await extract(host);
    const [child] = started;
    const exit = child && once(child, 'exit');
    child?.disconnect();
    expect(await exit).toEqual([0, null]);
  });
});
