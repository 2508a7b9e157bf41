import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/ingest/workers/knowledge-files.ts';
import { read } from '../../../src/reading/read.ts';
import { loadTranslations } from '../../../src/rendering/messages.ts';
import { renderPlain } from '../../../src/rendering/plain.ts';
import { libraryOf, type MadeUp } from '../made-up.ts';

const knowledgeFolder = join(import.meta.dirname, '../../../data/knowledge');
const text = `The harbour of Lindholm opened on Monday, and nobody stayed at home.

“This harbour will feed the island for a hundred years,” said Ines Okoro, who paid for it. Okoro called the old pier “a grave for ships”. Then she went home.

“No ship of ours will land there,” a senior official said on Monday.

“It was all my idea,” Okoro said, according to two sailors.

Okoro denied calling the bishop “an enemy of the sea”.`;

let library: Awaited<ReturnType<typeof libraryOf>>;
beforeAll(async () => {
  library = await libraryOf();
  const knowledge = loadKnowledge(knowledgeFolder);
  const reading = read({ id: 'harbour', text, publishedAt: '2031-05-05' }, knowledge);
  await library.library.articles.add({ ...reading, input: text }, { now: 1_650_000_000_000 });
});
afterAll(() => library.close());

test('whole quotes differ from parts of a sentence', async () => {
  const page = await library.read('/quotes Okoro');
  expect(page).toContain(
    '“This harbour will feed the island for a hundred years”\n— Ines Okoro · said, 5 May 2031 [1]\n',
  );
  expect(page).toContain('“… a grave for ships …”\n— Ines Okoro · called, 5 May 2031 [1]\n');
  expect(page).toContain('Quotes with “…” are excerpts; the others are complete.');
});

test('what a person is not known to have said is not among their quotes', async () => {
  const page = await library.read('/quotes Okoro');
  expect(page).toMatch(/^Ines Okoro · 2 quotes\n/);
  const article = await Promise.all(
    [1, 2].map(number => library.read('/article #harbour', { page: number })),
  );
  const pages = article.join('\n');
  expect(pages).toContain(
    '“No ship of ours will land there”\n— speaker not named: a senior official · said [1]',
  );
  expect(pages).toContain(
    '“It was all my idea”\n— as reported by others: Okoro said, according to two sailors [1]',
  );
  expect(pages).toContain('“… an enemy of the sea …”\n— not presented as a spoken quote [1]');
});

test('a part of a sentence opens to its sentence and those round it', async () => {
  const [, command] = /a grave for ships: (\/context .+)/.exec(await library.read('/quotes Okoro'))!;
  const context = await library.read(command!);
  expect(context).toContain('“This harbour will feed the island for a hundred years,” said Ines Okoro');
  expect(context).toContain('Okoro called the old pier “a grave for ships”.');
  expect(context).toContain('Then she went home.');
});

const words = 'We will open the border as soon as the ice has gone from the pass';
const border = (id: string, day: string, source: string, text: string, sentence: string): MadeUp => ({
  id,
  title: `Word from the pass, ${id}`,
  day,
  source,
  paragraphs: [sentence],
  people: [{ name: 'Runa Talvik' }, { name: 'Imre Kolt' }].filter(({ name }) => sentence.includes(name)),
  quotes: [{ text, by: sentence.includes('Runa Talvik') ? 'Runa Talvik' : 'Imre Kolt', cue: 'said' }],
});
const passNews = [
  border('one', '2031-03-01', 'North', words, `“${words},” Runa Talvik said.`),
  border('two', '2031-03-02', 'South', words, `“${words},” Runa Talvik said on Sunday in the capital.`),
  border(
    'three',
    '2030-12-03',
    'East',
    'Nothing has been decided yet',
    'Asked about the border, Imre Kolt said: “Nothing has been decided yet.”',
  ),
];

test('what several articles quote is one entry with all of them, with its day; an old one is marked', async () => {
  const own = await libraryOf(...passNews);
  const page = await own.read('/quotes Talvik');
  expect(page).toMatch(/^Runa Talvik · 1 quote\n/);
  expect(page.split(words)).toHaveLength(2);
  expect(page).toContain('— Runa Talvik · said, 2 Mar 2031 [1][2]');
  expect(await own.read('/quotes Kolt')).toContain('— Imre Kolt · said, 3 Dec 2030 · an older quote');
  own.close();
});

