import { distance } from 'fastest-levenshtein';
import { isEntityId } from '../../library/entities/entity-id.ts';
import type { Filter, PersonSummary } from '../../library/model/types.ts';
import type { EntitySummary, FoundSubjects, Subject } from '../../library/subjects/types.ts';
import { foldedWords } from '../../library/text/fold.ts';
import { mixesScripts } from '../../names/name.ts';
import { askButton, dotted, idIn, note, rows } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { Button, Line, Page } from '../page/page.ts';
import type { Question } from '../page/question.ts';
import { newSources } from '../page/sources.ts';
import { givenUp, presentHolder, type Role, wordingsOfOffice } from '../sentences/office-holder.ts';

const longestName = 80;
/** Of a role on a button, in UTF-16 code units. */
const longestRole = 30;

/** A shared name means the one that is in this many times as many articles as the others … */
const timesBetterKnown = 10;
/** … and in at least this many. */
const articlesOfTheKnown = 10;
const shownOthers = 4;

/**
 * The one person, organization or place that is meant, with buttons for less known ones of the same name; or the page
 * that asks which one, or says that nothing matches. `how` as in `FoundSubjects`; an id fits as a name.
 */
export type Resolution =
  | { subject: Subject; others: Button[][]; how: FoundSubjects['how'] }
  | { page: Page; fits: number; how: FoundSubjects['how'] };

/**
 * Finds out who or what is meant by a name or `#id`.
 * @param ask the question that is asked anew, with `#id` for the name, when one of several is chosen
 */
export async function resolveSubject(
  library: Library,
  name: string,
  ask: (name: string) => Question,
): Promise<Resolution> {
  const id = idIn(name);
  const byId = id === undefined ? null : await library.subjects.get(id);
  if (byId !== null) return { subject: byId, others: [], how: 'name' };
  const { fits, nearest, how } = await subjectsCalled(library, name);
  const [first, ...others] = fits;
  const isKnown = first !== undefined && isFarBetterKnown(first, others);
  const holder = how === 'office' ? await presentHolder(library, name, fits) : null;
  const subject = holder ?? (isKnown ? first : null);
  if (subject !== null) {
    const buttons = fits
      .filter(({ id }) => id !== subject.id)
      .slice(0, shownOthers)
      .map(({ id, name }) => askButton([{ messageKey: 'button-other', args: { name } }], ask(`#${id}`)));
    return { subject, others: rows(buttons, 2), how };
  }
  if (fits.length > 1)
    return {
      page: await disambiguationPage(library, name, fits.slice(0, 8), ask),
      fits: fits.length,
      how,
    };
  return { page: await noMatchPage(library, name, nearest.slice(0, 5), ask), fits: 0, how };
}

/** Whether a shared name means this one rather than any of the others. */
export function isFarBetterKnown(subject: Subject, others: Subject[]): boolean {
  if (others.length === 0) return true;
  const most = Math.max(...others.map(({ articles }) => articles));
  return subject.articles >= Math.max(articlesOfTheKnown, timesBetterKnown * most);
}

/** In lower case these are no one’s name, though parts of names are spelled like them. */
const pronouns = new Set('i you u me my your he she him her it we they them this that one there'.split(' '));

/**
 * Whom or what some words may name; pronouns, ids, and text longer than any name, match nothing. An office that articles only
 * say someone has lost names that person.
 */
export async function subjectsCalled(library: Library, words: string): Promise<FoundSubjects> {
  if (words.length > longestName || idIn(words) !== undefined || pronouns.has(words))
    return { fits: [], how: null, nearest: [] };
  const found = await library.subjects.find(words);
  if (found.fits.length > 0) return found;
  for (const wording of wordingsOfOffice(words)) {
    const holders = await library.subjects.find(wording);
    if (holders.how === 'office') return holders;
  }
  return found;
}

/** Whether a name fits anyone or anything. */
export async function isKnownSubject(library: Library, name: string): Promise<boolean> {
  return (await subjectsCalled(library, name)).fits.length > 0;
}

/** Whether words fit as a name, rather than as a part of one or as an office. */
export function fitAsName(how: FoundSubjects['how']): boolean {
  return how === 'name' || how === 'spelling';
}

/** The condition that is met by what has to do with a person, an organization or a place. */
export function filterOn(id: string): Pick<Filter, 'person' | 'entity'> {
  return isEntityId(id) ? { entity: id } : { person: id };
}

/** What a person is called, with the sentence that says so, if any does. */
export async function roleOf(library: Library, person: PersonSummary): Promise<Role | undefined> {
  return roleAmong(await library.people.roles(person.id), person);
}

/** The same of someone whose roles are known. */
export function roleAmong(roles: readonly Role[], person: PersonSummary): Role | undefined {
  const role = roles.find(role => role.text === person.role) ?? roles[0];
  return role && (givenUp(role, roles) ?? role);
}

const kinds = {
  organization: ['armed group', 'body', 'company', 'outlet', 'party', 'state', 'team'],
  place: ['country', 'region', 'site', 'town'],
} as const;

/** What an organization or place is, as far as the interface has a word for it. */
export function kindLine({ type, kind }: EntitySummary): Line {
  const known = (kinds[type] as readonly (string | null)[]).includes(kind) ? kind : null;
  const word = known?.replace(' ', '-') ?? 'any';
  return [{ messageKey: type === 'organization' ? `kind-organization-${word}` : `kind-place-${word}` }];
}

