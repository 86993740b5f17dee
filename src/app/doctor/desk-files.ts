import { readdir } from 'node:fs/promises';
import Handlebars from 'handlebars';
import type { ClientName } from '../../job/job.ts';
import { cardNamed } from '../billing-terms.ts';
import { createBilling } from '../compose.ts';
import { namesTranslated, templateNamed, templateNames } from '../notices.ts';
import type { DeskPaths } from '../paths.ts';
import { createProfiles, pipelineNamed, pipelineSources, readClientFile } from '../profiles.ts';
import { filesIn } from '../reading.ts';
import type { DeskFile } from '../settings-files.ts';
import { Ailment, checkUp } from './check-up.ts';

export async function allPipelines({ pipelines }: DeskPaths): Promise<string> {
  const sources = pipelineSources(pipelines);
  const names = await sources.names();
  for (const name of names) await pipelineNamed(name, sources);
  return names.join(', ');
}

/** The settings of every client, with pipeline and words. */
export async function allClients(paths: DeskPaths): Promise<string> {
  const clients = await clientsOf(paths);
  const profiles = createProfiles(paths);
  const looks = clients.map((client) =>
    checkUp(client, async () => {
      await profiles.of(client, '');
      return '';
    }),
  );
  const faults = (await Promise.all(looks)).filter(({ well }) => !well).map(({ says }) => says);
  if (faults.length > 0) throw new Error([...new Set(faults)].join('\n'));
  return `${clients.length}, their settings are in order`;
}

export async function allRateCards(paths: DeskPaths): Promise<string> {
  const files = (await filesIn(paths.rates)).filter((name) => name.endsWith('.yaml'));
  for (const file of files) await cardNamed(file.slice(0, -'.yaml'.length), paths);
  return files.length === 0 ? 'none' : files.join(', ');
}

/** Every message in every language that a client is written to in, and its phrases. */
export async function allTemplates(paths: DeskPaths, desk: DeskFile): Promise<string> {
  const files = await Promise.all(
    (await clientsOf(paths)).map((client) => readClientFile(paths, client).catch(() => undefined)),
  );
  const languages = new Set([desk.language, ...files.flatMap((file) => file?.language ?? [])]);
  const billing = createBilling(paths);
  const names = await templateNames();
  for (const language of languages) {
    await billing.phrasesFor(language);
    for (const name of names) {
      const { text, html, layout } = await templateNamed(name, language, paths);
      for (const source of [text, html ?? '', layout]) {
        parsed(source, `the template “${name}” in ${language}`);
      }
    }
  }
  const english: string[] = [];
  for (const language of languages) {
    const translated = await namesTranslated(language, paths);
    const lacking = names.filter((name) => !translated.has(name)).length;
    if (lacking > 0)
      english.push(`${lacking} for ${language} in English: none in templates/${language}`);
  }
  return [`${names.length} messages in ${[...languages].join(', ')}`, ...english].join('; ');
}

function parsed(source: string, name: string): void {
  try {
    Handlebars.parse(source);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Ailment(
      `In ${name} is a fault: ${why}`,
      'Mend it in the desk’s folder templates/, or take your own file away: the shipped one is used then.',
    );
  }
}

async function clientsOf({ clients }: DeskPaths): Promise<readonly ClientName[]> {
  const entries = await readdir(clients, { withFileTypes: true });
  // the folder's name is the client's
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name as ClientName);
}
