import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFreeText } from '../../../src/answers/asking/free-text.ts';
import { answer, parseQuestion } from '../../../src/answers/asking/registry.ts';
import { readersLibrary } from '../../../src/answers/readers-library.ts';
import { readerOf } from '../../../src/bot/intake/reader.ts';
import { languageCodes } from '../../../src/languages/languages.ts';
import { newsWords, wordsIn } from '../../../src/languages/lexicon.ts';
import { loadTranslations } from '../../../src/rendering/messages.ts';
import { renderPlain } from '../../../src/rendering/plain.ts';
import { languages } from '../../languages.ts';
import { libraryOfNews } from '../news-library.ts';

/** News in English of a made-up country, asked about in other languages. */
const news: [day: string, title: string, text: string][] = [
  [
    '2031-02-03',
    'Flood in Lorvik kills 17',
    'At least 17 people were killed when a flood hit the town of Lorvik on Monday, officials said. Mayor Jonas Hale of Lorvik said two schools had collapsed. “The river took the bridge,” Hale said. Energy Minister Oriana Brandt promised help. “The power plant is safe,” Brandt said.',
  ],
  [
    '2031-02-11',
    'Hale arrested over bribes',
    'Police arrested Jonas Hale, the mayor of Lorvik, on Tuesday in an inquiry into bribes. Prosecutor Nadia Quist said the mayor had taken cash. Tessarian Foreign Minister Pavel Ostrow declined to comment.',
  ],
  [
    '2031-03-12',
    'Nine spies expelled',
    'Tessaria expelled nine Ostrian spies on Wednesday after a search of their embassy.',
  ],
  [
    '2031-03-20',
    'Marek wins election in Tessaria',
    'Ilona Marek has won the presidential election in Tessaria with 52 percent of the vote, officials said on Thursday. President Ilona Marek thanked voters. “We will rebuild Lorvik,” Marek said. The Kestrel Company was sold to a rival for 40 million on Wednesday.',
  ],
];

const translations = loadTranslations();
const library = libraryOfNews('Tessaria Post', news);

async function shown(language: string, typed: string): Promise<string> {
  const messages = translations(language);
  const own = readersLibrary(library, readerOf(languages, messages));
  const [, command, rest = ''] = /^\/(\w+) (.*)$/.exec(typed) ?? [];
  const asked = command === undefined ? await parseFreeText(own, typed) : parseQuestion(command, rest);
  const page = 'wrong' in asked ? asked.wrong : await answer(own, asked, { page: 1, chat: 'private' });
  return renderPlain(page, messages);
}

test.each<[string, string, RegExp]>([
  ['de', 'Wie viele Spione hat Tessaria ausgewiesen?', /^Tessaria expelled nine/],
  ['uk', 'скільки шпигунів вислала Тессарія', /^Tessaria expelled nine/],
  ['en', '¿Cuántos espías expulsó Tessaria?', /^Tessaria expelled nine/],
  ['en', 'combien d’espions Tessaria a-t-elle expulsés ?', /^Tessaria expelled nine/],
  ['uk', 'Скільки людей загинуло під час повені?', /^At least 17 people were killed/],
  ['ru', 'сколько людей погибло при наводнении', /^At least 17 people were killed/],
  ['de', 'Wie viele Menschen starben beim Hochwasser?', /^At least 17 people were killed/],
  ['de', 'Wie viele Menschen kamen bei der Ueberschwemmung ums Leben?', /^At least 17 people were killed/],
  ['uk', 'Хто переміг на виборах?', /^Ilona Marek has won/],
  ['ru', 'Кто победил на выборах?', /^Ilona Marek has won/],
  ['de', 'wer hat die wahl gewonnen', /^Ilona Marek has won/],
  ['uk', 'Коли заарештували мера Лорвіка?', /^11 лют\. 2031.*arrested Jonas Hale/],
  ['ru', 'Когда арестовали мэра Лорвика?', /^11 февр\. 2031.*arrested Jonas Hale/],
  ['de', 'Wann wurde der Bürgermeister von Lorvik verhaftet?', /^11\. Feb\. 2031.*arrested Jonas Hale/],
  ['uk', 'За скільки продали компанію Кестрел?', /^The Kestrel Company was sold to a rival for 40 million/],
  ['de', 'Für wie viel wurde Kestrel verkauft?', /^The Kestrel Company was sold to a rival for 40 million/],
  ['uk', 'новини про повінь', /^Останні новини: flood/],
  ['ru', 'новости о наводнениях', /^Последние новости: flood/],
  ['de', 'Neuigkeiten zum Hochwasser', /^Aktuelle Meldungen: flood/],
  ['uk', 'новини про вебори', /^Останні новини: Вибори/],
  ['uk', 'новини про повінь у Лорвіку', /^Останні новини: flood Lorvik/],
  ['ru', 'хронология наводнения', /^Хронология: «flood»/],
  ['uk', 'хабарі', /Hale arrested over bribes/],
])('%s: %s', async (language, typed, expected) => {
  expect(await shown(language, typed)).toMatch(expected);
});

