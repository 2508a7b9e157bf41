import { expect, test } from 'vitest';
import { requested, subjectWithSchedule } from '../../src/bot/subscriptions/requested.ts';
import { scheduleIn } from '../../src/bot/subscriptions/schedule-in.ts';
import { languages } from '../languages.ts';

const { vocabulary } = languages;
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const workdays = [1, 2, 3, 4, 5];

/** What a sentence asks a digest about, and when it is to come. */
function digestIn(typed: string) {
  const request = requested(typed, vocabulary);
  if (request?.kind !== 'subscribe') return null;
  const { what, when, zone } = scheduleIn(request.about, vocabulary);
  return { what, weekdays: null, times: null, ...(typeof when === 'object' ? when : { when }), zone };
}

test.each<[typed: string, what: string, weekdays: number[], times: string]>([
  ['send me news on tariffs every weekday at 8', 'tariffs', workdays, '08:00'],
  ['every Tuesday at 9 please send me the news about Velmora', 'Velmora', [2], '09:00'],
  ['Each Saturday at noon, updates on the harbour', 'harbour', [6], '12:00'],
  ['Could I get a daily digest at 6pm?', '', everyDay, '18:00'],
  ['news on Velmora, Monday to Friday, 7:30', 'Velmora', workdays, '07:30'],
  ['do a Sunday summary of the strike at 9', 'strike', [7], '09:00'],
  ['every Monday night news on Velmora', 'Velmora', [1], '21:00'],
  ['news about Friday Night Ferries every Monday at 9', 'Friday Night Ferries', [1], '09:00'],
  ['a Sunday evening overview of the strike at 7', 'strike', [7], '19:00'],
  ['a Friday night digest at 11', '', [5], '23:00'],
  ['eine Freitagszusammenfassung über den Hafen um 17 Uhr', 'Hafen', [5], '17:00'],
  ['Montagsüberblick zur Bahn um halb acht', 'Bahn', [1], '07:30'],
  ['Wochenendrückblick um 10', '', [6, 7], '10:00'],
  ['mo-fr um 8 Nachrichten zum Hafen', 'Hafen', workdays, '08:00'],
  ['jeden Sonntagabend Nachrichten zum Hafen', 'Hafen', [7], '19:00'],
  ['a weekly summary of the strike on sunday evenings', 'strike', [7], '19:00'],
  ['keep me posted on Calloway daily at 8', 'Calloway', everyDay, '08:00'],
  ['subscribe me to the railway at 8 but skip weekends', 'railway', workdays, '08:00'],
  ['news about Apollo 13 every Monday at 9', 'Apollo 13', [1], '09:00'],
  ['news about Black Friday every Monday at 9', 'Black Friday', [1], '09:00'],
  ['news from the Sunday Echo every Monday at 9', 'Sunday Echo', [1], '09:00'],
  ['news on tariffs every weekday at 8, not sports', 'tariffs, not sports', workdays, '08:00'],
  ['send me news on measles evry day at 7', 'measles', everyDay, '07:00'],
  ['schick mir werktags um halb acht Nachrichten über die Bahn', 'Bahn', workdays, '07:30'],
  ['Ich möchte jeden Freitag um 17 Uhr eine Übersicht zum Hafen', 'Hafen', [5], '17:00'],
  ['einen täglichen Überblick um 20 Uhr', '', everyDay, '20:00'],
  ['щосереди о 9 новини про залізницю', 'залізницю', [3], '09:00'],
  ['надсилай мені підсумки щодня о 20:00', '', everyDay, '20:00'],
  ['по будням в 7:30 присылай новости про порт', 'порт', workdays, '07:30'],
  ['mándame todas las mañanas a las 7 las noticias del puerto', 'puerto', everyDay, '07:00'],
  ['quiero un resumen sobre el tren los martes y jueves a las 8 de la tarde', 'tren', [2, 4], '20:00'],
  ['envoie-moi chaque matin à 7h30 les nouvelles sur le port', 'port', everyDay, '07:30'],
  [
    'je voudrais un résumé du train tous les jours sauf le dimanche à 18 h',
    'train',
    [1, 2, 3, 4, 5, 6],
    '18:00',
  ],
  ['news on tariffs every day at 7 p.m.', 'tariffs', everyDay, '19:00'],
  ['Prepare a Thursday wrap-up of the harbour at 6 pm', 'harbour', [4], '18:00'],
  ['a Saturday morning newsletter about Velmora please', 'Velmora', [6], '08:00'],
  ['set me up with a Tuesday noon briefing on the railway', 'railway', [2], '12:00'],
  ['send me tariff news every weekday at 8', 'tariff', workdays, '08:00'],
  ['weekend evenings, everything on the harbour except sport', 'harbour except sport', [6, 7], '19:00'],
  ['prepare a Sunday overview of the strike for 10:30', 'strike', [7], '10:30'],
  ['all news except sport, every day at 9 p.m.', 'except sport', everyDay, '21:00'],
  ['alle Nachrichten außer Sport, werktags um 7', 'außer Sport', workdays, '07:00'],
  ['a recap of the week every Sunday evening', '', [7], '19:00'],
  ['дай мені щочетверга підсумок про порт о 18', 'порт', [4], '18:00'],
  ['суботній дайджест про порт о 10', 'порт', [6], '10:00'],
  ['новини порту щодня о 8', 'порту', everyDay, '08:00'],
  ['воскресная сводка по порту в 11', 'порту', [7], '11:00'],
  ['jeden Samstag um 9 einen Rückblick der Woche zum Hafen', 'Hafen', [6], '09:00'],
])('%s', (typed, what, weekdays, times) => {
  expect(digestIn(typed)).toMatchObject({ what, weekdays, times: [times] });
});

