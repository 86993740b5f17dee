import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Taken } from '../../steps/intake.ts';
import type { Desk } from '../../steps/step.ts';
import { version } from '../version.ts';
import type { TaskEnd } from '../worker/task.ts';
import type { LastLook } from './health.ts';

/** What can be counted of a desk at work. Labels are words of this program: no client, job or document is named. */
export interface Metrics {
  took(taken: Taken): void;
  ended(end: TaskEnd, work: { readonly step: string; readonly tookMs: number }): void;
  looked(look: LastLook): void;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
  readonly type: string;
}

/** Prometheus calls only counters “total”; these are told by other names as well. */
const misnamed = ['handles', 'requests', 'resources'].map((what) => `nodejs_active_${what}_total`);

/** From a line of text to a book, in seconds. */
const stepSeconds = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 120, 600];

export function createMetrics(desk: Pick<Desk, 'clock' | 'disk' | 'ledger'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const name of misnamed) registry.removeSingleMetric(name);
  const registers = [registry];
  new Gauge({
    name: 'proofdesk_info',
    help: 'The version of Proofdesk.',
    labelNames: ['version'],
    registers,
  }).set({ version }, 1);
  const files = new Counter({
    name: 'proofdesk_files_total',
    help: 'Files that were found settled in the inbox, by what became of them.',
    labelNames: ['became'],
    registers,
  });
  const steps = new Histogram({
    name: 'proofdesk_step_seconds',
    help: 'How long the steps of documents took.',
    labelNames: ['step'],
    buckets: stepSeconds,
    registers,
  });
  const ends = new Counter({
    name: 'proofdesk_steps_total',
    help: 'Steps of documents, by how they ended.',
    labelNames: ['step', 'end'],
    registers,
  });
  const looked = lookGauges(registers);
  momentGauges(desk, registers);
  return {
    took: ({ kind }) => files.inc({ became: kind }),
    ended({ kind }, { step, tookMs }) {
      steps.observe({ step }, tookMs / 1_000);
      ends.inc({ step, end: kind });
    },
    looked,
    text: () => registry.metrics(),
    type: registry.contentType,
  };
}

function lookGauges(registers: Registry[]): (look: LastLook) => void {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const at = gauge('proofdesk_last_look_timestamp_seconds', 'When the inbox was last looked at.');
  const watched = gauge('proofdesk_inbox_watched', '1 when changes of the inbox are told at once.');
  const waiting = gauge('proofdesk_waiting_files', 'Files that wait in the inbox.');
  const stuck = gauge('proofdesk_waiting_for_a_person', 'What in the inbox waits for a person.');
  const troubled = gauge('proofdesk_trouble', '1 when the last look was broken off by a trouble.');
  return (look) => {
    at.set(Date.parse(look.at) / 1_000);
    watched.set(look.mode === 'watching' ? 1 : 0);
    waiting.set(look.waiting);
    stuck.set(look.stuck);
    troubled.set(look.trouble === undefined ? 0 : 1);
  };
}

/** What is asked for at the moment of asking. */
function momentGauges(
  { clock, disk, ledger }: Pick<Desk, 'clock' | 'disk' | 'ledger'>,
  registers: Registry[],
): void {
  new Gauge({
    name: 'proofdesk_disk_free_bytes',
    help: 'Room on the disk of the desk.',
    registers,
    async collect() {
      this.set(await disk.freeBytes());
    },
  });
  const age = new Gauge({
    name: 'proofdesk_oldest_task_seconds',
    help: 'For how long the oldest task in the queue has been due.',
    registers,
  });
  new Gauge({
    name: 'proofdesk_tasks',
    help: 'Steps of documents that wait or are in hand.',
    registers,
    async collect() {
      const { count, oldestAt } = await ledger.pending();
      const sinceMs = oldestAt ? clock.now().getTime() - Date.parse(oldestAt) : 0;
      this.set(count);
      age.set(Math.max(0, sinceMs / 1_000));
    },
  });
}
