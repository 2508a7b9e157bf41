import { officeNamed } from '../../languages/offices.ts';
import type { PersonSummary, Quote, QuoteWording } from '../../library/model/types.ts';
import { foldedWords } from '../../library/text/fold.ts';
import { askButton, note, rows } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration, Examples, ExampleWords, Parsed, Phrase } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Button, Line, Page, View } from '../page/page.ts';
import { shownCount } from '../page/paging.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { newSources } from '../page/sources.ts';
import { exampleLine, usagePage } from '../page/usage.ts';
import { nearestQuotesPage } from '../parts/nearest-quotes.ts';
import { bestFirst, inPageOrder, quotesPage } from '../parts/quotes-page.ts';
import { statementsPage } from '../parts/statements.ts';
import { emptyPage, isKnownSubject, type Resolution, resolveSubject } from '../parts/subject.ts';
import { groupQuotes, type QuoteGroup } from '../quoted/quote-groups.ts';
import { reportsSpeech } from '../quoted/reported-speech.ts';
import { wordsOfArticles } from '../sentences/best-sentence.ts';
import { contentWords } from '../sentences/question-words.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** What a person or an organization said, all of it or what is about some words; without a name, what anyone said about them. */
    quotes: { name?: string; about?: string };
  }
}

const said =
  '(?:say|said|tell|told|state|stated|think|thought|claim|claimed|comment|write|tweet|answer|reply|respond)';
const aboutWords = '(?: (?:about|on|of|regarding|concerning) (?<about>.+))?';

