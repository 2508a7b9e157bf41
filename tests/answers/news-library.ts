import { beforeAll } from 'vitest';
import { parseFreeText } from '../../src/answers/asking/free-text.ts';
import { answer, questionFrom } from '../../src/answers/asking/registry.ts';
import type { View } from '../../src/answers/page/page.ts';
import type { Question } from '../../src/answers/page/question.ts';
import { readersLibrary } from '../../src/answers/readers-library.ts';
import { readerOf } from '../../src/bot/intake/reader.ts';
import { read } from '../../src/reading/read.ts';
import { loadTranslations } from '../../src/rendering/messages.ts';
import { renderPlain } from '../../src/rendering/plain.ts';
import type { Library } from '../../src/store.ts';
import { languages } from '../languages.ts';
import { addAll, scratchFolder, scratchLibrary } from '../library/scratch.ts';
import { knowledge } from '../reading/knowledge.ts';

/** A library of made-up news, read as they would be from a feed; it is there while the tests of the file run. */
export function libraryOfNews(source: string, news: readonly [day: string, title: string, text: string][]) {
  const library = scratchLibrary(scratchFolder());
  beforeAll(async () => {
    await addAll(
      library,
      news.map(([day, title, text], i) => ({
        ...read({ id: `n${i}`, title, text, publishedAt: day, source }, knowledge),
        input: text,
      })),
    );
  });
  return library;
}

const translations = loadTranslations();

/** What the last of some messages of one person is answered with: the first screen, and the page that it shows. */
export function conversationsOn(library: Library, today: string) {
  const view: View = { page: 1, chat: 'private', today };
  const lastPage = async (messages: readonly string[], language: string) => {
    const say = translations(language);
    const own = readersLibrary(library, readerOf(languages, say));
    let question: Question | undefined;
    for (const words of messages)
      question = words.startsWith('/') ? questionFrom(words)! : await parseFreeText(own, words, question);
    return { page: await answer(own, question!, view), say };
  };
  return {
    async answered(messages: readonly string[], language = 'en'): Promise<string> {
      const { page, say } = await lastPage(messages, language);
      return renderPlain(page, say);
    },
    pageOf: async (messages: readonly string[], language = 'en') => (await lastPage(messages, language)).page,
  };
}
