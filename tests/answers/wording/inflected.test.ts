import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseFreeText } from '../../../src/answers/asking/free-text.ts';
import { answer, parseQuestion } from '../../../src/answers/asking/registry.ts';
import { readersLibrary } from '../../../src/answers/readers-library.ts';
import { readerOf } from '../../../src/bot/intake/reader.ts';
import { loadTranslations } from '../../../src/rendering/messages.ts';
import { renderPlain } from '../../../src/rendering/plain.ts';
import { type Library, openLibrary } from '../../../src/store.ts';
import { languages } from '../../languages.ts';
import { scratchFolder } from '../../library/scratch.ts';
import { seedLibrary } from '../../library/seeded.ts';

const translations = loadTranslations();
const folder = scratchFolder();
let library: Library;
beforeAll(async () => {
  await seedLibrary(join(folder, 'seeds.db'), Date.UTC(2030, 0, 7, 5));
  library = openLibrary(join(folder, 'seeds.db'));
});
afterAll(() => library.close());

/** The first line of the answer to what someone types who reads a language. */
async function firstLine(language: string, typed: string): Promise<string> {
  const messages = translations(language);
  const own = readersLibrary(library, readerOf(languages, messages));
  const [, command, rest = ''] = /^\/(\w+) (.*)$/.exec(typed) ?? [];
  const asked = command === undefined ? await parseFreeText(own, typed) : parseQuestion(command, rest);
  const page = 'wrong' in asked ? asked.wrong : await answer(own, asked, { page: 1, chat: 'private' });
  return renderPlain(page, messages).split('\n')[0]!;
}

test.each([
  ['uk', '/who Лаврова', /^Sergei Lavrov$/],
  // A newer article that is only close has no such figure.
  ['en', 'how many Russian soldiers are near the Ukrainian border', /more than 100,000 Russian soldiers/],
  ['ru', '/who Дюжаррик', /^Stéphane Dujarric$/],
  ['ru', 'что сказал дюжаррик', /^Stéphane Dujarric · 2/],
  ['uk', '/who дюжаррік', /^Stéphane Dujarric$/],
  ['ru', '/who коллона', /^Catherine Colonna$/],
  ['uk', '/who Сергієм Лавровим', /^Sergei Lavrov$/],
  ['uk', '/who Зеленським', /^Volodymyr Zelensky$/],
  ['uk', '/who Володимиром Зеленським', /^Volodymyr Zelensky$/],
  ['uk', '/who Кулебою', /^Dmytro Kuleba$/],
  ['uk', '/who Путіним', /^Vladimir Putin$/],
  ['uk', '/quotes Столтенберга', /^Jens Stoltenberg · /],
  ['uk', 'порівняй Блінкена і Лаврова', /^Antony Blinken і Sergei Lavrov$/],
  ['uk', 'про що говорив Блінкен?', /^Antony Blinken · /],
  ['uk', 'цитати Лаврова про Україну', /^Sergei Lavrov — «Ukraine» · /],
  ['uk', 'розкажи про Сергія Лаврова', /^Sergei Lavrov$/],
  ['uk', 'Зеленському', /^«Zelensky» · /],
  ['ru', '/who Сергее Лаврове', /^Sergei Lavrov$/],
  ['ru', '/who Сергеем Лавровым', /^Sergei Lavrov$/],
  ['ru', '/who Путиным', /^Vladimir Putin$/],
  ['ru', '/who Антони Блинкену', /^Antony Blinken$/],
  ['ru', '/quotes Кулебы', /^Dmytro Kuleba · /],
  ['ru', 'о чём говорил Лавров', /^Sergei Lavrov · /],
  ['ru', 'что заявил Блинкен о России?', /^Antony Blinken — «Russia» · /],
  ['ru', 'сравни Блинкена и Лаврова', /^Antony Blinken и Sergei Lavrov$/],
  ['ru', 'что нового о Лаврове', /Sergei Lavrov · /],
  ['ru', 'Путиным', /^«Putin» · /],
  ['de', '/who Lawrows', /^Sergei Lavrov$/],
  ['de', '/who Blinkens', /^Antony Blinken$/],
  ['de', '/quotes Stoltenbergs', /^Jens Stoltenberg · /],
  ['de', 'Lawrows Worte über die Ukraine', /^Sergei Lavrov zu „Ukraine“ · /],
  ['de', 'Was sagte Lawrow über die Ukraine?', /^Sergei Lavrov zu „Ukraine“ · /],
  ['de', 'vergleiche Blinken und Lawrow', /^Antony Blinken und Sergei Lavrov$/],
  ['de', 'Erzähl mir von Selenskyj', /^Volodymyr Zelensky$/],
  ['de', 'Worüber sprach Kuleba?', /^Dmytro Kuleba · /],
  ['de', 'Zitate Guterres’', /^Antonio Guterres · /],
  ['en', '/who Guterres', /^Antonio Guterres$/],
])('%s: %s', async (language, typed, line) => {
  expect(await firstLine(language, typed)).toMatch(line);
});

test('in English an s at the end of a name belongs to it', async () => {
  expect(await firstLine('en', '/who Lawrows')).toBe('I haven’t read anything about “Lawrows”.');
});

test('words that articles have, though not as a name of theirs, lead to a search', async () => {
  expect(await firstLine('en', '/who mobilization')).toBe(
    'I know no person, organization or place called “mobilization”, but articles contain these words.',
  );
});
