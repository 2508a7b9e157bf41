import type { Filter, Range, Slice, Story } from '../../library/model/types.ts';
import { askButton, dotted, idIn, note } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Button, Line, Page, View } from '../page/page.ts';
import { loadListPage, moreInPrivateChat, pager } from '../page/paging.ts';
import { hasEnds, type Period, periodText } from '../page/period.ts';
import { periodLine } from '../page/period-line.ts';
import type { QuestionOf } from '../page/question.ts';
import { ofThen, type RelativePeriod, splitAnyPeriod } from '../page/relative-period.ts';
import { daysAsked } from '../parts/days-asked.ts';
import { storyButtons, storyList, storyListSizes } from '../parts/story-list.ts';
import { emptyPage, filterOn, fitAsName, resolveSubject, subjectsCalled } from '../parts/subject.ts';
import { saidByAnyone } from '../quoted/phrasings.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** The newest stories; with `about` those on a person, a topic or words; of a period, the days included. */
    latest: { about?: string; from?: string; to?: string; when?: RelativePeriod };
  }
}

export const latest: Declaration<'latest'> = {
  kind: 'latest',
  aliases: ['news'],
  offered: 'everywhere',
  usage: 'NAME, TOPIC or WORDS',
  parse: words => ({ kind: 'latest', ...afterWords(words) }),
  words: ({ about, when, ...period }) => [about, when ?? periodText(period)],
  answer: answerLatest,
  phrases: [{ pattern: /^(?<asked>.{3,200})$/su, ask: askedInWords }],
  asked: async (_library, { about }) => ({ kind: 'latest', ...(about && asPeriod(about)) }),
};

