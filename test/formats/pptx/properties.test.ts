import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pptx } from '../../../src/formats/pptx/pptx.ts';
import { editsAt, expectRefusals, places } from '../office/arbitrary-edits.ts';
import { brokenLaws } from '../office/laws.ts';
import { presentationFile } from '../office/packages.ts';

const word = fc.constantFrom(
  'the',
  'wrod',
  'R&amp;D',
  '&#233;tude',
  '_x0041_',
  '&#x1F600;',
  ' x  y ',
  '	',
  '_x000B_',
);
const text = fc.array(word, { maxLength: 5 }).map((words) => `<a:t>${words.join(' ')}</a:t>`);
const properties = fc.constantFrom(
  '',
  '<a:rPr lang="en-GB" b="1"/>',
  '<a:rPr lang="fr-FR"/>',
  '<a:rPr noProof="1"/>',
  '<a:rPr lang="en-US"><a:latin typeface="Courier New"/></a:rPr>',
);
const run = fc.tuple(properties, text).map(([head, content]) => `<a:r>${head}${content}</a:r>`);
const inline = fc.oneof(
  { weight: 6, arbitrary: run },
  fc.constantFrom('<a:br/>', '<a:fld type="slidenum"><a:t>7</a:t></a:fld>', '<a:r><a:t/></a:r>'),
);
const paragraph = fc
  .tuple(fc.constantFrom('', '<a:pPr><a:buNone/></a:pPr>'), fc.array(inline, { maxLength: 6 }))
  .map(([head, parts]) => `<a:p>${head}${parts.join('')}</a:p>`);
const shape = fc
  .tuple(
    fc.constantFrom('', '<p:ph type="title"/>', '<p:ph/>', '<p:ph type="sldNum"/>'),
    fc.array(paragraph, { minLength: 1, maxLength: 4 }),
  )
  .map(
    ([holder, list]) =>
      `<p:sp><p:nvSpPr><p:nvPr>${holder}</p:nvPr></p:nvSpPr><p:txBody>${list.join('\n')}</p:txBody></p:sp>`,
  );
const slide = fc
  .array(shape, { minLength: 1, maxLength: 3 })
  .map(
    (shapes) =>
      `<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:cSld><p:spTree>${shapes.join('')}</p:spTree></p:cSld></p:sld>`,
  );
const presentation = fc
  .array(slide, { minLength: 1, maxLength: 3 })
  .map((slides) => Object.fromEntries(slides.map((xml, index) => [`slide${index + 1}.xml`, xml])));
const kit = { format: pptx, textPart: /^ppt\/slides\/slide\d\.xml$/ };

it('keeps every law for any edits of any runs', () => {
  fc.assert(
    fc.property(presentation, places, (parts, chosen) => {
      const bytes = presentationFile(parts);
      const edits = editsAt(pptx.open(bytes).document, chosen);
      expect(brokenLaws(kit, bytes, edits)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it('refuses every edit that touches frozen text or crosses a block', () => {
  expectRefusals(pptx, presentation.map(presentationFile), { numRuns: 300 });
});
