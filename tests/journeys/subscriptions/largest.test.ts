import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Person } from '../../../src/local-telegram/local-telegram.ts';
import { usualSubscription } from '../../deliveries/usual-subscription.ts';
import { world } from '../world.ts';

type World = Awaited<ReturnType<typeof world>>;

/** How many buttons each message had that was sent or edited. */
function keyboards(w: World): number[] {
  return [...w.telegram.callsOf('sendMessage'), ...w.telegram.callsOf('editMessageText')].map(call => {
    const markup = call.parameters.reply_markup as { inline_keyboard?: unknown[][] } | undefined;
    return markup?.inline_keyboard?.flat().length ?? 0;
  });
}

async function withSubscriptions(w: World, person: Person, count: number): Promise<number[]> {
  const ids: number[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const { id } = await w.library.subscriptions.add({
      ...usualSubscription,
      origin: `test ${nth}`,
      chatId: person.chat_id,
      userId: person.user.id,
      words: Array.from({ length: 30 }, (_, i) => `phrase ${nth} ${i} ${'long '.repeat(8)}`.slice(0, 60)),
      nextDue: Date.UTC(2030, 0, 8, 8),
      created: Date.UTC(2030, 0, 7, 5),
    });
    ids.push(id);
  }
  return ids;
}

test('a list of a hundred subscriptions has pages, and an act leads back to its own', async () => {
  const w = await world({ owner: () => ({ mostSubscriptions: 200 }) });
  const ann = w.telegram.person('Ann');
  const ids = await withSubscriptions(w, ann, 100);
  ann.says('/subscriptions');
  const first = await ann.sees('Your 100 subscriptions');
  expect(first.buttons.flat()).toContain('Settings 8');
  expect(first.buttons.flat()).not.toContain('Settings 9');
  expect(first.buttons.at(-1)).toEqual(['Next ›']);
  await ann.presses('Next ›');
  await ann.presses('Pause 12');
  await ann.presses('Resume 12');
  await ann.presses('Delete 16');
  const undo = await ann.sees('Deleted:');
  expect(undo.buttons.flat()).toContain('Settings 9');
  await ann.presses('↩ Undo');
  await ann.presses('‹ All subscriptions');
  await ann.sees('Your 100 subscriptions');
  await ann.forges('c|s.list.13', first).answered();
  await w.quiet();
  const last = ann.chat().find(({ message_id }) => message_id === first.message_id)!;
  expect(last.buttons.flat()).toContain('Settings 100');
  expect(last.buttons.at(-1)).toEqual(['‹ Previous']);
  expect(await w.library.subscriptions.get(ids[15]!)).not.toBeNull();
  expect(Math.max(...keyboards(w))).toBeLessThan(100);
});

test('the largest of every keyboard stays below a hundred buttons, and what does not fit is said', async () => {
  const w = await world({ owner: () => ({ mostSubscriptions: 200 }) });
  const ann = w.telegram.person('Ann');
  const [id] = await withSubscriptions(w, ann, 1);
  await w.library.subscriptions.change(id!, {
    without: Array.from({ length: 30 }, (_, i) => `excluded ${i}`),
    withoutSources: Array.from({ length: 30 }, (_, i) => `Outlet ${i}`),
  });
  const says = async (text: string, seen: string) => {
    ann.says(text);
    await ann.sees(seen);
    await w.quiet();
  };
  for (const [setting, typed, limit] of [
    ['Topics', '"one more", Lavrov', 'That’s the limit: 30 topics, people and phrases'],
    ['Excluded words', 'one more', 'That’s the limit: 30 exclusions'],
  ] as const) {
    ann.says('/subscriptions');
    await ann.presses('Settings 1');
    await ann.presses(setting);
    await w.quiet();
    await says(typed, limit);
    await ann.presses('✕ Cancel');
    await w.quiet();
  }
  ann.says('/subscribe');
  await ann.sees('What should the digest cover?');
  await w.quiet();
  const unknown = Array.from({ length: 10 }, (_, i) => `Sergej Lavrovv${i}`).join(', ');
  await says(unknown, 'Sergej Lavrovv9');
  await says('!!!', '“!!!” has no letters or digits');
  expect(Math.max(...keyboards(w))).toBeGreaterThan(30);
  expect(Math.max(...keyboards(w))).toBeLessThan(100);
});

test('of more lists to start with than a keyboard holds, as many are offered as fit, and the way to the others', async () => {
  const packs = mkdtempSync(join(tmpdir(), 'packs-'));
  onTestFinished(() => rmSync(packs, { recursive: true }));
  mkdirSync(join(packs, 'countries'));
  for (let nth = 100; nth < 250; nth += 1)
    writeFileSync(join(packs, 'countries', `#${nth}.opml`), '<opml version="2.0"><body/></opml>');
  let olga: Person | undefined;
  const w = await world({
    seeds: false,
    owner: telegram => {
      olga = telegram.person('Olga');
      return { admins: [olga.user.id], ingest: { packs } };
    },
  });
  olga!.says('/start');
  const { buttons } = await olga!.sees('Or start with a list for a country:');
  expect(buttons.flat()).toHaveLength(99);
  expect(buttons[0]).toEqual(['#100', '#101']);
  expect(buttons.at(-1)).toEqual(['Topics ›']);
  await w.quiet();
});
