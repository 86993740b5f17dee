import { apply } from './apply.ts';
import { arbitrate } from './arbitrate.ts';
import { deliver } from './deliver.ts';
import { extract } from './extract.ts';
import { proofread } from './proofread.ts';
import type { Step } from './step.ts';

/**
 * The flow, in this order. Before it, `intake.ts` takes a file in and queues the first step;
 * after it, `invoice.ts` queues the invoice when the last document of a job is back.
 */
export const steps = [
  extract,
  proofread,
  arbitrate,
  apply,
  deliver,
] as const satisfies readonly Step[];

/** The step of a task, by the task's kind. */
export function stepNamed(name: string): Step | undefined {
  return steps.find((step) => step.name === name);
}

/** The step after this one, or undefined after the last. */
export function stepAfter(step: Step): Step | undefined {
  return steps[steps.findIndex(({ name }) => name === step.name) + 1];
}