test('a quote is the same with other punctuation, other marks within it, or words left out', async () => {
  const says = (id: string, text: string) =>
    border(id, '2031-03-04', id, text, `“${text},” Runa Talvik said.`);
  const own = await libraryOf(
    says('one', 'We won’t open the ‘old’ border; the ice - all of it - must go first'),
    says('two', 'We won\'t open the "old" border: the ice, all of it, must go first'),
    says('three', 'We won’t open … the ice – all of it – must go first'),
    says('four', 'We won’t open … the books'),
  );
  const page = await own.read('/quotes Talvik');
  expect(page).toMatch(/^Runa Talvik · 2 quotes\n/);
  expect(page).toContain('[2][3][4]');
  expect(page).toContain('“We won’t open … the books”');
  own.close();
});

test('a line that someone cites is its author’s, and is marked as cited', async () => {
  const cited =
    'Olaf Brekke ended his talk with words of the poet Runa Talvik: “All bridges lead home to the sea.”';
  const own = await libraryOf();
  const reading = read(
    { id: 'cited', text: cited, publishedAt: '2031-05-05' },
    loadKnowledge(knowledgeFolder),
  );
  expect(reading.quotes[0]!.citedBy?.name).toBe('Olaf Brekke');
  await own.library.articles.add({ ...reading, input: cited }, { now: 1_650_000_000_000 });
  expect(await own.read('/quotes Talvik')).toContain('— Runa Talvik · cited by Olaf Brekke, 5 May 2031 [1]');
  expect(await own.read('/quotes Brekke')).not.toContain('All bridges');
  const page = await own.ask('/quotes Talvik');
  const translations = loadTranslations();
  for (const [language, words] of [
    ['uk', 'цитує Olaf Brekke'],
    ['de', 'zitiert von Olaf Brekke'],
    ['ru', 'цитирует Olaf Brekke'],
  ] as const)
    expect(renderPlain(page, translations(language))).toContain(`— Runa Talvik · ${words}`);
  own.close();
});

