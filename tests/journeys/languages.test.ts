import { expect, test } from 'vitest';
import { languageCodes } from '../../src/languages/languages.ts';
import { loadTranslations } from '../../src/rendering/messages.ts';
import { news, world } from './world.ts';

const monday = (hour: number, minute = 0) => Date.UTC(2030, 0, 7, hour, minute);
const translations = loadTranslations();

type Case = {
  everything: string;
  schedule: string;
  scheduled: string;
  place: string;
  confirm: string;
  stop: string;
  digest: RegExp;
};

/** What is typed in each language, and what comes of it. */
const typed: Record<string, Case> = {
  en: {
    everything: 'done',
    schedule: 'every morning',
    scheduled: 'daily at 08:00 (Europe/Kyiv)',
    place: 'Kyiv time',
    confirm: 'yes please',
    stop: 'cancel',
    digest: /^News · 7 Jan 2030\n+Your first digest.*\n+3 stories from 3 articles\n/,
  },
  uk: {
    everything: 'усі новини',
    schedule: 'щоранку',
    scheduled: 'щодня о 08:00 (Europe/Kyiv)',
    place: 'київський час',
    confirm: 'Так!',
    stop: 'Скасувати.',
    digest: /^Новини · 7 січ\. 2030\n+Ваш перший дайджест.*\n+3 сюжети із 3 статей\n/,
  },
  de: {
    everything: 'alle Nachrichten',
    schedule: 'jeden Tag um 8 Uhr',
    scheduled: 'täglich um 08:00 (Europe/Kyiv)',
    place: 'Kiew',
    confirm: 'ja, bitte',
    stop: 'abbrechen',
    digest: /^Nachrichten · 7\. Jan\. 2030\n+Ihr erster Überblick.*\n+3 Meldungen aus 3 Artikeln\n/,
  },
  ru: {
    everything: 'все новости',
    schedule: 'каждый день в 8 утра',
    scheduled: 'ежедневно в 08:00 (Europe/Kyiv)',
    place: 'Киев',
    confirm: 'да',
    stop: 'отмена',
    digest: /^Новости · 7 янв\. 2030\n+Ваш первый дайджест.*\n+3 сюжета из 3 статей\n/,
  },
};

test.each(languageCodes())(
  'a subscription is set up, changed and cancelled in %s by typing',
  async language => {
    const { everything, schedule, scheduled, place, confirm, stop, digest } = typed[language]!;
    const messages = translations(language);
    const say = (key: string, args = {}) => messages.say(key, args);
    const w = await world({ start: monday(3), seeds: false });
    for (const article of Object.values(news)) await w.arrives(article);
    const ann = w.telegram.person('Ann', { language });
    ann.says('/subscribe');
    await ann.sees(say('subscribe-what'));
    ann.says(everything);
    await ann.sees(say('subscribe-when'));
    ann.says('lorem ipsum');
    await ann.sees(say('subscribe-when-wrong'));
    ann.says(schedule);
    await ann.sees(say('subscribe-check'));
    await ann.presses(say('subscribe-other-zone'));
    await ann.sees(say('subscribe-zone'));
    ann.says(place);
    const check = await ann.sees(scheduled);
    expect(check.text).toContain(say('digest-preview'));
    ann.says(confirm);
    await ann.sees(say('subscribed-hint'));
    await w.turnTo(monday(6));
    const first = await ann.sees(digest);
    expect(first.text).toContain(news.harbour.title);
    expect(first.buttons.flat()).toContain(say('button-digest-why'));

    ann.says('/subscriptions');
    await ann.presses(say('subscription-change', { number: 1 }));
    await ann.presses(say('set-when'));
    await ann.sees(say('subscribe-when-hint'));
    ann.says(stop);
    await ann.sees(say('wizard-cancelled'));
    expect(await w.library.subscriptions.ofChat(ann.chat_id)).toMatchObject([
      { times: ['08:00'], zone: 'Europe/Kyiv', language: null },
    ]);
  },
);

test('/language changes a chat’s language and its digests’, is exported and forgotten', async () => {
  const w = await world({ start: monday(3), seeds: false });
  await w.arrives(news.harbour);
  const ann = w.telegram.person('Ann', { language: 'pt-br' });
  ann.says('/subscribe');
  await ann.presses('All news ›');
  await ann.presses('Every day 08:00');
  await ann.presses('✓ Subscribe');
  await ann.sees('You’re subscribed.');
  ann.says('/language');
  const asked = await ann.sees('Which language would you like?');
  expect(asked.buttons.flat()).toEqual(['✓ English', 'Deutsch', 'Русский', 'Українська']);
  await ann.presses('Українська');
  await ann.sees('У цьому чаті я пишу українською');
  ann.says('/хто Calloway');
  await ann.sees('Останні цитати');
  await w.turnTo(monday(8));
  await ann.sees(/^Новини · /);
  ann.says('/language Klingon');
  await ann.sees('Мови «Klingon» я не знаю.');
  ann.says('/language deutsch');
  // What was just decided is not asked again.
  expect((await ann.sees('In diesem Chat schreibe ich Deutsch')).text).not.toContain('?');
  const { chat_languages } = await w.library.personalData.of(ann.chat_id);
  expect(chat_languages).toEqual([{ chat_id: ann.chat_id, language: 'de', chosen: 1 }]);
  ann.says('/forget');
  await ann.presses('Alles löschen');
  await ann.sees('Erledigt. Alles, was über Sie gespeichert war');
  expect(await w.library.personalData.of(ann.chat_id)).not.toHaveProperty('chat_languages');
  // The menu of this chat alone goes too, in every language of the apps.
  expect(w.telegram.callsOf('deleteMyCommands')).toHaveLength(4);
});

