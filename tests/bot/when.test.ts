import { expect, test } from 'vitest';
import { parseHours, parseWhen } from '../../src/bot/subscriptions/when.ts';
import { languages } from '../languages.ts';

const { vocabulary } = languages;
const everyDay = [1, 2, 3, 4, 5, 6, 7];

test.each<[string, number[], string]>([
  ['8', everyDay, '08:00'],
  ['8:30', everyDay, '08:30'],
  ['0830', everyDay, '08:30'],
  ['weekdays 8.30', [1, 2, 3, 4, 5], '08:30'],
  ['mon, thu 19', [1, 4], '19:00'],
  ['every day at 7 pm', everyDay, '19:00'],
  ['7:30 p.m.', everyDay, '19:30'],
  ['12am', everyDay, '00:00'],
  ['Mon-Fri 9', [1, 2, 3, 4, 5], '09:00'],
  ['fri–mon 9am', [1, 5, 6, 7], '09:00'],
  ["Saturdays and Sundays at 10 o'clock", [6, 7], '10:00'],
  ['пн, ср 8:00', [1, 3], '08:00'],
  ['weekends', [6, 7], ''],
  ['8 9', everyDay, '08:00 09:00'],
  ['mon-fri 19:30 and 8', [1, 2, 3, 4, 5], '08:00 19:30'],
  ['every 6 hours', everyDay, '00:00 06:00 12:00 18:00'],
  ['weekends every 12 h', [6, 7], '00:00 12:00'],
  ['кожні 8 годин', everyDay, '00:00 08:00 16:00'],
  ['working days at 8', [1, 2, 3, 4, 5], '08:00'],
  ['кожен день о 8', everyDay, '08:00'],
  ['по буднях о 8:30', [1, 2, 3, 4, 5], '08:30'],
  ['у пʼятницю о 7 вечора', [5], '19:00'],
  ['щопонеділка о 8 ранку', [1], '08:00'],
  ['каждый день в 9', everyDay, '09:00'],
  ['в среду и субботу на 8:00', [3, 6], '08:00'],
  ['half past seven', everyDay, '07:30'],
  ['weekdays at half seven', [1, 2, 3, 4, 5], '07:30'],
  ['quarter to eight in the evening', everyDay, '19:45'],
  ['a quarter past 9 and at six pm', everyDay, '09:15 18:00'],
  ['every three hours on weekends', [6, 7], '00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00'],
  ['halb acht', everyDay, '07:30'],
  ['werktags um halb 8 abends', [1, 2, 3, 4, 5], '19:30'],
  ['Viertel nach sieben', everyDay, '07:15'],
  ['dreiviertel acht', everyDay, '07:45'],
  ['täglich um achtzehn Uhr', everyDay, '18:00'],
  ['jeden Tag 19 Uhr 30', everyDay, '19:30'],
  ['о пів на восьму', everyDay, '07:30'],
  ['щодня о пів на восьму вечора', everyDay, '19:30'],
  ['за чверть дев’ята', everyDay, '08:45'],
  ['по буднях о восьмій ранку', [1, 2, 3, 4, 5], '08:00'],
  ['полвосьмого', everyDay, '07:30'],
  ['в половине восьмого вечера', everyDay, '19:30'],
  ['каждый день без четверти девять', everyDay, '08:45'],
  ['в семь утра', everyDay, '07:00'],
  ['every evening at 9', everyDay, '21:00'],
  ["at 8 o'clock in the evening", everyDay, '20:00'],
  ['every morning and evening at 8', everyDay, '08:00 20:00'],
  ['in the evening at 7 and 9', everyDay, '19:00 21:00'],
  ['8 and noon', everyDay, '08:00 12:00'],
  ['from Monday to Friday at 8', [1, 2, 3, 4, 5], '08:00'],
  ['Mon - Wed 8', [1, 2, 3], '08:00'],
  ['Mon/Wed+Fri @ 9:15am', [1, 3, 5], '09:15'],
  ['every day except Sundays at 8', [1, 2, 3, 4, 5, 6], '08:00'],
  ['daily but not weekends, 8am', [1, 2, 3, 4, 5], '08:00'],
  ['mon at 8 and fri at 8', [1, 5], '08:00'],
  ['seven thirty pm', everyDay, '19:30'],
  ['7 45', everyDay, '07:45'],
  ['ten past eight', everyDay, '08:10'],
  ['19h', everyDay, '19:00'],
  ['7:30 p. m.', everyDay, '19:30'],
  ['please send it at 8', everyDay, '08:00'],
  ['Wensday and saterday 10', [3, 6], '10:00'],
  ['щовечора о 9', everyDay, '21:00'],
  ['з понеділка по п’ятницю о 9', [1, 2, 3, 4, 5], '09:00'],
  ['по понеділках по п’ятницях о 9', [1, 5], '09:00'],
  ['щодня крім неділі о 20-й', [1, 2, 3, 4, 5, 6], '20:00'],
  ['о сьомій тридцять', everyDay, '07:30'],
  ['десять по восьмій', everyDay, '08:10'],
  ['abends um acht', everyDay, '20:00'],
  ['von Montag bis Freitag um 8 Uhr', [1, 2, 3, 4, 5], '08:00'],
  ['täglich außer sonntags, fünf vor halb acht', [1, 2, 3, 4, 5, 6], '07:25'],
  ['Sonntagabend', [7], '19:00'],
  ['вечером в 8', everyDay, '20:00'],
  ['с понедельника по пятницу в час дня', [1, 2, 3, 4, 5], '13:00'],
  ['ежедневно кроме выходных без десяти восемь', [1, 2, 3, 4, 5], '07:50'],
  ['twice daily at 7 and 19', everyDay, '07:00 19:00'],
  ['three times a day: 8, 13 and 18', everyDay, '08:00 13:00 18:00'],
  ['once a week on Fridays, 16:00', [5], '16:00'],
  ['weekly, Tuesday 9 am', [2], '09:00'],
  ['щобудня о сьомій', [1, 2, 3, 4, 5], '07:00'],
  ['кожного робочого дня о 9', [1, 2, 3, 4, 5], '09:00'],
  ['тричі на день: о 8, 13 та 19', everyDay, '08:00 13:00 19:00'],
  ['раз на тиждень у п’ятницю о 18', [5], '18:00'],
  ['zweimal täglich um 8 und 18 Uhr', everyDay, '08:00 18:00'],
  ['einmal pro Woche montags um 9', [1], '09:00'],
  ['два раза в день в 9 и 21', everyDay, '09:00 21:00'],
  ['8ish on weekdays', [1, 2, 3, 4, 5], '08:00'],
  ['skip weekends, 8am', [1, 2, 3, 4, 5], '08:00'],
  ['not on sundays at 9', [1, 2, 3, 4, 5, 6], '09:00'],
  ['ohne Wochenende, 8 Uhr', [1, 2, 3, 4, 5], '08:00'],
  ['без вихідних о 8', [1, 2, 3, 4, 5], '08:00'],
  ['lunes y jueves a las 20:30', [1, 4], '20:30'],
  ['de lunes a viernes a las 8 y media', [1, 2, 3, 4, 5], '08:30'],
  ['cada mañana a las 7', everyDay, '07:00'],
  ['todos los días a las 8 de la tarde', everyDay, '20:00'],
  ['fines de semana a mediodía', [6, 7], '12:00'],
  ['tous les lundis à 8h', [1], '08:00'],
  ['du lundi au vendredi à 18h30', [1, 2, 3, 4, 5], '18:30'],
  ['chaque soir à 9 h', everyDay, '21:00'],
  ['tous les matins sauf le week-end à 7h', [1, 2, 3, 4, 5], '07:00'],
  ['täglich außer am Wochenende um 8', [1, 2, 3, 4, 5], '08:00'],
  ['sauf le dimanche à huit heures', [1, 2, 3, 4, 5, 6], '08:00'],
])('%s', (typed, weekdays, times) => {
  expect(parseWhen(typed, vocabulary)).toMatchObject({
    weekdays,
    times: times.split(' ').filter(Boolean),
    atOnce: false,
  });
});

