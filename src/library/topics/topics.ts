import { distance } from 'fastest-levenshtein';
import type { Database } from '../../database/database.ts';
import type { Topics } from '../model/contracts.ts';
import type { Topic } from '../model/types.ts';
import { foldedWords } from '../text/fold.ts';

/** The topics of the library's articles. */
export function createTopics(database: Database): Topics {
  const all = database.prepare(
    'select id, label, articles from topics where articles > 0 order by articles desc, label',
  );

  return {
    all: async () => all.all() as Topic[],
    async find(words) {
      const asked = foldedWords(words).join(' ');
      if (asked === '') return null;
      const topics = (all.all() as Topic[]).map(topic => ({
        topic,
        names: [foldedWords(topic.label).join(' '), foldedWords(topic.id).join(' ')],
      }));
      const fits = (test: (name: string) => boolean) =>
        topics.find(({ names }) => names.some(test))?.topic ?? null;
      return (
        fits(name => name === asked) ??
        (asked.length >= 3 ? fits(name => ` ${name}`.includes(` ${asked}`)) : null) ??
        fits(name => asked.length >= 4 && distance(name, asked) <= Math.floor(asked.length / 4)) ??
        fits(name =>
          name.split(' ').some(word => asked.length >= 5 && word.length >= 5 && distance(word, asked) <= 1),
        )
      );
    },
  };
}
