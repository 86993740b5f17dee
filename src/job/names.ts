/** How a document is called once it is converted: `letter.doc` becomes `letter.docx`. */
export function docxName(path: string): string {
  return `${path.replace(/\.[^./]*$/, '')}.docx`;
}
