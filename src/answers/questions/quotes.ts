import { officeNamed } from '../../languages/offices.ts';
import type { Quote } from '../../library/model/types.ts';
import { askButton, note, rows } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration, Examples, ExampleWords, Parsed, Phrase } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Button, Line, Page, View } from '../page/page.ts';
import { aYearEarlier, type Period, periodText } from '../page/period.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { ofThen, type RelativePeriod, splitAnyPeriod } from '../page/relative-period.ts';
import { exampleLine, usagePage } from '../page/usage.ts';
import { daysAsked } from '../parts/days-asked.ts';
import { personsPage, reportedPage } from '../parts/quotes-of-person.ts';
import { bestFirst, quotesPage } from '../parts/quotes-page.ts';
import { statementsPage } from '../parts/statements.ts';
import {
  emptyPage,
  isFarBetterKnown,
  isKnownSubject,
  type Resolution,
  resolveSubject,
  subjectsCalled,
} from '../parts/subject.ts';
import { maybeOfPeriod, personOnWords, quotesPhrasings } from '../quoted/phrasings.ts';
import { groupQuotes } from '../quoted/quote-groups.ts';
import { firstAsked, hasTogether, whoSaidPatterns, wordsSaid } from '../quoted/who-said.ts';
import { wordsOfArticles } from '../sentences/best-sentence.ts';
import { contentWords } from '../sentences/question-words.ts';

declare module '../page/question.ts' {
  interface Questions {
    /**
     * What a person or an organization said, all of it, or what is about some words or from a period, the days included;
     * without a name, what anyone said about the words; `earliest`: the first of each speaker rather than the last.
     */
    quotes: {
      name?: string;
      about?: string;
      from?: string;
      to?: string;
      when?: RelativePeriod;
      earliest?: true;
    };
  }
}

export const quotes: Declaration<'quotes'> = {
  kind: 'quotes',
  aliases: ['quote'],
  offered: 'everywhere',
  usage: 'NAME about WORDS',
  parse: parseQuotes,
  words: writtenAs,
  answer: answerQuotes,
  example: withOther,
  phrases: [
    { pattern: maybeOfPeriod, ask: askedOfPeriod },
    ...quotesPhrasings.map((pattern): Phrase => ({ pattern, ask: askedInWords })),
    ...whoSaidPatterns.map((pattern): Phrase => ({ pattern, ask: whoSaid })),
    { pattern: personOnWords, ask: personOn },
    {
      pattern:
        /^who (?:else )?(?:is|was|are|were|else is) (?:involved|mixed up) (?:in|with) (?:the |this |that )?(?<about>.+)$/isu,
      ask: involvedIn,
    },
  ],
  asked: askedInWords,
};

/** Who spoke on the words, as far as articles have them together: `the lithium affair` may only be called lithium. */
async function involvedIn(
  library: Library,
  { about = '' }: Record<string, string | undefined>,
): Promise<Question | null> {
  const words = (await wordsOfArticles(library, contentWords(about))).join(' ');
  return words === '' ? null : { kind: 'quotes', about: words };
}

function parseQuotes(typed: string, examples: Examples): Parsed<QuotesQuestion> {
  const [, named = '', about] = /^(?:(.*?) )??about (.+)$/is.exec(typed) ?? [undefined, typed];
  if (about === undefined && !/^(?:about)?$/i.test(named)) {
    const { words, period } = withoutPeriod(named.replace(/ about$/i, ''));
    return { kind: 'quotes', name: words, ...period };
  }
  if (about === undefined)
    return usagePage('missing-quotes', [
      exampleLine('quotes', examples.person),
      exampleLine('quotes', withOther(examples)),
    ]);
  if (named === '') return { kind: 'quotes', about };
  if (named === earliestFirst) return { kind: 'quotes', about, earliest: true };
  const before = withoutPeriod(named);
  const after = about.endsWith(ofAnyDay)
    ? { words: about.slice(0, -ofAnyDay.length), period: {} }
    : before.hasPeriod
      ? { words: about, period: {} }
      : withoutPeriod(about);
  return { kind: 'quotes', name: before.words, about: after.words, ...before.period, ...after.period };
}