/** Ways of asking for news of everything; those of the second list also need a period. */
const ofEverything =
  /^(?:(?:(?:what(?:['’]?s| is| are)|show me|tell me|any|give me) )?(?:the |some |all )?(?:(?:latest|newest|new|top|main|big|biggest|important|most important)(?: (?:news|articles|headlines|stories))?|news|headlines)|(?:(?:give me |show me )?(?:a |the )?(?:short |quick |brief )?(?:summary|overview|round-?up|digest) (?:of )?(?:the )?(?:latest )?(?:news|headlines|events)))(?: please)?$/iu;
const ofPeriod =
  /^(?:what(?:['’]?s| is| was) (?:new|in the news|on)|what(?:['’]?s| is| has) (?:been )?happen(?:ing|ed)|anything(?: new| important| interesting)?|(?:any |the )?updates?|articles|stories|the (?:most )?important (?:news|stories|events)|what (?:did i miss|have i missed))$/iu;
/** Ways of asking for news about something. */
const onSubject = [
  /^(?:(?:what(?:['’]?s| is)|show me|any|give me) )?(?:the )?(?:(?:latest|newest|new|recent) )?(?:news|latest|headlines|top stories|developments) (?:about|on|of|from|in|with|for|regarding) (?<about>.+)$/isu,
  /^(?:what(?:['’]?s| is) (?:new|happening|going on|up)|(?:any |the )?(?:latest |new )?updates?|(?:please )?(?:update|catch) me(?: up)?|anything new) (?:about|on|of|from|in|with) (?<about>.+)$/isu,
  // How many there are is above them.
  /^how many (?:articles|stories|reports) (?:(?:are there|do you have|have you (?:got|read)) )?(?:about|on|mention(?:ing)?) (?<about>.+?)(?: (?:are there|do you have|have you (?:got|read)))?$/isu,
];
/** `NAME news`, of what is known so. */
const subjectFirst =
  /^(?:(?:any|the|latest|new|recent|show me|give me|some) ){0,3}(?<about>.{2,80}?)(?:['’]s?)? (?:latest(?: news)?|news|headlines|updates?)$/isu;
const onSubjectInPeriod = /^(?:anything|something|articles|stories) (?:about|on|from|in) (?<about>.+)$/isu;
/** `yesterday's news`, `last week's headlines about NAME`. */
const possessive =
  /^(?:(?:(?:give me |show me |what (?:are|is|were|was) )?(?:a |the )?(?:(?:short |quick |brief )?(?:summary|overview|round-?up) of )?)(?:the )?)?(?<when>(?:(?:today|yesterday|tomorrow)|(?:this|last|next) (?:week|weekend|month|year)))['’]?s (?:(?:latest|top|main|big|biggest|most important) )?(?:news|headlines|stories|events)(?: (?:about|on|from|in) (?<about>.+))?$/isu;

async function askedInWords(
  library: Library,
  { asked = '' }: Record<string, string | undefined>,
): Promise<QuestionOf<'latest' | 'search'> | null> {
  const own = possessive.exec(asked)?.groups;
  if (own) return { kind: 'latest', ...(own.about && { about: own.about }), when: own.when!.toLowerCase() };
  const split = splitAnyPeriod(asked);
  if ('wrong' in split) return null;
  const { words } = split;
  const period = ofThen(asked, split.period);
  const hasPeriod = Object.keys(period).length > 0;
  // Of no one who is named, the news of those days shows what was said.
  const isOfPeriod = hasPeriod && (ofPeriod.test(words) || saidByAnyone.test(words));
  if (ofEverything.test(words) || isOfPeriod) return { kind: 'latest', ...period };
  const patterns = hasPeriod ? [...onSubject, onSubjectInPeriod] : onSubject;
  for (const pattern of patterns) {
    const about = pattern.exec(words)?.groups?.about;
    if (about !== undefined) return { kind: 'latest', about, ...period };
  }
  const about = subjectFirst.exec(words)?.groups?.about;
  if (about === undefined || !(await areKnown(library, about))) return null;
  // Of several together the story that is most about them comes first, not the newest that names them.
  const names = about.split(together);
  return names.length > 1 && !hasPeriod
    ? { kind: 'search', words: names.join(' ') }
    : { kind: 'latest', about, ...period };
}

const together = / (?:and|&) /iu;

/** Whether words name someone or something, or several of them; an outlet called `NAME News` is one itself. */
async function areKnown(library: Library, words: string): Promise<boolean> {
  const names = words.split(together);
  const found = await Promise.all([...names, `${words} news`].map(name => subjectsCalled(library, name)));
  const [whole, ...each] = found.toReversed();
  return whole?.how !== 'name' && each.every(({ how }) => fitAsName(how));
}

/** `on Monday` is a period, `on Ukraine` is about it. */
function afterWords(typed: string): Omit<QuestionOf<'latest'>, 'kind'> {
  const whole = asPeriod(typed);
  return whole.about === undefined ? whole : asPeriod(typed.replace(/^(?:on|about|of|from) /i, ''));
}

/** How many to show, which is as many as fit on a page. */
const onlyCount = /^(?:top )?\d{1,2}$/i;

/** What is typed after the command, with its period apart. */
function asPeriod(typed: string): Omit<QuestionOf<'latest'>, 'kind'> {
  if (onlyCount.test(typed)) return {};
  const split = splitAnyPeriod(typed);
  if ('wrong' in split) return { about: typed };
  return { ...(split.words && { about: split.words }), ...split.period };
}

/** How many of the newest stories of a period are put in order of importance. */
const storiesOfPeriod = 60;
/** How many of the newest are shown where a period has none. */
const newestInstead = 2;

/** The newest stories, of everything or about a person, a topic or words. */
async function answerLatest(library: Library, asked: QuestionOf<'latest'>, view: View): Promise<Page> {
  const question = await withNameWhole(library, asked);
  const { about } = question;
  const period = await daysAsked(library, question, view);
  const { filter, name, namesakes } =
    about === undefined ? { filter: null, name: '', namesakes: [] } : await subjectOf(library, about);
  const hasPeriod = hasEnds(period);
  const part = await loadListPage(view, storyListSizes, range => {
    if (hasPeriod && filter === null) return importantStories(library, period, range);
    return filter === null
      ? library.stories.latest(range)
      : library.stories.about({ ...filter, ...period }, range);
  });
  if (part.total === 0) {
    if ((filter === null && !hasPeriod) || (await library.articles.count()) === 0) return emptyPage();
    return hasPeriod
      ? nothingThen(library, question, { filter, name, period }, view)
      : note('no-news-about', { about: clip(name, 80) });
  }
  const heading: Line = dotted([
    [
      filter === null
        ? { messageKey: hasPeriod ? 'news-of-period' : 'latest' }
        : { messageKey: 'latest-about', args: { about: clip(name, 80) } },
    ],
    periodLine(period),
    [{ messageKey: 'digest-stories', args: { count: part.count } }],
  ]);
  return {
    blocks: [{ kind: 'heading', line: heading }, await storyList(library, part.items, view)],
    buttons: [
      ...storyButtons(part.items, view),
      ...(view.chat === 'group' ? [] : namesakes),
      ...pager(question, view, part),
      ...moreInPrivateChat(question, view),
    ],
  };
}

/** `USA Today` is no news of today about the USA. */
async function withNameWhole(
  library: Library,
  question: QuestionOf<'latest'>,
): Promise<QuestionOf<'latest'>> {
  const { about, when } = question;
  if (about === undefined || when === undefined) return question;
  const whole = `${about} ${when}`;
  const isName = (await subjectsCalled(library, whole)).how === 'name';
  return isName ? { kind: 'latest', about: whole } : question;
}

/** The stories of a period, those of the most articles first, and of those the newest. */
async function importantStories(
  library: Library,
  period: Period,
  { limit, offset }: Range,
): Promise<Slice<Story>> {
  if (offset + limit > storiesOfPeriod) return library.stories.about(period, { limit, offset });
  const newest = await library.stories.about(period, { limit: storiesOfPeriod, offset: 0 });
  const items = newest.items.toSorted((a, b) => b.articles.length - a.articles.length);
  return { total: newest.total, items: items.slice(offset, offset + limit) };
}

/** Of days without news: that there are none, then the newest that there are. */
async function nothingThen(
  library: Library,
  { about }: QuestionOf<'latest'>,
  { filter, name, period }: { filter: Filter | null; name: string; period: Period },
  view: View,
): Promise<Page> {
  const line: Line = [
    about === undefined
      ? { messageKey: 'no-news-then' }
      : { messageKey: 'no-news-then-about', args: { about: clip(name, 80) } },
    { text: ' · ' },
    ...periodLine(period),
  ];
  const range = { limit: newestInstead, offset: 0 };
  const { items } = await (filter === null
    ? library.stories.latest(range)
    : library.stories.about(filter, range));
  if (items.length === 0) return { blocks: [{ kind: 'text', line }], buttons: [] };
  const heading = { messageKey: 'latest' };
  const newest = askButton([heading], { kind: 'latest', ...(about && { about }) });
  return {
    blocks: [
      { kind: 'text', line },
      { kind: 'heading', line: [heading] },
      await storyList(library, items, view),
    ],
    buttons: view.chat === 'group' ? [] : [...storyButtons(items, view), [newest]],
  };
}

/** What the words are about: a topic, what is so named, or the words themselves, with a button for each who is called so. */
async function subjectOf(
  library: Library,
  about: string,
): Promise<{ filter: Filter; name: string; namesakes: Button[][] }> {
  const topic = await library.topics.find(idIn(about) ?? about);
  if (topic !== null) return { filter: { topic: topic.id }, name: topic.label, namesakes: [] };
  const meant = await resolveSubject(library, about, name => ({ kind: 'latest', about: name }));
  // What articles have as it was typed is no misspelt name.
  const isWord =
    meant.how === 'spelling' &&
    (await library.search.filtered({ words: about }, { limit: 1, offset: 0 })).total > 0;
  if ('subject' in meant && fitAsName(meant.how) && !isWord)
    return { filter: filterOn(meant.subject.id), name: meant.subject.name, namesakes: meant.others };
  const isShared = 'page' in meant && meant.fits > 1 && meant.how === 'name';
  return { filter: { words: about }, name: about, namesakes: isShared ? meant.page.buttons : [] };
}
