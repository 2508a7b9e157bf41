import { expect, test } from 'vitest';
import { news, world } from './world.ts';

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
  await bob.presses('For a channel of yours');
  await bob.sees('For which channel?');
  await bob.picksChat(channel);
  await bob.sees('For the channel “Bulletin”.');
  await bob.presses('Everything ›');
  await bob.presses('Every day 08:00');
  expect((await bob.sees('Is it right like this?')).text).toContain('• For the channel “Bulletin”');
  await bob.presses('✓ Subscribe');
  await bob.sees('The first digest for “Bulletin” comes on Mon 7 Jan, 08:00');
  await w.arrives(news.harbour);
  await w.turnTo(monday(8));
  await w.quiet();
  expect(channel.chat().map(({ text }) => text)).toEqual([expect.stringContaining('Port of Velmora')]);
  expect(bob.chat().every(({ text }) => !text.includes('Your first digest'))).toBe(true);

  bob.says('/subscriptions');
  await bob.sees('1. Everything new · For the channel “Bulletin” · every day at 08:00 (UTC)');
  await bob.presses('Pause 1');
  await bob.sees('· paused');
  ann.says('/subscriptions');
  await ann.sees('There is no subscription here');
  w.telegram.group('Bulletin', { kind: 'channel', admins: [ann] });
  bob.in(channel).demotes(bob);
  expect((await bob.presses('Go on 1')).text).toContain('Only administrators');
});

test('a channel by its name or a forwarded post; where the bot may not post, or whoever asks, that is said', async () => {
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
  await bob.presses('For a channel of yours');
  await bob.sees('For which channel?');
  bob.says('my channel');
  await bob.sees('Pick the channel with the button below, write its name like @yourchannel');
  bob.says('@bulletin_news');
  await bob.sees(`I cannot see that channel. Add me (@${w.telegram.username}) there`);
  bob.in(channel).promotes('bot', { can_post_messages: false });
  bob.says('https://t.me/bulletin_news');
  await bob.sees('I may not post in that channel.');
  bob.in(channel).promotes('bot', { can_post_messages: true });
  bob.forwards(bob.in(channel).says('breaking'));
  await bob.sees('For the channel “Bulletin”.');

  ann.says('/subscribe');
  await ann.presses('For a channel of yours');
  await ann.sees('For which channel?');
  ann.says('@bulletin_news');
  await ann.sees('Only those who may post in that channel');
  await ann.presses('‹ Back');
  await ann.sees('What should the digest be about?');
  const group = w.telegram.group('Debate', { username: 'debate_group', admins: [ann] });
  await ann.presses('For a channel of yours');
  await w.quiet();
  ann.says('@debate_group');
  await ann.sees('That is no channel.');
  ann.in(group).says('/subscribe');
  expect((await ann.in(group).sees('What should the digest be about?')).buttons.flat()).not.toContain(
    'For a channel of yours',
  );
});

test('the time zone is that of the place somebody shares', async () => {
  const w = await world({ seeds: false });
  const ann = w.telegram.person('Ann');
  ann.says('/subscribe');
  await ann.presses('Everything ›');
  await ann.presses('Every day 08:00');
  await ann.presses('Other time zone');
  await ann.sees('The button below the writing line shares where you are');
  await ann.sees('In which time zone are you?');
  ann.sharesPlace(-31.55, 159.08);
  expect((await ann.sees('Is it right like this?')).text).toContain('Australia/Lord_Howe');
  await w.quiet();
  const { parameters } = w.telegram.callsOf('sendMessage').at(-2)!;
  expect(parameters.reply_markup).toEqual({ remove_keyboard: true });
});
