import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../../src/report/html/html.ts';
import { buildReport } from '../../src/report/report.ts';
import { program } from '../parts.ts';
import { sampleSource } from './sample.ts';

const executablePath = program('chromium');

/** Fifty pages of 500 words. */
const source = sampleSource(25_000);

describe.skipIf(executablePath === undefined)('the report in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'proofdesk-report-'));
  const path = join(folder, 'report.html');
  let browser: Browser;

  beforeAll(async () => {
    const preview = '<p>The page</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">';
    writeFileSync(path, renderHtml(buildReport(source), source.document, { preview }));
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--no-sandbox'],
    });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
  });

  async function open(width: number, javaScriptEnabled = true) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      javaScriptEnabled,
    });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('console', (message) => troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('request', (request) => {
      if (!/^(?:file|data):/u.test(request.url())) troubles.push(request.url());
    });
    await page.goto(pathToFileURL(path).href);
    return { page, troubles };
  }

  test('opens from a folder without an error and without a request', async () => {
    const { page, troubles } = await open(1280);
    await page.locator('.preview summary').click();
    expect(await page.frameLocator('iframe').locator('p').textContent()).toBe('The page');
    expect(await shownNotes(page)).toBe(source.findings.length);
    expect(troubles).toEqual([]);
  });

  test('goes from finding to finding by key', async () => {
    const { page } = await open(1280);
    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
    expect(await page.evaluate('document.activeElement.id')).toBe('2');
    expect(await page.locator('[aria-current]').count()).toBe(1);
    expect(await page.locator('.t a.on').first().getAttribute('href')).toBe('#2');
    await page.locator('.strip a').last().click();
    expect(await page.locator('[aria-current]').getAttribute('id')).not.toBe('2');
  });

  test('filters by kind, by stage and by words, and says how many are left', async () => {
    const { page } = await open(1280);
    await page.getByLabel('Applied').uncheck();
    const waiting = source.findings.filter(({ decision }) => decision !== 'applied').length;
    expect(await shownNotes(page)).toBe(waiting);
    expect(await page.locator('#shown').textContent()).toBe(
      `${waiting} of ${source.findings.length} shown`,
    );
    await page.locator('#stage').selectOption('4');
    expect(await shownNotes(page)).toBe(
      await page.locator('.notes > li.suggested[data-s="4"]').count(),
    );
    await page.keyboard.press('f');
    await page.keyboard.type('no such word');
    expect(await shownNotes(page)).toBe(0);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await shownNotes(page)).toBe(source.findings.length);
  });

  test('shows the text side by side, then as a list, and then as before', async () => {
    const { page } = await open(1280);
    const changed = page.locator('.passage', { has: page.locator('ins') }).first();
    await page.keyboard.press('s');
    const [left, right] = [changed.locator('> .t').first(), changed.locator('> .t').last()];
    expect(await left.locator('del').first().isVisible()).toBe(true);
    expect(await left.locator('ins').first().isVisible()).toBe(false);
    expect(await right.locator('del').first().isVisible()).toBe(false);
    expect(await right.locator('ins').first().isVisible()).toBe(true);
    await page.keyboard.press('s');
    expect(await changed.locator('> .t').first().isVisible()).toBe(false);
    await page.keyboard.press('s');
    expect(await changed.locator('> .t:visible').count()).toBe(1);
  });

  test('fits a telephone, in every view', async () => {
    const { page } = await open(390);
    for (let view = 0; view < 3; view += 1) {
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(390);
      await page.keyboard.press('s');
    }
  });

  test('can be read without its script, which then offers no tools', async () => {
    const { page } = await open(1280, false);
    expect(await page.locator('#tools').isVisible()).toBe(false);
    expect(await shownNotes(page)).toBe(source.findings.length);
    await page.locator('.fold summary').first().click();
    expect(await page.locator('.fold[open] > .t').first().isVisible()).toBe(true);
  });

  test('prints the findings and none of the tools', async () => {
    const { page } = await open(1280);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#tools').isVisible()).toBe(false);
    expect(await page.locator('.notes > li').first().isVisible()).toBe(true);
  });
});

function shownNotes(page: Page): Promise<number> {
  return page.locator('.notes > li:not([hidden])').count();
}
