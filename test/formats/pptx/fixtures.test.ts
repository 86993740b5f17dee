import { pptx } from '../../../src/formats/pptx/pptx.ts';
import { officeFixtures } from '../office/fixtures.ts';
import { presentationFile } from '../office/packages.ts';

officeFixtures({
  format: pptx,
  textPart: /^ppt\/(?:slides|notesSlides)\/[^/]+\.xml$/,
  pack: presentationFile,
});
