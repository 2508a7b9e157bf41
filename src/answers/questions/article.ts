import type { ArticleRef, Quote, StoredArticle } from '../../library/model/types.ts';
import { askButton, dotted, note, publishedDay, rows } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Block, Button, Line, Page, View } from '../page/page.ts';
import { type ListPage, listPageOf, loadListPage, moreInPrivateChat, pager } from '../page/paging.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { newSources, type Sources } from '../page/sources.ts';
import { exampleLine, usagePage } from '../page/usage.ts';
import { articleButtons, articleList, listSizes } from '../parts/article-list.ts';
import { emptyPage } from '../parts/subject.ts';
import { summaryOf } from '../parts/summary.ts';
import { contextButtons, isWithinQuoteLimit, quoteBlock, quotesIn } from '../quoted/quote.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** One article in short, by `#id` or words of it. */
    article: { article: string };
  }
}

export const article: Declaration<'article'> = {
  kind: 'article',
  offered: 'private',
  usage: 'WORDS',
  parse: (words, examples) =>
    words === ''
      ? usagePage('missing-article', [exampleLine('article', examples.article)])
      : { kind: 'article', article: words },
  words: question => [question.article],
  answer: answerArticle,
  example: examples => examples.article,
};

const sizes = { private: 3, group: 0 };

