import type { Evidence, KeyDate, PersonSummary, Quote, Slice } from '../../library/model/types.ts';
import { mixesScripts } from '../../names/name.ts';
import { askButton, dotted, publishedDay, rows } from '../page/builders.ts';
import { clip, wordCount } from '../page/clip.ts';
import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Block, Button, Line, Page, View } from '../page/page.ts';
import { moreInPrivateChat, shownCount } from '../page/paging.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { newSources, type Sources } from '../page/sources.ts';
import { exampleLine, usagePage } from '../page/usage.ts';
import { entityPage } from '../parts/entity-page.ts';
import { dayBefore, newsBlocks } from '../parts/in-the-news.ts';
import { daysBeforeOldest, keyDatesRead } from '../parts/key-dates-shown.ts';
import { wholeGroups } from '../parts/quotes-page.ts';
import { isKnownSubject, resolveSubject, roleAmong } from '../parts/subject.ts';
import { limitedArticlesOfLong, type QuoteView, quoteBlock } from '../quoted/quote.ts';
import { type Groupable, groupQuotes, type QuoteGroup } from '../quoted/quote-groups.ts';
import { withAntecedent } from '../quoted/reported-by.ts';
import { reportsSpeech } from '../quoted/reported-speech.ts';
import type { Role } from '../sentences/office-holder.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** Who a person is, or what an organization or place. */
    who: { name: string };
  }
}

export const who: Declaration<'who'> = {
  kind: 'who',
  offered: 'everywhere',
  usage: 'NAME',
  parse: (words, examples) =>
    words === ''
      ? usagePage('missing-who', [exampleLine('who', examples.person)])
      : { kind: 'who', name: words },
  words: question => [question.name],
  answer: answerWho,
  example: examples => examples.person,
  phrases: [
    {
      pattern:
        /^(?:who(?:['’]s| is| was| are)|what(?:['’]s| is| are)|tell me about|what about) (?!(?:the )?(?:latest|news|headlines)$)(?:the )?(?<name>.+)$/isu,
      ask: askedInWords,
    },
  ],
  asked: askedInWords,
};

async function askedInWords(
  library: Library,
  { name = '' }: Record<string, string | undefined>,
): Promise<Question | null> {
  return (await isKnownSubject(library, name)) ? { kind: 'who', name } : null;
}

const shownNews = 3;
const shownRoles = 4;
/** Days within which an office is shown without the day of the article that mentions it. */
const currentFor = 60;
const longestSentence = 340;
const shownCompanions = 6;
/** How many of the newest quotes the shown ones are chosen from. */
const quotesRead = 40;
/** How many sentences about the person the shown ones are chosen from, and how many are mostly enough for that. */
const aboutRead = 24;
const aboutReadFirst = 6;
const shownAbout = 3;

/** What is known about a person, an organization or a place. */
async function answerWho(library: Library, question: QuestionOf<'who'>, view: View): Promise<Page> {
  const meant = await resolveSubject(library, question.name, name => ({ kind: 'who', name }));
  if ('page' in meant) return meant.page;
  const { subject, others } = meant;
  return subject.type === 'person'
    ? personPage(library, subject, others, view)
    : entityPage(library, subject, others, view);
}

