import { maskCards } from '../cards.ts';

/** The look of the preview: a sheet of paper, also where the report around it is dark. */
export const previewStyle = `
:root { color-scheme: light; }
body { margin: 2rem auto; padding: 0 2rem; max-width: 46rem; color: #111; background: #fff; font: 1rem/1.5 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; }
td, th { border: 1px solid #bbb; padding: .2rem .5rem; vertical-align: top; }
`;

/**
 * A page of its own for the sandboxed frame of the preview: whatever it holds runs nothing and reaches nothing.
 * Card numbers are masked between the tags only; within one a number may be the bytes of a picture.
 */
export function previewPage(html: string): string {
  const masked = html.replaceAll(/(?<=^|>)[^<]+/gu, maskCards);
  return `<!doctype html><meta charset="utf-8"><title>Preview</title><style>${previewStyle}</style>${masked}`;
}
