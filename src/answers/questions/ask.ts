import type { ArticleRef, StoredArticle } from '../../library/model/types.ts';
import { askButton, note, publishedDay, rows } from '../page/builders.ts';
import { clip, clipSaying } from '../page/clip.ts';
import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Block, Button, Line, Page, View } from '../page/page.ts';
import { moreInPrivateChat } from '../page/paging.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { newSources, type Sources } from '../page/sources.ts';
import { usagePage } from '../page/usage.ts';
import { emptyPage, subjectsCalled } from '../parts/subject.ts';
import { whoButton } from '../parts/subject-buttons.ts';
import { withAntecedent } from '../quoted/reported-by.ts';
import { wordsOfArticles } from '../sentences/best-sentence.ts';
import { type Candidate, minCoverage } from '../sentences/candidate.ts';
import { asksForFigure } from '../sentences/figures-asked.ts';
import {
  type AskedWord,
  askedWordsOf,
  contentWords,
  formsOf,
  includesWord,
  namesWritten,
  withPlainVerbs,
} from '../sentences/question-words.ts';
import { bestAnswer, type Found } from './best-answer.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** A question in plain words, answered by one sentence of the news. */
    ask: { question: string };
  }
}

export const ask: Declaration<'ask'> = {
  kind: 'ask',
  offered: 'private',
  usage: 'QUESTION',
  parse: words => (words === '' ? usagePage('missing-ask') : { kind: 'ask', question: words }),
  words: ({ question }) => [question],
  answer: answerAsk,
  example: ({ person }) => person && { messageKey: 'example-ask', args: { name: person } },
  phrases: [
    /^(?<question>(?:(?:by|in|at|on|for|to|from|with|of) (?=how|which|what|whom))?(?!is it (?:true|right|correct)\b)(?:when|where|why|who|whom|what|which|how|did|does|was|were|is|are|has|have|will)\b.+ .+)$/isu,
    /^is it (?:true|right|correct) (?:that )?(?<question>.+ .+)$/isu,
    /^(?<question>who (?:has |was |were )?\p{L}{2,20}(?:ed|en|won|shot|hit|lost|left))$/isu,
  ].map(pattern => ({ pattern, ask: askedInWords })),
};

async function askedInWords(
  library: Library,
  { question = '' }: Record<string, string | undefined>,
): Promise<Question | null> {
  if (asksForName.test(question) || asksForQuotes.test(question)) return null;
  if (await isOfUnknownName(library, question)) return null;
  const words = contentWords(question);
  const found = await library.search.articles(words.join(' '), { limit: 1, offset: 0 });
  if (found.total > 0) return { kind: 'ask', question };
  const known = await wordsOfArticles(library, words);
  const isMostlyKnown = known.some(word => /^\p{Lu}/u.test(word)) || known.length * 2 >= words.length;
  return known.length > 0 && isMostlyKnown ? { kind: 'ask', question } : null;
}

/** What an unknown name said is no question for a sentence either. */
const asksForQuotes =
  /^what (?:did|does|do|has|have|had) .{1,150} (?:say|said|think|thought)(?: (?:about|on) .{1,100})?$/i;
