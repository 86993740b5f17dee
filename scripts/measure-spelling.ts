/**
 * Measures the spelling stage, without the parsing of the text:
 *
 *   node scripts/measure-spelling.ts TEXT_FILE...
 *
 * Prints the time of the first document, which loads the word data, and for each file the words a second and the
 * memory, the first time and warm. CPU time is given beside the clock, since other programs may be running.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { createDictionaries } from '../src/adapters/dictionaries/dictionaries.ts';
import { documentOf } from '../src/core/document.ts';
import { passagesOf } from '../src/core/passage.ts';
import { countWords } from '../src/core/words.ts';
import { spelling } from '../src/stages/spelling/spelling.ts';

const grammar = { check: () => Promise.reject(new Error('no grammar engine here')) };
const stage = spelling.plugin({
  dialect: 'en-US',
  isOurWord: () => false,
  resources: { ...createDictionaries(), grammar },
  options: {},
});
const parser = unified().use(retextEnglish);

console.log(`before: ${megabytes()} MB`);
await measure('first document', 'A wrod.');
for (const round of ['first time', 'warm', 'warm']) {
  for (const path of process.argv.slice(2)) {
    await measure(`${basename(path)}, ${round}`, readFileSync(path, 'utf8'));
  }
}

async function measure(name: string, text: string): Promise<void> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const document = documentOf(lines.map((line) => ({ kind: 'paragraph', text: line, frozen: [] })));
  const file = new VFile({ value: document.text, data: { document } });
  const tree = parser.parse(file);
  passagesOf(tree, file);
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  await stage(tree, file);
  const clock = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const words = countWords(document.text);
  console.log(
    `${name}: ${words} words, ${clock.toFixed(0)} ms (${((user + system) / 1000).toFixed(0)} ms CPU), ` +
      `${Math.round((1000 * words) / clock)} words/s, ${file.messages.length} messages, ${megabytes()} MB`,
  );
}

function megabytes(): string {
  return (process.memoryUsage().rss / 1e6).toFixed(0);
}
