import type { Article } from '../article.ts';
import type { Library } from '../library/library.ts';
import type { Knowledge } from '../reading/knowledge.ts';
import { read } from '../reading/read.ts';
import type { Reading } from '../reading/reading.ts';
import { articlesFrom } from '../sources/articles-from.ts';

export type LoadCounts = { loaded: number; known: number; refused: number };

/**
 * Reads what stands in files and folders into the library.
 * @param options.now when it came, milliseconds since the epoch
 * @param options.archive true: it is never told in a digest
 * @param options.onRefused called with a line for each article that is not taken; the rest goes on
 */
export async function loadPaths(
  library: Library,
  knowledge: Knowledge,
  paths: string[],
  options: {
    now: number;
    archive?: boolean;
    onRefused(line: string): void;
    onProgress?(counts: LoadCounts): void;
  },
): Promise<LoadCounts> {
  const counts: LoadCounts = { loaded: 0, known: 0, refused: 0 };
  for await (const found of articlesFrom(paths)) {
    if ('refused' in found) {
      const { path, line, reason } = found.refused;
      counts.refused += 1;
      options.onRefused(inOneLine(`${path}${line === undefined ? '' : `:${line}`}: ${reason}`));
      options.onProgress?.(counts);
      continue;
    }
    const reading = 'reading' in found ? found.reading : withInput(found.article, knowledge);
    if (reading.input?.trim() === '') {
      counts.refused += 1;
      options.onRefused(inOneLine(`${reading.source ?? reading.id}: there is no text in it`));
    } else {
      const outcome = await library.articles.add(reading, {
        now: options.now,
        archive: options.archive ?? false,
      });
      counts[outcome.outcome] += 1;
      if (outcome.outcome === 'refused') options.onRefused(inOneLine(`${outcome.id}: ${outcome.reason}`));
    }
    options.onProgress?.(counts);
  }
  return counts;
}

/** What a file or its name holds may not break the line that tells of it, nor turn it round. */
function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ').slice(0, longestLine);
}

const longestLine = 1_000;

/** A reading that can stand by itself: with the text its offsets refer to. */
export function withInput(article: Article, knowledge: Knowledge): Reading {
  const reading = read(article, knowledge);
  return { ...reading, input: reading.input ?? article.text };
}
