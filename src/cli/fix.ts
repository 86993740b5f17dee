import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Checked, fixedBytes } from '../app/check.ts';
import type { Engine } from '../ports.ts';
import { say } from './output.ts';

export type ApplyLevel = 'applied' | 'suggested';

/** Writes the corrected copy: to standard output, to the file named, or beside the original. */
export async function writeFix(
  checked: Checked,
  options: { readonly apply?: ApplyLevel; readonly output?: string },
  engine: Engine,
): Promise<void> {
  const bytes = await fixedBytes(checked, options.apply ?? 'applied', engine);
  if (options.output === '-') {
    process.stdout.write(bytes);
    return;
  }
  const path = options.output ?? besidePath(checked);
  await writeFile(path, bytes);
  if (options.output === undefined) say(process.stderr, `The corrected copy is ${path}`);
}

/** `letter.docx` becomes `letter.corrected.docx`: an original is never written over. */
function besidePath({ file, request }: Checked): string {
  const ending = extname(file);
  const stem = file.slice(0, file.length - ending.length);
  return `${stem}.corrected${request.converted ? '.docx' : ending}`;
}