test('a group’s language is that of the person who added the bot, until an administrator chooses another', async () => {
  const w = await world();
  const [olena, bob] = [w.telegram.person('Olena', { language: 'uk' }), w.telegram.person('Bob')];
  const group = w.telegram.group('Debate', { admins: [olena], members: [bob], bot: 'absent' });
  olena.in(group).adds('bot');
  await bob.in(group).sees('Вітаю!');
  bob.in(group).says(`/who@${w.telegram.username} Lavrov`);
  await bob.in(group).sees(/цитат/);
  bob.in(group).says(`/language@${w.telegram.username} de`);
  await bob.in(group).sees('Це можуть робити лише адміністратори групи.');
  olena.in(group).says(`/language@${w.telegram.username} de`);
  await bob.in(group).sees('In diesem Chat schreibe ich Deutsch');
});

test('a channel’s digest is in the language of who set it up, and can be given another', async () => {
  const w = await world({ start: monday(3), seeds: false });
  await w.arrives(news.harbour);
  const olena = w.telegram.person('Olena', { language: 'uk' });
  const channel = w.telegram.group('Hafen', { kind: 'channel', admins: [olena], bot: 'absent' });
  olena.says('/subscribe');
  await olena.presses('Надсилати в канал');
  await olena.picksChat(channel);
  await olena.presses('Усі новини ›');
  await olena.presses('Щодня 08:00');
  await olena.presses('✓ Підписатися');
  await olena.sees('оформлено');
  olena.says('/subscriptions');
  await olena.presses('Налаштувати 1');
  await olena.presses('Мова: Українська');
  await olena.sees(({ buttons }) => buttons.flat().includes('Мова: English'));
  await w.turnTo(monday(8));
  await w.quiet();
  expect(channel.chat().at(-1)!.text).toMatch(/^News · /);
});

test('the command menu is set in every language, and a digest is composed once in each', async () => {
  const w = await world({ start: monday(3), seeds: false });
  await w.arrives(news.harbour);
  await expect
    .poll(() => [...new Set(w.telegram.callsOf('setMyCommands').map(call => call.parameters.language_code))])
    .toEqual([undefined, 'de', 'ru', 'uk']);
  const readers = ['uk', 'uk', 'de', 'en'].map((language, at) => w.telegram.person(`P${at}`, { language }));
  for (const reader of readers) {
    const say = translations(reader.user.language_code!).say;
    reader.says('/subscribe');
    await reader.presses(say('subscribe-everything'));
    await reader.presses(say('every-day-at-short', { time: '08:00' }));
    await reader.presses(say('subscribe-confirm'));
    await reader.sees(say('subscribed-hint'));
  }
  let composed = 0;
  const { stories } = w.library.news;
  w.library.news.stories = asked => {
    composed += 1;
    return stories(asked);
  };
  await w.turnTo(monday(8));
  const firstLines = await Promise.all(
    readers.map(async reader => (await reader.sees(/2030\n/)).text.split(' · ')[0]),
  );
  expect(firstLines).toEqual(['Новини', 'Новини', 'Nachrichten', 'News']);
  expect(composed).toBe(3);
});

test('someone who changes the language of their app gets answers and digests in it', async () => {
  const w = await world({ start: monday(3), seeds: false });
  await w.arrives(news.harbour);
  const olena = w.telegram.person('Olena', { language: 'ru' });
  olena.says('/subscribe');
  await olena.presses('Все новости ›');
  await olena.presses('Каждый день 08:00');
  await olena.presses('✓ Подписаться');
  await olena.sees('Вы подписались');
  olena.user.language_code = 'uk';
  olena.says('/who Calloway');
  await olena.sees('Останні цитати');
  await w.turnTo(monday(8));
  await olena.sees(/^Новини · /);
  // What was chosen stays, whatever the app's language.
  olena.says('/language de');
  await olena.sees('In diesem Chat schreibe ich Deutsch');
  olena.user.language_code = 'ru';
  olena.says('/who Calloway');
  await olena.sees('Neueste Zitate');
});

test('an operator who has subscribed to nothing is alerted in their language', async () => {
  const people: ReturnType<Awaited<ReturnType<typeof world>>['telegram']['person']>[] = [];
  const w = await world({
    start: monday(3),
    seeds: false,
    owner: telegram => {
      people.push(telegram.person('Olena', { language: 'uk' }), telegram.person('Ann'));
      return { admins: [people[0]!.user.id] };
    },
  });
  await w.arrives(news.harbour);
  const [olena, ann] = people as [(typeof people)[0], (typeof people)[0]];
  olena.starts();
  await olena.reads();
  ann.says('/quotes Calloway');
  await ann.sees('We will reopen');
  await ann.presses(/^❝/);
  await ann.presses('⚠ Wrong?');
  await ann.sees('Thank you.');
  await w.turnTo(monday(9));
  await olena.sees('Читачі позначили 1 цитату як помилкову');
});
