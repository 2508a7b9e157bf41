import { expect, test } from 'vitest';
import { agreementOf, nameOf } from '../../src/library/people/name.ts';
import { rolesAgree } from '../../src/library/people/role.ts';
import { readingOf } from './reading-of.ts';
import { addAll, exported, scratchFolder, scratchLibrary } from './scratch.ts';

const folder = scratchFolder();

test.each([
  ['Viktor Yanukovich', 'Viktor Yanukovych', 'same'],
  ['Volodymyr Zelensky', 'Volodymyr Zelenskiy', 'same'],
  ['Volodymyr Zelenskyi', 'Volodymyr Zelenskyy', 'same'],
  ['Muammar Gaddafi', 'Moammar Qaddafi', 'near'],
  ['Muammar Gaddafi', 'Muammar Kadhafi', 'near'],
  ['Dmitri Medvedev', 'Dmitry Medvedyev', 'same'],
  ['Yevgeny Prigozhin', 'Evgeny Prigozhin', 'same'],
  ['Пётр Чайковский', 'Petr Chaikovsky', 'same'],
  ['Park Geun-hye', 'Park Geun Hye', 'same'],
  ['Ban Ki-moon', 'Mr. Ban', 'surname'],
  ['Bashar al-Assad', 'Assad', 'surname'],
  ['Ursula von der Leyen', 'von der Leyen', 'surname'],
  ['H. Clinton', 'Hillary Clinton', 'initial'],
  ['Bill Clinton', 'William Clinton', 'same'],
  ['Willard Mitt Romney', 'Mitt Romney', 'same'],
  ['Michael O’Neill', "Michael O'Neill", 'same'],
  ['Bill Clinton', 'Hillary Clinton', 'clash'],
  ['Paul Martin', 'Paula Martin', 'clash'],
  ['Sam Brooks', 'Sam Crooks', 'clash'],
  ['George W. Bush', 'George H. W. Bush', 'clash'],
  ['Ken Griffey Jr.', 'Ken Griffey Sr.', 'clash'],
  ['Boris Johnson', 'Boris Johnston', 'clash'],
  ['Tim Cook', 'Tom Cook', 'clash'],
  ['Karen Holm', 'Karin Holm', 'clash'],
  ['Mohammed Khatami', 'Muhammad Khatami', 'same'],
  ['Aleksandr Novak', 'Alexander Novak', 'same'],
])('%s and %s: %s', (a, b, expected) => {
  expect(agreementOf(nameOf(a)!, nameOf(b)!)).toBe(expected);
  expect(agreementOf(nameOf(b)!, nameOf(a)!)).toBe(expected);
});

test.each([
  ['Zelensky', 'Zelinsky'],
  ['Robert Downey', 'Robert Downey Jr.'],
  ['Lars Hansen', 'Lars Hanson'],
  ['Anna Karlsen', 'Anna Karlson'],
])('%s and %s are joined by no name alone', (a, b) => {
  expect(agreementOf(nameOf(a)!, nameOf(b)!)).toMatch(/^near-/);
});

test('roles agree in other words, not across countries or offices', () => {
  expect(rolesAgree('Minister of Foreign Affairs of Norway', 'Norway Foreign Minister')).toBe(true);
  expect(rolesAgree('the President', 'Peruvian President')).toBe(true);
  expect(rolesAgree('Foreign Minister', 'Prime Minister')).toBe(false);
  expect(rolesAgree('Polish Foreign Minister', 'Danish Foreign Minister')).toBe(false);
});

let articles = 0;
const naming = (name: string, role?: string, others: string[] = []) => {
  articles += 1;
  const roleAndName = role ? `${role} ${name}` : name;
  return readingOf({
    id: `article-${articles}`,
    published: new Date(Date.UTC(2031, 0, 20 * articles)).toISOString().slice(0, 10),
    text: `${roleAndName} spoke at length about topic${articles}. ${others.map(other => `${other} listened.`).join(' ')}`,
    people: [{ name, ...(role ? { roles: [role] } : {}) }, ...others.map(other => ({ name: other }))],
  });
};