test('quotes about words need no name: one of each speaker, those with the words in the quote first', async () => {
  const own = await libraryOf(...passNews);
  const page = await own.read('/quotes about border');
  expect(page).toMatch(/^Quotes about “border” · 2 speakers\n“We will open the border/);
  expect(page).toMatch(/“Nothing has been decided yet”\n— Imre Kolt .* your words are in the text around it/);
  expect(page).toMatch(/→ Quotes by Runa Talvik: \/quotes #\d+ about border/);
  expect(await own.read('/quotes about elephants')).toBe('I haven’t found anyone quoted on “elephants”.');
  own.close();
});

test.each([
  ['elections', 'No election was ever won like that'],
  ['policies', 'That policy has cost us the harbour'],
  ['city', 'Both cities will share the water'],
  ['taxes', 'A tax on salt feeds nobody at all'],
  ['women', 'A woman will lead the guild for once'],
  ['strike', 'We shall see strikes until the spring'],
])('quotes about %s are found by either number of the word: %s', async (about, said) => {
  const own = await libraryOf(border('one', '2031-03-01', 'North', said, `“${said},” Runa Talvik said.`));
  for (const question of [`/quotes Talvik about ${about}`, `/quotes about ${about}`]) {
    const page = await own.read(question);
    expect(page).toContain(`“${said}”`);
    expect(page).not.toContain('your words are in the text around it');
  }
  own.close();
});

test.each([
  ['news', 'This is a new beginning for all of us'],
  ['politics', 'It was politic of them to stay at home'],
  ['states', 'His statement will never be forgotten here'],
  ['arms', 'My arm has not healed since the spring'],
])('quotes about %s are not those with a word that only looks alike: %s', async (about, said) => {
  const own = await libraryOf(border('one', '2031-03-01', 'North', said, `“${said},” Runa Talvik said.`));
  expect(await own.read(`/quotes Talvik about ${about}`)).toMatch(/^I haven’t found any quotes by/);
  expect(await own.read(`/quotes about ${about}`)).toMatch(/^I haven’t found anyone quoted/);
  own.close();
});

test('with nothing verbatim, what is reported of someone’s words is shown as such', async () => {
  const own = await libraryOf({
    ...passNews[0]!,
    paragraphs: [`“${words},” Runa Talvik said.`, 'Runa Talvik announced that the toll would be halved.'],
  });
  const page = await own.read('/quotes Talvik about toll');
  expect(page).toContain('• not verbatim: Runa Talvik announced that the toll would be halved. [1]');
  own.close();
});

test.each<[says: boolean, sentence: string]>([
  [true, 'Runa Talvik, the mayor of Tarn, also said that the toll would go.'],
  [true, 'The mayor, Runa Talvik, said the toll would go.'],
  [true, 'The toll will go, said Mayor Runa Talvik.'],
  [true, 'According to Mayor Runa Talvik, the toll will go.'],
  [true, 'The toll will go, Mayor Runa Talvik predicted.'],
  [true, 'The toll will go, replied Mayor Runa Talvik.'],
  [true, 'Runa Talvik made it clear that the toll would go.'],
  [true, 'Runa Talvik, the mayor of Tarn, later conceded that the toll would stay.'],
  [false, 'A friend of Runa Talvik predicted that the toll would go.'],
  [false, 'The toll was kept by Runa Talvik, predicted Imre Kolt.'],
  [false, 'A friend of Runa Talvik said that the toll would go.'],
  [false, 'Imre Kolt said Mayor Runa Talvik wanted the toll to go.'],
  [false, '“Runa Talvik signed the toll into law,” he said.'],
  [false, '"Runa Talvik admitted that the toll was hers", said Imre Kolt.'],
  [false, '“It is late. And Runa Talvik confirmed that the toll was hers,” said Imre Kolt.'],
  [false, '«Now Runa Talvik acknowledged the toll», said Imre Kolt.'],
  [false, 'The toll was invented by Runa Talvik, said Imre Kolt.'],
  [false, 'The toll was invented by Runa Talvik, said the union.'],
  [false, 'Imre Kolt told Runa Talvik that the toll would go.'],
  [false, 'Imre Kolt said that Runa Talvik wanted the toll to go.'],
])('what others say of someone is not what they said: %s, %s', async (says, sentence) => {
  const own = await libraryOf({
    ...passNews[0]!,
    paragraphs: [`“${words},” Runa Talvik said.`, sentence],
  });
  const page = await own.read('/quotes Talvik about toll');
  if (says) expect(page).toContain(`• not verbatim: ${sentence} [1]`);
  else expect(page).toMatch(/^I haven’t found any quotes by Runa Talvik on “toll”/);
  own.close();
});

test('an excerpt of what the same article quotes in full is not another quote', async () => {
  const speech = 'The wall will be rebuilt, stone by stone, and I am completely in shock';
  const article = (id: string, paragraphs: string[], quotes: MadeUp['quotes']): MadeUp => ({
    id,
    title: `After the wall fell, ${id}`,
    day: '2031-03-05',
    source: id,
    paragraphs,
    people: [{ name: 'Runa Talvik' }],
    quotes,
  });
  const excerpt = { text: 'completely in shock', by: 'Runa Talvik', cue: 'said', partial: true } as const;
  const spoken = { text: speech, by: 'Runa Talvik', cue: 'wrote' };
  const own = await libraryOf(
    article('one', ['Runa Talvik said she was “completely in shock”.'], [excerpt]),
    article(
      'two',
      ['Runa Talvik said she was “completely in shock”.', `“${speech},” Runa Talvik wrote.`],
      [excerpt, spoken],
    ),
    article(
      'three',
      ['Runa Talvik called the delay “the wall”.'],
      [{ text: 'the wall', by: 'Runa Talvik', cue: 'called', partial: true }],
    ),
  );
  const page = await own.read('/quotes Talvik');
  own.close();
  expect(page).toMatch(/^Runa Talvik · 2 quotes\n“The wall will be rebuilt/);
  expect(page).toMatch(new RegExp(`“${speech}”\\n— Runa Talvik · wrote, 5 Mar 2031 \\[\\d\\]\\[\\d\\]`));
  expect(page).toContain('“… the wall …”');
});

test('a quote is shown with the day on which its article says that it was spoken', async () => {
  const later = await libraryOf();
  const told = `The pier of Lindholm is falling down.

“The sea takes what it is owed by all of us,” Mara Brandt said in June 2029.

“Nobody has asked the fishermen about the price,” Brandt said.`;
  const reading = read({ id: 'pier', text: told, publishedAt: '2031-05-20' }, loadKnowledge(knowledgeFolder));
  await later.library.articles.add({ ...reading, input: told }, { now: 1_650_000_000_000 });
  const page = await later.read('/quotes Brandt');
  expect(page).toContain('— Mara Brandt · said, Jun 2029 · an older quote [1]');
  expect(page).toContain('— Mara Brandt · said, 20 May 2031 [1]');
  later.close();
});
