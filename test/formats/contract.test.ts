import { docx } from '../../src/formats/docx/docx.ts';
import { odt } from '../../src/formats/odt/odt.ts';
import { formatContract } from './contract.ts';
import { wordFileOf } from './docx/package.ts';
import { odtFileOf } from './odt/package.ts';

const run = (text: string, properties = ''): string =>
  `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** The other formats run the contract on their fixtures; documents in archives are made here. */
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

formatContract('odt', odt, [
  {
    name: 'spans and white space',
    bytes: odtFileOf(
      '<text:h>Two harbours</text:h>\n' +
        '<text:p>The report on the har<text:span>bour</text:span> and <text:s/>its ferries\n is here.</text:p>' +
        '<text:p>The second <text:a>paragraph</text:a> says R&amp;D<text:tab/>and 10 &lt; 12, as it should.</text:p>' +
        '<text:p>See https://plans.example.org/mill for more of this.</text:p>',
    ),
  },
]);
