import { MultiBar, Presets } from 'cli-progress';
import { type Progress, stepsPerDocument } from '../app/worker/once.ts';

/** Progress that can be taken off the screen. */
export interface ShownProgress extends Progress {
  stop(): void;
}

/** Two bars: documents that are done, and the steps of all of them. On anything but a terminal, nothing. */
export function createProgress(stream: NodeJS.WriteStream, shown: boolean): ShownProgress {
  if (!shown) return { onTaken() {}, onEnd() {}, stop() {} };
  const bars = new MultiBar(
    { stream, hideCursor: true, format: '{name} {bar} {value}/{total}  {file}' },
    Presets.shades_classic,
  );
  const documents = bars.create(0, 0, { name: 'documents', file: '' });
  const steps = bars.create(0, 0, { name: 'steps    ', file: '' });
  return {
    onTaken(taken) {
      if (taken.kind !== 'received') return;
      documents.setTotal(documents.getTotal() + 1);
      steps.setTotal(steps.getTotal() + stepsPerDocument);
    },
    onEnd(end) {
      if (end.kind === 'moved-on') steps.increment(1, { file: end.revision.path });
      if (end.kind === 'delivered') steps.increment(1, { file: '' });
      if (end.kind === 'delivered' || end.kind === 'quarantined') documents.increment(1);
    },
    stop: () => bars.stop(),
  };
}
