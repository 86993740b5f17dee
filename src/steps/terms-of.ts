import type { Terms } from '../billing/terms.ts';
import type { ClientName } from '../job/job.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { Desk } from './step.ts';

/** The terms of a client, for what a person asks for. Throws DeskProblem with what they lack. */
export async function termsOf(
  client: ClientName,
  { billing }: Pick<Desk, 'billing'>,
): Promise<Terms> {
  const found = await billing.termsFor(client);
  if (found.kind === 'terms') return found.terms;
  throw new DeskProblem(found.sentences.join('\n'));
}
