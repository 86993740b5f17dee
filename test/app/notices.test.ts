import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mailServerOf } from '../../src/app/notices.ts';
import { deskPaths } from '../../src/app/paths.ts';

function deskWith(mail: string) {
  const root = mkdtempSync(join(tmpdir(), 'proofdesk-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, '.proofdesk'));
  writeFileSync(join(root, 'desk.yaml'), `mail: ${mail}\n`);
  return deskPaths(root);
}

const server = '{ host: smtp.example.com, user: office, from: office@example.com }';

describe('the mail server', () => {
  it('gets its password from the environment or from a file that nobody else may read', async () => {
    const paths = deskWith(server);
    const login = async (secret?: string) => (await mailServerOf(paths, secret))?.login;
    await expect(login()).rejects.toThrow('There is no password for the mail server');
    expect(await login('sesame')).toEqual({ user: 'office', password: 'sesame' });
    writeFileSync(paths.mailPassword, 'open\n', { mode: 0o644 });
    await chmod(paths.mailPassword, 0o644);
    await expect(login()).rejects.toThrow('chmod 600');
    await chmod(paths.mailPassword, 0o600);
    expect(await login()).toEqual({ user: 'office', password: 'open' });
  });

  it('is spoken to over encrypted lines, and gets no password over others', async () => {
    expect(await mailServerOf(deskWith(server), 'x')).toMatchObject({ port: 587, encrypted: true });
    const bare = server.replace('}', ', encryption: none }');
    await expect(mailServerOf(deskWith(bare), 'x')).rejects.toThrow('not encrypted');
    const here = server.replace('smtp.example.com', 'localhost');
    expect(await mailServerOf(deskWith(here), 'x')).toMatchObject({ encrypted: false });
  });
});

describe('the templates', () => {
  const folder = new URL('../../templates/', import.meta.url).pathname;
  const names = (language: string) => readdirSync(join(folder, language)).sort();

  it('are the same in every language, and ask for no card', () => {
    expect(names('de')).toEqual(names('en'));
    const texts = ['en', 'de'].flatMap((language) =>
      names(language).map((name) => readFileSync(join(folder, language, name), 'utf8')),
    );
    expect(texts.filter((text) => /\b(card|cvv|cvc|karte|kreditkarte)\b/i.test(text))).toEqual([]);
    expect(texts.filter((text) => !text.startsWith('Subject: '))).toEqual([]);
  });
});
