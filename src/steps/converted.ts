import { isOldWord, isProtectedWord } from '../formats/office/ole.ts';
import type { Desk } from './step.ts';

/**
 * What LibreOffice makes of an old Word document, undefined of any other or without it. One with a password comes as a
 * .docx with the same, so that what goes back has it, too. Throws DocumentProblem.
 */
export async function convertedFrom(
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
  { converter, engine }: Pick<Desk, 'converter' | 'engine'>,
  passwords: () => Promise<readonly string[]>,
): Promise<Uint8Array | undefined> {
  if (!converter) return undefined;
  if (isOldWord(fileName, bytes)) return converter.toDocx(bytes);
  if (!isProtectedWord(bytes)) return undefined;
  const { bytes: plain, password } = await engine.unlock({ bytes, passwords: await passwords() });
  return engine.lock({ bytes: await converter.toDocx(plain), password });
}