/** What a person is in the news for, their latest quotes, what others say about them, and whom they appear with. */
async function personPage(
  library: Library,
  person: PersonSummary,
  others: Button[][],
  view: View,
): Promise<Page> {
  const short = view.chat === 'group';
  const span = await library.timeline.span();
  const [quotes, about, companions, roles, news, proposed] = await Promise.all([
    library.people.wordings(person.id, { limit: quotesRead, offset: 0 }),
    short ? [] : library.people.about(person.id, aboutReadFirst),
    short ? [] : library.people.companions(person.id, shownCompanions),
    library.people.roles(person.id),
    library.timeline.keyDates(
      { person: person.id, ...(span && { from: dayBefore(span.first, daysBeforeOldest) }) },
      // As many as of a timeline in a group, which is offered next to it for a name typed in any chat: read once.
      short ? keyDatesRead('group', { person: person.id }) : shownNews,
    ),
    library.people.proposed(person.id),
  ]);
  const said = await wholeGroups(library, latest(groupQuotes(quotes.items), short ? 1 : 3));
  const few = informative(about, news.items, person);
  const isEnough = few.length >= shownAbout || about.length < aboutReadFirst;
  const aboutThem = isEnough
    ? few.slice(0, shownAbout)
    : informative(await library.people.about(person.id, aboutRead), news.items, person).slice(0, shownAbout);
  const sources = newSources();
  const limited = await limitedArticlesOfLong(library, [
    ...said.map(({ quote }) => quote),
    ...aboutThem.flatMap(({ quote }) => quote ?? []),
  ]);
  const blocks: Block[] = [
    { kind: 'heading', line: [{ text: person.name }] },
    {
      kind: 'text',
      line: factsLine(person, roles, { quotes: shownCount(quotes.total), span, sources }),
    },
    ...scriptBlocks(person.name),
    ...proposalBlocks(proposed),
    ...(await newsBlocks(library, news.items.slice(0, short ? 1 : shownNews), sources)).slice(short ? 1 : 0),
    ...saidBlocks(said, { limited, sources, today: span?.last }),
  ];
  if (!short)
    blocks.push(
      ...(await aboutBlocks(library, aboutThem, { limited, sources })),
      ...roleBlocks(person, roles, sources),
    );
  if (companions.length > 0) blocks.push(...companionBlocks(person, companions));
  const known: Question = { kind: 'who', name: `#${person.id}` };
  return {
    blocks: [...blocks, ...sources.blocks()],
    buttons: short
      ? moreInPrivateChat(known, view)
      : [
          ...(proposed
            ? [[askButton([{ text: proposed.name }], { kind: 'who', name: `#${proposed.id}` })]]
            : []),
          ...buttonsFor(person, quotes.total, news, companions),
          ...others,
        ],
    about: `p${person.id}`,
  };
}

/** The newest, whole ones before excerpts, in the order they came in. */
function latest<One extends Groupable>(quotes: QuoteGroup<One>[], count: number): QuoteGroup<One>[] {
  const chosen = quotes
    .toSorted((a, b) => Number(a.quote.kind === 'partial') - Number(b.quote.kind === 'partial'))
    .slice(0, count);
  return quotes.filter(quote => chosen.includes(quote));
}

/**
 * What others say about the person: no headings, notices, slogans, questions or what the news above says already, and
 * of each speaker one.
 */
