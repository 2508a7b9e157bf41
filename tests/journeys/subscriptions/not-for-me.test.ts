import { expect, test } from 'vitest';
import { day, due, here, subscribe } from '../subscribers.ts';
import { news, world } from '../world.ts';

/** Ann with a short digest of made-up news. */
async function reading() {
  const w = await world({ seeds: false });
  const ann = await here(w, 'Ann');
  await w.arrives(news.harbour);
  const { id } = await subscribe(w, ann.chat_id, { userId: ann.user.id, length: 'short' });
  await w.turnTo(due);
  const digest = await ann.sees('Port of Velmora');
  await ann.presses('More on 1', digest);
  const opened = await ann.sees(
    ({ message_id, buttons }) => message_id === digest.message_id && buttons.flat().includes('🔕 Not for me'),
  );
  const muted = async () => {
    const { withoutPeople, withoutStories, withoutSources } = (await w.library.subscriptions.get(id))!;
    return { people: withoutPeople.length, stories: withoutStories.length, sources: withoutSources.length };
  };
  return { w, ann, id, digest, opened, muted };
}

test('under a story of a digest someone is left out, brought back and left out for good', async () => {
  const { w, ann, opened, muted } = await reading();
  await ann.presses('🔕 Not for me', opened);
  const asked = await ann.sees('What should this digest leave out from now on?');
  expect(asked.buttons.flat()).toEqual(
    expect.arrayContaining(['This story', 'Anything about Ines Calloway']),
  );
  await ann.presses('Anything about Ines Calloway', asked);
  await ann.sees('This digest leaves out “Ines Calloway” from now on.');
  expect(await muted()).toEqual({ people: 1, stories: 0, sources: 0 });
  await ann.presses('Undo');
  await ann.sees('“Ines Calloway” is back in this digest.');
  expect(await muted()).toEqual({ people: 0, stories: 0, sources: 0 });
  await ann.presses('Leave it out again');
  await w.quiet();
  expect(await muted()).toEqual({ people: 1, stories: 0, sources: 0 });

  await w.arrives({
    id: 'speech',
    title: 'Calloway speaks in Karst',
    publishedAt: '2030-01-08',
    text: 'Calloway speaks in Karst\n\nInes Calloway spoke in Karst on Tuesday about a second crane.',
  });
  await w.arrives(news.budget);
  await w.turnTo(due + day);
  const next = await ann.sees('Parliament votes down');
  expect(next.text).not.toContain('Calloway');
});

test('what is left out is in the settings, where a tap brings it back, in the export and forgotten on demand', async () => {
  const { w, ann, id, opened, muted } = await reading();
  await ann.presses('🔕 Not for me', opened);
  await ann.sees('What should this digest leave out from now on?');
  await ann.presses('This story');
  await w.quiet();
  expect(await muted()).toEqual({ people: 0, stories: 1, sources: 0 });
  ann.says('/subscriptions');
  await w.quiet();
  await ann.presses(/^Settings 1|^Change 1/);
  const settings = await ann.sees('Not for me:');
  expect(settings.text).toMatch(/Not for me: .*Velmora/);
  const [row] = (await w.library.personalData.of(ann.chat_id)).subscriptions as Record<string, string>[];
  expect(JSON.parse(row!.without_stories!)).toHaveLength(1);
  await ann.presses('Left out', settings);
  await ann.sees('What this digest leaves out. Tap one to have it back.');
  await ann.presses(/^↩ /);
  await w.quiet();
  expect(await muted()).toEqual({ people: 0, stories: 0, sources: 0 });
  await w.library.personalData.erase(ann.chat_id);
  expect(await w.library.subscriptions.get(id)).toBeNull();
});