test.each<[string, string, RegExp]>([
  ['uk', 'Хто мер Лорвіка?', /^Jonas Hale\n/],
  ['uk', '/who мерка Лорвіка', /^Jonas Hale\n/],
  ['ru', 'кто мэр лорвика', /^Jonas Hale\n/],
  ['de', 'Wer ist der Bürgermeister von Lorvik?', /^Jonas Hale\n/],
  ['de', '/who Buergermeisterin von Lorvik', /^Jonas Hale\n/],
  ['uk', 'Що сказала міністр енергетики?', /^Oriana Brandt.*The power plant is safe/s],
  ['uk', '/quotes міністерка енергетики', /^Oriana Brandt.*The power plant is safe/s],
  ['ru', 'Что сказала министр энергетики?', /^Oriana Brandt.*The power plant is safe/s],
  ['de', 'Was sagte die Energieministerin?', /^Oriana Brandt.*The power plant is safe/s],
  ['uk', 'міністр закордонних справ Тессарії', /^Pavel Ostrow\n/],
  ['de', 'Außenministerin', /^Pavel Ostrow\n/],
  ['uk', '/who міністр закордонних справ', /^Pavel Ostrow\n/],
  ['ru', '/who министр иностранных дел', /^Pavel Ostrow\n/],
  ['de', 'Wer ist Außenminister?', /^Pavel Ostrow\n/],
  ['de', 'wer ist aussenminister von tessaria', /^Pavel Ostrow\n/],
  ['ru', 'кто президент', /^Ilona Marek\n/],
  ['uk', '/who мер Омбри', /^Про «мер Омбри» нічого не знайдено/],
  ['uk', 'Що сказав мер Омбри?', /^Про «мер Омбри» нічого не знайдено/],
  ['en', '/quotes mayor of Ombra', /^I haven’t read anything about “mayor of Ombra”/],
  ['de', 'Was sagt die Sprecherin von Omber?', /^Nichts über „die Sprecherin von Omber“ gefunden/],
])('an office, %s: %s', async (language, typed, expected) => {
  expect(await shown(language, typed)).toMatch(expected);
});

test.each<[string, string, RegExp]>([
  ['uk', 'Хто вигадав парасольку?', /^Не розумію: «вигадав, парасольку»/],
  ['ru', 'Кто придумал зонтик?', /^Не понимаю: «придумал, зонтик»/],
  ['de', 'Wer erfand den Regenschirmständer?', /^Das verstehe ich nicht: „erfand, Regenschirmständer“/],
  ['uk', 'парасолька на виборах', /^Не розумію: «парасолька».*\/search election/s],
])('what is not understood is said, %s: %s', async (language, typed, expected) => {
  expect(await shown(language, typed)).toMatch(expected);
});

test('words of the news in Latin letters are those of their own readers only', async () => {
  expect(await shown('de', 'Fluss')).toContain('Flood in Lorvik');
  expect(await shown('en', 'Fluss')).toMatch(/^No articles contain “Fluss”/);
});

test.each(languageCodes().slice(1))('a form of each word of the news is understood in %s', code => {
  const own = languages.vocabularyFor(code).lexicons[0]!;
  expect(own.language).toBe(code);
  const { nouns, offices } = newsWords.parse(
    JSON.parse(
      readFileSync(new URL(`../../../data/languages/${code}/news-words.json`, import.meta.url), 'utf8'),
    ),
  );
  const wrong = Object.entries({ ...nouns, ...offices }).flatMap(([english, stems]) =>
    stems
      .filter(stem => {
        const forms = wordsIn(stem);
        const found = own.at(forms, 0);
        return found === null || found.length !== forms.length;
      })
      .map(stem => `${stem}: ${english}`),
  );
  expect(wrong).toEqual([]);
  const all = Object.values(nouns).flat();
  expect(all.filter((stem, at) => all.indexOf(stem) !== at)).toEqual([]);
});
