import { performance } from 'node:perf_hooks';
import { expect, it, onTestFinished, vi } from 'vitest';
import { watchClock } from '../../../src/adapters/system/clock-watch.ts';

/** A clock that is as far ahead as it is told, watched through two seconds. */
async function callsAfter(...aheadMs: readonly number[]): Promise<number> {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  let ahead = 0;
  const onSet = vi.fn();
  const end = watchClock(
    { now: () => new Date(performance.timeOrigin + performance.now() + ahead) },
    onSet,
  );
  for (const ms of aheadMs) {
    ahead = ms;
    await vi.advanceTimersByTimeAsync(2_000);
  }
  end();
  ahead += 3_600_000;
  await vi.advanceTimersByTimeAsync(2_000);
  return onSet.mock.calls.length;
}

it('a clock that is set is told of, once each time, forwards and backwards', async () => {
  expect(await callsAfter(40 * 86_400_000, 0, -60_000)).toBe(3);
});

it('a clock that goes, or is put right little by little, is not', async () => {
  expect(await callsAfter(0, 100, 200, 300, 200)).toBe(0);
});