/** Takes the place of a name where the question is who said something first. */
const earliestFirst = 'earliest';

/** After a subject that ends like a period, `the vote on May 7`: that it is none. */
const ofAnyDay = ' ..';

/** A period is written before the subject, which may end like one. */
function writtenAs({ name, about, when, earliest, ...period }: QuotesQuestion): (string | undefined)[] {
  const written = when ?? periodText(period);
  const isAmbiguous = name !== undefined && written === '' && withoutPeriod(about ?? '').hasPeriod;
  return [
    earliest ? earliestFirst : name,
    written,
    about && `about ${about}`,
    isAmbiguous ? ofAnyDay.trim() : undefined,
  ];
}

/** Words and the period at their end; what someone said `about 2022` is not from that year. */
function withoutPeriod(typed: string): {
  words: string;
  period: Period & { when?: RelativePeriod };
  hasPeriod: boolean;
} {
  const split = splitAnyPeriod(typed);
  const isApart =
    !('wrong' in split) && split.words !== '' && !/(?:^| )(?:about|on|of|regarding)$/i.test(split.words);
  return isApart
    ? { ...split, hasPeriod: Object.keys(split.period).length > 0 }
    : { words: typed, period: {}, hasPeriod: false };
}

/** `what did NAME say about WORDS last week`. */
async function askedOfPeriod(
  library: Library,
  { asked = '' }: Record<string, string | undefined>,
): Promise<QuotesQuestion | null> {
  const { words, period, hasPeriod } = withoutPeriod(asked);
  if (!hasPeriod) return null;
  for (const pattern of quotesPhrasings) {
    const found = pattern.exec(words)?.groups;
    const question = found?.name ? await askedInWords(library, found) : null;
    if (question?.kind === 'quotes') return { ...question, ...ofThen(asked, period) };
  }
  return null;
}

/** Names are the same words in all languages, whatever precedes them. */
function withOther({ person, otherPerson, topic }: Examples): ExampleWords | undefined {
  const other = otherPerson ?? topic?.toLowerCase();
  if (!person || !other) return person;
  return { messageKey: 'example-about', args: { name: person, topic: other } };
}

/** What is in front of `quotes` and names no one, however like a name it is spelled. */
const noName: ReadonlySet<string> = new Set('all any some the more latest newest new recent'.split(' '));

/** Quotes, if the library knows the name: what someone said about something is answered even if they said nothing. */
async function askedInWords(
  library: Library,
  { name = '', about }: Record<string, string | undefined>,
): Promise<QuotesQuestion | null> {
  if (name === '' && about) return { kind: 'quotes', about };
  if (name.split(' ').every(word => noName.has(word.toLowerCase()))) return null;
  return (await isKnownSubject(library, name)) ? { kind: 'quotes', name, ...(about && { about }) } : null;
}

/** Whose words some words are; null if no one who is named is quoted with them. */
async function whoSaid(
  library: Library,
  { words: typed = '', lead, mention }: Record<string, string | undefined>,
): Promise<QuotesQuestion | null> {
  const { words, isFirst } = firstAsked(lead, typed);
  const about = await wordsSaid(library, words, mention !== undefined);
  return about === null ? null : { kind: 'quotes', about, ...(isFirst && { earliest: true }) };
}

/** `NAME on WORDS`: only of a person who is quoted on them. */
async function personOn(
  library: Library,
  { name = '', about = '' }: Record<string, string | undefined>,
): Promise<QuotesQuestion | null> {
  const { fits, how } = await subjectsCalled(library, name);
  const [first, ...others] = fits;
  if (how !== 'name' || first?.type !== 'person' || !isFarBetterKnown(first, others)) return null;
  const { total } = await library.people.wordings(first.id, { limit: 1, offset: 0, about });
  return total === 0 ? null : { kind: 'quotes', name, about };
}

/** How many of the newest quotes are looked at. */
const quotesRead = 300;

type QuotesQuestion = QuestionOf<'quotes'>;

