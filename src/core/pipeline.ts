import type { Dialect, DialectChoice } from './dialect.ts';

/** The highest decision a rule may lead to; `off` means that its findings are not shown at all. */
export const severities = ['off', 'note', 'suggest', 'apply'] as const;

export type Severity = (typeof severities)[number];

/**
 * Which stages run over a document, in this order, and how far each may go.
 * A finding is applied when its confidence reaches `thresholds.apply`, suggested from `thresholds.suggest`, else noted.
 */
export interface Pipeline {
  readonly name: string;
  readonly description: string;
  readonly dialect: DialectChoice;
  readonly thresholds: { readonly apply: number; readonly suggest: number };
  readonly stages: readonly PipelineStage[];
}

/** A pipeline for a document whose English is known. */
export type SettledPipeline = Pipeline & {
  readonly dialect: Dialect;
  /** Nothing told the English of the document, so the most usual one was taken. */
  readonly isDialectGuessed?: true;
};

/** `name` is one of ours, or the package name of an installed retext plugin. */
export interface PipelineStage {
  readonly name: string;
  readonly severity: Severity;
  readonly options: Readonly<Record<string, unknown>>;
  readonly rules: Readonly<Record<string, Severity>>;
}
