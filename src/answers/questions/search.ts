import { distance } from 'fastest-levenshtein';
import { hasOperators } from '../../library/search/asked-words.ts';
import type { Subject } from '../../library/subjects/types.ts';
import { foldedWords } from '../../library/text/fold.ts';
import { askButton, note, rows } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Block, Page, View } from '../page/page.ts';
import { loadListPage, moreInPrivateChat, pager } from '../page/paging.ts';
import type { QuestionOf } from '../page/question.ts';
import { exampleLine, usagePage } from '../page/usage.ts';
import { storyButtons, storyList, storyListSizes } from '../parts/story-list.ts';
import { emptyPage, fitAsName, resolveSubject, subjectsCalled } from '../parts/subject.ts';
import { whoButton } from '../parts/subject-buttons.ts';
import { inEnglishWords } from '../sentences/english-words.ts';
import { contentWords } from '../sentences/question-words.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** Stories with all of the words. */
    search: { words: string };
  }
}

export const search: Declaration<'search'> = {
  kind: 'search',
  aliases: ['find'],
  offered: 'everywhere',
  usage: 'WORDS',
  parse: (words, examples) =>
    words === ''
      ? usagePage('missing-search', [exampleLine('search', examples.person)])
      : { kind: 'search', words: words },
  words: question => [question.words],
  answer: answerSearch,
  asked: async (_library, { about = '' }) => ({ kind: 'search', words: about }),
  example: ({ otherPerson, person }) => otherPerson ?? person,
};

/** Stories with all the words, each with the sentence that fits best; what the words name goes first. */
async function answerSearch(library: Library, question: QuestionOf<'search'>, view: View): Promise<Page> {
  const typed = question.words;
  const whole = await find(library, typed, view);
  const isFound = whole.total > 0 && !whole.isPartial;
  const asked = isFound ? typed : tellingWords(typed);
  const found = asked === typed ? whole : await find(library, asked, view);
  const corrected = found.total === 0 || found.isPartial ? await library.search.corrected(asked) : null;
  const words = corrected ?? asked;
  const part = corrected === null ? found : await find(library, corrected, view);
  if (part.total === 0 || part.isPartial || corrected !== null) {
    const unclear = await notUnderstoodPage(library, asked);
    if (unclear !== null) return unclear;
  }
  const { fits, how, nearest } = await subjectsCalled(library, words);
  const named = fitAsName(how) ? fits : how === 'office' ? await holderOf(library, words) : [];
  const alike = nearest.filter(({ name }) => isSpelledLike(words, name));
  const offered = (total: number) =>
    rows((total === 0 && named.length === 0 ? alike : named).slice(0, 4).map(whoButton), 2);
  if (part.total === 0) {
    if ((await library.articles.count()) === 0) return emptyPage();
    return note(
      offered(0).length > 0
        ? 'nothing-found-but'
        : asked.includes(' ')
          ? 'nothing-found-of-all'
          : 'nothing-found',
      { words: clip(asked, 100) },
      offered(0),
    );
  }
  const stories = part.items.map(({ story }) => story);
  const count = { messageKey: 'found', args: { words: clip(words, 100), count: part.count } };
  const blocks: Block[] = [
    { kind: 'heading', line: [count] },
    ...(corrected === null ? [] : [remark('search-corrected', { words: clip(asked, 100) })]),
    ...(part.isPartial ? [remark('search-any-word', {})] : []),
    await storyList(
      library,
      stories,
      view,
      part.items.map(({ passage }) => passage),
    ),
  ];
  return {
    blocks,
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat(question, view)
        : [...offered(part.total), ...storyButtons(stories, view), ...pager(question, view, part)],
  };
}

/** Who has an office, if that is one person: `French president`. */
async function holderOf(library: Library, office: string): Promise<Subject[]> {
  const meant = await resolveSubject(library, office, name => ({ kind: 'who', name }));
  return 'subject' in meant ? [meant.subject] : [];
}

/** Without the small words, which most articles have; as typed if there are no others, or if they say how to look. */
function tellingWords(typed: string): string {
  if (hasOperators(typed)) return typed;
  const words = contentWords(typed).join(' ');
  return words.length > 1 ? words : typed;
}

/** What of words in another language than English is not understood, with a search for the others; null if all is. */
async function notUnderstoodPage(library: Library, asked: string): Promise<Page | null> {
  const phrases = await inEnglishWords(library, asked);
  const unknown = phrases?.filter(({ kind }) => kind === 'unknown') ?? [];
  if (phrases === null || unknown.length === 0 || (await library.articles.count()) === 0) return null;
  const known = phrases.filter(({ kind, english }) => kind !== 'unknown' && english !== 'said');
  const words = known.map(({ english }) => english).join(' ');
  const label = [{ messageKey: 'button-search', args: { words: clip(words, 40) } }];
  return note(
    'not-understood',
    { words: clip(unknown.map(({ typed }) => typed).join(', '), 100) },
    words === '' ? [] : [[askButton(label, { kind: 'search', words })]],
  );
}

/** A page of the stories; `isPartial` if they have only some of the words. */
async function find(library: Library, words: string, view: View) {
  let isPartial = false;
  const part = await loadListPage(view, storyListSizes, async range => {
    const slice = await library.stories.matching(words, range);
    ({ isPartial } = slice);
    return slice;
  });
  return { ...part, isPartial };
}

function remark(messageKey: string, args: Record<string, string>): Block {
  return { kind: 'text', line: [{ messageKey, args, style: 'italic' }] };
}

/** Whether a word of a name differs from a word asked for in a quarter of its letters at most. */
function isSpelledLike(words: string, name: string): boolean {
  const asked = foldedWords(words);
  return foldedWords(name).some(
    own => own.length > 2 && asked.some(word => distance(own, word) <= own.length / 4),
  );
}