export const quotes: Declaration<'quotes'> = {
  kind: 'quotes',
  aliases: ['quote'],
  offered: 'everywhere',
  usage: 'NAME about WORDS',
  parse: parseQuotes,
  words: ({ name, about }) => [name, about && `about ${about}`],
  answer: answerQuotes,
  example: withTopic,
  phrases: [
    new RegExp(
      `^what(?:['’]s| is| was| has| had| have| did| does| do)? (?<name>.+?) ${said}${aboutWords}$`,
      'isu',
    ),
    /^(?:what (?:do|did|does) (?:people|politicians|they|leaders|anyone|everyone) (?:say|think)|who said what|quotes?|what (?:was|is|has been) said) (?:about|on|regarding) (?<about>.+)$/isu,
    /^(?:did|has|have|had) (?<name>.{1,80}?) (?:ever )?(?:say|said|comment(?:ed)?|spoken?|talk(?:ed)?|mention(?:ed)?|react(?:ed)?|respond(?:ed)?)(?: (?:anything|something|much|publicly)){0,2}(?: (?:about|on|of|to|regarding) (?<about>.{1,200}))?$/isu,
    /^(?:what(?:['’]s| is)|where does) (?<name>.{1,80}?)(?:['’]s?)? (?:position|stance|view|views|opinion|reaction|response|take|stand) (?:on|about|to|towards?) (?<about>.{1,200})$/isu,
    /^what (?:do|did|has|does|had) (?<name>.{1,80}?) (?:wants?|wanted|demand(?:ed)?|call(?:ed)? for|ask(?:ed)? for|propose|proposed|promise|promised|offer|offered|plan|planned|expect|expected|hope for)$/isu,
    /^what (?:did|has|does|had) (?<name>.{1,80}?) (?:tell|told|promise|promised|ask|asked|offer|offered|demand|demanded|call|called|say to|said to) (?<about>.{1,200})$/isu,
    /^(?:how did|how has) (?<name>.{1,80}?) (?:react|respond|reacted|responded) to (?<about>.{1,200})$/isu,
    /^(?:quotes?|words) (?:of|by|from) (?<name>.+?)(?: (?:about|on) (?<about>.+))?$/isu,
  ]
    .map((pattern): Phrase => ({ pattern, ask: askedInWords }))
    .concat({
      pattern:
        /^who (?:else )?(?:is|was|are|were|else is) (?:involved|mixed up) (?:in|with) (?:the |this |that )?(?<about>.+)$/isu,
      ask: involvedIn,
    }),
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

function parseQuotes(words: string, examples: Examples): Parsed<QuotesQuestion> {
  const before = words.search(/ about /i);
  if (before > 0)
    return { kind: 'quotes', name: words.slice(0, before), about: words.slice(before + ' about '.length) };
  const [, onlyAbout] = /^about (.+)$/i.exec(words) ?? [];
  if (onlyAbout) return { kind: 'quotes', about: onlyAbout };
  if (words !== '' && !/^about$/i.test(words)) return { kind: 'quotes', name: words.replace(/ about$/i, '') };
  return usagePage('missing-quotes', [
    exampleLine('quotes', examples.person),
    exampleLine('quotes', examples.topic && withTopic(examples)),
  ]);
}

function withTopic({ person, topic }: Examples): ExampleWords | undefined {
  if (!person || !topic) return person;
  return { messageKey: 'example-about', args: { name: person, topic: topic.toLowerCase() } };
}

/** Quotes, if the library knows the name: what someone said about something is answered even if they said nothing. */
async function askedInWords(
  library: Library,
  { name = '', about }: Record<string, string | undefined>,
): Promise<Question | null> {
  if (name === '' && about) return { kind: 'quotes', about };
  return (await isKnownSubject(library, name)) ? { kind: 'quotes', name, ...(about && { about }) } : null;
}

/** How many of the newest quotes are read; the same words in several articles are one entry of them. */
const quotesRead = 300;
const longestReport = 300;

type QuotesQuestion = QuestionOf<'quotes'>;

/** What a person said, newest first, all of it or what is about some words; or what anyone said about them. */
async function answerQuotes(library: Library, question: QuotesQuestion, view: View): Promise<Page> {
  if (question.name === undefined) return quotesAboutPage(library, question, view);
  const { meant, about } = await meantBy(library, question.name, question.about);
  if ('page' in meant) return meant.page;
  const { subject, others } = meant;
  return subject.type === 'person'
    ? personsPage(library, subject, about, others, view)
    : statementsPage(library, subject, about, others, view);
}

async function personsPage(
  library: Library,
  person: PersonSummary,
  about: string | undefined,
  others: Button[][],
  view: View,
): Promise<Page> {
  const name = `#${person.id}`;
  const known: QuotesQuestion = { kind: 'quotes', name, ...(about !== undefined && { about }) };
  const found = await library.people.wordings(person.id, {
    limit: quotesRead,
    offset: 0,
    ...(about !== undefined && { about }),
  });
  const groups = inPageOrder(groupQuotes(found.items), about);
  if (groups.length === 0) {
    const page =
      (about === undefined ? null : await reportedPage(library, person, about)) ??
      (about === undefined
        ? noQuotes(person.name, name, view)
        : await nearestQuotesPage(library, person, about, view));
    return view.chat === 'group' ? page : { ...page, buttons: [...page.buttons, ...others] };
  }
  const heading: Line = [
    about === undefined
      ? { messageKey: 'quotes-of', args: { name: person.name } }
      : { messageKey: 'quotes-of-about', args: { name: person.name, about: clip(about, 80) } },
    { text: ' · ' },
    { messageKey: 'quotes', args: { count: shownCount(found.total - found.items.length + groups.length) } },
  ];
  const whoIs = askButton([{ messageKey: 'button-who', args: { name: person.name } }], { kind: 'who', name });
  return quotesPage(library, groups, view, { known, about, heading, buttons: [[whoIs], ...others] });
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

/** Without anything verbatim: sentences that report what was said, marked as such; null if there are none. */
async function reportedPage(
  library: Library,
  person: PersonSummary | null,
  about: string,
): Promise<Page | null> {
  const surname = person?.name.split(' ').at(-1) ?? '';
  const found = await library.search.articles(`${surname} ${contentWords(about).join(' ')}`.trim(), {
    limit: 20,
    offset: 0,
  });
  const asked = foldedWords(contentWords(about).join(' '));
  const reports = found.items.filter(({ passage: { text } }) => {
    const words = ` ${foldedWords(text).join(' ')}`;
    return (
      reportsSpeech(text, person === null ? null : surname) && asked.every(word => words.includes(` ${word}`))
    );
  });
  if (reports.length === 0) return null;
  const sources = newSources();
  const heading: Line = [
    person === null
      ? { messageKey: 'quotes-on', args: { about: clip(about, 80) } }
      : { messageKey: 'quotes-of-about', args: { name: person.name, about: clip(about, 80) } },
  ];
  return {
    blocks: [
      { kind: 'heading', line: heading },
      {
        kind: 'list',
        items: reports
          .slice(0, 3)
          .map(
            ({ article, passage }): Line => [
              { messageKey: 'not-verbatim', style: 'italic' },
              { text: ` ${clip(passage.text, longestReport)}` },
              ...sources.cite(article),
            ],
          ),
      },
      ...sources.blocks(),
    ],
    buttons: [],
  };
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
    const about = words.slice(count).join(' ');
    const shorter = await resolveSubject(library, words.slice(0, count).join(' '), asking(about));
    // `mayor of Tarn` is no mayor's words about Tarn.
    if (shorter.how === 'office' && (office || words[count - 1] === 'of' || words[count] === 'of')) continue;
    if (shorter.how === 'name' || (shorter.how !== null && meant.how === null))
      return { meant: shorter, about };
  }
  return { meant, about: undefined };
}

function noQuotes(person: string, name: string, view: View): Page {
  const whole = askButton([{ messageKey: 'button-who', args: { name: person } }], { kind: 'who', name });
  return note('no-quotes-of', { name: person }, view.chat === 'group' ? [] : [[whole]]);
}