/** `Who is NAME?` of an unknown name is no question for a sentence: the name is searched for. */
const asksForName = /^[Ww]ho(?:['’]s| is| was| are)(?: \p{Lu}\S*)+$/u;

const nameTyped =
  /^who(?:['’]s| is| was) (?<name>(?!(?:the|an?|in|on|at|to|behind|responsible)\b)\p{Ll}{2,20}(?: \p{Ll}{2,20}){1,2})$/iu;

/** The same in small letters: words of which no article has one, the surname. */
async function isOfUnknownName(library: Library, question: string): Promise<boolean> {
  const name = nameTyped.exec(question)?.groups?.name;
  if (name === undefined) return false;
  const surname = name.split(' ').at(-1)!;
  return (
    (await library.search.filtered({ words: surname }, { limit: 1, offset: 0 })).total === 0 &&
    (await library.search.corrected(surname)) === null
  );
}

const longest = 340;

/** The sentence that answers the question best, with its source; or the closest one, marked as such. */
async function answerAsk(library: Library, question: QuestionOf<'ask'>, view: View): Promise<Page> {
  const typed = withPlainVerbs(question.question.replace(/[?!.\s]{1,10}$/, ''));
  const sources = newSources();
  const answers: Answered[] = [];
  for (const each of questionsIn(typed)) {
    const found = await onSubject(library, each, view);
    const isSaid = answers.some(({ best }) => best && found.best && isSame(best, found.best));
    const isOnlyNear = (found.best?.coverage ?? 0) < minCoverage;
    if (answers.length === 0 || !(isSaid || isOnlyNear))
      answers.push(await answered(library, found, sources));
  }
  const [first] = answers as [Answered];
  if (answers.every(({ best }) => best === null)) {
    if ((await library.articles.count()) === 0) return emptyPage();
    return note('no-answer', {}, [...(await whoIsAskedAbout(library, typed)), [searchButton(first.words)]]);
  }
  return {
    blocks: [...answers.flatMap(({ blocks }) => blocks), ...sources.blocks()],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat(question, view)
        : [
            [
              askButton([{ messageKey: 'button-timeline' }], {
                kind: 'timeline',
                about: first.words.join(' '),
              }),
              searchButton(first.words),
            ],
          ],
  };
}

const isSame = (a: Candidate, b: Candidate) => a.article.id === b.article.id && a.start === b.start;

type Answered = { words: string[]; best: Candidate | null; blocks: Block[] };

/** `when did X sink and how many died`: two questions, of which the second is about what the first is about. */
const joined =
  /^(?<first>.{8,}?),? and (?<second>(?:who|whom|whose|what|when|where|why|how|did|was|were|is|has)\b.{3,})$/isu;

function questionsIn(typed: string): string[] {
  const { first, second } = joined.exec(typed)?.groups ?? {};
  if (
    first === undefined ||
    second === undefined ||
    !/^(?:who|what|when|where|why|how|did|was|were|is|has)\b/i.test(first)
  )
    return [typed];
  const nouns = (words: string) => askedWordsOf(words).flatMap(({ word, isVerb }) => (isVerb ? [] : [word]));
  const isWhole = !askedWordsOf(second).every(({ isVerb }) => isVerb);
  return [first, isWhole ? second : [second, ...nouns(first)].join(' ')];
}

async function answered(library: Library, { asked, best }: Found, sources: Sources): Promise<Answered> {
  const words = contentWords(asked);
  if (best === null) return { words, best, blocks: [] };
  const answersIt = best.coverage >= minCoverage;
  const day = answersIt && /^when\b/i.test(asked) ? dayOf(best, asked) : undefined;
  // Figures change: that of which day it is belongs to it.
  const isFigure = answersIt && asksForFigure.test(asked);
  const others = answersIt ? (best.otherFigures ?? []) : [];
  const blocks: Block[] = [
    ...(answersIt
      ? []
      : [{ kind: 'text' as const, line: [{ messageKey: 'closest-answer', style: 'italic' as const }] }]),
    {
      kind: 'text',
      line: [
        ...(day === undefined ? [] : [{ day, style: 'bold' } as const, { text: ': ' }]),
        ...(await lineOf(library, best, sources, isFigure)),
      ],
    },
  ];
  if (others.length > 0) {
    blocks.push({ kind: 'heading', line: [{ messageKey: 'other-figures' }] });
    const items: Line[] = [];
    for (const other of others) items.push(await lineOf(library, other, sources, true));
    blocks.push({ kind: 'list', items });
  }
  return { words, best, blocks };
}

/** Whom or what a question names, as a button each. */
async function whoIsAskedAbout(library: Library, question: string): Promise<Button[][]> {
  const named = await Promise.all(
    namesWritten(question).map(async ([name]) => {
      const { fits, how } = await subjectsCalled(library, name);
      return how === 'name' ? fits.slice(0, 1) : [];
    }),
  );
  return rows(named.flat().slice(0, mostNamed).map(whoButton), 2);
}

const mostNamed = 2;

/** Of an article on what is asked about, a sentence with this much of the question is shown without its names. */
const mostlyAsked = 0.5;

/**
 * Whether a sentence that is not the answer is at least about whom or what is asked about: one that only has another
 * word of the question is about something else.
 */
function isOnSubject({ text, article, coverage }: Candidate, asked: string): boolean {
  const words = askedWordsOf(asked).filter(({ isVerb }) => !isVerb);
  const names = words.filter(({ word }) => /^\p{Lu}/u.test(word));
  const telling = names.length > 0 ? names : words.filter(({ weight }) => weight === 1);
  if (telling.length === 0) return true;
  const title = article.title ?? '';
  const [own, all] = [formsOf(`${title} ${text}`), formsOf(`${title} ${article.reading.text}`)];
  const isNamed = telling.some(word => includesWord(own, word));
  // Of a fact or a forecast, `the capital of NAME`, the name alone is nothing.
  const besides = asksForFact.test(asked)
    ? askedWordsOf(asked).filter(({ word }) => !/^\p{Lu}/u.test(word))
    : [];
  const isBeside = ({ form, same }: AskedWord) =>
    [...own].some(each => each.startsWith(form) || same.includes(each));
  if (names.length > 0 && besides.length > 0 && !besides.some(isBeside)) return false;
  const isOfArticle =
    names.length > 0
      ? names.every(word => includesWord(all, word))
      : telling.some(word => includesWord(all, word));
  return (isNamed || coverage >= mostlyAsked) && isOfArticle;
}

/** The answer to a question, or the nearest sentence if it is about whom or what is asked about. */
async function onSubject(library: Library, typed: string, view: View): Promise<Found> {
  const { asked, best } = await bestAnswer(library, typed, view);
  const isShown = best !== null && (best.coverage >= minCoverage || isOnSubject(best, asked));
  return { asked, best: isShown ? best : null };
}

const asksForFact = /^(?:what|which|how|will|(?:when|who) will)\b/i;

/** A sentence with its source, and if asked for the day of its article. */
async function lineOf(library: Library, found: Candidate, sources: Sources, isDated: boolean): Promise<Line> {
  const article = refOf(found.article);
  const text = await withAntecedent(library, { ...found, article }, longest);
  const day = isDated ? publishedDay(article) : [];
  return [
    { text: clipSaying(text, longest) },
    ...sources.cite(article),
    ...(day.length === 0 ? [] : [{ text: ' · ' }, ...day]),
  ];
}

function searchButton(words: string[]): Button {
  const search = words.join(' ');
  return askButton([{ messageKey: 'button-search', args: { words: clip(search, 40) } }], {
    kind: 'search',
    words: search,
  });
}

/**
 * The exact day of the event that the sentence reports, else the day of publication unless that is doubted or what is
 * asked about is still to come.
 */
function dayOf(candidate: Candidate, asked: string): string | undefined {
  const { doubted, published } = candidate.article;
  if (isOnlyLimit(candidate)) return undefined;
  const isToCome = /^when (?:will|is|are|does|do)\b/i.test(asked);
  return candidate.day ?? (doubted || isToCome ? undefined : (published ?? undefined));
}

/** `Before August 7`: that is not the day itself. */
function isOnlyLimit({ day, article, start, end, text }: Candidate): boolean {
  return article.reading.dates.some(
    date =>
      date.start >= start &&
      date.end <= end &&
      date.value === day &&
      /\b(?:before|by|after|until|till|ahead of|later than)\s(?:the )?$/i.test(
        text.slice(0, date.start - start),
      ),
  );
}

function refOf({ id, title, source, url, published, doubted }: StoredArticle): ArticleRef {
  return { id, title, source, url, published, ...(doubted && { doubted }) };
}
