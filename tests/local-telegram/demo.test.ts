import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { steppingClock } from '../../src/commands/start/stepping-clock.ts';
import { type LocalTelegram, startLocalTelegram } from '../../src/local-telegram/local-telegram.ts';
import { openLibrary } from '../../src/store.ts';
import { runningClock } from '../../src/system/clock.ts';
import { createLog } from '../../src/system/log.ts';
import { seedLibrary } from '../library/seeded.ts';
import { browserPath, bubble, goTo, letFail, phone, say, turn, warnWithoutBrowser } from './browser.ts';

warnWithoutBrowser('The tests of the demo');

/** Monday, 3 January 2050, 09:30 in Berlin. */
const morning = Date.UTC(2050, 0, 3, 8, 30);

describe.skipIf(!browserPath)('the demo on a phone', () => {
  const browser = phone();

  /** All that `start` starts without a token, and its page with START pressed. */
  async function demo(): Promise<{ telegram: LocalTelegram; page: Page }> {
    const folder = mkdtempSync(join(tmpdir(), 'demo-'));
    const clock = runningClock();
    clock.turnTo(morning);
    const file = join(folder, 'demo.db');
    await seedLibrary(file, morning);
    const library = openLibrary(file);
    let app: App;
    const telegram = await startLocalTelegram({
      clock: steppingClock(clock, library.subscriptions.soonest, () => app.tick()),
      furnished: true,
    });
    app = await startApp({
      token: telegram.token,
      apiRoot: telegram.apiRoot,
      library,
      clock,
      log: createLog('silent'),
      zone: 'Europe/Berlin',
    });
    onTestFinished(async () => {
      await app.stop();
      await telegram.close();
      library.close();
      rmSync(folder, { recursive: true });
      expect(telegram.slips).toEqual([]);
    });
    const page = await browser.newPage();
    await page.goto(telegram.pageUrl);
    await page.getByRole('button', { name: 'START' }).click();
    await bubble(page, '5 articles').waitFor();
    return { telegram, page };
  }

  const button = (page: Page, name: string) =>
    page.locator('#messages .keyboard').getByRole('button', { name }).last();

  test('a visitor asks who a person is and pages through what happened when', async () => {
    const { page } = await demo();
    await say(page, '/who Lavrov');
    await bubble(page, 'Often mentioned with').waitFor();
    await say(page, '/timeline');
    const timeline = bubble(page, '21 Feb 2022');
    await timeline.waitFor();
    const count = await page.locator('#messages .bubble').count();
    await button(page, 'All dates').click();
    await button(page, '▶').click();
    await button(page, '◀').waitFor();
    expect(await timeline.count()).toBe(0);
    await button(page, '◀').click();
    await timeline.waitFor();
    expect(await page.locator('#messages .bubble').count()).toBe(count);
  });

  test('a visitor is guided to a subscription, moves the clock to the morning and reads the digest', async () => {
    const { page } = await demo();
    await say(page, '/subscribe');
    await button(page, 'All news ›').click();
    await button(page, 'Every day 08:00').click();
    await button(page, '✓ Subscribe').click();
    await bubble(page, 'Your first digest arrives Tue 4 Jan, 08:00').waitFor();
    const digest = bubble(page, 'Your first digest, with');
    await turn(page, '+1 hour');
    await say(page, '/help');
    await bubble(page, 'What you can ask').waitFor();
    expect(await digest.count()).toBe(0);
    await turn(page, 'Next morning 08:00');
    await digest.waitFor();
    expect(await page.locator('#clock-day').textContent()).toContain('4 Jan');
  });

  test('another member looks a person up in the group, and gets more in private', async () => {
    const { page } = await demo();
    await goTo(page, 'Newsroom');
    await page.getByRole('button', { name: 'Who speaks' }).click();
    await page.getByRole('menuitemradio', { name: 'Tom' }).click();
    await page.getByPlaceholder('Message as Tom').fill('/who Lavrov');
    await page.getByRole('button', { name: 'Send' }).click();
    const answer = bubble(page, '4 articles');
    await answer.waitFor();
    expect(await answer.locator('.quoted').textContent()).toContain('Tom');
    await button(page, 'More in a private chat').click();
    await bubble(page, 'Often mentioned with').waitFor();
  });

  test('with 429 switched on nothing is lost: the answer comes when the clock has moved', async () => {
    const { telegram, page } = await demo();
    await letFail(page, '429: too many requests', 'once', 3000);
    await say(page, '/who Lavrov');
    await page.getByRole('button', { name: 'Calls and faults' }).click();
    await page.locator('#drawer li', { hasText: '429 Too Many Requests: retry after 3000' }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await bubble(page, 'Often mentioned with').count()).toBe(0);
    await turn(page, '+1 hour');
    await bubble(page, 'Often mentioned with').waitFor();
    expect(await bubble(page, 'Often mentioned with').count()).toBe(1);
    expect(telegram.callsOf('sendMessage').filter(({ error }) => error)).toHaveLength(1);
  });
});
