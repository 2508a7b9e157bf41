import type { ArticleRef, Quote } from '../../library/model/types.ts';
import { type Side, sideOf } from '../comparing/sides.ts';
import { splitAbout } from '../comparing/split-about.ts';
import { askButton, dotted, note, rows } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration, Examples, ExampleWords, Parsed } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Block, Button, Line, Page, View } from '../page/page.ts';
import { moreInPrivateChat } from '../page/paging.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { newSources, type Sources } from '../page/sources.ts';
import { exampleLine, usagePage } from '../page/usage.ts';
import { emptyPage, resolveSubject } from '../parts/subject.ts';
import { contextButtons, limitedArticles, partialNote, quoteBlock, wholeFirst } from '../quoted/quote.ts';
import type { QuoteGroup } from '../quoted/quote-groups.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** Two people, organizations or outlets side by side: `one` and `other` if the words between them show which. */
    compare: { one: string; other?: string; about?: string };
  }
}

export const compare: Declaration<'compare'> = {
  kind: 'compare',
  aliases: ['vs'],
  offered: 'private',
  usage: 'NAME and NAME on WORDS',
  parse: parseCompare,
  words: ({ one, other, about }) => [one, other && `and ${other}`, about && `on ${about}`],
  answer: answerCompare,
  example: twoPeople,
  phrases: [
    {
      pattern:
        /^(?:compare(?: (?:what|how|the (?:views|words|positions?|statements|quotes) of))?|what (?:do|did|have)) (?<one>.+?) (?:and|with|to|vs\.?|versus) (?<other>.+?)(?: (?:say|said|says|think|thought))?(?: (?:on|about|over) (?<about>.+))?$/isu,
      ask: askedInWords,
    },
    {
      pattern:
        /^(?<one>[^,]{2,60}?) (?:or|vs\.?|versus) (?<other>[^,]{2,60}?)(?: (?:on|about|over) (?<about>.+))?$/isu,
      ask: ofTwoNames,
    },
  ],
  asked: (library, { name, other, about }) => askedInWords(library, { one: name, other, about }),
};

type CompareQuestion = QuestionOf<'compare'>;

/** Only if both names are known. */
async function askedInWords(
  library: Library,
  { one = '', other = '', about }: Record<string, string | undefined>,
): Promise<Question | null> {
  const known = await Promise.all([one, other].map(name => library.subjects.find(name)));
  return known.every(({ fits }) => fits.length > 0)
    ? { kind: 'compare', one, other, ...(about && { about }) }
    : null;
}

/** `Smith or Miller on rents`: only if both are names as they are written, as other words are joined like this too. */
async function ofTwoNames(
  library: Library,
  names: Record<string, string | undefined>,
): Promise<Question | null> {
  const known = await Promise.all([names.one, names.other].map(name => library.subjects.find(name ?? '')));
  return known.every(({ how }) => how === 'name') ? askedInWords(library, names) : null;
}

function parseCompare(words: string, examples: Examples): Parsed<CompareQuestion> {
  const { names, about } = splitAbout(words);
  if (!/\s|,/.test(names)) return usagePage('missing-compare', [exampleLine('compare', twoPeople(examples))]);
  const [one = '', ...others] = names.split(/ ?, ?| (?:and|with|to|vs\.?|versus|&) /i);
  const other = others.join(' ');
  return { kind: 'compare', one, ...(other && { other }), ...(about && { about }) };
}

function twoPeople({ person, otherPerson }: Examples): ExampleWords | undefined {
  return person && otherPerson
    ? { messageKey: 'example-compare', args: { one: person, other: otherPerson } }
    : undefined;
}

const shownEach = { private: 2, group: 1 };
/** How many quotes each are shown from the same story. */
const sharedEach = 1;

