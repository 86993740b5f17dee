import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import dictionaryAmerican from 'dictionary-en';
import dictionaryBritish from 'dictionary-en-gb';
import { LocalLinter } from 'harper.js';
import { slimBinary } from 'harper.js/slimBinary';
import retextEnglish from 'retext-english';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextSpell from 'retext-spell';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { createHarper } from '../../src/adapters/harper/harper.ts';
import { type Corrected, replaced, type System } from './system.ts';

/** What a peer says is always taken: its first suggestion, wherever it has one. */
const firstSuggestions = 'first suggestions';

/** harper.js alone with the rules that it has on by default, but for the one that panics and the one that swallows others. */
export async function createHarperAlone(): Promise<System> {
  const rules = await defaultRules();
  const harper = createHarper();
  const remarksOn = (paragraphs: readonly string[], dialect: 'en-US' | 'en-GB') =>
    harper.check({ paragraphs, dialect, rules });
  return {
    name: 'Harper',
    async correct({ lines, dialect }): Promise<Corrected> {
      const verdicts = await remarksOn(lines, dialect === 'en-GB' ? 'en-GB' : 'en-US');
      const after = lines.map((line, at) => {
        const verdict = verdicts[at];
        const remarks = verdict?.kind === 'checked' ? verdict.remarks : [];
        const changes = remarks.flatMap(({ span, replacements: [first] }) =>
          first === undefined ? [] : [{ ...span, after: first }],
        );
        return replaced(line, changes);
      });
      return { [firstSuggestions]: after };
    },
    async respell(words) {
      const verdicts = await remarksOn(
        words.map((word) => `${word}.`),
        'en-US',
      );
      return verdicts.map((verdict) =>
        verdict.kind === 'checked'
          ? verdict.remarks
              .filter(({ rule }) => rule === 'SpellCheck')
              .flatMap(({ replacements }) => replacements)
          : [],
      );
    },
    close: () => harper.close(),
  };
}

async function defaultRules(): Promise<readonly string[]> {
  const linter = new LocalLinter({ binary: slimBinary });
  const rules = Object.entries(await linter.getDefaultLintConfig())
    .filter(([name, on]) => on !== false && name !== 'BoringWords' && name !== 'LongSentences')
    .map(([name]) => name);
  await linter.dispose();
  return rules;
}

/** retext as one sets it up from its own page: its speller and its rule about a and an. */
export function createRetext(): System {
  const processors = {
    'en-US': retextWith(dictionaryAmerican),
    'en-GB': retextWith(dictionaryBritish),
  };
  const messagesOf = async (line: string, dialect: 'en-US' | 'en-GB') => {
    const file = new VFile(line);
    await processors[dialect].run(processors[dialect].parse(file), file);
    return file.messages;
  };
  return {
    name: 'retext',
    async correct({ lines, dialect }): Promise<Corrected> {
      const after: string[] = [];
      for (const line of lines) {
        const messages = await messagesOf(line, dialect === 'en-GB' ? 'en-GB' : 'en-US');
        after.push(replaced(line, messages.flatMap(changeOf)));
      }
      return { [firstSuggestions]: after };
    },
    async respell(words) {
      const found: (readonly string[])[] = [];
      for (const word of words) {
        const messages = await messagesOf(`${word}.`, 'en-US');
        found.push(messages.flatMap(({ expected }) => expected ?? []));
      }
      return found;
    },
    close: () => Promise.resolve(),
  };
}

function retextWith(dictionary: typeof dictionaryAmerican) {
  return unified()
    .use(retextEnglish)
    .use(retextSpell, { dictionary, max: 100_000 })
    .use(retextIndefiniteArticle)
    .freeze();
}

function changeOf(message: VFileMessage) {
  const [first] = message.expected ?? [];
  const place = message.place;
  if (first === undefined || !place || !('start' in place)) return [];
  const [start, end] = [place.start.offset, place.end.offset];
  return start === undefined || end === undefined ? [] : [{ start, end, after: first }];
}

/** LanguageTool is not run: what it made of most sets lies beside them. Its spelling was taken for lower-case words only, and no matters of style. */
export function createLanguageTool(folder: string): System {
  return {
    name: 'LanguageTool',
    async correct({ peerName, lines }) {
      const path = join(folder, 'peers', `lt-cons-${peerName}.txt`);
      if (!existsSync(path)) return undefined;
      return { [firstSuggestions]: readFileSync(path, 'utf8').split('\n').slice(0, lines.length) };
    },
    respell: () => Promise.resolve(undefined),
    close: () => Promise.resolve(),
  };
}
