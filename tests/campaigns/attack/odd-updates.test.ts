import { expect, onTestFinished, test } from 'vitest';
import { randomFrom } from '../../bench/invented.ts';
import { contents, messageWith, type Origin, oddKinds, oddUpdate, services } from './odd-updates.ts';
import { openScene, type Spot } from './scene.ts';

const marker = 'Qzxqvbl';

async function scene(access: 'open' | 'invite') {
  const opened = await openScene(5, access);
  onTestFinished(() => opened.close());
  const random = randomFrom(5);
  const originOf = ({ chat, place, person, on }: Spot): Origin => ({
    ...{ chat, chatId: place.chat_id, person, message: on.message_id, random, marker },
  });
  let took = 0;
  /** How many messages were sent for these updates, and whether a tap was acknowledged. */
  async function sentFor(...updates: object[]): Promise<{ sent: number; isAcknowledged: boolean }> {
    const before = opened.calls.length;
    await opened.brings(...updates);
    const calls = opened.calls.slice(before);
    const sent = calls.filter(method => /^send(?!ChatAction)/.test(method)).length;
    // Limits a minute are not what is looked at.
    took += updates.length;
    if (took > 12) await opened.passes(61_000);
    if (took > 12) took = 0;
    return { sent, isAcknowledged: calls.includes('answerCallbackQuery') };
  }
  const errors = () => opened.logged.filter(line => /"level":50/.test(line) || line.includes(marker));
  return { ...opened, originOf, sentFor, errors };
}

test('what someone sends without words is answered once, an album too; what Telegram itself says is not', async () => {
  const { spots, originOf, sentFor, errors } = await scene('open');
  const member = originOf(spots.find(({ chat, role }) => chat === 'private' && role === 'member')!);
  for (const [kind, content] of Object.entries(contents))
    expect([kind, await sentFor(messageWith(member, { [kind]: content }))]).toMatchObject([
      kind,
      { sent: 1 },
    ]);
  for (const [kind, content] of Object.entries(services))
    expect([kind, await sentFor(messageWith(member, { [kind]: content }))]).toMatchObject([
      kind,
      { sent: 0 },
    ]);
  const picture = { media_group_id: '1', photo: [] };
  const album = [picture, picture, { ...picture, caption: '/who Colin' }, picture];
  // The first without words and the caption.
  expect(await sentFor(...album.map(each => messageWith(member, each)))).toMatchObject({ sent: 2 });
  expect(await sentFor(messageWith(member, picture))).toMatchObject({ sent: 0 });
  expect(await sentFor(messageWith(member, { ...picture, media_group_id: '2' }))).toMatchObject({ sent: 1 });
  expect(errors()).toEqual([]);
});

test('odd updates of every kind from every role in every type of chat change and post nothing', async () => {
  const { spots, originOf, sentFor, errors, rows, alerts } = await scene('invite');
  const before = [rows(), alerts()];
  for (const spot of spots)
    for (let nth = 0; nth < oddKinds; nth += 1) {
      const { what, updates, wants } = oddUpdate(originOf(spot), nth);
      if (updates.length === 0) continue;
      const { sent, isAcknowledged } = await sentFor(...updates);
      const described = `${spot.role} in ${spot.chat}: ${what} ${JSON.stringify(updates[0]).slice(0, 200)}`;
      if (wants === 'tap') expect(isAcknowledged, described).toBe(true);
      if (wants === 'nothing') expect(sent, described).toBe(0);
      if (wants === 'reply' && spot.role !== 'banned') expect(sent, described).toBeGreaterThan(0);
      expect(sent, described).toBeLessThan(4);
    }
  expect([rows(), alerts()]).toEqual(before);
  expect(errors()).toEqual([]);
}, 60_000);
