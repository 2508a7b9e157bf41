import type { ArticleRef, Evidence, Range } from '../../library/model/types.ts';
import type { Subject } from '../../library/subjects/types.ts';
import { idIn } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { Line, Page, View } from '../page/page.ts';
import type { Question } from '../page/question.ts';
import { newSources } from '../page/sources.ts';
import { inNewsWords } from '../parts/news-words.ts';
import { isFarBetterKnown, subjectsCalled } from '../parts/subject.ts';
import { passageLine } from '../quoted/passage.ts';
import { isWithinQuoteLimit, limitedArticlesOfLong, quoteBlock } from '../quoted/quote.ts';
import { groupQuotes } from '../quoted/quote-groups.ts';
import { afterCommand } from './after-command.ts';
import { parseFreeText } from './free-text.ts';
import { answer, parseQuestion, questionCommands, questionFrom, questionText } from './registry.ts';

/** A complete short answer that can be posted in any chat, with what distinguishes it from the others in a list. */
export type Offer = {
  title: Line;
  /** What the list shows below the title; the beginning of the page if missing. */
  summary?: Line;
  page: Page;
  /** Asked again in full in a private chat. */
  question: Question;
};

export type Offers = { offers: Offer[]; hasMore: boolean };

const offeredQuotes = 4;
/** How many of the newest quotes the offered ones are chosen from. */
const quotesRead = 12;
const offeredArticles = 8;
const offeredNamesakes = 5;
const longestPassage = 320;

/**
 * What someone who types words in any chat can post there: the answer to a question, and of a name the latest
 * quotes and key dates, then articles with the words.
 * @param page from 1; articles go on, the rest comes once
 * @param today the reader's day, `YYYY-MM-DD`, from which `yesterday` counts
 */
export async function offersFor(
  library: Library,
  typed: string,
  page: number,
  today?: string,
): Promise<Offers> {
  const view: View = { page: 1, chat: 'group', ...(today !== undefined && { today }) };
  const words = typed.replace(/\s+/g, ' ').trim();
  if (words === '') return { offers: page === 1 ? await openingOffers(library, view) : [], hasMore: false };
  const question = await questionOf(library, words);
  if (question.kind === 'context')
    return { offers: await quoteOffer(library, question, view), hasMore: false };
  if (question.kind === 'article' || question.kind === 'story')
    return { offers: [await answerOffer(library, question, view)], hasMore: false };
  const subject = await subjectOf(library, question);
  const [first, articles] = await Promise.all([
    page === 1 ? firstOffers(library, question, subject, view) : [],
    articleOffers(library, theOneMeant(subject) ?? subject.words ?? words, page),
  ]);
  return { offers: [...first, ...articles.offers], hasMore: articles.hasMore };
}

/** The question that words ask where commands need no slash; plain words that are a question come first. */
export async function questionOf(library: Library, words: string): Promise<Question> {
  const inWords = await parseFreeText(library, words);
  const [, command = '', rest = ''] = /^\/?(\w+)(?:@\w+)?\s*(.*)$/s.exec(words) ?? [];
  if (inWords.kind !== 'search' || !questionCommands.includes(command.toLowerCase())) return inWords;
  const asked = parseQuestion(command, afterCommand(command, rest));
  return 'wrong' in asked ? inWords : inNewsWords(asked, library);
}

/** Nothing typed yet: the news. */
async function openingOffers(library: Library, view: View): Promise<Offer[]> {
  const asked: Question[] = [{ kind: 'latest' }, { kind: 'timeline' }];
  return Promise.all(asked.map(question => answerOffer(library, question, view)));
}

/** Whom or what a question may be about, best first, and the words to look for in articles. */
type Meant = { fits: Subject[]; nearest: Subject[]; words: string | undefined };

async function subjectOf(library: Library, question: Question): Promise<Meant> {
  const words = wordsOf(question);
  if (words === undefined) return { fits: [], nearest: [], words };
  const id = idIn(words);
  const subject = id === undefined ? null : await library.subjects.get(id);
  if (subject !== null) return { fits: [subject], nearest: [], words: subject.name };
  return { ...(await subjectsCalled(library, words)), words };
}

/** The one that a name certainly means; undefined if it may mean several, or none. */
function theOneMeant({ fits: [first, ...others] }: Meant): Subject | undefined {
  return first && isFarBetterKnown(first, others) ? first : undefined;
}

function wordsOf(question: Question): string | undefined {
  switch (question.kind) {
    case 'who':
      return question.name;
    case 'quotes':
      return question.name ?? question.about;
    case 'timeline':
      return question.about;
    case 'search':
      return question.words;
    default:
      return undefined;
  }
}

async function firstOffers(library: Library, question: Question, meant: Meant, view: View): Promise<Offer[]> {
  const { fits, nearest } = meant;
  const subject = theOneMeant(meant);
  if (subject) return subjectOffers(library, question, subject, view);
  const namesakes = (fits.length > 0 ? fits : nearest).slice(0, offeredNamesakes);
  const cards = await Promise.all(namesakes.map(each => answerOffer(library, whoIs(each), view)));
  // Articles are offered anyway, and who is meant by the name is asked by offering each; small talk is not for others.
  if (question.kind === 'search' || question.kind === 'talk' || namesakes.length > 0) return cards;
  return [await answerOffer(library, question, view)];
}

