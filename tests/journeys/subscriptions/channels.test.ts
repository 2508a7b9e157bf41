import { expect, test } from 'vitest';
import type { Group, Person } from '../../../src/local-telegram/local-telegram.ts';
import { subscribe, type World } from '../subscribers.ts';
import { longNews, news, world } from '../world.ts';

const monday = (hour: number, minute = 0) => Date.UTC(2030, 0, 7, hour, minute);

test('a channel is set up in private by one who runs it, and gets its digest', async () => {
  const w = await world({ seeds: false });
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  const channel = w.telegram.group('Bulletin', {
    kind: 'channel',
    members: [ann],
    admins: [bob],
    bot: 'absent',
  });
  bob.says('/subscribe');
  await bob.presses('Send to a channel');
  await bob.sees('Which channel?');
  await bob.picksChat(channel);
  await bob.sees('Sent to the channel “Bulletin”.');
  await bob.presses('All news ›');
  await bob.presses('Every day 08:00');
  expect((await bob.sees('Does this look right?')).text).toContain('• Channel: Bulletin');
  await bob.presses('✓ Subscribe');
  await bob.sees('“Bulletin” is subscribed. Its first digest arrives Mon 7 Jan, 08:00');
  await w.arrives(news.harbour);
  await w.turnTo(monday(8));
  await w.quiet();
  expect(channel.chat().map(({ text }) => text)).toEqual([expect.stringContaining('Port of Velmora')]);
  expect(bob.chat().every(({ text }) => !text.includes('Your first digest'))).toBe(true);

  bob.says('/subscriptions');
  await bob.sees('1. All news · Channel: Bulletin · daily at 08:00 (UTC)');
  await bob.presses('Pause 1');
  await bob.sees('· paused');
  ann.says('/subscriptions');
  await ann.sees('No subscriptions here.');
  w.telegram.group('Bulletin', { kind: 'channel', admins: [ann] });
  bob.in(channel).demotes(bob);
  expect((await bob.presses('Resume 1')).text).toContain('Only channel administrators');
});

test('a channel by its name or a forwarded post; where the bot, or the person who asks, may not post, that is said', async () => {
  const w = await world({ seeds: false });
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  const channel = w.telegram.group('Bulletin', {
    kind: 'channel',
    username: 'bulletin_news',
    members: [ann],
    admins: [bob],
    bot: 'absent',
  });
  bob.says('/subscribe');
  await bob.presses('Send to a channel');
  await bob.sees('Which channel?');
  bob.says('my channel');
  await bob.sees('Choose the channel with the button below, type its name like @yourchannel');
  bob.says('@bulletin_news');
  await bob.sees(`I can’t see that channel. Add me (@${w.telegram.username}) as`);
  bob.in(channel).promotes('bot', { can_post_messages: false });
  bob.says('https://t.me/bulletin_news');
  await bob.sees('I can’t post in that channel.');
  bob.in(channel).promotes('bot', { can_post_messages: true });
  bob.forwards(bob.in(channel).says('breaking'));
  await bob.sees('Sent to the channel “Bulletin”.');

  ann.says('/subscribe');
  await ann.presses('Send to a channel');
  await ann.sees('Which channel?');
  ann.says('@bulletin_news');
  await ann.sees('Only channel administrators who can post there');
  await ann.presses('‹ Back');
  await ann.sees('What should the digest cover?');
  const group = w.telegram.group('Debate', { username: 'debate_group', admins: [ann] });
  await ann.presses('Send to a channel');
  await w.quiet();
  ann.says('@debate_group');
  await ann.sees('That isn’t a channel.');
  ann.in(group).says('/subscribe');
  expect((await ann.in(group).sees('What should the digest cover?')).buttons.flat()).not.toContain(
    'Send to a channel',
  );
});