/** The page for a library without articles. */
export function emptyPage(): Page {
  return note('empty-library');
}

/** Asks which one is meant; those of whom no more is known than the name that was typed come last, with an article. */
async function disambiguationPage(
  library: Library,
  name: string,
  found: Subject[],
  ask: (name: string) => Question,
): Promise<Page> {
  const roles = new Map<string, Role>();
  for (const subject of found) {
    const role = subject.type === 'person' ? await roleOf(library, subject) : undefined;
    if (role) roles.set(subject.id, role);
  }
  const typed = foldedWords(name).length;
  const isNameAlone = ({ type, id, name }: Subject) =>
    type === 'person' && !roles.has(id) && foldedWords(name).length <= typed;
  const fits = [...found.filter(subject => !isNameAlone(subject)), ...found.filter(isNameAlone)];
  const sources = newSources();
  const items: Line[] = [];
  for (const subject of fits) {
    const role = roles.get(subject.id);
    const [article] = isNameAlone(subject)
      ? (await library.search.filtered(filterOn(subject.id), { limit: 1, offset: 0 })).items
      : [];
    const called: Line = role
      ? [{ text: `, ${role.text}` }, ...sources.cite(role.article)]
      : article
        ? sources.cite(article)
        : [];
    items.push(
      dotted([
        [{ text: subject.name, style: 'bold' }, ...called],
        subject.type === 'person' ? [] : kindLine(subject),
        [{ messageKey: 'articles', args: { count: subject.articles } }],
        mixesScripts(subject.name) ? [{ messageKey: 'mixed-scripts-short' }] : [],
      ]),
    );
  }
  const messageKey = fits.every(({ type }) => type === 'person') ? 'which-person' : 'which-name';
  return {
    blocks: [
      { kind: 'text', line: [{ messageKey, args: { name: clip(name, longestName) } }] },
      { kind: 'list', items },
      ...sources.blocks(),
    ],
    buttons: rows(
      fits.map(subject => {
        const { id, name } = subject;
        const shown = mixesScripts(name) ? `⚠ ${name}` : name;
        // Two of one name differ in what they are.
        const isShared = fits.some(other => other !== subject && other.name === name);
        const role = isShared ? roles.get(id)?.text : undefined;
        const isSharedByEntity = isShared && subject.type !== 'person';
        const label: Line = isSharedByEntity
          ? [{ text: `${shown} · ` }, ...kindLine(subject)]
          : [{ text: role === undefined ? shown : nameWithRole(shown, role) }];
        return askButton(label, ask(`#${id}`));
      }),
      2,
    ),
  };
}

/** A name on a button, kept apart from the same name of another person by their role. */
export function nameWithRole(name: string, role: string): string {
  return `${name} · ${clip(role, longestRole)}`;
}

async function noMatchPage(
  library: Library,
  name: string,
  nearest: Subject[],
  ask: (name: string) => Question,
): Promise<Page> {
  if ((await library.articles.count()) === 0) return emptyPage();
  const page = (await unclearPage(library, name)) ?? note('no-person', { name: clip(name, longestName) });
  const near = mostAlike(name, nearest);
  if (near.length === 0) return page;
  const buttons = near.map(({ id, name }) => askButton([{ text: name }], ask(`#${id}`)));
  return {
    blocks: [...page.blocks, { kind: 'text', line: [{ messageKey: 'nearest-names' }] }],
    buttons: [...rows(buttons, 2), ...page.buttons],
  };
}

/** A name is offered if a word of it differs from a word asked for in this share of its letters at most … */
const farthest = 0.34;
/** … and not in this much more than the nearest one. */
const behindNearest = 0.2;

/** Those of the names nearest in spelling that may have been meant. */
function mostAlike(asked: string, names: Subject[]): Subject[] {
  const words = foldedWords(asked).filter(word => word.length > 2);
  const far = (word: string, own: string) => distance(word, own) / Math.max(word.length, own.length);
  const weighed = names.map(subject => {
    const own = [subject.name, ...subject.variants].flatMap(foldedWords).filter(word => word.length > 2);
    return { subject, far: Math.min(1, ...own.flatMap(each => words.map(word => far(word, each)))) };
  });
  const nearest = Math.min(...weighed.map(each => each.far));
  return weighed
    .filter(each => each.far <= Math.min(farthest, nearest + behindNearest))
    .map(({ subject }) => subject);
}

/** For words that articles have, but not as the name of someone or something known; null if none has them. */
async function unclearPage(library: Library, name: string): Promise<Page | null> {
  const { total, isPartial } = await library.stories.matching(name, { limit: 1, offset: 0 });
  if (total === 0 || isPartial) return null;
  const label = [{ messageKey: 'button-search', args: { words: clip(name, longestName) } }];
  return {
    ...note('no-such-name', { name: clip(name, longestName) }),
    buttons: [[askButton(label, { kind: 'search', words: name })]],
  };
}

/** A name as articles write it: as it was typed, or the surname where it was typed in another spelling or case. */
export function asWritten(typed: string, { name, variants }: Pick<Subject, 'name' | 'variants'>): string {
  const names = [name, ...variants].filter(each => /^[\p{Script=Latin}\s.'’-]+$/u.test(each));
  const words = foldedWords(typed);
  const isWritten = names.some(each => words.every(word => foldedWords(each).includes(word)));
  return isWritten ? typed : (names[0]?.split(' ').at(-1) ?? typed);
}
