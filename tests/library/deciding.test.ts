import { expect, test } from 'vitest';
import { openLibrary } from '../../src/store.ts';
import { readingOf } from './reading-of.ts';
import { addAll, exported, scratchFolder, scratchLibrary } from './scratch.ts';

const folder = scratchFolder();
const all = { limit: 20, offset: 0 };

const story = (id: string, day: string, name: string, more: { role?: string; with?: string } = {}) =>
  readingOf({
    id,
    published: day,
    text: `${more.role ? `${more.role} ` : ''}${name} opened mill ${id} on Monday. "Mill ${id} is open," ${name} said. ${
      more.with ? `${more.with} praised ${name}.` : 'Nobody else was there.'
    }`,
    people: [
      { name, ...(more.role ? { roles: [more.role] } : {}) },
      ...(more.with ? [{ name: more.with }] : []),
    ],
    quotes: [{ text: `Mill ${id} is open,`, by: name }],
    events: [
      {
        text: `${more.role ? `${more.role} ` : ''}${name} opened mill ${id} on Monday.`,
        date: day,
        people: [name],
      },
    ],
  });

const named = async (library: ReturnType<typeof scratchLibrary>, name: string) =>
  (await library.people.find(name)).fits.map(person => person.id);

const castOf = async (library: ReturnType<typeof scratchLibrary>, article: string) =>
  (await library.articles.get(article))!.cast.get('p1')!;

test('two joined are one in everything that rests on them, under the id of the one in more articles', async () => {
  const library = scratchLibrary(folder);
  await addAll(library, [
    story('a', '2031-01-01', 'Joko Lindowo', { role: 'President' }),
    story('b', '2031-02-01', 'Jokolin', { with: 'Otto Reiss' }),
    story('c', '2031-03-01', 'Joko Lindowo'),
  ]);
  const [full] = await named(library, 'Joko Lindowo');
  const [short] = await named(library, 'Jokolin');
  expect(short).not.toBe(full);
  expect(await library.people.join(short!, full!)).toEqual({ outcome: 'done', id: full, articles: 1 });
  expect(await named(library, 'Jokolin')).toEqual([full]);
  expect(await library.people.get(short!)).toMatchObject({ id: full, articles: 3 });
  expect((await library.people.quotes(full!, all)).items.map(quote => quote.article.id)).toEqual([
    'c',
    'b',
    'a',
  ]);
  expect((await library.timeline.entries({ person: full! }, all)).total).toBe(3);
  expect((await library.people.companions(full!, 5)).map(person => person.name)).toEqual(['Otto Reiss']);
  expect((await exported(library, 'people')).map(person => person.name)).toEqual([
    'Joko Lindowo',
    'Otto Reiss',
  ]);
});

test('a joining holds for articles to come, and when all were taken out and loaded again', async () => {
  const library = scratchLibrary(folder);
  const articles = [story('a', '2031-01-01', 'Joko Lindowo'), story('b', '2031-02-01', 'Jokolin')];
  await addAll(library, articles);
  await library.people.join((await castOf(library, 'a')).id, (await castOf(library, 'b')).id);
  await addAll(library, [story('c', '2032-01-01', 'Jokolin')]);
  expect((await castOf(library, 'c')).id).toBe((await castOf(library, 'a')).id);
  for (const id of ['a', 'b', 'c']) await library.articles.remove(id);
  expect(await exported(library, 'people')).toEqual([]);
  await addAll(library, [...articles.toReversed(), story('d', '2033-01-01', 'Joko Lindowo')]);
  expect(await exported(library, 'people')).toHaveLength(1);
});

test('a merge taken back by its spelling holds for articles to come, and over loading again', async () => {
  const file = `${folder}/split.db`;
  let library = openLibrary(file);
  const articles = [
    story('a', '2031-01-01', 'Sergei Markov', { role: 'Minister' }),
    story('b', '2031-02-01', 'Sergey Markov'),
    story('c', '2031-03-01', 'Sergei Markov'),
  ];
  await addAll(library, articles);
  const { id } = await castOf(library, 'a');
  const parted = await library.people.split(id, 'Sergey Markov');
  expect(parted).toMatchObject({ outcome: 'done', articles: 1 });
  const other = (await castOf(library, 'b')).id;
  expect(other).not.toBe(id);
  expect((await library.people.quotes(other, all)).items.map(quote => quote.article.id)).toEqual(['b']);
  expect((await library.people.quotes(id, all)).total).toBe(2);
  expect((await library.timeline.entries({ person: id }, all)).total).toBe(2);
  expect((await library.timeline.entries({ person: other }, all)).total).toBe(1);
  library.close();
  library = openLibrary(file);
  await addAll(library, [
    story('d', '2032-01-01', 'Sergey Markov'),
    story('e', '2032-02-01', 'Sergei Markov'),
  ]);
  expect((await castOf(library, 'd')).id).toBe(other);
  expect((await castOf(library, 'e')).id).toBe(id);
  for (const one of ['a', 'b', 'c', 'd', 'e']) await library.articles.remove(one);
  await addAll(library, articles.toReversed());
  const now = await Promise.all(['a', 'b', 'c'].map(async one => (await castOf(library, one)).id));
  expect(now[0]).toBe(now[2]);
  expect(now[0]).not.toBe(now[1]);
  library.close();
});

