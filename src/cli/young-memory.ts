import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** For objects that live for a moment. By itself Node takes up to 100 MB for them, which makes nothing faster. */
const youngBytesMax = 16 * 2 ** 20;

/**
 * Stops the growth of the space for short-lived objects. Its size can be set when a process starts only, by an option of Node;
 * in a process that runs, the factor by which it grows can.
 */
export function limitYoungMemory(): void {
  const observer = new PerformanceObserver(() => {
    const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    if (!young || young.space_size < youngBytesMax) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    observer.disconnect();
  });
  observer.observe({ entryTypes: ['gc'] });
}
