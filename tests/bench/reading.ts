import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { ownKnowledgeFolder } from '../../src/commands/cli/open.ts';
import { createReaders, type Readers } from '../../src/ingest/workers/readers.ts';
import { read } from '../../src/reading/read.ts';
import { articlesFrom } from '../../src/sources/articles-from.ts';
import type { Article } from '../../src/system/article.ts';
import { knowledge } from '../reading/knowledge.ts';
import { inventedNews } from './news.ts';

export type ReadingFigures = {
  articles: number;
  words: number;
  /** Words a second, on one thread: of the whole reader, and of wink-nlp alone on the same texts. */
  reader: number;
  bare: number;
  /** `reader` by `bare`. */
  ratio: number;
  /** How many times as fast two threads read the articles as one does; null if that was not asked for. */
  secondCore: number | null;
  /** For 1, 2, 4 … times the length of one article, milliseconds; and how many times the one before. */
  lengths: { times: number; ms: number; growth: number | null }[];
};

/**
 * How fast the whole reader is as against wink-nlp's bare pass (sentences and parts of speech, every token taken
 * out) over the same texts, what a second thread gains, and how its time grows with the length of one article.
 * The two are timed in turn, article by article, and of each the quickest round counts: whatever else the machine
 * does then counts little.
 * @param options.folder a folder of articles; without it they are made up
 * @param options.threads false: the gain of a second thread is not measured
 */
export async function benchReading(
  options: {
    folder?: string;
    articles?: number;
    rounds?: number;
    sentences?: number;
    threads?: boolean;
  } = {},
): Promise<ReadingFigures> {
  const { folder, articles: count = 60, rounds = 15, sentences = 400, threads = true } = options;
  const articles = folder === undefined ? madeUp(count) : await articlesIn(folder);
  if (articles.length === 0) throw new Error(`there is no article in ${folder}`);
  const inputs = articles.map(article => read(article, knowledge).input ?? article.text);
  const words = inputs.reduce((sum, input) => sum + (input.match(/\S+/g)?.length ?? 0), 0);

  const nlp = winkNLP(model, ['sbd', 'pos']);
  const pass = (input: string) => () => {
    const document = nlp.readDoc(input);
    document.tokens().out(nlp.its.value);
    document.tokens().out(nlp.its.pos);
    document.sentences().out(nlp.its.span as never);
  };
  const whole = (article: Article) => () => read(article, knowledge);
  const each = quickest(
    articles.flatMap((article, at) => [whole(article), pass(inputs[at]!)]),
    rounds,
  );
  const sumOf = (parity: number) => each.reduce((sum, ms, at) => (at % 2 === parity ? sum + ms : sum), 0);
  const [wholeMs, bareMs] = [sumOf(0), sumOf(1)];

  const texts = [1, 2, 4, 8].map(times => ({ times, text: inventedNews(1, sentences * times) }));
  const grown = quickest(
    texts.map(
      ({ text }) =>
        () =>
          read({ text }, knowledge),
    ),
    rounds,
  );
  return {
    articles: articles.length,
    words,
    reader: (words / wholeMs) * 1000,
    bare: (words / bareMs) * 1000,
    ratio: bareMs / wholeMs,
    secondCore: threads ? await gainOfSecond(articles, rounds) : null,
    lengths: grown.map((ms, at) => ({
      times: texts[at]!.times,
      ms,
      growth: at === 0 ? null : ms / grown[at - 1]!,
    })),
  };
}

/** How much sooner two threads are done with the articles than one, each started beforehand. */
async function gainOfSecond(articles: Article[], rounds: number): Promise<number> {
  const pools = [1, 2].map(threads => createReaders({ knowledge: ownKnowledgeFolder, threads }));
  const readAll = (pool: Readers) => Promise.all(articles.map(article => pool.read(article)));
  try {
    for (const pool of pools) await readAll(pool);
    const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < rounds; round++)
      for (const [at, pool] of pools.entries()) {
        const start = performance.now();
        await readAll(pool);
        least[at] = Math.min(least[at]!, performance.now() - start);
      }
    return least[0]! / least[1]!;
  } finally {
    for (const pool of pools) await pool.close();
  }
}

/** The least milliseconds that each piece of work took, all of them once a round. */
function quickest(works: (() => unknown)[], rounds: number): number[] {
  const least = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++)
    for (const [at, work] of works.entries()) {
      const start = performance.now();
      work();
      least[at] = Math.min(least[at]!, performance.now() - start);
    }
  return least;
}

function madeUp(count: number): Article[] {
  return Array.from({ length: count }, (_, number) => ({
    text: inventedNews(number + 1),
    publishedAt: '2021-06-16',
  }));
}

async function articlesIn(folder: string): Promise<Article[]> {
  const found: Article[] = [];
  for await (const each of articlesFrom([folder])) if ('article' in each) found.push(each.article);
  return found;
}