test('of two called alike, one article is parted, and joined again', async () => {
  const library = scratchLibrary(folder);
  const articles = [story('a', '2031-01-01', 'Karl Adler'), story('b', '2031-02-01', 'Karl Adler')];
  await addAll(library, articles);
  const { id } = await castOf(library, 'a');
  expect(await library.people.split(id, 'b')).toMatchObject({ outcome: 'done', articles: 1 });
  expect(await named(library, 'Karl Adler')).toHaveLength(2);
  await library.articles.remove('b');
  await addAll(library, [articles[1]!]);
  expect((await castOf(library, 'b')).id).not.toBe(id);
  await library.people.join(id, (await castOf(library, 'b')).id);
  expect(await named(library, 'Karl Adler')).toEqual([id]);
});

test('what cannot be done is said to be impossible', async () => {
  const library = scratchLibrary(folder);
  await addAll(library, [story('a', '2031-01-01', 'Karl Adler')]);
  const { id } = await castOf(library, 'a');
  expect(await library.people.join(id, '777')).toEqual({ outcome: 'unknown', id: '777' });
  expect(await library.people.join('x', id)).toEqual({ outcome: 'unknown', id: 'x' });
  expect(await library.people.join(id, id)).toEqual({ outcome: 'same' });
  expect(await library.people.split(id, 'Otto Reiss')).toEqual({ outcome: 'nothing', what: 'Otto Reiss' });
  expect(await library.people.split(id, 'a')).toEqual({ outcome: 'all', articles: 1 });
  expect(await library.people.writtenAs('777')).toEqual([]);
});

test('a subscription to a person follows when two are merged', async () => {
  const library = scratchLibrary(folder);
  await addAll(library, [story('a', '2031-01-01', 'Joko Lindowo'), story('b', '2031-02-01', 'Jokolin')]);
  const [a, b] = [(await castOf(library, 'a')).id, (await castOf(library, 'b')).id];
  await library.people.join(a, b);
  expect((await library.search.filtered({ person: a }, all)).total).toBe(2);
});

test('those known apart are joined when an article shows that they are one', async () => {
  const library = scratchLibrary(folder);
  const both = readingOf({
    id: 'c',
    published: '2031-03-01',
    text: 'Maria Huerta Sandoz left the hall. Maria Sandoz, or Maria Huerta, came back.',
    people: [{ name: 'Maria Huerta Sandoz', variants: ['Maria Sandoz', 'Maria Huerta'] }],
  });
  await addAll(library, [story('a', '2031-01-01', 'Maria Sandoz'), story('b', '2031-02-01', 'Maria Huerta')]);
  expect((await castOf(library, 'a')).id).not.toBe((await castOf(library, 'b')).id);
  await addAll(library, [both]);
  const [a, b, c] = await Promise.all(['a', 'b', 'c'].map(async one => (await castOf(library, one)).id));
  expect([a, b]).toEqual([c, c]);
});

test('a surname alone is joined late to the one bearer in its office, and to no one where two bear it', async () => {
  const library = scratchLibrary(folder);
  await addAll(library, [
    story('a', '2031-01-01', 'Kovalenko', { role: 'Polish Minister' }),
    story('b', '2031-02-01', 'Anna Kovalenko', { with: 'Otto Reiss' }),
  ]);
  const before = [(await castOf(library, 'a')).id, (await castOf(library, 'b')).id];
  expect(before[0]).not.toBe(before[1]);
  await addAll(library, [story('c', '2031-03-01', 'Anna Kovalenko', { role: 'Polish Minister' })]);
  expect((await castOf(library, 'a')).id).toBe(before[1]);

  const other = scratchLibrary(folder);
  await addAll(other, [
    story('a', '2031-01-01', 'Kovalenko', { role: 'Polish Minister' }),
    story('b', '2031-02-01', 'Anna Kovalenko'),
    story('p', '2031-02-02', 'Piotr Kovalenko', { role: 'deputy Polish Minister' }),
    story('c', '2031-03-01', 'Anna Kovalenko', { role: 'Polish Minister' }),
  ]);
  expect((await castOf(other, 'a')).id).not.toBe((await castOf(other, 'c')).id);
});
