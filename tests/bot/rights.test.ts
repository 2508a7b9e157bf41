import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rightsPage } from '../../scripts/rights.ts';
import { actionOfButton, buttonKinds, subscriptionButtonActions } from '../../src/bot/core/button-actions.ts';
import { dataOf, payloadOf } from '../../src/bot/core/deep-links.ts';
import { rightsActions } from '../../src/bot/core/rights-table.ts';
import { ownPath } from '../../src/commands/cli/open.ts';

test('docs/rights.md says what the table says', () => {
  expect(readFileSync(ownPath('docs/rights.md'), 'utf8')).toBe(rightsPage());
});

test('every handler is made by a feature, which asks the table', () => {
  const folder = ownPath('src/bot');
  // What is about the bot's own place in a chat, and the door itself, come before anybody asks for something.
  const free = ['feature.ts', 'access.ts', 'groups.ts', 'channel-posts.ts', 'reachability.ts', 'bot.ts'];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || free.some(each => name.endsWith(each))) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text, name).not.toMatch(/\bnew Composer\b|\.(?:on|hears|callbackQuery|chatType)\(/);
  }
});

test('every kind of button has a row', () => {
  const known = [...Object.values(subscriptionButtonActions), ...buttonKinds.map(({ action }) => action)];
  for (const action of known) expect(rightsActions).toContain(action);
  for (const act of Object.keys(subscriptionButtonActions))
    expect(actionOfButton(`c|s.${act}.7`)).not.toBe('unknown');
  for (const data of ['', 'c|', 'c|s.constructor.1', 'c|s.open.', 'c|f.maybe', 'a|x|/latest'])
    expect(actionOfButton(data)).toBe('unknown');
});

test('a link leads to what its button is for, and Telegram passes its payload on', () => {
  const kept = new Map<string, string>();
  const keep = (text: string) => {
    const key = Buffer.from(text).toString('hex').padEnd(16, '0').slice(-16);
    kept.set(key, text);
    return key;
  };
  const page = fc.integer({ min: 1, max: 999_999 });
  const question = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map(words => `/who ${words}`);
  fc.assert(
    fc.property(fc.constantFrom('a', 't'), page, question, (kind, number, asked) => {
      const payload = payloadOf(`${kind}|${number}|${asked}`, keep)!;
      expect(payload).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
      const [, to, rest = ''] = /^a\|(\d+)\|(.+)$/s.exec(dataOf(payload)!)!;
      expect(Number(to)).toBe(number);
      expect(rest.startsWith('~') ? kept.get(rest.slice(1)) : rest).toBe(asked.toWellFormed());
    }),
    { seed: 14, numRuns: 500 },
  );
  const window = '0123456789abcdef.zzzzzzzzz.zzzzzzzzz.zzzzzzzzz.999999';
  for (const data of [
    `c|d.more.${window}`,
    `c|d.why.${window}`,
    'c|s.open.12',
    'c|s.list.0',
    'a|3|~0123456789abcdef',
  ]) {
    const payload = payloadOf(data, keep)!;
    expect(payload).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
    expect(dataOf(payload)).toBe(data);
  }
  // A link has no effect by itself.
  expect(dataOf(payloadOf('c|s.delete.12', keep)!)).toBe('c|s.open.12');
  expect(payloadOf('c|f.yes', keep)).toBe('privacy');
  for (const payload of ['', 'm', 'x12', 'i0123456789abcdef', 'filter']) expect(dataOf(payload)).toBeNull();
});
