import type { ArtifactKind, ContentHash, JobId, Revision } from '../job/job.ts';
import { docxName } from '../job/names.ts';
import type { ReportRequest } from '../job/proofreading.ts';
import type { PlacedKind } from '../job/reviews.ts';
import type { ContentStore, LedgerWrites } from '../ports.ts';
import { artifact, extractedOf, profileOf, proofreadOf } from './artifacts.ts';
import { passwordOf } from './passwords.ts';
import { placeChecked } from './place.ts';
import type { Desk, Step } from './step.ts';

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
    const placed = new Map<string, string>();
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
    const where: readonly (readonly [PlacedKind, string])[] = [
      ['original', `original/${revision.path}`],
      ['corrected', `corrected/${path}`],
      ['report-json', `report/${revision.path}.json`],
      ['report-html', `report/${revision.path}.html`],
    ];
    const needsReview = request.profile.needsReview === true;
    const at = desk.clock.now().toISOString();
    return async (tx) => {
      for (const [kind, hash] of kept) await tx.putArtifact(revision.id, kind, hash);
      for (const [kind, name] of where) {
        const taken = placed.get(name);
        if (taken !== undefined) await tx.putPlaced(revision.id, kind, taken);
      }
      if (needsReview) await beginReview(revision.job.id, at, tx);
      return {};
    };

    async function place(kind: string, name: string, bytes: Uint8Array): Promise<string> {
      const file = name.split('/');
      const path = [revision.job.client, revision.job.name, kind, ...file];
      const taken = await placeChecked(desk, path, bytes);
      placed.set(`${kind}/${name}`, taken);
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

/** One document that needs a review makes it a review of the whole job. */
async function beginReview(jobId: JobId, openedAt: string, tx: LedgerWrites): Promise<void> {
  if ((await tx.rounds(jobId)).length > 0) return;
  await tx.putRound({ jobId, round: 1, state: 'pending', openedAt, minutes: 0 });
}
