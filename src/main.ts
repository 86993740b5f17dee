import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * What Node has compiled, it finds again at the next start, which takes half a second less.
 * Not in the folder for temporary files: on a machine of many users others could put code there.
 */
enableCompileCache(join(homedir(), '.cache', 'proofdesk'));
const { runCommandLine } = await import('./cli/program.ts');

/** Whoever reads may stop before the end, as `head` does; then nobody wants the rest. */
process.stdout.on('error', () => process.exit(0));

const code = await runCommandLine(process.argv);
await Promise.all([process.stdout, process.stderr].map(drained));
process.exit(code);

/** Into a pipe, what was written is not yet through; a process that ends now would cut it off. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}
