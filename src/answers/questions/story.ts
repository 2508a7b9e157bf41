import type { ArticleRef, Quote, StoredArticle, Story } from '../../library/model/types.ts';
import { foldedWords } from '../../library/text/fold.ts';
import { cosine, unitVector } from '../../library/text/likeness.ts';
import { type Claim, differencesIn } from '../comparing/differences.ts';
import { dotted, note } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Block, Line, Page, View } from '../page/page.ts';
import { listPageOf, loadListPage, moreInPrivateChat, pager } from '../page/paging.ts';
import { storyPeriodLine } from '../page/period-line.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { newSources, type Sources } from '../page/sources.ts';
import { exampleLine, usagePage } from '../page/usage.ts';
import { articleButton } from '../parts/article-list.ts';
import { allArticles, storyButtons, storyList } from '../parts/story-list.ts';
import { type Statement, storySummary } from '../parts/story-summary.ts';
import { emptyPage, isKnownSubject } from '../parts/subject.ts';
import { summaryOf } from '../parts/summary.ts';
import { isWithinQuoteLimit, quoteBlock, quotesIn } from '../quoted/quote.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** Everything on one event. */
    story: { story: string };
  }
}

export const story: Declaration<'story'> = {
  kind: 'story',
  offered: 'private',
  usage: 'WORDS',
  parse: (words, examples) =>
    words === ''
      ? usagePage('missing-story', [exampleLine('story', examples.story)])
      : { kind: 'story', story: words },
  words: question => [question.story],
  answer: answerStory,
  example: examples => examples.story,
  phrases: [
    /^(?:(?:can (?:you|u) |please )?(?:summari[sz]e|sum up|recap|explain)|(?:(?:give me|send me) )?(?:an? |the )?(?:short |quick |brief )?(?:summary|recap|overview|gist|story) (?:of|on|about|behind)|tl;? ?dr(?: of| on)?|brief me on|catch me up on|what(?:['’]?s| is| was) the (?:story|deal) (?:with|about|behind|on)|what(?:['’]?s| is| was) (?:all )?(?:this|that) (?:.{1,30} )?about|what(?:['’]?s| is) (?:been )?going on with|everything (?:about|on)) (?:the |this |that )?(?<about>.{2,120})$/isu,
  ].map(pattern => ({ pattern, ask: askedInWords })),
  asked: askedInWords,
};

/** What an event is called besides its own words. */
const calledStory = /\b(?:so far|thing|story|affair|scandal|saga|case|crisis|situation|drama|row|mess)$/iu;

/**
 * The story that is asked for in plain words; where several have the words, its key dates, which sum up a running
 * story; null if none has them.
 */
async function askedInWords(
  library: Library,
  { about = '' }: Record<string, string | undefined>,
): Promise<Question | null> {
  const bare =
    about
      .replace(/^(?:the|this|that) /iu, '')
      .replace(calledStory, '')
      .trim() || about;
  for (const words of new Set([about, bare])) {
    const found = await library.stories.find(words, { limit: listed.private, offset: 0 });
    if (found.total === 0) continue;
    return clearWinner(found.items, words, found.total) === null
      ? { kind: 'timeline', about: words }
      : { kind: 'story', story: words };
  }
  return (await isKnownSubject(library, bare)) ? { kind: 'timeline', about: bare } : null;
}

const sizes = { private: 5, group: 2 };
const listed = { private: 8, group: 3 };

/** What happened in a story, from its articles: by its id, or by words that find it. */
async function answerStory(library: Library, question: QuestionOf<'story'>, view: View): Promise<Page> {
  const wanted = question.story;
  const story = await library.stories.get(wanted.replace(/^#/, ''));
  if (story !== null) return storyPage(library, story, view);
  const part = await loadListPage(view, listed, range => library.stories.find(wanted, range));
  if (part.total === 0)
    return (await library.articles.count()) === 0
      ? emptyPage()
      : note('no-story', { name: clip(wanted, 80) });
  const winner = part.number === 1 ? clearWinner(part.items, wanted, part.total) : null;
  if (winner) return storyPage(library, winner, view);
  return {
    blocks: [
      { kind: 'heading', line: [{ messageKey: 'which-story' }] },
      await storyList(library, part.items, view),
    ],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat(question, view)
        : [...storyButtons(part.items, view), ...pager(question, view, part)],
  };
}

/** A story with this many times as many articles with the words in their titles as any other is the one meant. */
const timesMoreTitles = 2;

/** The only story found, or the one whose titles have the words far more often than any other’s. */
function clearWinner(stories: Story[], words: string, total: number): Story | null {
  if (total === 1) return stories[0]!;
  const asked = foldedWords(words);
  const counts = stories.map(({ articles }) => {
    const titles = articles.map(({ title }) => ` ${foldedWords(title ?? '').join(' ')}`);
    return titles.filter(title => asked.every(word => title.includes(` ${word}`))).length;
  });
  const most = Math.max(...counts);
  const at = counts.indexOf(most);
  const isClear = most > 0 && counts.every((count, i) => i === at || most >= timesMoreTitles * count + 1);
  return isClear ? stories[at]! : null;
}

async function storyPage(library: Library, story: Story, view: View): Promise<Page> {
  const question: Question = { kind: 'story', story: `#${story.id}` };
  const part = await listPageOf(view, sizes, story.articles.toReversed());
  const present = await library.articles.readable(part.items.map(({ id }) => id));
  const sources = newSources();
  const blocks: Block[] = [
    { kind: 'heading', line: [{ text: story.title }] },
    { kind: 'text', line: factsLine(story) },
    ...(await summaryBlocks(library, story, present, part.number, view, sources)),
  ];
  if (view.chat === 'private') {
    if (part.number === 1) blocks.push(...(await saidBlocks(library, story, sources)));
    blocks.push(...repeatBlocks(part.items));
  }
  return {
    blocks: [...blocks, ...sources.blocks()],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat(question, view)
        : [...present.map(article => [articleButton(article)]), ...pager(question, view, part)],
    about: `s${story.id}`,
  };
}

function factsLine(story: Story): Line {
  const count = allArticles(story).length;
  return dotted([[{ messageKey: 'articles', args: { count } }], storyPeriodLine(story)]);
}

/** No sentence that the reader takes into a summary is longer. */
const longestSentence = 460;
/** So many articles of a story, the newest, are compared for what they tell alike. */
const compared = 12;

/**
 * What all articles tell, then what only some do, on the first page; where they tell nothing alike, and on the pages
 * behind, what each article on the page says.
 */
async function summaryBlocks(
  library: Library,
  story: Story,
  shown: StoredArticle[],
  page: number,
  view: View,
  sources: Sources,
): Promise<Block[]> {
  if (page > 1 || story.articles.length < 2) return eachBlocks(shown, view, sources);
  const older = story.articles.toReversed().slice(shown.length, compared);
  const read = [...shown, ...(await library.articles.readable(older.map(({ id }) => id)))];
  const { point, all, several, one } = storySummary(read);
  const differences = view.chat === 'group' ? () => [] : () => differenceBlocks(read, sources);
  if (all.length + several.length === 0) return [...eachBlocks(shown, view, sources), ...differences()];
  // Of a longer story not all articles were asked.
  const isWhole = story.articles.length <= compared;
  const parts: [string, Statement[]][] = [
    ['story-all', isWhole ? all : []],
    ['story-several', isWhole ? several : [...all, ...several]],
    ['story-one', one],
  ];
  const statementLine = ({ text, articles }: Statement): Line => [
    { text: clip(text, longestSentence), inert: true },
    ...sources.cite(...articles),
  ];
  const statements = parts
    .filter(([, lines]) => lines.length > 0)
    .slice(0, view.chat === 'group' ? 1 : 3)
    .flatMap(([messageKey, lines]): Block[] => [
      { kind: 'heading', line: [{ messageKey, args: { count: story.articles.length } }] },
      { kind: 'list', items: lines.map(statementLine) },
    ]);
  const lead: Block[] = point === null ? [] : [{ kind: 'text', line: statementLine(point) }];
  return [...lead, ...statements, ...differences()];
}

/** Sentences that give different figures, days or places for the same thing, each with its source and day. */
function differenceBlocks(articles: StoredArticle[], sources: Sources): Block[] {
  const differences = differencesIn(articles);
  if (differences.length === 0) return [];
  const limited = (claim: Claim) => claim.article.reading.rights !== null && !isWithinQuoteLimit(claim);
  const claimLine = (claim: Claim): Line => [
    ...(limited(claim)
      ? [{ messageKey: 'sentence-withheld', style: 'italic' as const }]
      : [{ text: clip(claim.text, longestSentence), inert: true }]),
    ...(claim.article.published === null ? [] : [{ text: ' · ' }, { day: claim.article.published }]),
    ...sources.citePassage(claim),
  ];
  const items = differences.map(
    ({ kind, claims: [one, other] }): Line => [
      ...claimLine(one),
      { lineBreak: true },
      ...(kind === 'later' ? [{ messageKey: 'later', style: 'italic' as const }, { text: ' ' }] : []),
      ...claimLine(other),
    ],
  );
  const isOverTime = differences.every(({ kind }) => kind === 'later');
  const messageKey = isOverTime ? 'sources-differ-over-time' : 'sources-differ';
  return [
    { kind: 'heading', line: [{ messageKey }] },
    { kind: 'list', items },
  ];
}

/**
 * Three sentences of a single article, one or two of each if there are several: the first that no article before has
 * said in nearly the same words.
 */
function eachBlocks(articles: StoredArticle[], view: View, sources: Sources): Block[] {
  const each = articles.length === 1 ? (view.chat === 'group' ? 1 : 3) : articles.length < 3 ? 2 : 1;
  const said: ReadonlyMap<string, number>[] = [];
  return articles.flatMap(article => {
    const items: Line[] = [];
    for (const { text } of summaryOf(article, articles.length === 1 ? each : candidatesEach)) {
      const words = unitVector(text);
      if (items.length >= each || said.some(other => cosine(words, other) >= sameFrom)) continue;
      said.push(words);
      items.push([{ text: clip(text, longestSentence), inert: true }, ...sources.cite(article)]);
    }
    return items.length === 0 ? [] : [{ kind: 'list' as const, items }];
  });
}

/** How many sentences of each article are looked at, and from which cosine on two say the same. */
const candidatesEach = 2;
const sameFrom = 0.45;

/** What was said in the story's first article, and in its newest. */
async function saidBlocks(library: Library, story: Story, sources: Sources): Promise<Block[]> {
  const ends = [story.articles[0], story.articles.at(-1)].filter(article => article !== undefined);
  const read = await library.articles.readable(ends.map(({ id }) => id));
  const [oldest, newest] = ends.map(({ id }) => {
    const article = read.find(each => each.id === id);
    return article === undefined ? [] : quotesIn(article);
  });
  if (oldest === undefined || newest === undefined) return [];
  const limited = new Set(read.filter(article => article.reading.rights).map(({ id }) => id));
  if (story.articles.length === 1)
    return said('said-in-story', informative(oldest).slice(0, 2), limited, sources);
  const first = informative(oldest).slice(0, 1);
  const words = ({ text }: Quote) => foldedWords(text).join(' ');
  const others = informative(newest).filter(quote => first.every(each => words(each) !== words(quote)));
  return [
    ...said('said-first', first, limited, sources),
    ...said('said-last-in-story', others.slice(-1), limited, sources),
  ];
}

/** Whole quotes rather than parts of sentences, those with a named speaker before the others. */
function informative(quotes: Quote[]): Quote[] {
  const named = quotes.filter(quote => quote.speaker?.name && quote.kind === 'direct');
  return named.length > 0 ? named : quotes;
}

function said(key: string, quotes: Quote[], limited: Set<string>, sources: Sources): Block[] {
  if (quotes.length === 0) return [];
  return [
    { kind: 'heading', line: [{ messageKey: key }] },
    ...quotes.map(quote => quoteBlock(quote, { sources, limited })),
  ];
}

/** Who else carries the articles; an outlet’s own later versions say nothing about that. */
function repeatBlocks(articles: (ArticleRef & { duplicates: ArticleRef[] })[]): Block[] {
  const repeats = articles.flatMap(({ source, duplicates }) =>
    duplicates.filter(repeat => source === null || repeat.source !== source),
  );
  if (repeats.length === 0) return [];
  const names = [...new Set(repeats.map(({ source, id }) => source ?? id))].slice(0, 8).join(', ');
  return [{ kind: 'text', line: [{ messageKey: 'republished-by', args: { names, count: repeats.length } }] }];
}
