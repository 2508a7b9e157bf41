import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseFreeText } from '../../../src/answers/asking/free-text.ts';
import type { Library } from '../../../src/answers/page/library.ts';
import type { Question } from '../../../src/answers/page/question.ts';
import { readersLibrary } from '../../../src/answers/readers-library.ts';
import { withEnglishAbout, withEnglishAnd, withEnglishPeriod } from '../../../src/languages/in-english.ts';
import { languageCodes } from '../../../src/languages/languages.ts';
import { nominatives } from '../../../src/languages/nominatives.ts';
import { languages } from '../../languages.ts';
import { knowledge } from '../../reading/knowledge.ts';
import { libraryOf, type MadeUp, twoArticles } from '../made-up.ts';

const { vocabulary } = languages;

/** About people whose names have cases in Ukrainian and Russian. */
const quay: MadeUp = {
  id: 'quay',
  title: 'Vetrov opens the quay',
  day: '2031-05-06',
  paragraphs: [
    'Harbour master Oleh Vetrov (Олег Вєтров) opened the quay of Lindholm on Monday with Minister Darka Bilska.',
    '“The sanctions will not close this quay,” said Oleh Vetrov.',
    '“We trade with all who keep the peace,” said Darka Bilska.',
    'Mayor Carl Peters and Captain Anna Peter watched the first ship.',
  ],
  people: [
    { name: 'Oleh Vetrov', variants: ['Олег Вєтров'], role: 'Harbour master' },
    { name: 'Darka Bilska', role: 'Minister' },
    { name: 'Carl Peters' },
    { name: 'Anna Peter' },
  ],
  quotes: [
    { text: 'The sanctions will not close this quay,', by: 'Oleh Vetrov' },
    { text: 'We trade with all who keep the peace,', by: 'Darka Bilska' },
  ],
};

let whole: Awaited<ReturnType<typeof libraryOf>>;
const readBy = (code: string): Library =>
  readersLibrary(whole.library, {
    topicLabel: id => languages.topicLabel(code, id),
    script: languages.scriptOf(code),
    quoteMarks: ['«', '»'],
    vocabulary,
    latinEndings: languages.latinEndingsOf(code),
  });
beforeAll(async () => {
  whole = await libraryOf(...twoArticles, quay);
});
afterAll(() => whole.close());

test.each<[string, Question]>([
  ['хто така Окоро', { kind: 'who', name: 'Окоро' }],
  ['Що сказала Окоро?', { kind: 'quotes', name: 'Окоро' }],
  ['Чи згадувала коли-небудь Окоро щось про порт?', { kind: 'quotes', name: 'Окоро', about: 'port' }],
  ['говорила ли Окоро о порте', { kind: 'quotes', name: 'Окоро', about: 'port' }],
  ['hat Okoro je etwas über Schiffe gesagt', { kind: 'quotes', name: 'Okoro', about: 'Schiffe' }],
  ['скільки в тебе цитат Окоро', { kind: 'quotes', name: 'Окоро' }],
  ['сколько заявлений у Окоро?', { kind: 'quotes', name: 'Окоро' }],
  ['wie viele Aussagen hast du von Okoro', { kind: 'quotes', name: 'Okoro' }],
  ['хто такий Вєтров?', { kind: 'who', name: 'Вєтров' }],
  ['А хто така Більська', { kind: 'who', name: 'Більська' }],
  ['розкажи про Вєтрова', { kind: 'who', name: 'Вєтрова' }],
  ['кто такой Ветров', { kind: 'who', name: 'Ветров' }],
  ['кто такая Окоро', { kind: 'who', name: 'Окоро' }],
  ['wer ist Okoro?', { kind: 'who', name: 'Okoro' }],
  ['Що сказав Вєтров?', { kind: 'quotes', name: 'Вєтров' }],
  ['що сказав Вєтров про санкції', { kind: 'quotes', name: 'Вєтров', about: 'sanctions' }],
  ['что сказал Ветров о санкциях?', { kind: 'quotes', name: 'Ветров', about: 'sanctions' }],
  ['was sagte Vetrov über Sanktionen?', { kind: 'quotes', name: 'Vetrov', about: 'sanctions' }],
  ['was hat Vetrov zu den Sanktionen gesagt', { kind: 'quotes', name: 'Vetrov', about: 'sanctions' }],
  ['Zitate Vetrovs', { kind: 'quotes', name: 'Vetrov' }],
  ['що кажуть про санкції', { kind: 'quotes', about: 'sanctions' }],
  ['Дякую', { kind: 'talk', topic: 'thanks' }],
  ['Що нового?', { kind: 'latest' }],
  ['останні новини', { kind: 'latest' }],
  ['Що нового про Вєтрова?', { kind: 'latest', about: 'Вєтрова' }],
  ['новости об Украине', { kind: 'latest', about: 'Ukraine' }],
  ['was gibt es Neues zu Russland', { kind: 'latest', about: 'Russia' }],
  ['Neueste Nachrichten', { kind: 'latest' }],
  ['що сталося з Окоро у травні 2031', { kind: 'timeline', about: 'Окоро', from: '2031-05', to: '2031-05' }],
  ['коли Вєтров', { kind: 'timeline', about: 'Вєтров' }],
  ['was ist mit Okoro passiert', { kind: 'timeline', about: 'Okoro' }],
  ['привіт', { kind: 'talk', topic: 'hello' }],
  ['Vielen Dank!', { kind: 'talk', topic: 'thanks' }],
  ['что ты умеешь?', { kind: 'talk', topic: 'help' }],
  ['підпиши мене на порти', { kind: 'talk', topic: 'subscribe', about: 'порти' }],
])('%s', async (text, question) => {
  expect(await parseFreeText(readBy('uk'), text)).toEqual(question);
});

