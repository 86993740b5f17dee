import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { serviceKinds, serviceText } from '../../src/app/service.ts';

const plain = {
  node: '/usr/bin/node',
  program: '/opt/proofdesk/src/main.ts',
  desk: '/srv/desk',
  user: 'ann',
};
const awkward = { ...plain, desk: `/srv/Ann's "100 %" <desk> & $HOME` };

it.each(serviceKinds)('%s runs this desk, from the start of the machine', (kind) => {
  const text = serviceText(kind, plain);
  for (const word of [plain.node, plain.program, plain.desk, '--desk', 'run']) {
    expect(text).toContain(word);
  }
});

it('takes names with blanks, quotation marks and signs that mean something', () => {
  const unit = serviceText('systemd', awkward);
  expect(unit).toContain(`--desk "/srv/Ann's \\"100 %%\\" <desk> & $$HOME" run\n`);
  expect(serviceText('launchd', awkward)).toContain(
    `<string>/srv/Ann's "100 %" &lt;desk&gt; &amp; $HOME</string>`,
  );
  expect(serviceText('windows', awkward)).toContain(`/srv/Ann''s`);
});

const analyse = '/usr/bin/systemd-analyze';

it.skipIf(!existsSync(analyse))('is a unit in which systemd finds no fault', () => {
  const folder = mkdtempSync(join(tmpdir(), 'proofdesk-unit-'));
  const unit = join(folder, 'proofdesk.service');
  const runs = { ...plain, node: process.execPath, user: 'root', desk: '/srv/a desk' };
  writeFileSync(unit, serviceText('systemd', runs));
  expect(execFileSync(analyse, ['verify', unit], { encoding: 'utf8', stdio: 'pipe' })).toBe('');
  rmSync(folder, { recursive: true });
});
