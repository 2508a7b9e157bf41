import type { Filter } from '../../library/model/types.ts';
import { idIn, note } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Button, Line, Page, View } from '../page/page.ts';
import { loadListPage, moreInPrivateChat, pager } from '../page/paging.ts';
import type { QuestionOf } from '../page/question.ts';
import { storyButtons, storyList, storyListSizes } from '../parts/story-list.ts';
import { emptyPage, filterOn, fitAsName, resolveSubject } from '../parts/subject.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** The newest stories; with `about` those on a person, a topic or words. */
    latest: { about?: string };
  }
}

export const latest: Declaration<'latest'> = {
  kind: 'latest',
  aliases: ['news'],
  offered: 'everywhere',
  usage: 'NAME, TOPIC or WORDS',
  parse: words => ({ kind: 'latest', ...(words && { about: words.replace(/^(?:on|about|of|from) /i, '') }) }),
  words: ({ about }) => [about],
  answer: answerLatest,
  phrases: [
    {
      pattern:
        /^(?:(?:(?:what(?:['’]?s| is)|show me|tell me|any) )?(?:the )?(?:(?:latest|newest|new)(?: news| articles)?|news))$/iu,
      ask: async () => ({ kind: 'latest' }),
    },
    {
      pattern:
        /^(?:(?:what(?:['’]?s| is)|show me|any|give me) )?(?:the )?(?:(?:latest|newest|new|recent) )?(?:news|latest) (?:about|on|of|from) (?<about>.+)$/isu,
      ask: async (_library, { about = '' }) => ({ kind: 'latest', about }),
    },
    {
      pattern:
        /^(?:what(?:['’]?s| is) (?:new|happening|going on|up)|(?:any |the )?(?:latest |new )?updates?|(?:please )?(?:update|catch) me(?: up)?|anything new) (?:about|on|of|from|in|with) (?<about>.+)$/isu,
      ask: async (_library, { about = '' }) => ({ kind: 'latest', about }),
    },
  ],
  asked: async (_library, { about }) => ({ kind: 'latest', ...(about && { about }) }),
};

/** The newest stories, of everything or about a person, a topic or words. */
async function answerLatest(library: Library, question: QuestionOf<'latest'>, view: View): Promise<Page> {
  const { about } = question;
  const { filter, name, namesakes } =
    about === undefined ? { filter: null, name: '', namesakes: [] } : await subjectOf(library, about);
  const part = await loadListPage(view, storyListSizes, range =>
    filter === null ? library.stories.latest(range) : library.stories.about(filter, range),
  );
  if (part.total === 0) {
    if (filter === null || (await library.articles.count()) === 0) return emptyPage();
    return note('no-news-about', { about: clip(name, 80) });
  }
  const heading: Line = [
    filter === null
      ? { messageKey: 'latest' }
      : { messageKey: 'latest-about', args: { about: clip(name, 80) } },
    { text: ' · ' },
    { messageKey: 'digest-stories', args: { count: part.count } },
  ];
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

/** What the words are about: a topic, what is so named, or the words themselves, with a button for each who is called so. */
async function subjectOf(
  library: Library,
  about: string,
): Promise<{ filter: Filter; name: string; namesakes: Button[][] }> {
  const topic = await library.topics.find(idIn(about) ?? about);
  if (topic !== null) return { filter: { topic: topic.id }, name: topic.label, namesakes: [] };
  const meant = await resolveSubject(library, about, name => ({ kind: 'latest', about: name }));
  if ('subject' in meant && fitAsName(meant.how))
    return { filter: filterOn(meant.subject.id), name: meant.subject.name, namesakes: meant.others };
  const isShared = 'page' in meant && meant.fits > 1 && meant.how === 'name';
  return { filter: { words: about }, name: about, namesakes: isShared ? meant.page.buttons : [] };
}