test('the time zone is that of the location that is shared', async () => {
  const w = await world({ seeds: false });
  const ann = w.telegram.person('Ann');
  ann.says('/subscribe');
  await ann.presses('All news ›');
  await ann.presses('Every day 08:00');
  await ann.presses('Change time zone');
  await ann.sees('Use the button below to share your location');
  await ann.sees('What’s your time zone?');
  ann.sharesPlace(-31.55, 159.08);
  expect((await ann.sees('Does this look right?')).text).toContain('Australia/Lord_Howe');
  await w.quiet();
  const { parameters } = w.telegram.callsOf('sendMessage').at(-2)!;
  expect(parameters.reply_markup).toEqual({ remove_keyboard: true });
});

test('a reader taps every button under a channel’s digest: the bot answers each in private and posts nothing', async () => {
  const { w, bob, ann, channel } = await channelDigest();
  const posted = channel.chat();
  const labels = posted.flatMap(({ buttons }) => buttons.flat());
  expect(labels.length).toBeGreaterThan(5);
  expect(labels).toContain('Why these?');
  expect(labels).toContain('1 more story ›');
  const buttons = posted.flatMap(({ post }) => post.reply_markup?.inline_keyboard.flat() ?? []);
  expect(buttons.filter(({ url }) => url === undefined)).toEqual([]);
  const before = botPosts(w, channel);
  await w.restart();
  for (const post of posted)
    for (const label of post.buttons.flat()) {
      const { url } = await ann.in(channel).presses(label, post);
      expect(url, label).toMatch(/^https:\/\/t\.me\/\w+\?start=[A-Za-z0-9_-]{1,64}$/);
      const answer = await ann.reads();
      expect(answer.text, label).not.toContain('I have read');
      expect(answer.text, label).not.toContain('has expired');
    }
  const story = labels.find(label => /Engineers warn/.test(label))!;
  await ann.in(channel).presses(story);
  await ann.sees('Engineers warn of cracks in Dunmar dam');
  await ann.in(channel).presses('Why these?');
  await ann.sees('Why these stories');
  await w.quiet();
  expect(channel.chat()).toEqual(posted);
  expect(botPosts(w, channel)).toBe(before);
  expect(bob.chat()).toEqual([]);
});

test('buttons that a channel still has from before are answered with a link, to the very same thing', async () => {
  const { w, ann, bob, channel, id } = await channelDigest();
  const posted = channel.chat();
  const post = posted.at(-1);
  const shown = posted
    .flatMap(each => each.post.reply_markup?.inline_keyboard.flat() ?? [])
    .map(({ url }) => String(url));
  const window = shown.map(url => /start=dw-(\w+)_\d+$/.exec(url)?.[1]).find(Boolean)!;
  const [story] = (await w.library.stories.latest({ limit: 1, offset: 0 })).items;
  const old: [string, string][] = [
    [`a|1|/story #${story!.id}`, story!.title],
    [`c|d.why.${window.replaceAll('_', '.')}.0`, 'Why these stories'],
    [`c|d.more.${window.replaceAll('_', '.')}.3`, '4–'],
  ];
  for (const [data, text] of old) {
    const { url } = await ann.in(channel).forges(data, post!).answered();
    ann.opens(url!);
    expect((await ann.reads()).text, data).toContain(text);
  }
  // What belongs to the subscription is for those who run the channel, in private.
  const reader = await ann.in(channel).forges(`c|s.length.${id}`, post!).answered();
  expect(reader).toEqual({ text: 'Only channel administrators who can post there can do that.' });
  const { url } = await bob.in(channel).forges(`c|s.delete.${id}`, post!).answered();
  bob.opens(url!);
  expect((await bob.reads()).buttons.flat()).toContain('Delete');
  expect((await w.library.subscriptions.get(id))?.state).toBe('active');
  ann.opens(url!);
  expect((await ann.reads()).text).toContain('Only channel administrators');
  await w.quiet();
  expect(channel.chat()).toEqual(posted);
});

