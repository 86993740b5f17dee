import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { deskPaths } from '../../src/app/paths.ts';
import { createProfiles } from '../../src/app/profiles.ts';
import type { ClientName } from '../../src/job/job.ts';

async function profiles(files: Readonly<Record<string, string>>) {
  const root = await mkdtemp(join(tmpdir(), 'proofdesk-'));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    if (text !== 'folder') await writeFile(join(root, path), text);
    else await mkdir(join(root, path));
  }
  const { of } = createProfiles(deskPaths(root));
  return (client: string, folder: string) => of(client as ClientName, folder);
}

const settings = {
  'desk.yaml': 'pipeline: light\n',
  'clients/anna/client.yaml': 'pipeline: uk\ndialect: en-AU\nwords: [Okonkwo]\n',
  'inbox/anna/offer/job.yaml': 'pipeline: legal\nwords: [Wielgosz]\n',
};

describe('a profile', () => {
  it('takes what the job says before what the client says, and that before what the desk says', async () => {
    const of = await profiles(settings);
    expect((await of('ben', 'offer')).pipeline).toMatchObject({ name: 'light', dialect: 'auto' });
    expect((await of('anna', 'else')).pipeline).toMatchObject({ name: 'uk', dialect: 'en-AU' });
    expect((await of('anna', 'offer')).pipeline).toMatchObject({ name: 'legal', dialect: 'en-AU' });
  });

  it('has the words of desk, client and job together', async () => {
    const of = await profiles({
      ...settings,
      'dictionaries/office.txt': 'Proofdesk\n',
      'dictionaries/notes.md': 'no dictionary\n',
      'clients/anna/dictionaries/names.txt': 'Nguyen\n',
    });
    expect((await of('anna', 'offer')).words).toEqual([
      'Proofdesk\n',
      'Nguyen\n',
      'Okonkwo',
      'Wielgosz',
    ]);
    expect((await of('ben', 'offer')).words).toEqual(['Proofdesk\n']);
  });

  it('knows the desk’s own pipelines, before the shipped ones', async () => {
    const of = await profiles({
      'pipelines/standard.yaml': 'extends: house\n',
      'pipelines/house.yaml': 'description: Ours.\nstages:\n  spacing:\n',
    });
    const { pipeline } = await of('ben', 'offer');
    expect(pipeline).toMatchObject({ name: 'standard', description: 'Ours.' });
    expect(pipeline.stages.map(({ name }) => name)).toEqual(['spacing']);
  });

  it('finds the folder of a job however its name is composed, and its file however it is written', async () => {
    const of = await profiles({ 'inbox/mu\u0308ller/gebu\u0308hr/Job.YML': 'pipeline: uk\n' });
    expect((await of('m\u00fcller', 'geb\u00fchr')).pipeline.name).toBe('uk');
  });
});

describe('a fault', () => {
  it.each([
    [
      { 'desk.yaml': 'pipeline: nowhere\n' },
      'desk.yaml:1:1: pipeline: there is no pipeline “nowhere”',
    ],
    [
      { 'clients/anna/client.yaml': 'name: A\npipeline: nowhere\n' },
      'clients/anna/client.yaml:2:1: pipeline: there is no pipeline “nowhere”. Choose one of: academic',
    ],
    [{ 'clients/anna/client.yaml': 'dialect: en\n' }, 'clients/anna/client.yaml:1:1: dialect: '],
    [{ 'inbox/anna/offer/job.yml': 'words: x\n' }, 'inbox/anna/offer/job.yml:1:1: words: '],
    [{ 'clients/anna/client.yaml': 'folder' }, 'client.yaml is a folder where a file should be'],
    [{ 'dictionaries/names.txt': 'folder' }, 'names.txt is a folder where a file should be'],
    [
      {
        'clients/anna/client.yaml': 'pipeline: house\n',
        'pipelines/house.yaml': 'stages:\n  retext-nowhere:\n',
      },
      'pipelines/house.yaml:2:3: stages.retext-nowhere: there is no stage',
    ],
  ])('in %j is told with its place', async (files, expected) => {
    const of = await profiles(files);
    await expect(of('anna', 'offer')).rejects.toThrow(expected);
    await expect(of('anna', 'offer')).rejects.toMatchObject({ name: 'DeskProblem' });
  });
});