test('a time zone behind the schedule is taken, a place that is asked for is not', () => {
  expect(digestIn('send me news on tariffs every weekday at 8 Kyiv time')).toMatchObject({
    what: 'tariffs',
    zone: 'Europe/Kyiv',
  });
  expect(digestIn('daily headlines, 8 am, Kyiv time')).toMatchObject({ what: '', zone: 'Europe/Kyiv' });
  expect(digestIn('every weekday at 8 news about Berlin')).toMatchObject({ what: 'Berlin', zone: null });
});

test.each([
  'send me news on tariffs every other day at 7',
  'schick mir jeden zweiten Tag um 7 Nachrichten über Zölle',
  'надсилай новини про мита раз на місяць о 9',
  'news on tariffs every last Thursday of the month at 18:00',
  'give me a digest on tariffs on the second Monday of each month',
  'jeden dritten Freitag um 9 Nachrichten über Zölle',
  'щомісяця в першу середу о 10 новини про мита',
  'новости о пошлинах каждую последнюю пятницу месяца в 9',
])('%j names no days of the week', typed => {
  expect(digestIn(typed)).toMatchObject({ when: 'other-rhythm' });
});

test.each([
  ['let me know as soon as there is news about the harbour', 'harbour'],
  ['alert me whenever Calloway says something', 'Calloway'],
  ['дай знати, щойно буде щось про порт', 'порт'],
  ['сообщи мне, когда Калловей что-то скажет', 'Калловей'],
  ['sag Bescheid, sobald es etwas Neues zum Hafen gibt', 'Hafen'],
])('%j asks for what comes as it happens', (typed, what) => {
  expect(digestIn(typed)).toMatchObject({ what, atOnce: true });
});

test.each([
  'news on Friday evening',
  'what was in the Friday morning briefing',
  'tell me if there is news about Calloway',
  'дай новини за середу о 9',
  'give me the headlines from Monday morning',
  'what did Calloway say every day last week?',
  'why is there news about Calloway every day',
  'did the port open on Monday at 8',
  'updates on the Monday night fire',
  'новини за понеділок ввечері',
  'stop sending me news every morning at 8',
  'Fox News',
  'The Morning Star',
  'get me Evening Standard headlines',
  'what did the Weekly Mercury report on tariffs',
])('%j asks for no digest', typed => {
  expect(digestIn(typed)).toBeNull();
});

test.each([
  ['Ines Calloway, Mondays at 9', 'Ines Calloway, Mondays at 9'],
  ['every evening at 7: harbour', 'harbour, every evening at 7:'],
  ['railway strike daily at 6', 'railway strike, daily at 6'],
  ['mornings at 7 and evenings at 6 give me Calloway', 'Calloway, mornings at 7 and evenings at 6'],
])('%j is a subject with a schedule', (typed, about) => {
  expect(requested(typed, vocabulary)).toBeNull();
  expect(subjectWithSchedule(typed, vocabulary)).toEqual({ kind: 'subscribe', about });
});

test.each([
  'does the ferry leave every day at 8?',
  'when she rose every day at six',
  'what happened every Monday at 9',
  'every day at 8',
  'Ines Calloway on Monday',
  'the old ferry to the islands leaves every day at 8',
])('%j is no subject with a schedule', typed => {
  expect(subjectWithSchedule(typed, vocabulary)).toBeNull();
});
