import { officeNamed } from '../../languages/offices.ts';
import type { Quote, QuoteWording } from '../../library/model/types.ts';
import { askButton, note, rows } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration, Examples, ExampleWords, Parsed, Phrase } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Button, Line, Page, View } from '../page/page.ts';
import { aYearEarlier, type Period, periodText } from '../page/period.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { type RelativePeriod, splitAnyPeriod } from '../page/relative-period.ts';
import { exampleLine, usagePage } from '../page/usage.ts';
import { daysAsked } from '../parts/days-asked.ts';
import { personsPage, reportedPage } from '../parts/quotes-of-person.ts';
import { bestFirst, quotesPage } from '../parts/quotes-page.ts';
import { statementsPage } from '../parts/statements.ts';
import { emptyPage, isKnownSubject, type Resolution, resolveSubject } from '../parts/subject.ts';
import { groupQuotes, type QuoteGroup } from '../quoted/quote-groups.ts';
import { wordsOfArticles } from '../sentences/best-sentence.ts';
import { contentWords } from '../sentences/question-words.ts';

declare module '../page/question.ts' {
  interface Questions {
    /**
     * What a person or an organization said, all of it, or what is about some words or from a period, the days included;
     * without a name, what anyone said about the words.
     */
    quotes: { name?: string; about?: string; from?: string; to?: string; when?: RelativePeriod };
  }
}

const said =
  '(?:say|said|tell|told|state|stated|think|thought|claim|claimed|comment|write|tweet|answer|reply|respond)';
const aboutWords = '(?: (?:about|on|of|regarding|concerning) (?<about>.+))?';

const inWords: readonly RegExp[] = [
  new RegExp(
    `^what(?: else)?(?:['’]s| is| was| has| had| have| did| does| do)? (?<name>.+?) ${said}${aboutWords}$`,
    'isu',
  ),
  // Where or when they spoke, `in his speech to WORDS`, is in the sentences around what they said.
  new RegExp(
    `^what(?: else)?(?: did| has| had| have| does)? (?<name>.+?) ${said} (?:in|at|during|after|before|following|when|while) (?:(?:his|her|their|its|the|an?) )?(?<about>.+)$`,
    'isu',
  ),
  /^(?:what (?:do|did|does) (?:people|politicians|they|leaders|anyone|everyone) (?:say|think)|who said what|quotes?|what (?:was|is|has been) said) (?:about|on|regarding) (?<about>.+)$/isu,
  /^(?:did|has|have|had) (?<name>.{1,80}?) (?:ever )?(?:say|said|comment(?:ed)?|spoken?|talk(?:ed)?|mention(?:ed)?|react(?:ed)?|respond(?:ed)?)(?: (?:anything|something|much|publicly)){0,2}(?: (?:about|on|of|to|regarding) (?<about>.{1,200}))?$/isu,
  /^(?:what(?:['’]s| is)|where does) (?<name>.{1,80}?)(?:['’]s?)? (?:position|stance|view|views|opinion|reaction|response|take|stand) (?:on|about|to|towards?) (?<about>.{1,200})$/isu,
  /^what (?:do|did|has|does|had) (?<name>.{1,80}?) (?:wants?|wanted|demand(?:ed)?|call(?:ed)? for|ask(?:ed)? for|propose|proposed|promise|promised|offer|offered|plan|planned|expect|expected|hope for)$/isu,
  /^what (?:did|has|does|had) (?<name>.{1,80}?) (?:tell|told|promise|promised|ask|asked|offer|offered|demand|demanded|call|called|say to|said to) (?<about>.{1,200})$/isu,
  /^(?:how did|how has) (?<name>.{1,80}?) (?:react|respond|reacted|responded) to (?<about>.{1,200})$/isu,
  /^(?:quotes?|words) (?:of|by|from) (?<name>.+?)(?: (?:about|on) (?<about>.+))?$/isu,
];

export const quotes: Declaration<'quotes'> = {
  kind: 'quotes',
  aliases: ['quote'],
  offered: 'everywhere',
  usage: 'NAME about WORDS',
  parse: parseQuotes,
  words: writtenAs,
  answer: answerQuotes,
  example: withTopic,
  phrases: [
    { pattern: /^(?<asked>(?:what|did|has|have|had|quotes?|words)\b.{3,250})$/isu, ask: askedOfPeriod },
    ...inWords.map((pattern): Phrase => ({ pattern, ask: askedInWords })),
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
      exampleLine('quotes', examples.topic && withTopic(examples)),
    ]);
  if (named === '') return { kind: 'quotes', about };
  const before = withoutPeriod(named);
  const after = about.endsWith(ofAnyDay)
    ? { words: about.slice(0, -ofAnyDay.length), period: {} }
    : before.hasPeriod
      ? { words: about, period: {} }
      : withoutPeriod(about);
  return { kind: 'quotes', name: before.words, about: after.words, ...before.period, ...after.period };
}

/** After a subject that ends like a period, `the vote on May 7`: that it is none. */
const ofAnyDay = ' ..';

/** A period is written before the subject, which may end like one. */
function writtenAs({ name, about, when, ...period }: QuotesQuestion): (string | undefined)[] {
  const written = when ?? periodText(period);
  const isAmbiguous = name !== undefined && written === '' && withoutPeriod(about ?? '').hasPeriod;
  return [name, written, about && `about ${about}`, isAmbiguous ? ofAnyDay.trim() : undefined];
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
  for (const pattern of inWords) {
    const found = pattern.exec(words)?.groups;
    const question = found?.name ? await askedInWords(library, found) : null;
    if (question?.kind === 'quotes') return { ...question, ...period };
  }
  return null;
}

function withTopic({ person, topic }: Examples): ExampleWords | undefined {
  if (!person || !topic) return person;
  return { messageKey: 'example-about', args: { name: person, topic: topic.toLowerCase() } };
}

/** Quotes, if the library knows the name: what someone said about something is answered even if they said nothing. */
async function askedInWords(
  library: Library,
  { name = '', about }: Record<string, string | undefined>,
): Promise<QuotesQuestion | null> {
  if (name === '' && about) return { kind: 'quotes', about };
  return (await isKnownSubject(library, name)) ? { kind: 'quotes', name, ...(about && { about }) } : null;
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

/** What named speakers said about some words: the newest of each. */
async function quotesAboutPage(library: Library, question: QuotesQuestion, view: View): Promise<Page> {
  const about = question.about!;
  const groups = bestFirst(groupQuotes(await library.people.wordingsAbout(about, quotesRead)), about);
  const speakers = new Map<string, QuoteGroup<QuoteWording>>();
  for (const group of groups) {
    const id = group.quote.speaker!.person!.id;
    if (!speakers.has(id)) speakers.set(id, group);
  }
  if (speakers.size === 0) {
    if ((await library.articles.count()) === 0) return emptyPage();
    return (await reportedPage(library, null, about)) ?? note('no-quotes-on', { about: clip(about, 80) });
  }
  const heading: Line = [
    { messageKey: 'quotes-on', args: { about: clip(about, 80) } },
    { text: ' · ' },
    { messageKey: 'speakers', args: { count: speakers.size } },
  ];
  return quotesPage(library, [...speakers.values()], view, {
    known: question,
    about,
    heading,
    buttons: [],
    sizes: { private: 6, group: 3 },
    instead: shown => speakerButtons(shown, about),
  });
}

function speakerButtons(shown: Quote[], about: string): Button[][] {
  return rows(
    shown.map(({ speaker }) =>
      askButton([{ text: speaker!.person!.name }], {
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
