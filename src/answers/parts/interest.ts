import type { NewsFilter } from '../../library/model/types.ts';
import type { Library } from '../page/library.ts';

/** What a filter asks for, in words: labels of topics, names, words; empty for everything. */
export async function interestLabels(
  library: Library,
  { topics, people, words }: Pick<NewsFilter, 'topics' | 'people' | 'words'>,
): Promise<string[]> {
  const all = topics.length === 0 ? [] : await library.topics.all();
  const known = all.filter(({ id }) => topics.includes(id));
  // One that is in no article at the moment is still asked for: without it, nothing would mean all there is.
  const others = topics.filter(topic => !known.some(({ id }) => id === topic));
  const named = await Promise.all(people.map(async id => (await library.subjects.nameOf(id)) ?? id));
  return [
    ...known.map(({ label }) => label),
    ...others,
    ...named,
    ...words.map(each => quoted(each, library.quoteMarks)),
  ];
}

/** Words as they were wished for; those that are no phrase already get quote marks. */
export function quoted(words: string, [start, end]: Library['quoteMarks'] = ['“', '”']): string {
  return /["“”„«»]/.test(words) ? words : `${start}${words}${end}`;
}