function informative(
  items: (Evidence & { quote: Quote | null })[],
  news: KeyDate[],
  { name }: PersonSummary,
): (Evidence & { quote: Quote | null })[] {
  const seen = new Set(news.map(({ text }) => text));
  const speakers = new Set<string>();
  const surname = name.split(' ').at(-1)!;
  return items.filter(({ text, quote }) => {
    const isNotice = /^(?:\p{Lu}{4,}|Correction|Editor|Update|Note|Watch|Read more)\b.{0,20}:/u.test(text);
    const isSlogan = /^[^.,;:?]{0,60}!$/.test(text.trim());
    const isLong = wordCount(text) >= (quote ? 7 : 6);
    const isSpoken = quote === null || ((quote.speaker?.name ?? null) !== null && /^\P{Ll}/u.test(text));
    const isQuestion = quote !== null && /\?["”’»]?$/.test(text.trim());
    const speaker = quote?.speaker?.name;
    // What the person said in other words is not what others say.
    if (quote === null && reportsSpeech(text, surname)) return false;
    if (isNotice || isSlogan || isQuestion || !isLong || !isSpoken || seen.has(text)) return false;
    if (speaker != null && speakers.has(speaker)) return false;
    seen.add(text);
    if (speaker != null) speakers.add(speaker);
    return true;
  });
}

function factsLine(
  person: PersonSummary,
  roles: Role[],
  { quotes, span, sources }: { quotes: number; span: { last: string } | null; sources: Sources },
): Line {
  const role = roleAmong(roles, person);
  return dotted([
    role ? [{ text: clip(role.text, 160) }, ...dayOfOld(role, span), ...sources.cite(role.article)] : [],
    [{ messageKey: 'articles', args: { count: person.articles } }],
    quotes === 0 ? [] : [{ messageKey: 'quotes', args: { count: quotes } }],
  ]);
}

/** The day of an office that no article has mentioned of late: by now someone else may hold it. */
function dayOfOld({ article, lastDay }: Role, span: { last: string } | null): Line {
  const isOld = span !== null && lastDay !== '' && lastDay < dayBefore(span.last, currentFor);
  return isOld ? [{ text: ' (' }, ...publishedDay(article), { text: ')' }] : [];
}

function saidBlocks(quotes: QuoteGroup[], view: QuoteView): Block[] {
  if (quotes.length === 0) return [{ kind: 'text', line: [{ messageKey: 'no-quotes' }] }];
  return [
    { kind: 'heading', line: [{ messageKey: 'said-last' }] },
    ...quotes.map(({ quote, articles }) => quoteBlock(quote, { ...view, articles })),
  ];
}

async function aboutBlocks(
  library: Library,
  items: (Evidence & { quote: Quote | null })[],
  view: QuoteView,
): Promise<Block[]> {
  if (items.length === 0) return [];
  const blocks: Block[] = [{ kind: 'heading', line: [{ messageKey: 'said-about' }] }];
  for (const item of items) {
    if (item.quote) blocks.push(quoteBlock(item.quote, view));
    else {
      const text = clip(await withAntecedent(library, item, longestSentence), longestSentence);
      blocks.push({ kind: 'list', items: [[{ text }, ...view.sources.cite(item.article)]] });
    }
  }
  return blocks;
}

function roleBlocks(person: PersonSummary, roles: Evidence[], sources: Sources): Block[] {
  // `The then mayor` says neither what someone is nor when they were that.
  const others = roles
    .filter(({ text }) => text !== (person.role ?? roles[0]?.text) && !/^(?:the )?then\b/i.test(text))
    .slice(0, shownRoles);
  if (others.length === 0) return [];
  const items = others.map(({ text, article }): Line => {
    const day = publishedDay(article);
    return [
      { text: clip(text, 160), inert: true },
      ...(day.length > 0 ? [{ text: ', ' }, ...day] : []),
      ...sources.cite(article),
    ];
  });
  return [
    { kind: 'heading', line: [{ messageKey: 'also-called' }] },
    { kind: 'list', items },
  ];
}

/** A name that only looks like another is marked: the eye cannot distinguish their letters. */
function scriptBlocks(name: string): Block[] {
  if (!mixesScripts(name)) return [];
  return [{ kind: 'text', line: [{ messageKey: 'mixed-scripts', style: 'italic' }] }];
}

/** `May be Anna Miller`, of someone whom the articles call by the surname alone. */
function proposalBlocks(proposed: PersonSummary | null): Block[] {
  if (proposed === null) return [];
  const { name, role, articles } = proposed;
  const called = role === null ? name : `${name}, ${clip(role, 80)}`;
  const line: Line = [
    { messageKey: 'may-be-person', args: { name: called }, style: 'italic' },
    { text: ' · ' },
    { messageKey: 'articles', args: { count: articles } },
  ];
  return [{ kind: 'text', line }];
}

/** In how many articles with each, unless there is only one to count. */
function companionBlocks(person: PersonSummary, companions: { name: string; articles: number }[]): Block[] {
  const line = companions.flatMap(({ name, articles }, i): Line => {
    const named = { text: `${i === 0 ? '' : ', '}${name}` };
    if (person.articles === 1) return [named];
    return [named, { text: ' (' }, { messageKey: 'articles', args: { count: articles } }, { text: ')' }];
  });
  return [
    { kind: 'heading', line: [{ messageKey: 'appears-with' }] },
    { kind: 'text', line },
  ];
}

function buttonsFor(
  person: PersonSummary,
  quotes: number,
  news: Slice<KeyDate>,
  companions: { id: string; name: string }[],
): Button[][] {
  const name = `#${person.id}`;
  const first: Button[] = [];
  if (quotes > 0)
    first.push(
      askButton([{ messageKey: 'button-all-quotes', args: { count: quotes } }], { kind: 'quotes', name }),
    );
  // A day that only copies report is on a timeline all the same.
  if (news.items.length > 0 || news.total > 0)
    first.push(askButton([{ messageKey: 'button-timeline' }], { kind: 'timeline', about: name }));
  const others = companions
    .slice(0, 4)
    .map(({ id, name }) => askButton([{ text: name }], { kind: 'who', name: `#${id}` }));
  return [...(first.length > 0 ? [first] : []), ...rows(others, 2)];
}
