import Handlebars from 'handlebars';

/** Fills a template. Every value is escaped. */
export type Template<View> = (view: View) => string;

/** Makes a template, with its partials, when it is first asked for. Its only helper of its own is `is`, equality. */
export function template<View>(
  source: string,
  partials: Readonly<Record<string, string>>,
): Template<View> {
  const engine = Handlebars.create();
  for (const [name, partial] of Object.entries(partials)) engine.registerPartial(name, partial);
  engine.registerHelper('is', (a: unknown, b: unknown) => a === b);
  let compiled: Handlebars.TemplateDelegate<View> | undefined;
  return (view) => {
    compiled ??= engine.compile<View>(source, options);
    return compiled(view);
  };
}

const options = { knownHelpers: { is: true }, knownHelpersOnly: true, preventIndent: true };
