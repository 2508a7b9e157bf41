import { nominatives } from '../languages/nominatives.ts';
import type { Vocabulary } from '../languages/vocabulary.ts';
import type { PersonSummary, Topic } from '../library/model/types.ts';
import { foldedWords } from '../library/text/fold.ts';
import type { Library } from './page/library.ts';

/** What is particular about a reader's language for what the library returns. */
export type Reader = {
  /** The label of a topic in that language; undefined if it has none of its own. */
  topicLabel: (id: string) => string | undefined;
  /** The script in which the language is written, as Unicode calls it: names in it are preferred. */
  script: string;
  quoteMarks: readonly [start: string, end: string];
  vocabulary: Vocabulary;
};

/**
 * The library as someone reads it in their language: topics have that language's labels, and are found by them;
 * people are called as articles write them in its script, if any do, and are found by their names in other cases.
 * What articles say stays as it is.
 */
export function readersLibrary<Whole extends Library>(library: Whole, reader: Reader): Whole {
  const { topics, people } = library;
  const labelled = (topic: Topic): Topic => ({ ...topic, label: reader.topicLabel(topic.id) ?? topic.label });
  const written = nameIn(reader.script);
  const called = <Person extends PersonSummary | null>(person: Person): Person =>
    person === null ? person : written(person);
  return {
    ...library,
    quoteMarks: reader.quoteMarks,
    topicLabel: reader.topicLabel,
    vocabulary: reader.vocabulary,
    topics: {
      ...topics,
      all: async () => (await topics.all()).map(labelled),
      find: async words => {
        const all = (await topics.all()).map(labelled);
        const found = topicCalled(all, words) ?? (await topics.find(words));
        return found && labelled(found);
      },
    },
    people: {
      ...people,
      find: async words => {
        const { fits, nearest } = await findInAnyCase(people, words, reader.vocabulary);
        return { fits: fits.map(called), nearest: nearest.map(called) };
      },
      get: async id => called(await people.get(id)),
      leading: async limit => (await people.leading(limit)).map(called),
    },
  };
}

/** As named, else by the nominatives that the words may stand for: `Лавровим` asks for Лавров. */
async function findInAnyCase(people: Library['people'], words: string, vocabulary: Vocabulary) {
  const found = await people.find(words);
  if (found.fits.length > 0) return found;
  for (const nominative of nominatives(words, vocabulary)) {
    const { fits } = await people.find(nominative);
    if (fits.length > 0) return { fits, nearest: [] };
  }
  return found;
}

/** By its label, or by a word with which the label begins or that follows in it. */
function topicCalled(topics: Topic[], words: string): Topic | null {
  const asked = foldedWords(words).join(' ');
  if (asked === '') return null;
  const named = topics.map(topic => ({ topic, name: foldedWords(topic.label).join(' ') }));
  const found =
    named.find(({ name }) => name === asked) ??
    (asked.length >= 4 ? named.find(({ name }) => ` ${name} `.includes(` ${asked} `)) : undefined);
  return found?.topic ?? null;
}

/** A person called by the most used of their names that is in the script; as before if none is. */
function nameIn(script: string): <Person extends PersonSummary>(person: Person) => Person {
  if (script === 'Latin') return person => person;
  const letters = new RegExp(`^[\\p{Script=${script}}\\p{M}\\s.'’ʼ-]+$`, 'u');
  return person => {
    const { name, variants } = person;
    if (letters.test(name)) return person;
    const own = variants.filter(variant => letters.test(variant));
    const fullest = own.find(variant => variant.includes(' ')) ?? own[0];
    return fullest === undefined
      ? person
      : { ...person, name: fullest, variants: [name, ...variants.filter(variant => variant !== fullest)] };
  };
}
