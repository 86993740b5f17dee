import { z } from 'zod';
import { dialects } from '../core/dialect.ts';

const pipelineName = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be a name like standard or uk');

/** `desk.yaml`: the office. */
export const deskFile = z.strictObject({
  office: z.string().default('Our office'),
  pipeline: pipelineName.default('standard'),
  /** Who made the tracked changes, as Word shows it. */
  author: z.string().min(1).max(60).default('Proofdesk'),
  service: z.string().min(1).default('Proofreading'),
  quiet_seconds: z.number().min(0).max(86_400).default(120),
  quiet_seconds_bare_file: z.number().min(0).max(86_400).default(5),
  settle_seconds: z.number().min(0.1).max(3_600).default(5),
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