async function subjectOffers(
  library: Library,
  question: Question,
  subject: Subject,
  view: View,
): Promise<Offer[]> {
  const timeline = questionFrom(`/timeline #${subject.id}`)!;
  const isAnother = question.kind !== 'who' && question.kind !== 'search';
  const [asked, who, quotes, dates] = await Promise.all([
    isAnother ? [answerOffer(library, question, view)] : [],
    answerOffer(library, whoIs(subject), view),
    quoteOffers(library, subject),
    question.kind === 'timeline' ? [] : [answerOffer(library, timeline, view)],
  ]);
  return [...(await Promise.all(asked)), who, ...quotes, ...(await Promise.all(dates))];
}

/** Questions whose answers are worth posting elsewhere. */
const shareable = new Set([
  'who',
  'quotes',
  'timeline',
  'story',
  'article',
  'context',
  'topic',
  'latest',
  'search',
  'ask',
]);
const longestQuery = 256;

/** What is typed in another chat to be offered the answer to a question there; null if it isn't worth posting. */
export async function shareQuery(library: Library, question: Question): Promise<string | null> {
  if (!shareable.has(question.kind)) return null;
  const text = questionText(question).slice(1);
  const named = wordsOf(question) ?? '';
  const id = idIn(named);
  const subject = id === undefined ? null : await library.subjects.get(id);
  // A name reads better than an id, where it means the same.
  const isPlain =
    subject !== null && (await subjectsCalled(library, subject.name)).fits[0]?.id === subject.id;
  const query = isPlain ? text.replace(named, subject.name) : text;
  return query.length <= longestQuery ? query : null;
}

function whoIs({ id }: Subject): Question {
  return { kind: 'who', name: `#${id}` };
}

async function answerOffer(library: Library, question: Question, view: View): Promise<Offer> {
  const page = await answer(library, question, view);
  const heading = page.blocks.find(block => block.kind === 'heading');
  const title: Line = heading?.kind === 'heading' ? heading.line : [{ messageKey: `menu-${question.kind}` }];
  return { title, page, question };
}

/** The newest quotes of a person or statements of an organization, whole ones, one each. */
async function quoteOffers(library: Library, { type, id, name }: Subject): Promise<Offer[]> {
  const range = { limit: quotesRead, offset: 0 };
  const { items } =
    type === 'person' ? await library.people.quotes(id, range) : await library.subjects.statements(id, range);
  const groups = groupQuotes(items).filter(({ quote }) => quote.kind === 'direct');
  const limited = await limitedArticlesOfLong(
    library,
    groups.map(({ quote }) => quote),
  );
  const today = (await library.timeline.span())?.last;
  return groups
    .filter(({ quote }) => !limited.has(quote.article.id) || isWithinQuoteLimit(quote))
    .slice(0, offeredQuotes)
    .map(({ quote, articles }): Offer => {
      const sources = newSources();
      const block = quoteBlock(quote, { sources, limited, articles, today });
      const { id, source, published } = quote.article;
      return {
        title: [{ text: `“${clip(quote.text, 80)}”` }],
        summary: creditOf(name, source, published),
        page: { blocks: [block, ...sources.blocks()], buttons: [] },
        question: { kind: 'context', article: id, start: quote.start, end: quote.end },
      };
    });
}

function creditOf(...[name, source, published]: [string, string | null, string | null]): Line {
  return [
    { text: name },
    ...(source === null ? [] : [{ text: ` · ${source}` }]),
    ...(published === null ? [] : [{ text: ' · ' }, { day: published }]),
  ];
}

/** The one quote that is shared from its sentence. */
async function quoteOffer(
  library: Library,
  question: Extract<Question, { kind: 'context' }>,
  view: View,
): Promise<Offer[]> {
  const offer = await answerOffer(library, question, view);
  return offer.page.blocks.some(block => block.kind === 'sources') ? [offer] : [];
}

/** The newest articles about someone or something, or those with words and the sentence that has them. */
async function articleOffers(library: Library, about: Subject | string, page: number): Promise<Offers> {
  const range = { limit: offeredArticles, offset: (page - 1) * offeredArticles };
  const { items, hasMore } =
    typeof about === 'string'
      ? await articlesWith(library, about, range)
      : await articlesOf(library, about, range);
  return { offers: await Promise.all(items.map(item => articleOffer(library, item))), hasMore };
}

async function articlesWith(library: Library, words: string, range: Range) {
  const { total, items } = await library.search.articles(words, range);
  return { items, hasMore: total > range.offset + items.length && items.length > 0 };
}

/** One more is read than is offered, as counting them all takes longer. */
async function articlesOf(library: Library, { type, id }: Subject, { limit, offset }: Range) {
  const filter = type === 'person' ? { person: id } : { entity: id };
  const { items } = await library.search.filtered(filter, { limit: limit + 1, offset });
  return {
    items: items.slice(0, limit).map(article => ({ article, passage: null })),
    hasMore: items.length > limit,
  };
}

async function articleOffer(
  library: Library,
  { article, passage }: { article: ArticleRef; passage: Evidence | null },
): Promise<Offer> {
  const line = passage && (await passageLine(library, passage, longestPassage));
  return {
    title: [article.title === null ? { messageKey: 'untitled' } : { text: article.title }],
    summary: [
      ...(article.source === null ? [] : [{ text: article.source }]),
      ...(article.published === null ? [] : [{ text: ' · ' }, { day: article.published }]),
    ],
    page: { blocks: [{ kind: 'articles', items: [{ article, line }] }], buttons: [] },
    question: { kind: 'article', article: `#${article.id}` },
  };
}
