import { readFileSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { ClientName } from '../../src/job/job.ts';
import { issueInvoices } from '../../src/steps/issue.ts';
import { tellClients } from '../../src/steps/tell.ts';
import { deliver, filesOf } from './office.ts';
import { mailingOffice } from './post-office.ts';
import type { Workplace } from './workplace.ts';

const read = ({ root }: Workplace, name: string): string =>
  readFileSync(join(root, 'outbox/anna', name), 'utf8');

/** The titles of the entries; throws when it is not well formed. */
function titles(xml: string): readonly string[] {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return [...xml.matchAll(/<entry>\n<id>(.*)<\/id>\n<title>(.*)<\/title>/g)].map(
    (match) => match[2] ?? '',
  );
}

describe('the page and the feed of a client', () => {
  it('say what was done and what waits, and nothing of a text', async () => {
    const place = await mailingOffice(undefined);
    await deliver(place, 'anna/R&D <letters>/a.txt');
    await issueInvoices(place.desk);
    await tellClients(place.desk);
    const page = read(place, 'status.html');
    expect(page).toContain('<b>R&amp;D &lt;letters&gt;</b> is back');
    expect(page).toMatch(/The invoice INV-\d{4}-0001 is open: €0\.12, due on/);
    expect(page).not.toMatch(/Four words|src=|https?:|<script/);
    expect(titles(read(place, 'feed.xml'))).toEqual([
      expect.stringMatching(/^R&amp;D &lt;letters&gt;: invoice INV-/),
      'R&amp;D &lt;letters&gt;: a document is back',
      'R&amp;D &lt;letters&gt;: all documents are here',
      'R&amp;D &lt;letters&gt;: a document came in',
    ]);
  });

  it('are written anew only when something happened, and leave folders of their name alone', async () => {
    const place = await mailingOffice(undefined);
    await deliver(place, 'anna/letters/a.txt');
    await mkdir(join(place.root, 'outbox/anna/status.html'), { recursive: true });
    await tellClients(place.desk);
    expect(filesOf(place, 'anna')).toContain('feed.xml');
    rmSync(join(place.root, 'outbox/anna/feed.xml'));
    await tellClients(place.desk);
    expect(filesOf(place, 'anna')).not.toContain('feed.xml');
  });

  it('name the newest hundred jobs and count the others, however long the desk has worked', async () => {
    const place = await mailingOffice(undefined);
    await place.drop('anna/letters/a.txt', 'Four words are here.\n');
    await place.round('at-once');
    const earlier = { client: 'anna' as ClientName, bare: false, path: 'a.txt' };
    await place.desk.ledger.transaction(async (tx) => {
      for (let year = 1920; year < 2022; year += 1) {
        const at = `${year}-05-04T10:00:00.000Z`;
        await tx.gatheringJob({ ...earlier, folder: `of ${year}`, at });
      }
    });
    await tellClients(place.desk);
    const page = read(place, 'status.html');
    expect(page.match(/<li><b>/g)).toHaveLength(100);
    expect(page).toContain('<li><b>letters</b>');
    expect(page).toContain('<p>and 3 older ones</p>');
    expect(page).not.toContain('of 1922');
  });

  it('name the document that has to be sent again', async () => {
    const place = await mailingOffice(undefined, 'language: de\n');
    await place.drop('anna/letters/broken.docx', 'this is no such thing');
    await place.round('at-once');
    await place.work();
    await tellClients(place.desk);
    expect(read(place, 'status.html')).toContain(
      'broken.docx von „letters“ ließ sich nicht bearbeiten. Bitte senden Sie es noch einmal.',
    );
    const subjects = (await place.desk.ledger.messages()).map(({ subject }) => subject);
    expect(subjects).toContain('Ein Dokument von „letters“ lässt sich nicht öffnen');
  });
});
