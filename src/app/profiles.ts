import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { Pipeline } from '../core/pipeline.ts';
import type { Profile } from '../job/proofreading.ts';
import type { Profiles, Vault } from '../ports.ts';
import { stages } from '../stages/index.ts';
import { hasStage, noSuchStage } from './catalog.ts';
import type { DeskPaths } from './paths.ts';
import { loadPipeline, type PipelineSources } from './pipeline-file.ts';
import { filesIn, readIfThere, readOrEmpty, readText } from './reading.ts';
import { type ClientFile, clientFile, type DeskFile, deskFile, jobFile } from './settings-files.ts';
import { parseYaml, type YamlSource } from './yaml-file.ts';

const shippedPipelines = fileURLToPath(new URL('../../pipelines/', import.meta.url));

/** Pipelines by name: those of `folder`, where one is given, before the shipped ones. */
export function pipelineSources(folder?: string): PipelineSources {
  const folders = folder === undefined ? [shippedPipelines] : [folder, shippedPipelines];
  return {
    async read(name) {
      for (const one of folders) {
        const source = await readIfThere(join(one, `${name}.yaml`), `pipelines/${name}.yaml`);
        if (source) return source;
      }
      return undefined;
    },
    async names() {
      const lists = await Promise.all(folders.map(filesIn));
      const yaml = lists.flat().filter((name) => name.endsWith('.yaml'));
      return [...new Set(yaml.map((name) => name.slice(0, -'.yaml'.length)))].sort();
    },
  };
}

/** A pipeline by name, with another dialect where one is asked for. */
export async function pipelineNamed(
  name: string,
  sources: PipelineSources,
  dialect?: Pipeline['dialect'],
): Promise<Pipeline> {
  const pipeline = await loadPipeline(name, sources, { stages, has: hasStage, noSuchStage });
  return dialect ? { ...pipeline, dialect } : pipeline;
}

/** `desk.yaml`, or its defaults. Throws DeskProblem. */
export async function readDeskFile(paths: DeskPaths): Promise<DeskFile> {
  const names = await pipelineSources(paths.pipelines).names();
  return parseYaml(await readOrEmpty(paths.settings, 'desk.yaml'), naming(names, deskFile));
}

/** `client.yaml`, or its defaults. Throws DeskProblem. */
export async function readClientFile(paths: DeskPaths, client: string): Promise<ClientFile> {
  const names = await pipelineSources(paths.pipelines).names();
  const path = join(paths.clients, client, 'client.yaml');
  const source = await readOrEmpty(path, `clients/${client}/client.yaml`);
  return parseYaml(source, naming(names, clientFile));
}

/** The same settings file, in which a pipeline that is not there is a fault. */
function naming<T extends { readonly pipeline?: string | undefined }>(
  names: readonly string[],
  file: z.ZodType<T>,
): z.ZodType<T> {
  return file.superRefine(({ pipeline }, context) => {
    if (pipeline === undefined || names.includes(pipeline)) return;
    const message = `there is no pipeline “${pipeline}”. Choose one of: ${names.join(', ')}.`;
    context.addIssue({ code: 'custom', path: ['pipeline'], message });
  });
}

/**
 * The settings of desk, client and job put together; read anew for each document, so that a change counts at once.
 * A desk at work says what holds of `desk.yaml` while that has a fault.
 */
export function createProfiles(
  paths: DeskPaths,
  { vault, deskFile: read = () => readDeskFile(paths) }: ProfileTerms = {},
): Profiles {
  const sources = pipelineSources(paths.pipelines);
  const settingsOf = async (client: string, folder: string) => {
    const names = await sources.names();
    return {
      ofClient: await readClientFile(paths, client),
      ofJob: parseYaml(await jobSource(paths.inbox, client, folder), naming(names, jobFile)),
    };
  };
  return {
    async of(client, folder): Promise<Profile> {
      const desk = await read();
      const { ofClient, ofJob } = await settingsOf(client, folder);
      const pipeline = await pipelineNamed(
        ofJob.pipeline ?? ofClient.pipeline ?? desk.pipeline,
        sources,
        ofJob.dialect ?? ofClient.dialect,
      );
      const words = [
        ...(await wordLists(paths.dictionaries)),
        ...(await wordLists(join(paths.clients, client, 'dictionaries'))),
        (ofClient.words ?? []).join('\n'),
        (ofJob.words ?? []).join('\n'),
      ];
      const passwords = passwordsOf(ofJob, ofClient);
      return {
        pipeline,
        words: words.filter((list) => list.trim() !== ''),
        ...(needsApproval(desk, ofClient) ? { needsApproval: true } : {}),
        ...(ofClient.review === 'required' ? { needsReview: true } : {}),
        ...(ofJob.deadline !== undefined && { dueAt: ofJob.deadline }),
        ...(vault && passwords.length > 0 ? { sealedPasswords: passwords.map(vault.seal) } : {}),
      };
    },
    async passwords(client, folder) {
      const { ofClient, ofJob } = await settingsOf(client, folder);
      return passwordsOf(ofJob, ofClient);
    },
  };
}

interface ProfileTerms {
  readonly vault?: Pick<Vault, 'seal'>;
  readonly deskFile?: () => Promise<DeskFile>;
}

interface NamesPasswords {
  readonly passwords?: readonly string[] | undefined;
}

/** The nearest first. */
function passwordsOf(...files: readonly NamesPasswords[]): readonly string[] {
  return [...new Set(files.flatMap(({ passwords = [] }) => passwords))];
}

/** Where there is a price, the client approves it first, unless the settings say otherwise; a retainer was agreed already. */
function needsApproval(desk: DeskFile, client: ClientFile): boolean {
  const priced = (client.rates ?? desk.rates) !== undefined;
  if (client.retainer !== undefined) return false;
  return (client.approval ?? desk.approval ?? (priced ? 'required' : 'none')) === 'required';
}

/** Folders and files are found however their names are composed, and `job.yml` as well as `JOB.YAML`. */
async function jobSource(inbox: string, client: string, folder: string): Promise<YamlSource> {
  let path = inbox;
  for (const wanted of [client, folder]) {
    const name = (await filesIn(path)).find((one) => one.normalize('NFC') === wanted);
    if (name === undefined) return { name: 'job.yaml', text: '' };
    path = join(path, name);
  }
  const name = (await filesIn(path)).find((one) => /^job\.ya?ml$/i.test(one)) ?? 'job.yaml';
  return readOrEmpty(join(path, name), `inbox/${client}/${folder}/${name}`);
}

async function wordLists(folder: string): Promise<readonly string[]> {
  const names = (await filesIn(folder)).filter((name) => name.endsWith('.txt')).sort();
  return Promise.all(names.map((name) => readText(join(folder, name))));
}
