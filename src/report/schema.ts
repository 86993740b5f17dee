import { z } from 'zod';

/** The version of the report's shape. A change that an older reader cannot understand raises it. */
export const reportVersion = 1;

/** Names the schema; it is no address, since a report must be readable without a network. */
export const reportSchemaId = 'urn:proofdesk:schema:report:1';

const offset = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');
const share = z.number().min(0).max(1);

const editSchema = z
  .strictObject({
    stage: z.string(),
    rule: z.string(),
    start: offset,
    end: offset,
    page: z.exactOptional(z.int().min(1)).meta({
      description:
        'The page on which it starts, counted from 1, where the document has fixed pages.',
    }),
    line: z.exactOptional(z.int().min(1)).meta({
      description: 'The line of that page, counted from 1 without what runs above the text.',
    }),
    before: z.string().meta({ description: 'What the text holds from `start` to `end`.' }),
    after: z.string().nullable().meta({
      description: 'What stands there instead, or null for a remark without a correction.',
    }),
    decision: z.enum(['applied', 'suggested', 'noted']),
    confidence: share,
    message: z.string(),
    url: z.exactOptional(z.string()),
    reason: z
      .exactOptional(z.string())
      .meta({ description: 'Why the decision is lower than the confidence alone would give.' }),
    alternatives: z.array(z.string()).meta({
      description:
        'Other wordings, the better first. Each stands for `before` or, where it reaches beyond it, for the stretch that covers both.',
    }),
  })
  .meta({ description: 'One finding. Offsets count UTF-16 units of `text`, `end` exclusive.' });

const fileSchema = z.strictObject({
  path: z.string().meta({ description: 'Relative to the report, with `/`.' }),
  sha256,
  sizeBytes: z.int().min(0),
});

const measure = z.number().nullable();

const readabilitySchema = z
  .strictObject({
    words: z.int().min(0),
    sentences: z.int().min(0),
    syllables: z.int().min(0),
    wordsPerSentence: measure,
    fleschReadingEase: measure,
    fleschKincaidGrade: measure,
    longSentenceShare: share.nullable(),
    sentenceLengths: z.array(z.int().min(0)).meta({
      description: 'Sentences of 1 to 5 words, 6 to 10, and so on; the last is 46 and more.',
    }),
  })
  .meta({ description: 'Over the English prose only. Null where there is no sentence.' });

/** The shape of a report. Properties that it does not know are refused: a report is understood whole or not at all. */
export const reportSchema = z
  .strictObject({
    $schema: z.literal(reportSchemaId),
    version: z.literal(reportVersion),
    generator: z.strictObject({ name: z.literal('Proofdesk'), version: z.string() }),
    createdAt: z.iso.datetime(),
    fileName: z.string(),
    client: z.exactOptional(z.string()),
    job: z.exactOptional(z.string()),
    revision: z.int().min(0),
    format: z.strictObject({ name: z.string(), title: z.string() }),
    pipeline: z.strictObject({ name: z.string(), description: z.string(), dialect: z.string() }),
    stages: z.array(
      z.strictObject({ name: z.string(), title: z.string(), description: z.string() }),
    ),
    words: z.strictObject({ count: z.int().min(0), rule: z.string() }),
    counts: z.strictObject({
      applied: z.int().min(0),
      suggested: z.int().min(0),
      noted: z.int().min(0),
    }),
    files: z.strictObject({
      original: fileSchema,
      converted: z.exactOptional(fileSchema).meta({
        description:
          'The original in a format that can be edited; `text` and the corrected copy are made from it.',
      }),
      corrected: z.exactOptional(fileSchema),
      redline: z.exactOptional(fileSchema.extend({ kind: z.enum(['tracked', 'html']) })),
    }),
    statistics: z.strictObject({ before: readabilitySchema, after: readabilitySchema }),
    warnings: z.array(z.string()),
    notChecked: z
      .array(z.strictObject({ start: offset, end: offset, reason: z.string() }))
      .meta({ description: 'Paragraphs that a stage could not check, each with the reason.' }),
    edits: z
      .array(editSchema)
      .meta({ description: 'Sorted by `start`. Applied ones never overlap.' }),
    textHash: sha256.meta({ description: 'SHA-256 of the text as UTF-8, nothing masked.' }),
    text: z.string().meta({
      description:
        'The text of the original as Proofdesk read it, but for the digits of payment cards, which are masked with •.',
    }),
  })
  .meta({ title: 'Proofdesk report' });

export type Report = z.infer<typeof reportSchema>;
export type ReportEdit = Report['edits'][number];

/** The schema as published in `report.schema.json`: JSON Schema 2020-12. */
export function publishedSchema(): Readonly<Record<string, unknown>> {
  return { $id: reportSchemaId, ...z.toJSONSchema(reportSchema) };
}