async function groupsOf(...named: Parameters<typeof naming>[]): Promise<string[][]> {
  const library = scratchLibrary(folder);
  await addAll(
    library,
    named.map(one => naming(...one)),
  );
  const people = await exported(library, 'people');
  return people.map(person => [person.name, ...(person.variants as string[])] as string[]);
}

test('joins spellings of one name across articles under the fullest one', async () => {
  const groups = await groupsOf(
    ['A. Kovalenko', 'Minister'],
    ['Anna Kovalenko'],
    ['Anna Kowalenko', 'Minister'],
    ['Анна Коваленко'],
  );
  expect(groups).toHaveLength(1);
  expect(groups[0]![0]).toBe('Anna Kovalenko');
});

test('a surname alone joins by its office', async () => {
  const groups = await groupsOf(['Anna Kovalenko', 'Polish Minister'], ['Kovalenko', 'Minister']);
  expect(groups).toEqual([['Anna Kovalenko', 'Kovalenko']]);
});

test('a surname alone joins by the company it is in', async () => {
  const groups = await groupsOf(
    ['Anna Kovalenko', undefined, ['Otto Reiss']],
    ['Kovalenko', undefined, ['Otto Reiss']],
  );
  expect(groups.map(group => group[0])).toEqual(['Anna Kovalenko', 'Otto Reiss']);
});

test('a surname alone stays by itself where nothing else agrees', async () => {
  expect(await groupsOf(['Anna Kovalenko', 'Polish Minister'], ['Kovalenko', 'striker'])).toHaveLength(2);
});

test.each(['Minister', undefined])('a surname alone joins no one where two would fit (%s)', async role => {
  const groups = await groupsOf(
    ['Anna Kovalenko', 'Minister', ['Otto Reiss']],
    ['Piotr Kovalenko', 'Minister', ['Otto Reiss']],
    ['Kovalenko', role, ['Otto Reiss']],
  );
  expect(groups.map(group => group[0])).toEqual([
    'Anna Kovalenko',
    'Otto Reiss',
    'Piotr Kovalenko',
    'Kovalenko',
  ]);
});

test('two people of one surname in one article stay two, though both are in known company', async () => {
  const library = scratchLibrary(folder);
  await addAll(library, [
    naming('Anna Kovalenko', 'Minister', ['Otto Reiss']),
    naming('Anna Kovalenko', 'Minister', ['Kovalenko', 'Otto Reiss']),
  ]);
  const names = (await exported(library, 'people')).map(person => person.name);
  expect(names).toEqual(['Anna Kovalenko', 'Otto Reiss', 'Kovalenko']);
});

test('a father and his son stay two though both are often named together', async () => {
  const groups = await groupsOf(
    ['Karl Adler', 'President', ['Otto Reiss']],
    ['Karl Adler Jr.', 'businessman', ['Otto Reiss', 'Karl Adler']],
  );
  expect(groups.map(group => group[0]).sort()).toEqual(['Karl Adler', 'Karl Adler Jr.', 'Otto Reiss']);
});

test('renaming everybody changes nothing but the names', async () => {
  const shape = async (first: string, second: string) => {
    const groups = await groupsOf(
      [`Maria ${first}`, 'Senator'],
      [first, 'Senator'],
      [`Jorge ${first}`],
      [`M. ${second}`],
      [`Maria ${second}`],
    );
    return groups.map(group => group.map(name => name.replace(first, 'X').replace(second, 'Y')));
  };
  expect(await shape('Belmonte', 'Tarkova')).toEqual(await shape('Oduya', 'Lindqvist'));
});

test('a second surname left out joins by company, though the article writes both surnames alone too', async () => {
  const library = scratchLibrary(folder);
  const full = naming('Maria Huerta Sandoz', undefined, ['Otto Reiss']);
  full.people[0]!.variants.push('Huerta Sandoz');
  await addAll(library, [full, naming('Maria Huerta', undefined, ['Otto Reiss'])]);
  expect((await exported(library, 'people')).map(person => person.name)).toHaveLength(2);
});
