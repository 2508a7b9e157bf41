import { chromium } from 'playwright-core';
import { chromiumFlags } from './chromium-flags.ts';

/**
 * Takes the pictures in `docs/pictures/` of a demo that runs at ADDRESS, on a phone's width, light and dark:
 * `node scripts/screenshots.ts ADDRESS [FOLDER]`.
 */
const [address = 'http://127.0.0.1:8080/', folder = 'docs/pictures'] = process.argv.slice(2);

/** The guided conversation in other languages: what it shows, and what is typed. */
const guides = {
  uk: {
    chosen: 'У цьому чаті я пишу українською',
    everything: 'Усі новини ›',
    schedule: { asked: 'Коли надсилати?', typed: 'у будні о 7:30' },
    check: 'Усе правильно?',
  },
  de: {
    chosen: 'In diesem Chat schreibe ich Deutsch',
    everything: 'Alle Nachrichten ›',
    schedule: { asked: 'Wann soll der Überblick kommen?', typed: 'werktags um 7:30 Uhr' },
    check: 'Stimmt alles?',
  },
};

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: chromiumFlags });
for (const colorScheme of ['light', 'dark'] as const) {
  const context = await browser.newContext({
    colorScheme,
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 1.5,
  });
  const page = await context.newPage();
  await page.goto(address);
  const messages = page.locator('#messages > li');

  const shot = async (name: string, from?: string) => {
    if (from !== undefined)
      await messages
        .filter({ hasText: from })
        .last()
        .evaluate(message => message.scrollIntoView({ block: 'start' }));
    // What is drawn follows what was scrolled by two frames.
    await page.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))');
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png` });
  };
  const says = async (text: string, answered: string) => {
    await page.locator('#words').fill(text);
    await page.locator('#words').press('Enter');
    const own = messages.filter({ hasText: text }).last();
    await own.locator('xpath=following-sibling::li').filter({ hasText: answered }).first().waitFor();
  };
  const presses = async (label: string, then: string) => {
    await page.getByRole('button', { name: label, exact: true }).last().click();
    await messages.filter({ hasText: then }).last().waitFor();
  };

  const start = page.locator('#start-button');
  await page.locator('#start-button:visible, #words:visible').first().waitFor();
  if (await start.isVisible()) await start.click();
  else
    await page
      .locator('#words')
      .fill('/start')
      .then(() => page.locator('#words').press('Enter'));
  await messages.filter({ hasText: 'Ask me, for example' }).last().waitFor();
  await shot('start');
  await says('/who Lavrov', 'Sources');
  await shot('who', '/who Lavrov');
  await says('/timeline', 'key dates');
  await shot('timeline', '/timeline');
  await says('/quotes about war', 'Sources');
  await shot('quotes-about', '/quotes about war');
  await says('/compare Blinken and Lavrov', 'On the same story');
  await shot('compare', '/compare Blinken and Lavrov');
  await says('/subscribe', 'What should the digest cover?');
  await shot('subscribe-1');
  await presses('All news ›', 'When should I send it?');
  await shot('subscribe-2');
  await presses('Every day 08:00', 'Does this look right?');
  await shot('subscribe-3', 'Does this look right?');
  await presses('✓ Subscribe', 'subscribed.');
  await page.locator('#clock-button').click();
  await page.locator('#next-morning').click();
  await messages.filter({ hasText: 'Your first digest, with' }).last().waitFor();
  await shot('digest', 'Your first digest, with');
  await page.getByRole('button', { name: /Newsroom/ }).click();
  await page.locator('#words').fill('/who Zelenskyy');
  await page.locator('#words').press('Enter');
  await messages.filter({ hasText: 'Volodymyr' }).last().waitFor();
  await shot('group');
  await page
    .getByRole('button', { name: /^C?\s*Communiqué/ })
    .first()
    .click();
  await says('/subscriptions', 'Your');
  await presses('Settings 1', 'All news');
  await shot('subscribe-4', '/subscriptions');
  for (const [language, { chosen, everything, schedule, check }] of Object.entries(guides)) {
    await says(`/language ${language}`, chosen);
    await says('/subscribe', everything);
    await presses(everything, schedule.asked);
    await says(schedule.typed, check);
    await shot(`guide-${language}`, schedule.asked);
  }
  await says('/language en', 'I’m using English');
  await context.close();
}
await browser.close();
