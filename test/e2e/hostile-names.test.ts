import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { drop, filesBelow, newDesk, proofdesk, statusOf } from './desk.ts';

const text = 'We recieved it.\n';

/** Names that people and machines have trouble with; each is a document that must come back. */
const names = [
  '<img src=x onerror=alert(1)>.txt',
  '=cmd|calc.txt',
  'invoice\u202Etxt.exe.txt',
  'line\nbreak\u001b[31m.txt',
  'up..%2f..%2fetc%2fpasswd.txt',
  '$(touch gone) `touch gone`; touch gone.txt',
  '-rf.txt',
  `${'é'.repeat(120)}.txt`,
  'CON.txt',
  'O\'Brien & "Sons".txt',
];

it.skipIf(process.platform === 'win32')(
  'names, links and devices in the inbox do no harm, and every document comes back',
  { timeout: 180_000 },
  async () => {
    const { root } = await newDesk();
    const outside = join(dirname(root), 'secret.txt');
    try {
      for (const name of names) drop(root, `anna/job/${name}`, text);
      writeFileSync(outside, 'A secret.\n');
      const inbox = join(root, 'inbox/anna');
      symlinkSync(outside, join(inbox, 'job/link.txt'));
      symlinkSync(dirname(outside), join(inbox, 'linked folder'));
      execFileSync('mkfifo', [join(inbox, 'job/pipe.txt')]);
      mkdirSync(join(inbox, 'hard'));
      linkSync(outside, join(inbox, 'hard/hard.txt'));
      const once = await proofdesk('--desk', root, 'once');
      expect(once.code, once.stdout + once.stderr).toBe(1);
      // Nothing of a name reaches the terminal that could steer it.
      expect(once.stdout).not.toContain('\u001b[31m');
      expect(once.stdout).not.toContain('\u202E');
      const { documents } = await statusOf(root);
      expect(documents, once.stdout).toEqual({ delivered: names.length + 1 });
      const corrected = filesBelow(join(root, 'outbox/anna/job/corrected'));
      expect(corrected).toHaveLength(names.length);
      for (const path of corrected) {
        expect(readFileSync(join(root, 'outbox/anna/job/corrected', path), 'utf8')).toBe(
          'We received it.\n',
        );
        expect(path).not.toMatch(/[\p{Cc}\u202E]/u);
      }
      expect(readdirSync(dirname(root)).sort()).toEqual(['desk', 'secret.txt']);
      expect(filesBelow(root).some((path) => path.endsWith('gone'))).toBe(false);
      // What is a link, or shares its content with a name outside, is not changed there.
      expect(readFileSync(outside, 'utf8')).toBe('A secret.\n');
      expect(lstatSync(join(inbox, 'job/link.txt')).isSymbolicLink()).toBe(true);
      expect(existsSync(join(inbox, 'job/pipe.txt'))).toBe(true);
      for (const path of filesBelow(join(root, 'outbox'))) {
        if (!path.endsWith('.html') && !path.endsWith('.xml')) continue;
        expect(readFileSync(join(root, 'outbox', path), 'utf8')).not.toContain('<img src=x');
      }
      const account = await proofdesk('--desk', root, 'doctor', '--audit');
      expect(account.stdout).toContain('Every file is accounted for.');
    } finally {
      rmSync(dirname(root), { recursive: true, force: true });
    }
  },
);
