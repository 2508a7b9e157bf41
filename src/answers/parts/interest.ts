import type { NewsFilter } from '../../library/model/types.ts';
import type { Library } from '../page/library.ts';

/** What a filter asks for, in words: labels of topics, names, words; empty for everything. */
export async function interestLabels(
  library: Library,
  { topics, people, words }: Pick<NewsFilter, 'topics' | 'people' | 'words'>,
): Promise<string[]> {
  const labels =
    topics.length === 0 ? [] : (await library.topics.all()).filter(({ id }) => topics.includes(id));
  const named = await Promise.all(people.map(id => library.subjects.get(id)));
  return [
    ...labels.map(({ label }) => label),
    ...named.flatMap(subject => subject?.name ?? []),
    ...words.map(each => quoted(each, library.quoteMarks)),
  ];
}

/** Words as they were wished for; those that are no phrase already get quote marks. */
export function quoted(words: string, [start, end]: Library['quoteMarks'] = ['“', '”']): string {
  return /["“”„«»]/.test(words) ? words : `${start}${words}${end}`;
}
