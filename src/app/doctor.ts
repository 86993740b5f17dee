import { constants } from 'node:fs';
import { access, readdir, readFile, stat, statfs } from 'node:fs/promises';
import { createDictionaries } from '../adapters/dictionaries/dictionaries.ts';
import { createHarper } from '../adapters/harper/harper.ts';
import type { ClientName } from '../job/job.ts';
import { lookAtDesk } from './compose.ts';
import { environment } from './config.ts';
import { findLibreOffice } from './libreoffice.ts';
import type { DeskPaths } from './paths.ts';
import { createProfiles, pipelineNamed, pipelineSources, readDeskFile } from './profiles.ts';

/** One thing that was looked at. A finding that is not well says what to do. */
export interface CheckUp {
  readonly what: string;
  readonly well: boolean;
  readonly says: string;
  readonly remedy?: string;
}

/** Looks at everything that the desk needs. Nothing is changed. */
export async function examine(folder: string): Promise<readonly CheckUp[]> {
  const { ledger, inbox, paths } = await lookAtDesk(folder);
  try {
    return [
      await checkUp('Node.js', nodeVersion),
      await checkUp('ledger', async () => (await ledger.checkIntegrity()) ?? 'whole', isWhole),
      await checkUp('folders', () => foldersWritable(paths)),
      await checkUp('inbox', async () => {
        const { settled, waiting } = await inbox.scan({ patient: true });
        return `${settled.length + waiting.length} files in it`;
      }),
      await checkUp('one disk', () => oneDisk(paths)),
      await checkUp('free space', () => freeSpace(paths)),
      await checkUp('file watching', watchLimit),
      await checkUp('pipelines', () => allPipelines(paths)),
      await checkUp('clients', () => allClients(paths)),
      await checkUp('dictionaries', allDictionaries),
      await checkUp('grammar engine', grammarAnswers),
      await checkUp('LibreOffice', () => libreOffice(paths)),
      await checkUp('unfinished intake', async () => {
        const intents = await ledger.intents();
        return intents.length === 0 ? 'none' : `${intents.length}; finished at the next start`;
      }),
    ];
  } finally {
    await ledger.close();
  }
}

/** A trouble that was found: what it is and what to do. */
class Ailment extends Error {
  readonly remedy: string;

  constructor(says: string, remedy: string) {
    super(says);
    this.remedy = remedy;
  }
}

async function checkUp(
  what: string,
  look: () => Promise<string>,
  judge: (says: string) => string | undefined = () => undefined,
): Promise<CheckUp> {
  try {
    const says = await look();
    const remedy = judge(says);
    return remedy ? { what, well: false, says, remedy } : { what, well: true, says };
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    const remedy = error instanceof Ailment ? error.remedy : 'Mend what it says and look again.';
    return { what, well: false, says, remedy };
  }
}

function isWhole(says: string): string | undefined {
  if (says === 'whole') return undefined;
  return 'Stop the desk and keep a copy of .proofdesk/ before anything else; then restore the ledger from a backup.';
}

async function nodeVersion(): Promise<string> {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 24) return process.versions.node;
  throw new Ailment(
    `version ${process.versions.node}`,
    'Start it with “npm start”, which brings version 24.',
  );
}

async function foldersWritable(paths: DeskPaths): Promise<string> {
  const { inbox, outbox, quarantine, duplicates, work, store } = paths;
  for (const folder of [inbox, outbox, quarantine, duplicates, work, store]) {
    await access(folder, constants.W_OK).catch(() => {
      throw new Ailment(
        `${folder} is missing or may not be written`,
        'Run “proofdesk init” for this desk again, or mend the permissions.',
      );
    });
  }
  return 'there, and may be written';
}

async function oneDisk({ inbox, work }: DeskPaths): Promise<string> {
  const [a, b] = await Promise.all([stat(inbox), stat(work)]);
  if (a.dev === b.dev) return 'inbox and work area are on one disk';
  throw new Ailment(
    'The inbox is on another disk than the work area, so files are copied and not moved.',
    'It works, but slower: keep the whole desk on one disk where you can.',
  );
}

/** Room for a day's documents, each of which is kept some five times. */
const freeBytesMin = 500_000_000;

async function freeSpace({ root }: DeskPaths): Promise<string> {
  const { bavail, bsize } = await statfs(root);
  const free = bavail * bsize;
  const says = `${(free / 1e9).toFixed(1)} GB`;
  if (free >= freeBytesMin) return says;
  throw new Ailment(says, 'Make room: the desk pauses when the disk is full.');
}

async function libreOffice(paths: DeskPaths): Promise<string> {
  const { libreoffice } = await readDeskFile(paths);
  return (
    findLibreOffice(libreoffice, environment().searchPath) ??
    'not used: old Word documents (.doc) go into quarantine'
  );
}

async function watchLimit(): Promise<string> {
  const file = '/proc/sys/fs/inotify/max_user_watches';
  if (process.platform !== 'linux') return 'no limit is known here';
  const limit = Number(await readFile(file, 'utf8'));
  if (limit >= 8_192) return `${limit} watches allowed`;
  throw new Ailment(
    `only ${limit} watches allowed`,
    'The inbox is looked at every 30 seconds all the same. To be quicker: sysctl fs.inotify.max_user_watches=524288',
  );
}

async function allPipelines({ pipelines }: DeskPaths): Promise<string> {
  const sources = pipelineSources(pipelines);
  const names = await sources.names();
  for (const name of names) await pipelineNamed(name, sources);
  return names.join(', ');
}

async function allClients(paths: DeskPaths): Promise<string> {
  const entries = await readdir(paths.clients, { withFileTypes: true });
  const clients = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const profiles = createProfiles(paths);
  const looks = clients.map((client) =>
    checkUp(client, async () => {
      await profiles.of(client as ClientName, '');
      return '';
    }),
  );
  const faults = (await Promise.all(looks)).filter(({ well }) => !well).map(({ says }) => says);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return `${clients.length}, their settings are in order`;
}

async function allDictionaries(): Promise<string> {
  const { hunspell } = createDictionaries();
  const { dic } = await hunspell('en-US');
  return `there (${(dic.length / 1e6).toFixed(1)} MB)`;
}

async function grammarAnswers(): Promise<string> {
  const grammar = createHarper();
  try {
    const [verdict] = await grammar.check({
      paragraphs: ['It works.'],
      dialect: 'en-US',
      rules: [],
    });
    if (verdict?.kind === 'checked') return 'answers';
    throw new Ailment(verdict?.reason ?? 'no answer', 'Run “npm ci” again.');
  } finally {
    await grammar.close();
  }
}
