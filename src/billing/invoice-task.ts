/** What an invoice is to be made of, once every document of a job is back. Prices come with the invoice itself. */
export interface InvoiceTask {
  readonly jobId: string;
  readonly client: string;
  readonly job: string;
  readonly queuedAt: string;
  readonly lines: readonly InvoiceLine[];
}

/** One service on one document. `quantity` counts `unit`s by the named rule. */
export interface InvoiceLine {
  readonly service: string;
  /** The path of the document. */
  readonly description: string;
  readonly quantity: number;
  readonly unit: 'words';
  readonly countingRule: string;
  /** The same content is charged under another name, or was before. */
  readonly twin?: true;
}

/** A document that went back to the client. `twin`: the same content was charged before. */
export interface ReturnedDocument {
  readonly path: string;
  readonly words: number;
  readonly twin: boolean;
}

/** The lines of a job's invoice, one a document in the order of their paths; the same content is charged once. */
export function invoiceLines(
  documents: readonly ReturnedDocument[],
  service: string,
  countingRule: string,
): readonly InvoiceLine[] {
  const sorted = [...documents].sort((a, b) => (a.path < b.path ? -1 : 1));
  return sorted.map(({ path, words, twin }) => ({
    service,
    description: path,
    quantity: twin ? 0 : words,
    unit: 'words',
    countingRule,
    ...(twin && { twin }),
  }));
}
