import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { chromiumFlags } from '../../scripts/chromium-flags.ts';

export const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

/** Says plainly that tests did not run where there is no browser. */
export function warnWithoutBrowser(tests: string): void {
  if (!browserPath) console.warn(`${tests} did NOT run: there is no Chromium on this machine.`);
}

/** A browser of a phone's width for the tests of one `describe`, which fail on any error that it logs. */
export function phone(): { newPage(): Promise<Page> } {
  let profile: string;
  let context: BrowserContext;
  const problems: string[] = [];

  beforeAll(async () => {
    profile = mkdtempSync(join(tmpdir(), 'chromium-'));
    context = await chromium.launchPersistentContext(profile, {
      executablePath: browserPath!,
      args: chromiumFlags,
      viewport: { width: 390, height: 844 },
      timezoneId: 'Europe/Berlin',
    });
    context.setDefaultTimeout(15_000);
    context.on('weberror', error => problems.push(String(error.error())));
    context.on('console', message => message.type() === 'error' && problems.push(message.text()));
  });

  afterEach(async () => {
    for (const page of context.pages().slice(1)) await page.close();
    expect(problems.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  });

  return { newPage: () => context.newPage() };
}

/** The messages shown that have these words. */
export const bubble = (page: Page, words: string | RegExp) =>
  page.locator('#messages .bubble').filter({ hasText: words });

export async function say(page: Page, words: string) {
  await page.getByLabel('Message', { exact: true }).fill(words);
  await page.getByRole('button', { name: 'Send' }).click();
}

export const goTo = (page: Page, name: string) =>
  page.locator('#rooms').getByRole('button', { name }).click();

/** Turns the page's clock by one of the choices it offers. */
export async function turn(page: Page, choice: string) {
  await page.locator('#clock-button').click();
  await page.getByRole('button', { name: choice }).click();
}

/** Chooses in the drawer what goes wrong with the bot's next messages. */
export async function letFail(page: Page, trouble: string, often: string, seconds?: number) {
  await page.getByRole('button', { name: 'Calls and faults' }).click();
  await page.getByLabel('What goes wrong').selectOption(trouble);
  await page.getByLabel('How often').selectOption(often);
  if (seconds !== undefined) await page.getByLabel('Seconds').fill(String(seconds));
  await page.getByRole('button', { name: 'Switch on' }).click();
  await page.locator('.troubles').getByRole('button').last().waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
}
