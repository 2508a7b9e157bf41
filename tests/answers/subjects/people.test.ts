import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseFreeText } from '../../../src/answers/asking/free-text.ts';
import { libraryOf, type MadeUp, twoArticles } from '../made-up.ts';

let two: Awaited<ReturnType<typeof libraryOf>>;
let empty: Awaited<ReturnType<typeof libraryOf>>;
beforeAll(async () => {
  two = await libraryOf(...twoArticles);
  empty = await libraryOf();
});
afterAll(() => {
  two.close();
  empty.close();
});

test('who a person is: role, counts, latest quotes with sources, companions', async () => {
  const text = await two.read('/who okoro');
  expect(text).toMatch(
    /^Ines Okoro\nTransport Minister \[\d\] · 2 articles · 3 quotes\n\nIn the news\n• 3 May 2031: Transport Minister Ines Okoro opened the new harbour of Lindholm on May 3\. \[1\]\n\nLatest quotes\n/,
  );
  expect(text).toMatch(
    /“Whoever teaches our children must be paid”\n— Ines Okoro · wrote, 12 Jun 2031 \[\d\]/,
  );
  expect(text).toMatch(/Often mentioned with\n.*Pavel Brandt \(1 article\)/);
  expect(text).toContain(
    'The Outlet, Okoro opens the new harbour of Lindholm, 4 May 2031 <https://example.org/harbour>',
  );
  expect(text).toContain('→ All quotes: /quotes #');
});

test('no line of the news is without a source that the page lists', async () => {
  for (const command of [
    '/who Okoro',
    '/who Dora Brandt',
    '/quotes Okoro',
    '/timeline',
    '/story harbour',
    '/article #strike',
  ]) {
    const [body, sources] = (await two.read(command)).split(/\n\nSources\n/);
    const listed = [...sources!.matchAll(/^\[(\d+)\]/gm)].map(match => match[1]);
    const lines = body!.split('\n').filter(line => /^[•—]/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toMatch(/\[\d+\]$/);
      for (const [, number] of line.matchAll(/\[(\d+)\]/g)) expect(listed).toContain(number);
    }
  }
});

