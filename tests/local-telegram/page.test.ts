import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { LocalTelegram } from '../../src/local-telegram/local-telegram.ts';
import { browserPath, bubble, goTo, letFail, phone, say, turn, warnWithoutBrowser } from './browser.ts';
import { start, startEchoBot, telegramForTest } from './echo-bot.ts';

warnWithoutBrowser('The tests of the chat page');

async function openPage(browser: ReturnType<typeof phone>): Promise<{ telegram: LocalTelegram; page: Page }> {
  const telegram = await telegramForTest();
  await startEchoBot(telegram);
  const page = await browser.newPage();
  await page.goto(telegram.pageUrl);
  await page.getByRole('button', { name: 'START' }).click();
  await bubble(page, 'You said: /start').waitFor();
  return { telegram, page };
}

describe.skipIf(!browserPath)('chats on the page, on a phone', () => {
  const browser = phone();

  const open = () => openPage(browser);

  test('a question, a tap, its notice and the edited message', async () => {
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

  test('text is never taken for markup', async () => {
    const { page } = await open();
    await say(page, '<img src=x onerror=alert(1)><b>bold</b>');
    await bubble(page, 'You said: <img src=x onerror=alert(1)><b>bold</b>').waitFor();
    expect(await page.locator('#messages img, #messages .text b').count()).toBe(0);
  });

  test('in a group one can post as another person or anonymously; unread counts show for other chats', async () => {
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
});

describe.skipIf(!browserPath)('the page’s own controls, on a phone', () => {
  const browser = phone();
  const open = () => openPage(browser);

  test('the clock goes to the next morning of this browser’s zone, and an hour on', async () => {
    const { telegram, page } = await open();
    const clock = page.locator('#clock-time');
    expect(await clock.textContent()).toBe('07:00');
    await turn(page, 'Next morning 08:00');
    await expect.poll(() => clock.textContent()).toBe('08:00');
    await turn(page, '+1 hour');
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

  test('a fault is chosen, is seen among the calls, and the next message goes well again', async () => {
    const { page } = await open();
    await letFail(page, '429: too many requests', 'once', 7);
    await say(page, 'refused');
    await page.getByRole('button', { name: 'Calls and faults' }).click();
    await page.locator('#drawer li', { hasText: '429 Too Many Requests: retry after 7' }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await say(page, 'let through');
    await bubble(page, 'You said: let through').waitFor();
    expect(await bubble(page, 'You said: refused').count()).toBe(0);
  });

  test('a fault lasts until it is switched off', async () => {
    const { page } = await open();
    await letFail(page, 'Connection dies before', 'every time');
    for (const words of ['first', 'second']) await say(page, words);
    await page.getByRole('button', { name: 'Calls and faults' }).click();
    const refused = page.locator('#drawer li', { hasText: 'died before it was carried out' });
    await expect.poll(() => refused.count()).toBe(2);
    await page.locator('.troubles').getByRole('button', { name: 'every time' }).click();
    await page.locator('.troubles').getByRole('button').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Close' }).click();
    await say(page, 'well again');
    await bubble(page, 'You said: well again').waitFor();
  });

  test('administrators alone speak in the channel, which the bot may write into', async () => {
    const { page } = await open();
    await goTo(page, 'Bulletin');
    await page.getByRole('button', { name: 'Who speaks' }).click();
    expect(await page.getByRole('menuitemradio').count()).toBe(2);
    await page.getByRole('menuitemradio', { name: 'Mira' }).click();
    await say(page, 'breaking');
    await bubble(page, 'Also said: breaking').waitFor();
  });
});
