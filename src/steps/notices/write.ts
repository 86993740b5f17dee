import Handlebars from 'handlebars';
import type { MessageTemplate } from '../../job/messages.ts';
import { DeskProblem } from '../../job/trouble.ts';

/** What goes into a message beside the values of its occasion. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

export interface Written {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * Fills a template. A name that the template has and the message has not is a fault, not an empty place.
 * Throws DeskProblem, which names the template.
 */
export function written(name: string, template: MessageTemplate, values: Values): Written {
  try {
    const plain = filled(template.text, oneLined(values), true);
    const [, subject, text] = /^Subject: *(.+?) *\r?\n\s*([\s\S]*)$/.exec(plain) ?? [];
    if (subject === undefined || text === undefined) {
      throw new Error('it must begin with a line “Subject: …”');
    }
    return { subject, text: tidied(text), html: pageOf(template, subject, values) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DeskProblem(`The template “${name}” has a fault: ${why}`);
  }
}

/** The page of its own, or the same paragraphs within the layout. */
function pageOf({ text, html, layout }: MessageTemplate, subject: string, values: Values): string {
  const all = { ...oneLined(values), subject };
  if (html !== undefined) return filled(html, all, false);
  const body = filled(text, all, false).replace(/^.*\r?\n/, '');
  return filled(layout, { ...all, content: paragraphs(tidied(body)) }, false);
}

function filled(source: string, values: Values, plain: boolean): string {
  const engine = Handlebars.create();
  const fill = engine.compile<Values>(source, { strict: true, noEscape: plain });
  return fill(values);
}

/** A value never begins a line of its own: it could become a heading, or end the subject. */
function oneLined(values: Values): Values {
  const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'string' ? oneLine(value) : value.map(oneLine),
    ]),
  );
}

/** What a condition leaves behind are empty lines. */
function tidied(text: string): string {
  return `${text
    .replace(/\r\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** `text` is escaped already. Lines that begin with “- ” are a list. */
function paragraphs(text: string): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((block) => {
      const lines = block.split('\n');
      if (!lines.every((line) => line.startsWith('- '))) return `<p>${lines.join('<br>\n')}</p>`;
      return `<ul>\n${lines.map((line) => `<li>${line.slice(2)}</li>`).join('\n')}\n</ul>`;
    })
    .join('\n');
}
