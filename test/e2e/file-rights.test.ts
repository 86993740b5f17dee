import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { drop, newDesk, proofdesk } from './desk.ts';

it.skipIf(process.platform === 'win32')(
  'everything that the desk writes is for its owner alone',
  { timeout: 120_000 },
  async () => {
    const { root } = await newDesk();
    try {
      drop(root, 'anna/two words/letter.txt', 'We recieved it.\n');
      drop(root, 'anna/bad.pdf', 'no document');
      const once = await proofdesk('--desk', root, 'once');
      expect(once.stderr).not.toContain('Error');
      const entries = readdirSync(root, { recursive: true, encoding: 'utf8' });
      // A work copy is the client’s own file, moved into a folder that is private.
      const ours = entries.filter(
        (path) => !/^(?:inbox|desk\.yaml$|\.proofdesk.work.[^/]+.)/.test(path),
      );
      expect(ours.length).toBeGreaterThan(20);
      const open = ours.filter((path) => (lstatSync(join(root, path)).mode & 0o077) !== 0);
      expect(open).toEqual([]);
    } finally {
      rmSync(dirname(root), { recursive: true, force: true });
    }
  },
);
