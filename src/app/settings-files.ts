import { z } from 'zod';
import { dialects } from '../core/dialect.ts';

/** A pipeline's name is its file's, so it must not lead out of the folder. */
export const pipelineName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'must be a name like standard or uk');

function seconds(least: number, most: number) {
  const range = `must be ${least} to ${most} seconds`;
  return z.number().min(least, range).max(most, range);
}

const someText = z.string().min(1, 'must not be empty');

/** `desk.yaml`: the office. */
export const deskFile = z.strictObject({
  office: z.string().default('Our office'),
  pipeline: pipelineName.default('standard'),
  /** Who made the tracked changes, as Word shows it. */
  author: someText.max(60, 'must have at most 60 characters').default('Proofdesk'),
  service: someText.default('Proofreading'),
  quiet_seconds: seconds(0, 86_400).default(120),
  quiet_seconds_bare_file: seconds(0, 86_400).default(5),
  settle_seconds: seconds(0.1, 3_600).default(5),
});

export type DeskFile = z.infer<typeof deskFile>;

/** `clients/<client>/client.yaml`. */
export const clientFile = z.strictObject({
  name: z.string().optional(),
  contact: z.string().optional(),
  pipeline: pipelineName.optional(),
  dialect: z.enum(dialects, `must be one of: ${dialects.join(', ')}`).optional(),
  words: z.array(z.string()).optional(),
});

/** `inbox/<client>/<job>/job.yaml`. */
export const jobFile = z.strictObject({
  title: z.string().optional(),
  pipeline: pipelineName.optional(),
  dialect: z.enum(dialects, `must be one of: ${dialects.join(', ')}`).optional(),
  words: z.array(z.string()).optional(),
  expected_files: z.array(z.string()).optional(),
});
