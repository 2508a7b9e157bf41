import { afterAll, beforeAll } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { openLibrary } from '../../src/store.ts';
import { addAll, scratchFolder } from '../library/scratch.ts';
import { knowledge } from '../reading/knowledge.ts';

/** A library of made-up news, read as they would be from a feed; it is there while the tests of the file run. */
export function libraryOfNews(source: string, news: readonly [day: string, title: string, text: string][]) {
  const library = openLibrary(`${scratchFolder()}/news.db`);
  beforeAll(async () => {
    await addAll(
      library,
      news.map(([day, title, text], i) => ({
        ...read({ id: `n${i}`, title, text, publishedAt: day, source }, knowledge),
        input: text,
      })),
    );
  });
  afterAll(() => library.close());
  return library;
}
