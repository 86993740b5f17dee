import { docx } from '../../src/formats/docx/docx.ts';
import { formatContract } from './contract.ts';
import { wordFileOf } from './docx/package.ts';

const run = (text: string, properties = ''): string =>
  `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** The other formats run the contract on their fixtures; a Word document is made here. */
formatContract('docx', docx, [
  {
    name: 'split runs',
    bytes: wordFileOf(
      `<w:p>${run('The report on the har')}${run('bour', '<w:rPr><w:b/></w:rPr>')}${run(' and its ferries is here.')}</w:p>` +
        `<w:p>${run('The second paragraph says R&amp;D and 10 &lt; 12, as it should.')}</w:p>` +
        `<w:p>${run('See https://plans.example.org/mill for more of this.')}</w:p>`,
    ),
  },
]);