test.each([
  'at once',
  'As it happens',
  'immediately',
  'as soon as something happens',
  'одразу',
  'як тільки щось з’явиться',
  'sobald etwas passiert',
])('%j waits for no time', typed => {
  expect(parseWhen(typed, vocabulary)).toMatchObject({ weekdays: everyDay, times: [], atOnce: true });
});

test.each([
  'Mondays at 8 and Fridays at 18',
  'daily at 8, weekends 10',
  '8 on weekdays and 10 on weekends',
  'по буднях о 8, у вихідні о 10',
  'Monday mornings and Friday evenings',
])('%j has other times on other days', typed => {
  expect(parseWhen(typed, vocabulary)).toBe('mixed');
});

test.each([
  ['22-7', '22:00', '07:00'],
  ['from 22:30 to 6 am', '22:30', '06:00'],
  ['з 23 до 8', '23:00', '08:00'],
  ['from half ten pm to seven', '22:30', '07:00'],
  ['from ten to seven', '10:00', '07:00'],
  ['evening to 8', '19:00', '08:00'],
  ['von zehn Uhr abends bis halb sieben', '22:00', '06:30'],
  ['з одинадцятої вечора до пів на восьму', '23:00', '07:30'],
])('quiet hours %j', (typed, from, to) => {
  expect(parseHours(typed, vocabulary)).toEqual({ from, to });
});

test.each(['22', '7-7', 'at night', '22-7-9'])('no quiet hours: %j', typed => {
  expect(parseHours(typed, vocabulary)).toBeNull();
});

test.each([
  '25:00',
  'tomorrow',
  '13pm',
  '',
  'mon-banana 8',
  '8:75',
  'every 5 hours',
  'at once 8',
  'half',
  'halb',
  'two digests',
  'полдня',
  'every day except every day at 8',
  'monthly 8',
  'every other day at 7',
  'jeden zweiten Tag um 7',
  'not at 8',
  'every 3 hours at 8',
  // Which day is not said, and it may be any.
  'weekly at 8',
  'раз на тиждень о 9',
  'Bunday at 8',
  'Sriday 9',
])('%j is not understood', typed => {
  expect(parseWhen(typed, vocabulary)).toBeNull();
});
