import { attributeOf, type Tag } from '../xml/tags.ts';
import type { StoryOptions } from './story-reading.ts';

/** Whether a tracked change is one that is read as rejected. */
export function isRejected({ rejecting }: StoryOptions, tag: Tag): boolean {
  if (!rejecting) return false;
  const [author, date] = [attributeOf(tag, 'w:author'), attributeOf(tag, 'w:date')];
  return rejecting({
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
  });
}
