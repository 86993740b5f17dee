import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createContentStore } from '../../../src/adapters/fs/content-store.ts';
import { sweepWork } from '../../../src/adapters/fs/inbox/sweep.ts';
import type { ClientName } from '../../../src/job/job.ts';
import { onlyOne, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts';

const client = 'acme' as ClientName;

it('takes away an empty job’s folder with READY, job.yaml and what systems leave behind', async () => {
  const desk = await temporaryDesk();
  for (const name of [
    'READY',
    'job.yaml',
    '.DS_Store',
    'part/Thumbs.db',
    'part/deep/._letter.docx',
  ]) {
    await desk.drop(`acme/job/${name}`);
  }
  await mkdir(join(desk.inboxFolder, 'acme/job/empty'));
  await desk.inbox.tidy(client, 'job');
  expect(await readdir(join(desk.inboxFolder, 'acme'))).toEqual([]);
});

it('touches nothing when a document has come meanwhile', async () => {
  const desk = await temporaryDesk();
  for (const name of ['READY', 'part/letter.docx']) await desk.drop(`acme/job/${name}`);
  await desk.inbox.tidy(client, 'job');
  expect(await readdir(join(desk.inboxFolder, 'acme/job'))).toEqual(['READY', 'part']);
});

it('keeps what other programs left, but not the READY of the job that is complete', async () => {
  const desk = await temporaryDesk();
  for (const name of ['READY', 'letter.tmp', '.stfolder/note']) await desk.drop(`acme/job/${name}`);
  await desk.inbox.tidy(client, 'job');
  expect(await readdir(join(desk.inboxFolder, 'acme/job'))).toEqual(['.stfolder', 'letter.tmp']);
});

it('finds the folder by its composed name, and does nothing for one that is gone', async () => {
  const desk = await temporaryDesk();
  await desk.drop('acme/e\u0301te\u0301/READY');
  await desk.inbox.tidy(client, 'été');
  await desk.inbox.tidy(client, 'été');
  await desk.inbox.tidy('nobody' as ClientName, 'job');
  expect(await readdir(join(desk.inboxFolder, 'acme'))).toEqual([]);
});

it('sweeps from the work area only what no note names and the store holds', async () => {
  const desk = await temporaryDesk({ keepMs: 60_000 });
  const store = createContentStore({ folder: join(desk.root, '.proofdesk/store') });
  const [intended, stored, unknown, released] = [
    await claimed(desk, 'intended'),
    await claimed(desk, 'stored'),
    await claimed(desk, 'unknown'),
    await claimed(desk, 'released'),
  ];
  for (const text of ['stored', 'released', 'intended'])
    await store.put(new TextEncoder().encode(text));
  await desk.inbox.release(released);
  const left = await sweepWork({ workFolder: desk.workFolder, intents: [intended], store });
  expect(left).toEqual([unknown.workPath]);
  const isThere = [intended, stored, unknown, released].map(({ workPath }) =>
    existsSync(join(desk.workFolder, workPath)),
  );
  expect(isThere).toEqual([true, false, true, true]);
});

async function claimed(desk: TemporaryDesk, text: string) {
  await desk.drop(`acme/job/${text}.txt`, text);
  const intent = desk.inbox.intend(onlyOne(await desk.settled()));
  await desk.inbox.claim(intent);
  return intent;
}
