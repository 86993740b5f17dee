import { DocumentProblem } from '../../core/problem.ts';
import type { Drawn } from './lines.ts';

/** What the pages of a PDF draw, and the language it states. */
interface Pages {
  readonly pages: readonly (readonly Drawn[])[];
  readonly language: string | undefined;
}

/** Longer than any book that is proofread at once. */
const pagesMax = 3_000;

/** Reads a PDF by pdf.js: nothing in it is run, and nothing is fetched. Throws DocumentProblem. */
export async function pagesOf(bytes: Uint8Array, passwords: readonly string[]): Promise<Pages> {
  const file = await opened(bytes, passwords);
  try {
    if (file.numPages > pagesMax) {
      const detail = `The PDF has ${file.numPages} pages; up to ${pagesMax} can be checked. Please send it in parts.`;
      throw new DocumentProblem('too-large', detail);
    }
    const pages: (readonly Drawn[])[] = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number);
      const { items, styles } = await page.getTextContent();
      pages.push(items.flatMap((item) => ('str' in item ? [drawnOf(item, styles)] : [])));
      page.cleanup();
    }
    return { pages, language: await languageOf(file) };
  } catch (error) {
    if (error instanceof DocumentProblem) throw error;
    throw new DocumentProblem('corrupt', 'The PDF is damaged.');
  } finally {
    await file.loadingTask.destroy();
  }
}

/** Loaded when the first PDF comes: it is large. The library takes the bytes that it is given away from their owner. */
async function opened(bytes: Uint8Array, passwords: readonly string[]) {
  const { getDocumentProxy } = await import('unpdf');
  const settings = { isEvalSupported: false, disableFontFace: true, verbosity: 0 };
  for (const password of ['', ...passwords]) {
    try {
      return await getDocumentProxy(new Uint8Array(bytes), { ...settings, password });
    } catch (error) {
      if (error instanceof Error && error.name === 'PasswordException') continue;
      throw new DocumentProblem('corrupt', 'The PDF is damaged.');
    }
  }
  throw new DocumentProblem(
    'needs-password',
    passwords.length === 0
      ? 'The PDF is encrypted, and no password is named for this client or job.'
      : 'The PDF is encrypted, and none of the passwords named for this client or job fits.',
  );
}

type File = Awaited<ReturnType<typeof opened>>;

/** As pdf.js gives it: the transformation's first four numbers turn and stretch, the last two move. */
interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

function drawnOf(
  { str, transform, width, height, fontName }: Item,
  styles: Readonly<Record<string, { readonly fontFamily: string }>>,
): Drawn {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform;
  return {
    text: str,
    x,
    y,
    width,
    height,
    isMonospaced: styles[fontName]?.fontFamily === 'monospace',
    isTurned: Math.abs(b) > Math.abs(a) * 0.05 || a < 0,
  };
}

async function languageOf(file: File): Promise<string | undefined> {
  const { info } = await file.getMetadata();
  const language = 'Language' in info ? info.Language : undefined;
  return typeof language === 'string' && language !== '' ? language : undefined;
}
