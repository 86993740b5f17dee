import type { RevisionStamp } from '../../core/format.ts';
import type { OdtFile, OdtPart } from './package.ts';
import { readStory, type Story } from './story.ts';
import { type Styles, stylesFor } from './styles.ts';

/** What was read of one part, and the styles that hold there. */
export interface PartStory {
  readonly part: OdtPart;
  readonly story: Story;
  readonly styles: Styles;
}

/** The texts of a document: the body, then headers and footers, which stand with the styles (ODF 1.3 Part 3, 16.9). */
export function readStories(file: OdtFile, rejecting?: RevisionStamp): readonly PartStory[] {
  const parts = file.styles ? [file.content, file.styles] : [file.content];
  return parts.map((part) => {
    const styles = stylesFor(part.xml, file.styles?.xml);
    return { part, styles, story: readStory(part.xml, { styles, rejecting }) };
  });
}
