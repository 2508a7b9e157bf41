import type { Evidence, PersonSummary } from '../../library/model/types.ts';
import { askButton, idIn, note, rows } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { Button, Line, Page } from '../page/page.ts';
import type { Question } from '../page/question.ts';
import { newSources } from '../page/sources.ts';

const longestName = 80;

/** A shared name means the person who is in this many times as many articles as the others … */
const timesBetterKnown = 10;
/** … and in at least this many. */
const articlesOfTheKnown = 10;
const shownOthers = 4;

/**
 * The one person that is meant, with buttons for less known people of the same name; or the page that asks which
 * one, or says that no one matches.
 */
export type Resolution = { person: PersonSummary; others: Button[][] } | { page: Page; fits: number };

/**
 * Finds out who is meant by a name or `#id`.
 * @param ask the question that is asked anew, with `#id` for the name, when one of several is chosen
 */
export async function resolvePerson(
  library: Library,
  name: string,
  ask: (name: string) => Question,
): Promise<Resolution> {
  const id = idIn(name);
  const byId = id === undefined ? null : await library.people.get(id);
  if (byId !== null) return { person: byId, others: [] };
  const { fits, nearest } = await peopleCalled(library, name);
  const [first, ...others] = fits;
  if (first && isFarBetterKnown(first, others)) {
    const buttons = others
      .slice(0, shownOthers)
      .map(({ id, name }) => askButton([{ messageKey: 'button-other', args: { name } }], ask(`#${id}`)));
    return { person: first, others: rows(buttons, 2) };
  }
  if (fits.length > 1)
    return { page: await disambiguationPage(library, name, fits.slice(0, 8), ask), fits: fits.length };
  return { page: await noMatchPage(library, name, nearest.slice(0, 5), ask), fits: 0 };
}

/** Whether a shared name means this person rather than any of the others. */
export function isFarBetterKnown(person: PersonSummary, others: PersonSummary[]): boolean {
  if (others.length === 0) return true;
  const most = Math.max(...others.map(({ articles }) => articles));
  return person.articles >= Math.max(articlesOfTheKnown, timesBetterKnown * most);
}

/** The people whom some words may name; text longer than any name matches no one. */
export async function peopleCalled(library: Library, words: string): ReturnType<Library['people']['find']> {
  return words.length > longestName ? { fits: [], nearest: [] } : library.people.find(words);
}

/** Whether a name fits anyone. */
export async function isKnownPerson(library: Library, name: string): Promise<boolean> {
  return (await peopleCalled(library, name)).fits.length > 0;
}

/** What a person is called, with the sentence that says so, if any does. */
export async function roleOf(library: Library, person: PersonSummary): Promise<Evidence | undefined> {
  const roles = await library.people.roles(person.id);
  return roles.find(role => role.text === person.role) ?? roles[0];
}

/** The page for a library without articles. */
export function emptyPage(): Page {
  return note('empty-library');
}

async function disambiguationPage(
  library: Library,
  name: string,
  fits: PersonSummary[],
  ask: (name: string) => Question,
): Promise<Page> {
  const sources = newSources();
  const items: Line[] = [];
  for (const person of fits) {
    const role = await roleOf(library, person);
    const called: Line = role ? [{ text: `, ${role.text}` }, ...sources.cite(role.article)] : [];
    items.push([
      { text: person.name, style: 'bold' },
      ...called,
      { text: ' · ' },
      { messageKey: 'articles', args: { count: person.articles } },
    ]);
  }
  return {
    blocks: [
      { kind: 'text', line: [{ messageKey: 'which-person', args: { name: clip(name, longestName) } }] },
      { kind: 'list', items },
      ...sources.blocks(),
    ],
    buttons: rows(
      fits.map(({ id, name }) => askButton([{ text: name }], ask(`#${id}`))),
      2,
    ),
  };
}

async function noMatchPage(
  library: Library,
  name: string,
  nearest: PersonSummary[],
  ask: (name: string) => Question,
): Promise<Page> {
  if ((await library.articles.count()) === 0) return emptyPage();
  const page = note('no-person', { name: clip(name, longestName) });
  if (nearest.length === 0) return page;
  return {
    blocks: [...page.blocks, { kind: 'text', line: [{ messageKey: 'nearest-names' }] }],
    buttons: rows(
      nearest.map(({ id, name }) => askButton([{ text: name }], ask(`#${id}`))),
      2,
    ),
  };
}