test('a channel’s digest is managed by its administrators and by the person who set it up, not by others', async () => {
  const { w, ann, bob, channel, id } = await channelDigest();
  const carol = w.telegram.person('Carol');
  bob.in(channel).promotes(carol, { can_post_messages: true });
  bob.opens(`m${id}`);
  const [link] = /https:\/\/t\.me\/\S+/.exec((await bob.reads()).text)!;
  carol.opens(link);
  await carol.presses('Pause');
  await carol.sees('paused');
  expect((await w.library.subscriptions.get(id))?.state).toBe('paused');
  bob.in(channel).demotes(carol);
  expect((await carol.presses('Resume')).text).toContain('Only channel administrators');
  bob.in(channel).promotes(carol, { can_post_messages: false });
  expect((await carol.presses('Resume')).text).toContain('Only channel administrators');
  bob.opens(`m${id}`);
  await bob.sees('paused');

  // Where Telegram cannot say who somebody is, nothing is done, and that is said.
  const broken = w.telegram.fails({
    method: 'getChatMember',
    with: { code: 500, description: 'Internal Server Error' },
  });
  const [post] = channel.chat();
  for (const answer of [
    await bob.presses('Resume'),
    await bob.in(channel).forges(`c|s.go.${id}`, post!).answered(),
    await ann.in(channel).forges(`c|s.delete.${id}`, post!).answered(),
  ])
    expect(answer.text).toContain('didn’t confirm that you’re an administrator');
  broken.undo();
  expect((await w.library.subscriptions.get(id))?.state).toBe('paused');

  // The bot was removed: the one who set it up can at least end it, nobody else can.
  bob.in(channel).removes('bot');
  await w.quiet();
  carol.opens(`m${id}`);
  await carol.sees('didn’t confirm that you’re an administrator');
  await bob.presses('Delete');
  await bob.sees('Deleted');
  expect(await w.library.subscriptions.get(id)).toBeNull();
});

test('a reader without access is shown the way in, and comes back by the same button', async () => {
  const { w, ann, channel } = await channelDigest('invite');
  const posted = channel.chat();
  await ann.in(channel).presses('Why these?');
  expect((await ann.reads()).text).toContain('If you have an invitation link, open it.');
  await w.library.accessList.admit(ann.user.id, w.clock.now());
  await ann.in(channel).presses('Why these?');
  expect((await ann.reads()).text).toContain('Why these stories');
  await w.quiet();
  expect(channel.chat()).toEqual(posted);
});

test('a tap that fails in a channel is answered to the one who tapped, not posted to all', async () => {
  const { w, ann, channel, id } = await channelDigest();
  const posted = channel.chat();
  const { answered } = ann.in(channel).forges(`c|s.go.${id}`, posted.at(-1)!);
  w.telegram.fails({
    method: 'answerCallbackQuery',
    times: 1,
    with: { code: 418, description: 'Something else' },
  });
  expect((await answered()).text).toContain('Something went wrong');
  await w.quiet();
  expect(channel.chat()).toEqual(posted);
});

/** A channel that Bob runs and Ann reads, with a digest in it that has more stories than it tells. */
async function channelDigest(access: 'open' | 'invite' = 'open') {
  const w = await world({ seeds: false, owner: () => ({ access }) });
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  const channel = w.telegram.group('Bulletin', { kind: 'channel', members: [ann], admins: [bob] });
  for (const article of longNews) await w.arrives(article);
  await w.library.accessList.admit(channel.id, w.clock.now());
  const { id } = await subscribe(w, channel.id, { userId: bob.user.id, channel: 'Bulletin', most: 5 });
  await w.turnTo(monday(8));
  await w.quiet();
  return { w, ann, bob, channel, id } satisfies {
    w: World;
    ann: Person;
    bob: Person;
    channel: Group;
    id: number;
  };
}

/** How often the bot posted to a channel, or changed a post there. */
function botPosts(w: World, channel: Group): number {
  return w.telegram.calls.filter(
    ({ method, parameters }) =>
      /^(?:send|edit|copy|forward|delete)/i.test(method) && Number(parameters.chat_id) === channel.id,
  ).length;
}