/** What a person said, newest first, all of it or what is about some words; or what anyone said about them. */
async function answerQuotes(library: Library, question: QuotesQuestion, view: View): Promise<Page> {
  if (question.name === undefined) return quotesAboutPage(library, question, view);
  const { meant, about } = await meantBy(library, question.name, question.about);
  if ('page' in meant) return meant.page;
  const { subject, others } = meant;
  const asked = { about, period: await daysSpoken(library, question, view) };
  const known: QuotesQuestion = { ...question, ...(about !== undefined && { about }) };
  return subject.type === 'person'
    ? personsPage(library, subject, asked, known, others, view)
    : statementsPage(library, subject, asked, known, others, view);
}

/** The days that are asked for: what was said on `October 7` was said on the last one, not the next. */
async function daysSpoken(library: Library, question: QuotesQuestion, view: View): Promise<Period> {
  const period = await daysAsked(library, question, view);
  const { last = '' } = (await library.timeline.span()) ?? {};
  return question.when !== undefined && period.from !== undefined && period.from > last
    ? aYearEarlier(period)
    : period;
}

/** What named speakers said about some words: the newest of each, or the first; else what others said with the words in it. */
async function quotesAboutPage(library: Library, question: QuotesQuestion, view: View): Promise<Page> {
  const about = question.about!;
  const found = async (whose: 'named' | 'unnamed') => {
    const newest = await library.people.wordingsAbout(about, quotesRead, whose);
    return bestFirst(groupQuotes(question.earliest ? newest.toReversed() : newest), about);
  };
  const named = [...Map.groupBy(await found('named'), ({ quote }) => quote.speaker!.person!.id).values()].map(
    ([best]) => best!,
  );
  const unnamed =
    named.length > 0 ? [] : (await found('unnamed')).filter(({ quote }) => hasTogether(quote, about));
  const groups = [...named, ...unnamed];
  if (groups.length === 0) {
    if ((await library.articles.count()) === 0) return emptyPage();
    return (await reportedPage(library, null, about)) ?? note('no-quotes-on', { about: clip(about, 80) });
  }
  const heading: Line = [
    { messageKey: 'quotes-on', args: { about: clip(about, 80) } },
    ...(named.length > 0 ? [{ text: ' · ' }, { messageKey: 'speakers', args: { count: named.length } }] : []),
    ...(question.earliest ? [{ text: ' · ' }, { messageKey: 'earliest-first' }] : []),
  ];
  return quotesPage(library, groups, view, {
    known: question,
    about,
    heading,
    buttons: [],
    sizes: { private: 6, group: 3 },
    ...(named.length > 0 && { instead: (shown: Quote[]) => speakerButtons(shown, about) }),
  });
}

function speakerButtons(shown: Quote[], about: string): Button[][] {
  return rows(
    shown.map(({ speaker }) =>
      askButton([{ messageKey: 'button-quotes-of', args: { name: speaker!.person!.name } }], {
        kind: 'quotes',
        name: `#${speaker!.person!.id}`,
        about,
      }),
    ),
    2,
  );
}

/** Without `about`, the longest beginning that is a known name is the name; the rest is what it is about. */
async function meantBy(
  library: Library,
  name: string,
  asked: string | undefined,
): Promise<{ meant: Resolution; about: string | undefined }> {
  const asking =
    (about: string | undefined) =>
    (name: string): Question => ({
      kind: 'quotes',
      name,
      ...(about !== undefined && { about }),
    });
  const meant = await resolveSubject(library, name, asking(asked));
  if (
    asked !== undefined ||
    ('subject' in meant && meant.how !== 'spelling') ||
    ('page' in meant && meant.fits > 0)
  )
    return { meant, about: asked };
  const words = name.split(' ');
  const office = library.vocabulary && officeNamed(name, library.vocabulary);
  for (let count = Math.min(words.length - 1, 6); count > 0; count--) {
    const about = words
      .slice(count)
      .join(' ')
      .replace(/^(?:on|regarding|concerning) (?=\S)/i, '');
    const shorter = await resolveSubject(library, words.slice(0, count).join(' '), asking(about));
    // `mayor of Tarn` is no mayor's words about Tarn.
    if (shorter.how === 'office' && (office || words[count - 1] === 'of' || words[count] === 'of')) continue;
    if (shorter.how === 'name' || (shorter.how !== null && meant.how === null))
      return { meant: shorter, about };
  }
  return { meant, about: undefined };
}
