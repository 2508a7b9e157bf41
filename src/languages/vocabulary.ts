import { type AskingWords, askingWords } from './asking-words.ts';
import type { LanguageWords } from './language-words.ts';
import type { Lexicon } from './lexicon.ts';
import { alternatives, longestFirst } from './patterns.ts';
import { mergedRequests, type Requests } from './requests.ts';
import { mergedSchedule, type ScheduleVocabulary } from './schedule-words.ts';

/** The words of all languages together. */
export type Vocabulary = {
  dialog: Record<keyof LanguageWords['dialog'], ReadonlySet<string>>;
  requests: Requests;
  schedule: ScheduleVocabulary;
  /** The numbers of months, 1 for January, by their names and abbreviations in languages other than English. */
  months: ReadonlyMap<string, number>;
  /** The English names of relative periods by those in other languages. */
  periods: ReadonlyMap<string, string>;
  since: readonly string[];
  until: readonly string[];
  and: readonly string[];
  about: readonly string[];
  zones: ReadonlyMap<string, string[]>;
  /** Words before and after the name of a place: `I live in …`, `… time`; and before the river of one: `Frankfurt am …`. */
  place: { before: readonly string[]; after: readonly string[]; beside: RegExp };
  /** Countries (`DE`) and zones (`Europe/Berlin`) by their names in many languages. */
  places: ReadonlyMap<string, string>;
  commands: ReadonlyMap<string, string>;
  /** Ids of topics by their labels in languages other than English. */
  topics: ReadonlyMap<string, string>;
  /** English words by those in other languages. */
  glossary: ReadonlyMap<string, string>;
  questions: ReadonlyMap<string, RegExp[]>;
  asking: readonly AskingWords[];
  /** The words of the news in the languages that a reader may use; those in Latin letters only in their own. */
  lexicons: readonly Lexicon[];
  articles: ReadonlySet<string>;
  /** Of names in Cyrillic: the cases of the languages are so much alike that they are tried together. */
  nameEndings: ReadonlyMap<string, string[]>;
};

/** Lower case, with one kind of apostrophe: the form of all words of a vocabulary. */
export function plainWord(word: string): string {
  return word.toLowerCase().replace(/[’ʼ`´]/g, "'");
}

/**
 * @param places names of countries and zones, see `scripts/place-names.ts`
 * @param lexicons the words of the news in each language but English
 * @param unspoken languages without readers of their own: their questions are understood from everyone
 */
export function mergedVocabulary(
  languages: readonly LanguageWords[],
  places: Record<string, string>,
  lexicons: ReadonlyMap<LanguageWords, Lexicon>,
  unspoken: ReadonlySet<LanguageWords> = new Set(),
): Vocabulary {
  const dialog = (key: keyof LanguageWords['dialog']) =>
    new Set(languages.flatMap(language => language.dialog[key]));
  return {
    dialog: {
      yes: dialog('yes'),
      no: dialog('no'),
      back: dialog('back'),
      stop: dialog('stop'),
      leave: dialog('leave'),
      all: dialog('all'),
      skip: dialog('skip'),
    },
    requests: mergedRequests(
      languages.map(({ requests }) => requests),
      questionPattern,
    ),
    schedule: mergedSchedule(languages.map(({ schedule }) => schedule)),
    months: new Map(
      languages.flatMap(({ months }) => months.flatMap((names, at) => names.map(name => [name, at + 1]))),
    ),
    periods: new Map(
      languages.flatMap(({ periods }) =>
        Object.entries(periods).flatMap(([english, names]) => names.map(name => [name, english])),
      ),
    ),
    since: languages.flatMap(({ since }) => since),
    until: languages.flatMap(({ until }) => until),
    and: languages.flatMap(({ and }) => and),
    about: languages.flatMap(({ about }) => about),
    zones: new Map(
      languages.flatMap(({ zones }) => Object.entries(zones).map(([name, zone]) => [name, zone.split(' ')])),
    ),
    place: {
      before: longestFirst(languages.flatMap(({ place }) => place.before)),
      after: longestFirst(languages.flatMap(({ place }) => place.after)),
      beside: besideWords(languages.flatMap(({ place }) => place.beside)),
    },
    places: new Map(Object.entries(places)),
    commands: new Map(languages.flatMap(({ commands }) => Object.entries(commands))),
    topics: new Map(
      languages.flatMap(({ topics }) =>
        Object.entries(topics).map(([id, label]) => [plainWord(label), id] as const),
      ),
    ),
    glossary: new Map(languages.flatMap(({ glossary }) => Object.entries(glossary))),
    questions: questionsOf(languages),
    asking: languages.flatMap(language => {
      const { asking } = language;
      const lexicon = lexicons.get(language);
      return asking === undefined || lexicon === undefined
        ? []
        : [askingWords(asking, lexicon, unspoken.has(language))];
    }),
    lexicons: [...lexicons.values()].filter(({ script }) => script !== 'Latin'),
    articles: new Set(languages.flatMap(({ articles }) => articles)),
    nameEndings: mergedEndings(languages.filter(({ script }) => script !== 'Latin')),
  };
}

/** What follows the name of a town proper: ` am Main`, `/Main`, ` (Oder)`. */
function besideWords(words: readonly string[]): RegExp {
  return new RegExp(`(?<=\\S)(?:\\s(?:${alternatives(words)})\\s|\\s?[/(]).{2,40}$`, 'u');
}

/** What an ending stands for in any of the languages. */
export function mergedEndings(
  languages: readonly Pick<LanguageWords, 'nameEndings'>[],
): Map<string, string[]> {
  const merged = new Map<string, string[]>();
  for (const { nameEndings } of languages)
    for (const [ending, nominatives] of Object.entries(nameEndings))
      merged.set(ending, [...new Set([...(merged.get(ending) ?? []), ...nominatives])]);
  return merged;
}

function questionsOf(languages: readonly LanguageWords[]): Map<string, RegExp[]> {
  const questions = new Map<string, RegExp[]>();
  for (const language of languages)
    for (const [kind, patterns] of Object.entries(language.questions))
      questions.set(kind, [...(questions.get(kind) ?? []), ...patterns.map(questionPattern)]);
  return questions;
}

/** How letters may be typed instead, in patterns. */
const typedAs: Record<string, string> = {
  ä: '(?:ä|ae)',
  ö: '(?:ö|oe)',
  ü: '(?:ü|ue)',
  ß: '(?:ß|ss)',
  ё: '[её]',
};

/** `<name>`, `<other>` and `<about>` are the shortest runs of words that let the rest fit; bounded, so that reading is linear. */
function questionPattern(pattern: string): RegExp {
  return new RegExp(
    `^(?:${pattern
      .replace(/[äöüßё]/g, letter => typedAs[letter]!)
      .replace(/<(name|other)>/g, '(?<$1>.{1,80}?)')
      .replace(/<about>/g, '(?<about>.{1,150}?)')})$`,
    'isu',
  );
}
