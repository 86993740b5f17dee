import { MultiBar, Presets } from 'cli-progress';
import { type Progress, stepsPerDocument } from '../app/worker/once.ts';

/** Progress that can be taken off the screen. */
export interface ShownProgress extends Progress {
  stop(): void;
}

/** Two bars: documents that are done, and the steps of all of them. On anything but a terminal, nothing. */
export function createProgress(stream: NodeJS.WriteStream, shown: boolean): ShownProgress {
  if (!shown) return { onBacklog() {}, onTaken() {}, onEnd() {}, stop() {} };
  const bars = new MultiBar(
    {
      stream,
      hideCursor: true,
      gracefulExit: false,
      format: '{name} {bar} {value}/{total}  {file}',
    },
    Presets.shades_classic,
  );
  const documents = bars.create(0, 0, { name: 'documents', file: '' });
  const steps = bars.create(0, 0, { name: 'steps    ', file: '' });
  const expect = (documentCount: number, stepCount: number): void => {
    documents.setTotal(documents.getTotal() + documentCount);
    steps.setTotal(steps.getTotal() + stepCount);
  };
  return {
    onBacklog(stepsLeft) {
      const stepCount = stepsLeft.reduce((sum, count) => sum + count, 0);
      expect(stepsLeft.length, stepCount);
    },
    onTaken(taken) {
      if (taken.kind === 'received') expect(1, stepsPerDocument);
    },
    onEnd(end) {
      if (end.kind === 'moved-on') steps.increment(1, { file: end.revision.path });
      if (end.kind === 'delivered') steps.increment(1, { file: '' });
      if (end.kind === 'delivered' || end.kind === 'quarantined') documents.increment(1);
    },
    stop: () => bars.stop(),
  };
}