/** What an article says, never the whole of it: by its id, or by words that find it. */
async function answerArticle(library: Library, question: QuestionOf<'article'>, view: View): Promise<Page> {
  const wanted = question.article;
  const id = wanted.replace(/^#/, '');
  const article = await library.articles.get(id);
  if (article !== null) return articlePage(library, article, view);
  const part = await foundBy(library, wanted, id, view);
  if (part.total === 0) {
    if ((await library.articles.count()) === 0) return emptyPage();
    return note(wanted.startsWith('#') ? 'no-article-id' : 'no-article', { name: clip(wanted, 80) });
  }
  const found = part.items;
  if (part.total === 1) return articlePage(library, (await library.articles.get(found[0]!.id))!, view);
  return {
    blocks: [
      { kind: 'heading', line: [{ messageKey: 'which-article' }] },
      await articleList(library, found, view),
    ],
    buttons: [
      ...articleButtons(found, view),
      ...pager(question, view, part),
      ...moreInPrivateChat(question, view),
    ],
  };
}

/** An id has no blanks; who copied only its beginning means what begins so. */
const shortestBeginning = 3;

/**
 * The articles that are found by words, or whose id begins with what was asked: first by what it looks like, as
 * words have no `#` and seldom a digit.
 */
async function foundBy(
  library: Library,
  wanted: string,
  id: string,
  view: View,
): Promise<ListPage<ArticleRef>> {
  const byId = async () =>
    id.length >= shortestBeginning && !/\s/.test(id)
      ? loadListPage(view, listSizes, range => library.articles.beginning(id, range))
      : null;
  const byWords = async () => {
    const part = await loadListPage(view, listSizes, range => library.search.articles(wanted, range));
    return { ...part, items: part.items.map(item => item.article) };
  };
  const looksLikeId = wanted.startsWith('#') || /\d/.test(id);
  const first = looksLikeId ? await byId() : await byWords();
  if (first !== null && first.total > 0) return first;
  return (looksLikeId ? null : await byId()) ?? byWords();
}

async function articlePage(library: Library, article: StoredArticle, view: View): Promise<Page> {
  const { reading } = article;
  const question: Question = { kind: 'article', article: `#${article.id}` };
  const limited = new Set(reading.rights ? [article.id] : []);
  const all = quotesIn(article);
  const quotes = reading.rights ? all.filter(isWithinQuoteLimit) : all;
  const part = await listPageOf(view, view.chat === 'group' ? { ...sizes, group: 1 } : sizes, quotes);
  const sources = newSources();
  const blocks: Block[] = [
    { kind: 'heading', line: [article.title ? { text: article.title } : { messageKey: 'untitled' }] },
  ];
  if (part.number === 1) blocks.push(...factBlocks(article, library, { view, sources }));
  const item = await library.sources.itemOf(article.id);
  if (part.number === 1 && item?.teaser)
    blocks.push({ kind: 'text', line: [{ messageKey: 'article-teaser', style: 'italic' }] });
  if (view.chat === 'private') {
    const withheld = part.number === 1 ? all.length - quotes.length : 0;
    blocks.push(...quoteBlocks(part.items, limited, sources, quotes.length, withheld));
  }
  if (reading.rights && part.number === 1) blocks.push(rightsBlock(article, sources));
  sources.cite(article);
  return {
    blocks: [...blocks, ...sources.blocks()],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat(question, view)
        : [
            ...contextButtons(part.items, limited),
            ...pager(question, view, part),
            ...(await buttonsOf(library, article)),
          ],
  };
}

function factBlocks(
  article: StoredArticle,
  library: Library,
  { view, sources }: { view: View; sources: Sources },
): Block[] {
  const origin = dotted([
    article.source === null ? [] : [{ text: article.source }],
    article.published === null ? [{ messageKey: 'day-unknown' }] : publishedDay(article),
  ]);
  const sentences = summaryOf(article, view.chat === 'group' ? 1 : 3);
  const summary: Block[] = sentences.map(({ text }) => ({
    kind: 'text',
    line: [{ text: clip(text, 400), inert: true }, ...sources.cite(article)],
  }));
  const blocks: Block[] = [{ kind: 'text', line: origin }, ...summary];
  if (view.chat === 'private') blocks.push(...namesBlocks(article, library));
  return blocks;
}

function namesBlocks({ reading, cast }: StoredArticle, { topicLabel }: Library): Block[] {
  const facts: [string, string[]][] = [
    ['people', [...new Set(reading.people.map(person => cast.get(person.id)?.name ?? person.name))]],
    ['topics-of', reading.topics.map(({ id, label }) => topicLabel?.(id) ?? label)],
  ];
  return facts.flatMap(([messageKey, names]): Block[] => {
    if (names.length === 0) return [];
    const more: Line =
      names.length > 12
        ? [{ text: ' ' }, { messageKey: 'and-more', args: { count: names.length - 12 } }]
        : [];
    const line: Line = [
      { messageKey, style: 'bold' },
      { text: ` ${names.slice(0, 12).join(', ')}` },
      ...more,
    ];
    return [{ kind: 'text', line }];
  });
}

function quoteBlocks(
  shown: Quote[],
  limited: Set<string>,
  sources: Sources,
  count: number,
  withheld: number,
): Block[] {
  const heading: Block[] =
    count === 0 ? [] : [{ kind: 'heading', line: [{ messageKey: 'quotes', args: { count } }] }];
  const leftOut: Block[] =
    withheld === 0
      ? []
      : [{ kind: 'text', line: [{ messageKey: 'left-out', args: { count: withheld }, style: 'italic' }] }];
  return [...heading, ...shown.map(quote => quoteBlock(quote, { sources, limited })), ...leftOut];
}

function rightsBlock(article: StoredArticle, sources: Sources): Block {
  const notice = clip(article.reading.rights!.text, 500);
  return {
    kind: 'text',
    line: [
      { messageKey: 'rights', style: 'bold' },
      { text: ' ' },
      { text: notice, style: 'italic' },
      ...sources.cite(article),
    ],
  };
}

async function buttonsOf(library: Library, article: StoredArticle): Promise<Button[][]> {
  const those = article.reading.people.flatMap(({ id }) => article.cast.get(id) ?? []);
  const people = [...new Map(those.map(one => [one.id, one.name]))]
    .slice(0, 4)
    .map(([id, name]) => askButton([{ text: name }], { kind: 'who', name: `#${id}` }));
  const last: Button[] = [];
  const story = await library.stories.get(article.story);
  if (story !== null && story.articles.length > 1) {
    last.push(askButton([{ messageKey: 'button-story' }], { kind: 'story', story: `#${story.id}` }));
  }
  if (article.url !== null) {
    last.push({ label: [{ messageKey: 'button-open' }], action: { kind: 'open', url: article.url } });
  }
  return [...rows(people, 2), ...(last.length > 0 ? [last] : [])];
}
