import { nominatives } from '../languages/nominatives.ts';
import type { Vocabulary } from '../languages/vocabulary.ts';
import type { Topic } from '../library/model/types.ts';
import { foldedWords } from '../library/text/fold.ts';
import type { Library } from './page/library.ts';
import { subjectsInAnyCase } from './readers-subjects.ts';

/** What is particular about a reader's language for what the library returns. */
export type Reader = {
  /** The label of a topic in that language; undefined if it has none of its own. */
  topicLabel: (id: string) => string | undefined;
  /** The script in which the language is written, as Unicode calls it: names in it are preferred. */
  script: string;
  quoteMarks: readonly [start: string, end: string];
  vocabulary: Vocabulary;
  /** Endings of names in the cases of that language, if it is in Latin letters. */
  latinEndings?: Vocabulary['nameEndings'];
};

/**
 * The library as someone reads it in their language: topics have that language's labels, and are found by them;
 * people are called as articles write them in its script, if any do, and are found by their names in other cases.
 * What articles say stays as it is. It is for one update: what it found once is not looked up again.
 */
export function readersLibrary<Whole extends Library>(library: Whole, reader: Reader): Whole {
  const { topics, people } = library;
  const subjects = { ...library.subjects, find: remembering(words => library.subjects.find(words)) };
  // A question in plain words is tried against the articles as it is understood, and again as it is answered.
  const filtered = remembering((asked: string) =>
    library.search.filtered(...(JSON.parse(asked) as Parameters<Library['search']['filtered']>)),
  );
  const labelled = (topic: Topic): Topic => ({ ...topic, label: reader.topicLabel(topic.id) ?? topic.label });
  const written = nameIn(reader.script);
  const called = <Named extends NamedInVariants | null>(subject: Named): Named =>
    subject === null ? subject : written(subject);
  const asRead: Whole = {
    ...library,
    quoteMarks: reader.quoteMarks,
    topicLabel: reader.topicLabel,
    vocabulary: reader.vocabulary,
    search: { ...library.search, filtered: (...asked) => filtered(JSON.stringify(asked)) },
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
        const { fits, nearest } = await findInAnyCase(people, words, reader);
        return { fits: fits.map(called), nearest: nearest.map(called) };
      },
      get: async id => called(await people.get(id)),
      leading: async limit => (await people.leading(limit)).map(called),
    },
    subjects: {
      ...subjects,
      find: async words => {
        const { fits, how, nearest } = await subjectsInAnyCase(subjects, words, reader, asRead);
        return { fits: fits.map(called), how, nearest: nearest.map(called) };
      },
      get: async id => called(await subjects.get(id)),
    },
  };
  return asRead;
}

/** A lookup that finds what it was asked for before without asking again. */
function remembering<Found>(find: (words: string) => Promise<Found>): (words: string) => Promise<Found> {
  const known = new Map<string, Promise<Found>>();
  return words => {
    const found = known.get(words) ?? find(words);
    known.set(words, found);
    return found;
  };
}

/** As named, else by the nominatives that the words may stand for: `Лавровим` asks for Лавров. */
async function findInAnyCase(people: Library['people'], words: string, { vocabulary, latinEndings }: Reader) {
  const found = await people.find(words);
  if (found.fits.length > 0) return found;
  for (const nominative of nominatives(words, vocabulary, latinEndings)) {
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

type NamedInVariants = { name: string; variants: string[] };

/** Something called by the most used of its names that is in the script; as before if none is. */
function nameIn(script: string): <Named extends NamedInVariants>(subject: Named) => Named {
  if (script === 'Latin') return subject => subject;
  const letters = new RegExp(`^[\\p{Script=${script}}\\p{M}\\s.'’ʼ-]+$`, 'u');
  return subject => {
    const { name, variants } = subject;
    if (letters.test(name)) return subject;
    const own = variants.filter(variant => letters.test(variant));
    const fullest = own.find(variant => variant.includes(' ')) ?? own[0];
    return fullest === undefined
      ? subject
      : { ...subject, name: fullest, variants: [name, ...variants.filter(variant => variant !== fullest)] };
  };
}
