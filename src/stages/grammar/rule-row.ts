/**
 * What is known of a rule of Harper, by its own name for it.
 * Right and wrong are first corrections on 9,443 annotated sentences, 241,000 words of published prose and
 * 1,959 sentences that only look wrong; examples are those of Harper's and LanguageTool's own tests that the rule mends.
 */
export type RuleRow = readonly [
  name: string,
  kind: string,
  confidence: number,
  right: number,
  wrong: number,
  examples: number,
];
