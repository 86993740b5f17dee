import fc from 'fast-check';
import { expect, it } from 'vitest';
import { odt } from '../../../src/formats/odt/odt.ts';
import { editsAt, expectRefusals, places } from '../office/arbitrary-edits.ts';
import { brokenLaws } from './laws.ts';
import { odtFileOf } from './package.ts';

const automatic =
  '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>' +
  '<style:style style:name="F" style:family="text"><style:text-properties fo:language="fr" fo:country="FR"/></style:style>';

const region = (id: string, kind: string, deleted = ''): string =>
  `<text:changed-region xml:id="${id}"><text:${kind}><office:change-info><dc:creator>Client</dc:creator><dc:date>2026-01-02T03:04:05</dc:date></office:change-info>${deleted}</text:${kind}></text:changed-region>`;

const list = `<text:tracked-changes>${region('a', 'insertion')}${region('b', 'deletion', '<text:p>gone</text:p>')}</text:tracked-changes>`;

const words = fc
  .array(
    fc.constantFrom(
      'the',
      'wrod',
      ' ',
      '  ',
      '\n ',
      'R&amp;D',
      '&#233;tude',
      '&#x1F600;',
      '&#32;',
      'a b',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => list.join(''));
const mark = fc.constantFrom(
  '<text:s/>',
  '<text:s text:c="3"/>',
  '<text:tab/>',
  '<text:line-break/>',
  '<text:bookmark text:name="b"/>',
  '<text:soft-page-break/>',
  '<text:page-number>3</text:page-number>',
  '<draw:frame/>',
  '<text:change text:change-id="b"/>',
  '<!-- note -->',
  '<office:annotation><text:p>note</text:p></office:annotation>',
);
const plain = fc.oneof({ weight: 3, arbitrary: words }, mark);
const inner = fc.array(plain, { minLength: 1, maxLength: 4 }).map((list) => list.join(''));
const inline = fc.oneof(
  { weight: 4, arbitrary: inner },
  inner.map((text) => `<text:span>${text}</text:span>`),
  inner.map((text) => `<text:span text:style-name="H">${text}</text:span>`),
  inner.map((text) => `<text:span text:style-name="F">${text}</text:span>`),
  inner.map((text) => `<text:a xlink:href="x"><text:span>${text}</text:span></text:a>`),
  inner.map(
    (text) => `<text:change-start text:change-id="a"/>${text}<text:change-end text:change-id="a"/>`,
  ),
);
const paragraph = fc
  .array(inline, { maxLength: 5 })
  .map((parts) => `<text:p>${parts.join('')}</text:p>`);
const body = fc
  .tuple(fc.boolean(), fc.array(paragraph, { minLength: 1, maxLength: 4 }))
  .map(([hasList, paragraphs]) => (hasList ? list : '') + paragraphs.join('\n'));

it('keeps every law for any edits of any text', () => {
  fc.assert(
    fc.property(body, places, (xml, chosen) => {
      const bytes = odtFileOf(xml, { automatic });
      const edits = editsAt(odt.open(bytes).document, chosen, /[^ ]+| /g);
      expect(brokenLaws(bytes, edits)).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

it('refuses every edit that touches frozen text or crosses a block', () => {
  expectRefusals(
    odt,
    body.map((xml) => odtFileOf(xml, { automatic })),
    { numRuns: 400 },
  );
});
