/**
 * A report that cannot be read, or that does not fit its own text.
 * The message is one or more sentences for a person, without any text of the document.
 */
export class ReportProblem extends Error {
  override readonly name = 'ReportProblem';
}