test('two people fit: it is asked which, and the buttons answer', async () => {
  const page = await two.ask('/quotes Brandt');
  const text = await two.read('/quotes Brandt');
  expect(text).toMatch(/^Several people match “Brandt”. Which one\?/);
  expect(text).toMatch(/• Pavel Brandt, Mayor \[\d\] · 1 article/);
  expect(text).toMatch(/• Dora Brandt, Finance Minister \[\d\] · 1 article/);
  const commands = [...text.matchAll(/→ (.+): (\/quotes #\S+)/g)];
  expect(commands.map(match => match[1]).sort()).toEqual(['Dora Brandt', 'Pavel Brandt']);
  expect(page.buttons.flat().length).toBe(2);
  const dora = commands.find(match => match[1] === 'Dora Brandt')!;
  expect(await two.read(dora[2]!)).toContain('“There is no money in the chest”\n— Dora Brandt · said');
});

test('a person in ten times as many articles as others of the name is the answer, the others are offered', async () => {
  const named = (name: string, i: number): MadeUp => ({
    id: `${name} ${i}`,
    title: `Report ${i} from the weir`,
    day: '2031-09-01',
    paragraphs: [`${name} looked at the weir number ${i}. The ${'water '.repeat(i + 1)}was cold.`],
    people: [{ name }],
    quotes: [],
    events: [{ date: '2031-09-01', sentence: `${name} looked at the weir number ${i}.`, people: [name] }],
  });
  const articles = Array.from({ length: 10 }, (_, i) => named('Otto Lindqvist', i));
  const nine = await libraryOf(...articles.slice(1), named('Vera Lindqvist', 20));
  const ten = await libraryOf(...articles, named('Vera Lindqvist', 20));
  expect(await nine.read('/who Lindqvist')).toMatch(/^Several people match “Lindqvist”/);
  for (const command of ['/who Lindqvist', '/quotes Lindqvist', '/timeline Lindqvist']) {
    const text = await ten.read(command);
    expect(text).toMatch(/^(Timeline: |I haven’t found any quotes by )?Otto Lindqvist/);
    expect(text).toMatch(/→ Or Vera Lindqvist\?: \/\w+ #/);
  }
  const plain = await parseFreeText(ten.library, 'What did Lindqvist say about boats?');
  expect(plain).toEqual({ kind: 'quotes', name: 'Lindqvist', about: 'boats' });
  for (const library of [nine, ten]) library.close();
});

test('what someone said in other words is not what others say about them', async () => {
  const about = (id: string, sentence: string): MadeUp => ({
    id,
    title: 'Ferry of Marlow laid up',
    day: '2031-09-01',
    paragraphs: [sentence],
    people: [{ name: 'Rosa Tamm' }],
    quotes: [],
    events: [],
  });
  const own = await libraryOf(
    about('one', 'Rosa Tamm stressed that the ferry of Marlow had been overloaded for many years.'),
    about('two', 'The harbour office had warned the skipper Rosa Tamm of the weather three times.'),
  );
  const text = await own.read('/who Tamm');
  own.close();
  expect(text).toContain('What others say about them\n• The harbour office had warned');
  expect(text).not.toContain('• Rosa Tamm stressed');
});

test('one slip in a name is understood; names that are only somewhat alike are not offered', async () => {
  const first = async (name: string) => (await two.read(`/who ${name}`)).split('\n')[0];
  expect(await first('Inez Okoro')).toBe('Ines Okoro');
  expect(await first('Ines Okorro')).toBe('Ines Okoro');
  expect(await first('Ines Okolo')).toBe('Ines Okoro');
  expect(await two.read('/who Okapi')).toBe('I haven’t read anything about “Okapi”.');
});

test('a word of the news that is no name is said to be that, with a search for it', async () => {
  const text = await two.read('/who harbour');
  expect(text).toMatch(/^I know no person, organization or place called “harbour”, but articles contain/);
  expect(text).toContain('→ Search: harbour: /search harbour');
});

test('where no one fits, that is said plainly, and the nearest names are offered', async () => {
  expect(await two.read('/who Zzyzx')).toBe('I haven’t read anything about “Zzyzx”.');
  const near = await two.read('/who Okorrro');
  expect(near).toMatch(
    /I haven’t read anything about “Okorrro”.*\n\nDid you mean:\n\n→ Ines Okoro: \/who #|^Ines Okoro/s,
  );
});

test('an empty library says that it is empty', async () => {
  for (const command of [
    '/who Okoro',
    '/quotes Okoro',
    '/timeline',
    '/topics',
    '/topic x',
    '/latest',
    '/story x',
    '/article x',
    '/search x',
  ]) {
    expect(await empty.read(command)).toMatch(/^I haven’t read any articles yet/);
  }
});

test('quotes: whole ones differ from excerpts; what the article calls the speaker', async () => {
  const text = await two.read('/quotes Pavel Brandt');
  expect(text).toMatch(/^Pavel Brandt · 2 quotes\n/);
  expect(text).toContain('“… long and narrow road …”\n— Pavel Brandt · called, 4 May 2031 [1]');
  expect(text).toContain(
    '“We owe the minister more than we can say”\n— Pavel Brandt (“he”) · told, 4 May 2031 [1]',
  );
});

test('quotes about some words, with and without “about”', async () => {
  for (const command of [
    '/quotes Okoro about island',
    '/quotes Ines Okoro island',
    '/quotes okoro harbour',
  ]) {
    const text = await two.read(command);
    expect(text).toContain('This harbour will feed the island');
    expect(text).not.toContain('Whoever teaches');
  }
  const none = await two.read('/quotes Okoro about elephants');
  expect(none).toMatch(
    /^I haven’t found any quotes by Ines Okoro on “elephants”\.\n\nLatest quotes\n“Whoever teaches.*\n\n→ Quotes by Ines Okoro: \/quotes #\S+$/s,
  );
});

test('words of an unnamed speaker stand with the article, never under a person', async () => {
  const unnamed = 'No ship of ours will ever land there';
  for (const name of ['Ines Okoro', 'Pavel Brandt', 'Dora Brandt']) {
    expect(await two.read(`/quotes ${name}`)).not.toContain(unnamed);
  }
  const pages = await Promise.all([1, 2].map(page => two.read('/article #harbour', { page })));
  expect(pages.join('\n')).toContain(`“${unnamed}”\n— speaker not named: a senior official · said [1]`);
});

test('a quote opens to its sentence with its neighbours', async () => {
  const text = await two.read('/quotes Okoro about island');
  const command = /→ ❝ This harbour.*: (\/context .+)/.exec(text)![1]!;
  const context = await two.read(command);
  expect(context).toContain('Transport Minister Ines Okoro opened the new harbour of Lindholm on May 3.');
  expect(context).toContain('“This harbour will feed the island for a hundred years,” Okoro said.');
  expect(context).toMatch(/Fishermen waved from their boats\. \[1\]/);
  const page = await two.ask(command);
  const bold = page.blocks
    .flatMap(block => ('line' in block ? (block.line ?? []) : []))
    .filter(piece => 'text' in piece && piece.style === 'bold');
  expect(bold).toContainEqual(
    expect.objectContaining({ text: 'This harbour will feed the island for a hundred years', style: 'bold' }),
  );
});

test('a passage that is gone is said to be gone', async () => {
  expect(await two.read('/context 1-5 nothing')).toBe('This quote is no longer in my library.');
});

test('whatever length is typed, the answer is short', async () => {
  const long = 'word '.repeat(800);
  for (const command of ['who', 'quotes', 'timeline', 'topic', 'story', 'article', 'search']) {
    const text = await two.read(`/${command} ${long}`);
    expect(text.split('\n\n→')[0]!.length, command).toBeLessThan(400);
  }
});

test('an office that was given up is shown as former, and earlier ones with their days, the newest first', async () => {
  const about = (id: string, day: string, role: string) => ({
    id,
    title: `News of ${day}`,
    day,
    paragraphs: [`${role} Petra Sand opened hall ${id} in Tarn.`],
    people: [{ name: 'Petra Sand', role }],
    quotes: [],
  });
  const years = await libraryOf(
    about('a', '2019-05-01', 'Harbour Minister'),
    about('b', '2019-06-01', 'Harbour Minister'),
    about('c', '2019-07-01', 'Harbour Minister'),
    about('d', '2022-03-01', 'mayor of Tarn'),
    about('e', '2024-02-01', 'former Harbour Minister'),
    about('f', '2024-02-02', 'former Harbour Minister'),
    about('g', '2024-02-03', 'Harbour Minister'),
  );
  const text = await years.read('/who Petra Sand');
  expect(text).toMatch(/^Petra Sand\nformer Harbour Minister \[1\] · 7 articles/);
  expect(text).toMatch(/Also called\n• mayor of Tarn, 1 Mar 2022 \[\d\]\n\n/);
  years.close();
});

test('an office that no article has mentioned for two months is shown with its day', async () => {
  const about = (day: string, role?: string) => ({
    id: day,
    title: `News of ${day}`,
    day,
    paragraphs: [`${role ?? 'Mr'} Petra Sand opened a hall in Tarn.`],
    people: [{ name: 'Petra Sand', ...(role && { role }) }],
    quotes: [],
  });
  for (const [newest, shown] of [
    ['2024-06-20', 'Harbour Minister [1]'],
    ['2024-07-20', 'Harbour Minister (1 May 2024) [1]'],
  ] as const) {
    const library = await libraryOf(about('2024-05-01', 'Harbour Minister'), about(newest));
    expect(await library.read('/who Petra Sand')).toContain(`Petra Sand\n${shown} · 2 articles`);
    library.close();
  }
  // In other words it is still the same office.
  const library = await libraryOf(
    about('2024-04-01', 'Harbour Minister'),
    about('2024-05-01', 'Harbour Minister'),
    about('2024-07-20', 'Minister of Harbours'),
  );
  expect(await library.read('/who Petra Sand')).toContain('Petra Sand\nHarbour Minister [1] · 3 articles');
  library.close();
});

test('a surname alone that most likely means one well-known person is proposed, and joined by no one but the reader', async () => {
  const named = (id: string, name: string, text: string) => ({
    id,
    title: `Report ${id}`,
    day: '2031-05-04',
    paragraphs: [text],
    people: [{ name }],
    quotes: [],
  });
  const sand = ['a', 'b', 'c'].map(id => named(id, 'Petra Sand', `Petra Sand opened hall ${id} in Tarn.`));
  const known = await libraryOf(
    ...sand,
    named('d', 'Sand', 'The harbour of Vale was sold by Sand last week.'),
  );
  expect(await known.read('/who Sand')).toContain('Several people match “Sand”.');
  const id = /→ Sand: (\/who #\d+)/.exec(await known.read('/who Sand'))![1]!;
  const text = await known.read(id);
  expect(text).toMatch(
    /^Sand\n1 article\n\nMay be Petra Sand; the articles give only this name\. · 3 articles/,
  );
  expect(text).toMatch(/→ Petra Sand: \/who #\d+/);
  known.close();

  const several = await libraryOf(
    ...sand,
    ...['e', 'f'].map(each => named(each, 'Ola Sand', `Ola Sand closed hall ${each} in Tarn.`)),
    named('d', 'Sand', 'The harbour of Vale was sold by Sand last week.'),
  );
  const other = /→ Sand: (\/who #\d+)/.exec(await several.read('/who Sand'))![1]!;
  expect(await several.read(other)).not.toContain('May be');
  several.close();
});
