import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Workplace, workplace } from './workplace.ts';

const part = (name: string, body: string, type = 'text/plain'): string =>
  `--b\nContent-Type: ${type}\nContent-Disposition: attachment; filename="${name}"\n\n${body}\n`;

const mail = (...parts: readonly string[]): string =>
  `From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nSee  below.\n${parts.join('')}--b--\n`;

/** A message in a message in a message, each with a file. */
function nested(depth: number): string {
  if (depth === 0) return 'From: c@d.example\n\nThe  innermost.\n';
  const inner = nested(depth - 1)
    .replaceAll('boundary=b', 'boundary=b')
    .replaceAll('--b', `--x${depth}`);
  return mail(
    part('inner.eml', inner.replaceAll('boundary=b', `boundary=x${depth}`), 'message/rfc822'),
  );
}

async function documentsOf({ desk }: Workplace) {
  const [job] = await desk.ledger.gatheringJobs();
  if (!job) return [];
  const revisions = await desk.ledger.revisionsOf(job.id);
  return revisions.map(({ path, state, failure }) => [path, failure?.code ?? state]).sort();
}

describe('what is attached to an e-mail', () => {
  it('becomes documents of its job, which are delivered and charged with it', async () => {
    const place = await workplace();
    await place.drop(
      'anna/offer/letter.eml',
      mail(
        part('annex.txt', 'The  annex.'),
        part('plan.dwg', 'AC1032', 'application/acad'),
        part('seal.png', 'x', 'image/png'),
      ),
    );
    await place.round('quiet-period');
    await place.work();
    expect(await documentsOf(place)).toEqual([
      ['letter attachments/annex.txt', 'delivered'],
      ['letter attachments/plan.dwg', 'unsupported-format'],
      ['letter.eml', 'delivered'],
    ]);
    const corrected = join(place.root, 'outbox/anna/offer/corrected');
    expect(readdirSync(corrected, { recursive: true }).sort()).toEqual([
      'letter attachments',
      'letter attachments/annex.txt',
      'letter.eml',
    ]);
  });

  it('becomes a document once, however often the step runs', async () => {
    const place = await workplace();
    const locked = mail(part('annex.txt', 'The  annex.'), part('a.txt', 'It  is.'));
    await place.drop('anna/offer/letter.eml', locked);
    await place.round('quiet-period');
    await place.work();
    const before = await documentsOf(place);
    const { desk } = place;
    const [job] = await desk.ledger.gatheringJobs();
    const revisions = job ? await desk.ledger.revisionsOf(job.id) : [];
    const letter = revisions.find(({ path }) => path === 'letter.eml');
    if (!letter) throw new Error('there is no letter');
    // As if it had been put into quarantine and were tried again.
    await desk.ledger.transaction(async (tx) => {
      const failure = { code: 'crashed', detail: '' };
      await tx.advance({ revisionId: letter.id, from: 'delivered', to: 'quarantined', failure });
    });
    await desk.ledger.retry({}, desk.clock.now().toISOString());
    await place.work();
    expect(await documentsOf(place)).toEqual(before);
    const again = job ? await desk.ledger.revisionsOf(job.id) : [];
    expect(again.map(({ number }) => number)).toEqual([1, 1, 1]);
  });

  it('may be an e-mail with attachments, but not without end', async () => {
    const place = await workplace();
    await place.drop('anna/offer/letter.eml', nested(7));
    await place.round('quiet-period');
    await place.work();
    const documents = await documentsOf(place);
    expect(documents.map(([path]) => path?.split('/').length).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(documents.map(([, state]) => state).sort()).toEqual([
      ...new Array(5).fill('delivered'),
      'unsafe',
    ]);
  });
});