/** What two said or reported last, on the same story first. */
async function answerCompare(library: Library, question: CompareQuestion, view: View): Promise<Page> {
  if ((await library.articles.count()) === 0) return emptyPage();
  const { about } = question;
  const on = about !== undefined && { about };
  const [one, other] =
    question.other === undefined ? await split(library, question.one) : [question.one, question.other];
  if (other === undefined) return usagePage('missing-compare').wrong;
  const first = await sideOf(library, one, about, name => ({ kind: 'compare', one: name, other, ...on }));
  if ('blocks' in first) return first;
  const second = await sideOf(library, other, about, name => ({
    kind: 'compare',
    one: first.id,
    other: name,
    ...on,
  }));
  if ('blocks' in second) return second;
  const known: CompareQuestion = { kind: 'compare', one: first.id, other: second.id, ...on };
  if (first.id === second.id) return note('compare-same', { name: first.name });
  return sidesPage(library, [first, second], known, view);
}

/** Two names with nothing between them: split where both are known, else in the middle. */
async function split(library: Library, names: string): Promise<[string, string?]> {
  const words = names.split(' ');
  const cuts = words
    .slice(1)
    .map((_, i): [string, string] => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')]);
  const asked = (name: string): Question => ({ kind: 'who', name });
  for (const [one, other] of cuts) {
    const meant = await Promise.all([one, other].map(name => resolveSubject(library, name, asked)));
    if (meant.every(({ how }) => how === 'name')) return [one, other];
  }
  return cuts[Math.floor((cuts.length - 1) / 2)] ?? [names];
}

async function sidesPage(
  library: Library,
  sides: [Side, Side],
  known: CompareQuestion,
  view: View,
): Promise<Page> {
  const { about } = known;
  const shared = await sharedStory(library, sides);
  const sources = newSources();
  const shown = sides.flatMap(({ quotes }, i) => [
    ...(shared?.quotes[i] ?? []),
    ...restOf(quotes, shared?.quotes[i], about, view),
  ]);
  const limited = await limitedArticles(
    library,
    shown.map(({ quote }) => quote),
  );
  const today = (await library.timeline.span())?.last;
  const block = ({ quote, articles }: QuoteGroup) => quoteBlock(quote, { sources, limited, articles, today });
  const blocks: Block[] = [{ kind: 'heading', line: headingOf(sides, about) }];
  if (shared) {
    blocks.push({
      kind: 'heading',
      line: [{ messageKey: 'compare-same-story', args: { title: clip(shared.title, 120) } }],
    });
    for (const [i, groups] of shared.quotes.entries())
      blocks.push(...groups.map(block), ...articleBlocks(await lines(library, shared.articles[i]!, sources)));
  }
  for (const [i, side] of sides.entries()) {
    const quotes = restOf(side.quotes, shared?.quotes[i], about, view);
    const articles = side.articles
      .filter(article => !shared?.articles[i]?.includes(article))
      .slice(0, shownEach[view.chat]);
    const isSaidAbove = shared !== null && !side.isSpokenFor && quotes.length + articles.length === 0;
    if (isSaidAbove) continue;
    blocks.push(
      ...introductionOf(side),
      ...quotes.map(block),
      ...articleBlocks(await lines(library, articles, sources)),
    );
    if (side.quotes.length + side.articles.length === 0)
      blocks.push({ kind: 'text', line: nothingFrom(side, about) });
  }
  return {
    blocks: [...blocks, ...partialNote(shown.map(({ quote }) => quote)), ...sources.blocks()],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat(known, view)
        : [
            ...contextButtons(
              shown.map(({ quote }) => quote),
              limited,
            ),
            ...buttonsFor(sides, shared, about),
          ],
  };
}

/** Who a side is, and of an organization without statements of its own that those who lead it are quoted. */
function introductionOf({ name, facts, isSpokenFor }: Side): Block[] {
  const shortFacts = facts.map(piece => ('text' in piece ? { text: clip(piece.text, 80) } : piece));
  const heading: Block = { kind: 'heading', line: dotted([[{ text: name }], shortFacts]) };
  if (!isSpokenFor) return [heading];
  return [
    heading,
    { kind: 'text', line: [{ messageKey: 'no-statements-but', args: { name }, style: 'italic' }] },
  ];
}

/** The best on the words, which come in that order; without words the newest, whole ones before excerpts. */
function restOf(
  quotes: QuoteGroup[],
  shown: QuoteGroup[] | undefined,
  about: string | undefined,
  view: View,
): QuoteGroup[] {
  const others = quotes.filter(group => !shown?.includes(group));
  const count = shownEach[view.chat];
  return about === undefined ? wholeFirst(others, count) : others.slice(0, count);
}

function headingOf([one, other]: [Side, Side], about: string | undefined): Line {
  const args = { one: one.name, other: other.name, ...(about !== undefined && { about: clip(about, 80) }) };
  return [{ messageKey: about === undefined ? 'compare-of' : 'compare-of-on', args }];
}

function nothingFrom({ name, id }: Side, about: string | undefined): Line {
  const isOutlet = id.startsWith('~');
  const args = { name, ...(about !== undefined && { about: clip(about, 80) }) };
  if (isOutlet) return [{ messageKey: 'compare-no-articles', args: { name } }];
  return [{ messageKey: about === undefined ? 'no-quotes-of' : 'no-quotes-about', args }];
}

type Shared = { id: string; title: string; quotes: QuoteGroup[][]; articles: ArticleRef[][] };

/** The newest story in which both are quoted, or which both report, with what each says there. */
async function sharedStory(library: Library, sides: [Side, Side]): Promise<Shared | null> {
  const articlesOf = ({ quotes, articles }: Side) => [
    ...quotes.map(({ quote }) => quote.article),
    ...articles,
  ];
  const ids = [...new Set(sides.flatMap(articlesOf).map(({ id }) => id))];
  const storyOf = await library.stories.idsOf(ids);
  const [mine, theirs] = sides.map(side => new Set(articlesOf(side).map(({ id }) => storyOf.get(id))));
  const both = articlesOf(sides[0])
    .filter(({ id }) => mine!.has(storyOf.get(id)) && theirs!.has(storyOf.get(id)))
    .sort((a, b) => ((a.published ?? '') > (b.published ?? '') ? -1 : 1));
  const id = both[0] && storyOf.get(both[0].id);
  const story = id === undefined ? null : await library.stories.get(id);
  if (!story) return null;
  const inStory = ({ id: article }: ArticleRef) => storyOf.get(article) === id;
  return {
    id: story.id,
    title: story.title,
    quotes: sides.map(({ quotes }) => bestOf(quotes.filter(({ quote }) => inStory(quote.article)))),
    articles: sides.map(({ articles }) => articles.filter(inStory).slice(0, sharedEach)),
  };
}

/** A whole quote before an excerpt. */
function bestOf(groups: QuoteGroup[]): QuoteGroup[] {
  const whole = (quote: Quote) => (quote.kind === 'direct' ? 0 : 1);
  return groups.toSorted((a, b) => whole(a.quote) - whole(b.quote)).slice(0, sharedEach);
}

/** The first sentence of each article’s summary. */
async function lines(library: Library, articles: ArticleRef[], sources: Sources): Promise<Line[]> {
  const read = await library.articles.readable(articles.map(({ id }) => id));
  return read.flatMap((article): Line[] => {
    const sentence = article.reading.summary[0]?.text ?? article.title;
    if (!sentence) return [];
    const day: Line =
      article.published === null ? [] : [{ day: article.published, style: 'bold' }, { text: ': ' }];
    return [[...day, { text: clip(sentence, 220), inert: true }, ...sources.cite(article)]];
  });
}

function articleBlocks(items: Line[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function buttonsFor(sides: [Side, Side], shared: Shared | null, about: string | undefined): Button[][] {
  // Of who said nothing on the words, the answer has what they said in articles on them.
  const quotes = sides
    .filter(({ id, quotes }) => id.startsWith('#') && (quotes.length > 0 || about !== undefined))
    .map(({ id, name }) =>
      askButton([{ messageKey: 'button-quotes-of', args: { name } }], {
        kind: 'quotes',
        name: id,
        ...(about !== undefined && { about }),
      }),
    );
  const story = shared
    ? [[askButton([{ messageKey: 'button-story' }], { kind: 'story', story: `#${shared.id}` })]]
    : [];
  const isSilent = sides.every(({ quotes, articles }) => quotes.length + articles.length === 0);
  const search = { kind: 'search' as const, words: about ?? '' };
  const label = [{ messageKey: 'button-search', args: { words: clip(search.words, 40) } }];
  const found = isSilent && about !== undefined ? [[askButton(label, search)]] : [];
  return [...rows(quotes, 2), ...found, ...story];
}