test.each(['хто винен у всьому', 'Zitate über alles'])(
  '%s is a search: no such name is known',
  async text => {
    expect(await parseFreeText(readBy('uk'), text)).toEqual({ kind: 'search', words: text });
  },
);

test.each<[text: string, question: object]>([
  ['wer ist Niemand Besonderes', { kind: 'who', name: 'Niemand Besonderes' }],
  ['хто така Юстинчук?', { kind: 'who', name: 'Юстинчук' }],
  ['что сказала Юстинчук о портах', { kind: 'quotes', name: 'Юстинчук' }],
  ['was sagte Jostinger zum Hafen', { kind: 'quotes', name: 'Jostinger' }],
])('%s asks for someone unknown, which is what the answer says', async (text, question) => {
  expect(await parseFreeText(readBy('uk'), text)).toEqual(question);
});

test.each([
  ['Вєтрова', 'Oleh Vetrov'],
  ['Вєтровим', 'Oleh Vetrov'],
  ['Вєтрову', 'Oleh Vetrov'],
  ['Олега Вєтрова', 'Oleh Vetrov'],
  ['Ветровым', 'Oleh Vetrov'],
  ['Більської', 'Darka Bilska'],
  ['Більською', 'Darka Bilska'],
])('%s is %s', async (words, name) => {
  const { fits } = await readBy('en').people.find(words);
  expect(fits.map(person => person.name)).toEqual([name]);
});

test('a name that may be the genitive of another one is not anyone else’s', async () => {
  const names = async (code: string, words: string) =>
    (await readBy(code).people.find(words)).fits.map(({ name }) => name);
  expect(await names('de', 'Peters')).toEqual(['Carl Peters']);
  expect(await names('de', 'Vetrovs')).toEqual(['Oleh Vetrov']);
  expect(await names('en', 'Vetrovs')).toEqual([]);
  expect(nominatives('Peters', vocabulary)).toEqual([]);
});

test('a name that an article gives in the reader’s script comes first, and topics have its labels', async () => {
  const [vetrov] = (await readBy('uk').people.find('Vetrov')).fits;
  expect(vetrov).toMatchObject({ name: 'Олег Вєтров', variants: expect.arrayContaining(['Oleh Vetrov']) });
  expect((await readBy('de').people.get(vetrov!.id))!.name).toBe('Oleh Vetrov');
});

test.each([
  ['Лавров минулого тижня', 'Лавров last week'],
  ['Лавров у лютому 2022', 'Лавров in February 2022'],
  ['Lawrow seit Februar 2022', 'Lawrow since February 2022'],
  ['з лютого 2022 до березня 2022', 'from February 2022 to March 2022'],
  ['с 21 февраля 2022 по 3 марта 2022', 'from 21 February 2022 to 3 March 2022'],
  ['bis 27. Juli 2024', 'until 27 July 2024'],
  ['Лавров 2022', 'Лавров 2022'],
])('the period of %j is read as in %j', (typed, english) => {
  expect(withEnglishPeriod(typed, vocabulary)).toBe(english);
});

