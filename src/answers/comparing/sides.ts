import type { ArticleRef, Quote } from '../../library/model/types.ts';
import type { Subject } from '../../library/subjects/types.ts';
import { fold } from '../../library/text/fold.ts';
import { askButton } from '../page/builders.ts';
import type { Library } from '../page/library.ts';
import type { Button, Line, Page } from '../page/page.ts';
import type { Question } from '../page/question.ts';
import { bestFirst } from '../parts/quotes-page.ts';
import { kindLine, resolveSubject, roleOf } from '../parts/subject.ts';
import { whoButton } from '../parts/subject-buttons.ts';
import { tellingQuotes } from '../quoted/quote.ts';
import { groupQuotes, type QuoteGroup } from '../quoted/quote-groups.ts';

/**
 * One side of a comparison: a person’s quotes or an organization’s statements, the best on the words and then the newest first; of an outlet the
 * articles. `id` is what the buttons ask for it by.
 */
export type Side = {
  id: string;
  name: string;
  facts: Line;
  quotes: QuoteGroup[];
  /** Whether these are quotes of those who lead the organization, as it has no statements itself. */
  isSpokenFor: boolean;
  articles: ArticleRef[];
  button: Button;
};

const quotesRead = 120;
const articlesRead = 200;
const mostRepresentatives = 3;

/**
 * The person, organization, place or outlet that a name means, with what it said or reported on some words.
 * @param ask the question asked anew, with an id for the name, if it is ambiguous
 * @returns the page that asks which one, or says that nothing matches
 */
export async function sideOf(
  library: Library,
  name: string,
  about: string | undefined,
  ask: (name: string) => Question,
): Promise<Side | Page> {
  const outlet = await outletCalled(library, name);
  const meant = await resolveSubject(library, name, ask);
  const isOutlet =
    outlet !== null && (!('subject' in meant) || meant.how !== 'name' || isAnOutlet(meant.subject));
  if (isOutlet) return outletSide(library, outlet, about);
  if ('page' in meant) return meant.page;
  return subjectSide(library, meant.subject, about);
}

/** The outlet of this name, as its articles give it: `The Provincial`; asked for again by `~The Provincial`. */
async function outletCalled(library: Library, name: string): Promise<string | null> {
  const plain = (text: string) => fold(text).replace(/^~/, '').replace(/^the /, '').trim();
  const outlets = await library.news.sources();
  return outlets.find(({ source }) => plain(source) === plain(name))?.source ?? null;
}

function isAnOutlet(subject: Subject): boolean {
  return subject.type !== 'person' && subject.kind === 'outlet';
}

async function outletSide(library: Library, source: string, about: string | undefined): Promise<Side> {
  return {
    id: `~${source}`,
    name: source,
    facts: [{ messageKey: 'kind-organization-outlet' }],
    quotes: [],
    isSpokenFor: false,
    articles: await library.articles.ofOutlet(source, about, articlesRead),
    button: askButton([{ messageKey: 'button-search', args: { words: about ?? source } }], {
      kind: 'search',
      words: about ?? source,
    }),
  };
}

async function subjectSide(library: Library, subject: Subject, about: string | undefined): Promise<Side> {
  const range = { limit: quotesRead, offset: 0, ...(about !== undefined && { about }) };
  const { id, name } = subject;
  const own = await quotesOf(library, subject, range);
  const spoken =
    own.length === 0 && subject.type === 'organization' ? await spokenFor(library, id, range) : [];
  const said = tellingQuotes(groupQuotes(own.length > 0 ? own : spoken));
  const role = subject.type === 'person' ? await roleOf(library, subject) : undefined;
  return {
    id: `#${id}`,
    name,
    facts: subject.type === 'person' ? (role ? [{ text: role.text }] : []) : kindLine(subject),
    quotes: about === undefined ? said : bestFirst(said, about),
    isSpokenFor: spoken.length > 0,
    articles: [],
    button: whoButton(subject),
  };
}

type QuoteRange = { limit: number; offset: number; about?: string };

async function quotesOf(library: Library, { type, id }: Subject, range: QuoteRange): Promise<Quote[]> {
  const found =
    type === 'person' ? await library.people.quotes(id, range) : await library.subjects.statements(id, range);
  return found.items;
}

async function spokenFor(library: Library, id: string, range: QuoteRange): Promise<Quote[]> {
  const people = await library.subjects.representatives(id, mostRepresentatives);
  const quotes = await Promise.all(people.map(person => library.people.quotes(person.id, range)));
  return quotes
    .flatMap(({ items }) => items)
    .sort((a, b) => ((a.article.published ?? '') > (b.article.published ?? '') ? -1 : 1));
}
