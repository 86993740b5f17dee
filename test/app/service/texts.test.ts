import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  deskOfUnit,
  type Service,
  serviceKinds,
  serviceText,
} from '../../../src/app/service/texts.ts';

const plain: Service = {
  node: '/usr/bin/node',
  program: '/opt/proofdesk/src/main.ts',
  desk: '/srv/desk',
  user: 'ann',
  name: 'proofdesk',
  scope: 'machine',
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

it('tells which desk a unit is for', () => {
  expect(deskOfUnit(serviceText('systemd', awkward))).toBe(awkward.desk);
  expect(deskOfUnit('[Service]\nExecStart=/bin/true\n')).toBe(undefined);
});

const analyse = '/usr/bin/systemd-analyze';

describe.skipIf(!existsSync(analyse))('the unit', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'proofdesk-unit-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const saved = (more: Partial<Service>) => {
    const unit = join(folder, 'proofdesk.service');
    const runs = { ...plain, node: process.execPath, user: 'root', desk: '/srv/a desk', ...more };
    writeFileSync(unit, serviceText('systemd', runs));
    return unit;
  };

  it('is one in which systemd finds no fault, for a machine and for a user', () => {
    for (const scope of ['machine', 'user'] as const) {
      const { status, stderr } = spawnSync(
        analyse,
        [`--${scope === 'user' ? 'user' : 'system'}`, 'verify', saved({ scope })],
        { encoding: 'utf8', env: { ...process.env, XDG_RUNTIME_DIR: folder } },
      );
      expect({ status, stderr: stderr.trim() }).toEqual({ status: 0, stderr: '' });
    }
  });

  it('may do little, as systemd rates it: at most 3.5 of 10', () => {
    const words = ['security', '--offline=true', '--threshold=35', saved({ user: 'daemon' })];
    const { status, stdout } = spawnSync(analyse, words, { encoding: 'utf8' });
    expect(stdout).toMatch(/Overall exposure level/);
    expect(status).toBe(0);
  });
});