test.each([
  ['Блінкен про Україну', 'Блінкен about Ukraine'],
  ['про санкції', 'about sanctions'],
  ['Блінкен на тему «дипломатія»', 'Блінкен about diplomacy'],
  ['Blinken über Sanktionen', 'Blinken about sanctions'],
  ['Blinken about peace', 'Blinken about peace'],
])('/quotes %s', (typed, english) => {
  expect(withEnglishAbout(typed, vocabulary)).toBe(english);
});

test('/compare Лавров і Блінкен про Україну', () => {
  expect(withEnglishAnd('Лавров і Блінкен про Україну', vocabulary)).toBe('Лавров and Блінкен about Ukraine');
  expect(withEnglishAnd('Lavrov and Blinken', vocabulary)).toBe('Lavrov and Blinken');
});

test.each(languageCodes().slice(1))('every topic has a label in %s', code => {
  const missing = knowledge.topics.filter(({ id }) => languages.topicLabel(code, id) === undefined);
  expect(
    missing.map(({ id }) => id),
    `add them to topics in data/languages/${code}/words.json`,
  ).toEqual([]);
});

test.each([
  ['uk', 'uk'],
  ['uk-UA', 'uk'],
  ['de-at', 'de'],
  ['ru', 'ru'],
  ['pt-br', 'en'],
  ['', 'en'],
  [undefined, 'en'],
  ['not a language!', 'en'],
])('who has %s in Telegram is answered in %s', (wanted, language) => {
  expect(languages.closest(wanted)).toBe(language);
});

test.each([
  ['Українська', 'uk'],
  ['deutsch', 'de'],
  ['Russian', 'ru'],
  ['EN', 'en'],
  ['Klingon', null],
])('%s is the language %s', (typed, language) => {
  expect(languages.named(typed)).toBe(language);
});

test('names in Cyrillic: г for an h, countries and places in any case, what is called so before what is spelled so', async () => {
  const own = await libraryOf({
    id: 'swimmers',
    title: 'Swimmers reach Gaza',
    day: '2031-06-02',
    paragraphs: [
      'Mara Hollis swam from China to Gaza on Monday with Kit Amaral and Ro Hanna.',
      '“Nobody in Gaza believed it,” said Mara Hollis.',
    ],
    people: [{ name: 'Mara Hollis' }, { name: 'Kit Amaral' }, { name: 'Ro Hanna' }],
    places: [
      { name: 'Gaza', kind: 'region' },
      { name: 'China', kind: 'country' },
    ],
    quotes: [{ text: 'Nobody in Gaza believed it', by: 'Mara Hollis', cue: 'said' }],
    events: [
      {
        date: '2031-06-02',
        sentence: 'Mara Hollis swam from China to Gaza on Monday with Kit Amaral and Ro Hanna.',
      },
    ],
  });
  const library = readersLibrary(own.library, {
    topicLabel: () => undefined,
    script: 'Cyrillic',
    quoteMarks: ['«', '»'],
    vocabulary,
  });
  const named = async (words: string) => (await library.subjects.find(words)).fits.map(({ name }) => name);
  const asked = [
    await named('Голліс'),
    await named('Голлисом'),
    await named('Китаю'),
    await named('Китае'),
    await named('Газою'),
  ];
  const questions = await Promise.all(
    [
      'що сказала Голліс про Газу',
      'Что сказала Холлис о Газе?',
      'Что сказала Холлис о газе?',
      'що сталося в Китаї',
      'что произошло после Голлис',
    ].map(text => parseFreeText(library, text)),
  );
  own.close();
  expect(asked).toEqual([['Mara Hollis'], ['Mara Hollis'], ['China'], ['China'], ['Gaza']]);
  expect(questions).toEqual([
    { kind: 'quotes', name: 'Голліс', about: 'Gaza' },
    { kind: 'quotes', name: 'Холлис', about: 'Gaza' },
    { kind: 'quotes', name: 'Холлис', about: 'gas' },
    { kind: 'timeline', about: 'China' },
    { kind: 'timeline', about: 'Голлис' },
  ]);
});
