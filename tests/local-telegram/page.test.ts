import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LocalTelegram } from '../../src/local-telegram/index.ts';
import { start, startEchoBot, telegramForTest } from './echo-bot.ts';

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
if (!browserPath)
  console.warn('The tests of the chat page did NOT run: there is no Chromium on this machine.');

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe.skipIf(!browserPath)('the chat page on a phone', () => {
  let profile: string;
  let context: BrowserContext;
  const problems: string[] = [];

  beforeAll(async () => {
    profile = mkdtempSync(join(tmpdir(), 'chromium-'));
    context = await chromium.launchPersistentContext(profile, {
      executablePath: browserPath!,
      args: flags,
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

  async function open(): Promise<{ telegram: LocalTelegram; page: Page }> {
    const telegram = await telegramForTest();
    await startEchoBot(telegram);
    const page = await context.newPage();
    await page.goto(telegram.pageUrl);
    await page.getByRole('button', { name: 'START' }).click();
    await bubble(page, 'You said: /start').waitFor();
    return { telegram, page };
  }

  async function say(page: Page, words: string) {
    await page.getByLabel('Message', { exact: true }).fill(words);
    await page.getByRole('button', { name: 'Send' }).click();
  }

  const bubble = (page: Page, words: string | RegExp) =>
    page.locator('#messages .bubble').filter({ hasText: words });
  const goTo = (page: Page, name: string) => page.locator('#rooms').getByRole('button', { name }).click();

  test('somebody asks, presses a button, gets its notice and sees the message changed', async () => {
    const { page } = await open();
    await say(page, 'stressed');
    await bubble(page, 'You said: stressed').waitFor();
    await page.getByRole('button', { name: 'Turn' }).last().click();
    await bubble(page, 'desserts :dias uoY').waitFor();
    expect(await bubble(page, 'desserts :dias uoY').textContent()).toContain('edited');
    await page.locator('.toast', { hasText: 'Turned' }).waitFor();
  });

  test('all is still there after the page is loaded again', async () => {
    const { page } = await open();
    await say(page, 'remember me');
    await bubble(page, 'You said: remember me').waitFor();
    const before = await page.locator('#messages .text').allTextContents();
    await page.reload();
    await bubble(page, 'You said: remember me').waitFor();
    expect(await page.locator('#messages .text').allTextContents()).toEqual(before);
  });

  test('words are never taken for markup', async () => {
    const { page } = await open();
    await say(page, '<img src=x onerror=alert(1)><b>bold</b>');
    await bubble(page, 'You said: <img src=x onerror=alert(1)><b>bold</b>').waitFor();
    expect(await page.locator('#messages img, #messages .text b').count()).toBe(0);
  });

  test('in a group one is somebody else, or nobody by name; unread marks tell of the other chat', async () => {
    const { telegram, page } = await open();
    await goTo(page, 'Newsroom');
    await bubble(page, 'Hello all').waitFor();
    await page.getByRole('button', { name: 'Who speaks' }).click();
    await page.getByRole('menuitemradio', { name: 'anonymously' }).click();
    await say(page, '/more here');
    await bubble(page, 'Here: here').waitFor();
    expect(telegram.callsOf('sendMessage').at(-1)?.parameters.text).toBe('Here: here');
    await goTo(page, 'Communiqué');
    await page.locator('#rooms').getByRole('button', { name: 'Debates' }).getByText('1').waitFor();
  });

  test('a command in a message is sent when it is tapped, a link into the bot leads to its private chat', async () => {
    const { telegram, page } = await open();
    await goTo(page, 'Newsroom');
    await say(page, `/now@${telegram.username}`);
    await page.getByRole('button', { name: 'Private' }).last().click();
    await bubble(page, 'You said: /start abc').waitFor();
    expect(await page.getByRole('heading').textContent()).toBe('Communiqué');
    await bubble(page, 'You said: /start abc').getByRole('button', { name: '/start' }).click();
    await expect.poll(() => bubble(page, 'You said: /start').count()).toBe(3);
  });

  test('a topic of a forum is a chat of its own', async () => {
    const { page } = await open();
    await goTo(page, 'Debates');
    await page.locator('#topics').getByRole('button', { name: 'Sources' }).click();
    await say(page, '/more in the topic');
    await bubble(page, 'Here: in the topic').waitFor();
    await page.locator('#topics').getByRole('button', { name: 'General' }).click();
    await bubble(page, 'Hello all').waitFor();
    expect(await bubble(page, 'Here: in the topic').count()).toBe(0);
  });

  test('the clock goes to the next morning of this browser’s zone, and an hour on', async () => {
    const { telegram, page } = await open();
    const clock = page.locator('#clock-time');
    expect(await clock.textContent()).toBe('07:00');
    await page.locator('#clock-button').click();
    await page.getByRole('button', { name: 'Next morning 08:00' }).click();
    await expect.poll(() => clock.textContent()).toBe('08:00');
    await page.locator('#clock-button').click();
    await page.getByRole('button', { name: '+1 hour' }).click();
    await expect.poll(() => clock.textContent()).toBe('09:00');
    await say(page, 'late');
    await bubble(page, 'You said: late').waitFor();
    const { at } = telegram.callsOf('sendMessage').at(-1)!;
    expect(at - start).toBeGreaterThanOrEqual(2 * 3600_000);
  });

  test('typing a slash offers the bot’s commands', async () => {
    const { telegram, page } = await open();
    const commands = [
      { command: 'who', description: 'Who is it' },
      { command: 'more', description: 'More of it' },
    ];
    await fetch(
      `${telegram.apiRoot}/bot${telegram.token}/setMyCommands?commands=${JSON.stringify(commands)}`,
    );
    const line = page.getByLabel('Message', { exact: true });
    await line.fill('/m');
    await page.getByRole('option', { name: '/more' }).waitFor();
    await line.press('Enter');
    expect(await line.inputValue()).toBe('/more ');
    await line.pressSequentially('please');
    await line.press('Enter');
    await bubble(page, 'Here: please').waitFor();
  });

  test('a fault is switched on, is seen among the calls, and the next message goes well again', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Calls and faults' }).click();
    await page.getByRole('button', { name: '429: slow down, 5 s' }).click();
    await page.getByRole('button', { name: 'retry after 5' }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await say(page, 'refused');
    await page.getByRole('button', { name: 'Calls and faults' }).click();
    await page.locator('#drawer li', { hasText: '429 Too Many Requests: retry after 5' }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await say(page, 'let through');
    await bubble(page, 'You said: let through').waitFor();
    expect(await bubble(page, 'You said: refused').count()).toBe(0);
  });
});
