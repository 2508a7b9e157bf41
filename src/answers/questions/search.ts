import { distance } from 'fastest-levenshtein';
import { foldedWords } from '../../library/text/fold.ts';
import { askButton, note, rows } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Block, Button, Page, View } from '../page/page.ts';
import { loadListPage, moreInPrivateChat, pager } from '../page/paging.ts';
import type { QuestionOf } from '../page/question.ts';
import { exampleLine, usagePage } from '../page/usage.ts';
import { emptyPage, peopleCalled } from '../parts/person.ts';
import { storyButtons, storyList, storyListSizes } from '../parts/story-list.ts';

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
  example: ({ topic, person }) => topic?.toLowerCase() ?? person,
};

/** Stories with all the words, each with the sentence that fits best; the people that the words name go first. */
async function answerSearch(library: Library, question: QuestionOf<'search'>, view: View): Promise<Page> {
  const asked = question.words;
  const found = await find(library, asked, view);
  const corrected = found.total === 0 || found.isPartial ? await library.search.corrected(asked) : null;
  const words = corrected ?? asked;
  const part = corrected === null ? found : await find(library, corrected, view);
  const { fits, nearest } = await peopleCalled(library, words);
  const alike = nearest.filter(({ name }) => isSpelledLike(words, name));
  const people = (total: number) =>
    rows((total === 0 && fits.length === 0 ? alike : fits).slice(0, 4).map(whoButton), 2);
  if (part.total === 0) {
    if ((await library.articles.count()) === 0) return emptyPage();
    return note(
      people(0).length > 0
        ? 'nothing-found-but'
        : asked.includes(' ')
          ? 'nothing-found-of-all'
          : 'nothing-found',
      { words: clip(asked, 100) },
      people(0),
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
        : [...people(part.total), ...storyButtons(stories, view), ...pager(question, view, part)],
  };
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

function whoButton({ id, name }: { id: string; name: string }): Button {
  return askButton([{ messageKey: 'button-who', args: { name } }], { kind: 'who', name: `#${id}` });
}
