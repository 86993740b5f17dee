import type { ArtifactKind, ContentHash, Revision } from '../job/job.ts';
import { docxName } from '../job/names.ts';
import type { ReportRequest } from '../job/proofreading.ts';
import type { ContentStore, LedgerWrites } from '../ports.ts';
import { artifact, extractedOf, profileOf, proofreadOf } from './artifacts.ts';
import { passwordOf } from './passwords.ts';
import type { Desk, Progress, Step } from './step.ts';

/** Puts original, corrected copy, redline and reports into the outbox, each read back. */
export const deliver: Step = {
  name: 'deliver',
  from: 'applied',
  to: 'delivered',
  async run(revision, desk) {
    const request = await requestOf(revision, desk);
    const { corrected } = request;
    const tracked = await stored(revision, 'redline', desk);
    const redline = tracked ?? (corrected && encoded(await desk.engine.redline(request)));
    const path = request.converted ? docxName(revision.path) : revision.path;
    const places = {
      original: await place('original', revision.path, request.original),
      ...(request.converted
        ? { converted: await place('original', `${revision.path}.docx`, request.converted) }
        : {}),
      ...(corrected ? { corrected: await place('corrected', path, corrected) } : {}),
      ...(redline
        ? { redline: await place('redline', tracked ? path : `${path}.html`, redline) }
        : {}),
    };
    const report = await desk.engine.report({
      ...request,
      ...(redline ? { redline } : {}),
      places,
    });
    const [json, html] = [encoded(report.json), encoded(report.html)];
    await place('report', `${revision.path}.json`, json);
    await place('report', `${revision.path}.html`, html);
    const kept = await keepAll(desk.store, [
      ['report-json', json],
      ['report-html', html],
    ]);
    return (tx) => record(revision, kept, tx);

    async function place(kind: string, name: string, bytes: Uint8Array): Promise<string> {
      const file = name.split('/');
      const path = [revision.job.client, revision.job.name, kind, ...file];
      const taken = await placeChecked(desk, path, bytes);
      return fromReport(taken.split('/').slice(-file.length - 1), file.length);
    }
  },
};

async function requestOf(
  revision: Revision,
  { ledger, store, vault }: Desk,
): Promise<Omit<ReportRequest, 'places' | 'redline'>> {
  const { notChecked } = await proofreadOf(store, revision);
  const extracted = await extractedOf(store, revision);
  const converted = await stored(revision, 'converted', { store });
  const corrected = await stored(revision, 'corrected', { store });
  return {
    fileName: revision.path,
    client: revision.job.client,
    job: revision.job.name,
    revision: revision.number,
    extracted,
    findings: await ledger.findings(revision.id),
    notChecked,
    profile: await profileOf(store, revision),
    original: await artifact(store, revision, 'original'),
    ...(converted ? { converted } : {}),
    ...(corrected ? { corrected } : {}),
    createdAt: revision.receivedAt,
    ...passwordOf(extracted, { vault }),
  };
}

/** What an earlier step made of the document, where it made that at all. An HTML redline is made here, each time anew. */
async function stored(
  { artifacts }: Revision,
  kind: ArtifactKind,
  { store }: Pick<Desk, 'store'>,
): Promise<Uint8Array | undefined> {
  const hash = artifacts[kind];
  return hash && store.get(hash);
}

/** What lies on the disk is read back before anyone is told that it is there. */
async function placeChecked(
  { outbox }: Desk,
  path: readonly string[],
  bytes: Uint8Array,
): Promise<string> {
  const taken = await outbox.place(path, bytes);
  const back = await outbox.read(taken);
  if (!sameBytes(back, bytes)) throw new Error(`${taken} reads back otherwise than it was written`);
  return taken;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** From `report/<folders>/` up to the job's folder, then down to the file. */
function fromReport(path: readonly string[], depth: number): string {
  return [...Array<string>(depth).fill('..'), ...path].join('/');
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

type Kept = readonly (readonly [ArtifactKind, ContentHash])[];

async function keepAll(
  store: ContentStore,
  files: readonly (readonly [ArtifactKind, Uint8Array])[],
): Promise<Kept> {
  const kept: (readonly [ArtifactKind, ContentHash])[] = [];
  for (const [kind, bytes] of files) kept.push([kind, await store.put(bytes)]);
  return kept;
}

async function record(revision: Revision, kept: Kept, tx: LedgerWrites): Promise<Progress> {
  for (const [kind, hash] of kept) await tx.putArtifact(revision.id, kind, hash);
  return {};
}
