import { z } from 'zod';
import { foldedWord, type Lexicon, wordsIn } from './lexicon.ts';
import { longestFirst } from './patterns.ts';
import { mergedSchedule, type ScheduleVocabulary, scheduleWords } from './schedule-words.ts';

const words = z.array(z.string().min(1)).default([]);
const record = z.record(z.string(), z.string()).default({});

/** `words.json` of a language: everything in lower case, apostrophes as `'`. */
export const languageWords = z.strictObject({
  /** What the language calls itself. */
  name: z.string(),
  /** Its script, as Unicode calls it. */
  script: z.string(),
  /** Other names of it, as they may be typed after /language. */
  called: words,
  dialog: z.strictObject({
    yes: words,
    no: words,
    back: words,
    /** End what is under way, or what is sent. */
    stop: words,
    /** Go on without choosing anything (more). */
    skip: words,
  }),
  schedule: scheduleWords,
  /** The names of the months and their abbreviations, from January on. */
  months: z.array(words).length(12),
  /** Relative periods, by what they are called in English. */
  periods: z.record(z.string(), words).default({}),
  since: words,
  until: words,
  /** Words between two names. */
  and: words,
  /** Words before what a quote or the news is about. */
  about: words,
  /** Words before and after the name of a place: `I live in …`, `… time`. */
  place: z.strictObject({ before: words, after: words }),
  /** Cities and zones' names, with their IANA zones; several, separated by blanks, are asked back. */
  zones: record,
  /** Other names of commands. */
  commands: record,
  /** Common words of the news in the forms in which they follow `about`, with the English words to look for. */
  glossary: record,
  /** Labels of the topics, by their ids; English ones are in the list of topics. */
  topics: record,
  /**
   * How questions are asked in plain words, by the command that they ask: patterns in the syntax of regular
   * expressions, with `<name>` and `<about>` for what is asked about, and `<other>` for a second name.
   */
  questions: z.record(z.string(), words).default({}),
  /** How one asks who, when, where or why something happened; none for English, in which it is then asked. */
  asking: z
    .strictObject({
      /** The English question words by those of the language. */
      words: record,
      /** Words that say nothing by themselves: prepositions, articles. */
      fillers: words,
      /** Verbs of the passive: `wurde`. */
      passive: words,
      /** Endings of regular verbs: a form with `*` stands for one with each of the endings of `*`. */
      endings: z.record(z.string(), z.array(z.string())).default({}),
      /** Forms of verbs by which one does something to another, by their English participles. */
      acts: z.record(z.string(), words),
      /** Forms of other verbs, by their English past. */
      events: z.record(z.string(), words),
    })
    .optional(),
  /** Articles, which may precede what is asked about. */
  articles: words,
  /** Endings of names in other cases, each with the endings of the nominative it may stand for. */
  nameEndings: z.record(z.string(), z.array(z.string())).default({}),
});

export type LanguageWords = z.infer<typeof languageWords>;

/** The words of all languages together. */
export type Vocabulary = {
  dialog: Record<keyof LanguageWords['dialog'], ReadonlySet<string>>;
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
  /** Words before and after the name of a place: `I live in …`, `… time`. */
  place: { before: readonly string[]; after: readonly string[] };
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

/** The words of one language with which one asks who, when, where or why something happened, all folded. */
export type AskingWords = {
  /** The question words, word by word, with their English: longer ones first. */
  words: readonly { form: readonly string[]; english: string }[];
  fillers: ReadonlySet<string>;
  passive: ReadonlySet<string>;
  /** Verbs by the first word of their forms: longer forms first. */
  verbs: ReadonlyMap<string, readonly AskedVerb[]>;
  lexicon: Lexicon;
};

/** A form of a verb, word by word, with the English participle or past of the verb. */
export type AskedVerb = { form: readonly string[]; english: string; isAct: boolean };

/** Lower case, with one kind of apostrophe: the form of all words of a vocabulary. */
export function plainWord(word: string): string {
  return word.toLowerCase().replace(/[’ʼ`´]/g, "'");
}

/**
 * @param places names of countries and zones, see `scripts/place-names.ts`
 * @param lexicons the words of the news in each language but English
 */
export function mergedVocabulary(
  languages: readonly LanguageWords[],
  places: Record<string, string>,
  lexicons: ReadonlyMap<LanguageWords, Lexicon>,
): Vocabulary {
  const dialog = (key: keyof LanguageWords['dialog']) =>
    new Set(languages.flatMap(language => language.dialog[key]));
  return {
    dialog: {
      yes: dialog('yes'),
      no: dialog('no'),
      back: dialog('back'),
      stop: dialog('stop'),
      skip: dialog('skip'),
    },
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
      return asking === undefined || lexicon === undefined ? [] : [askingWords(asking, lexicon)];
    }),
    lexicons: [...lexicons.values()].filter(({ script }) => script !== 'Latin'),
    articles: new Set(languages.flatMap(({ articles }) => articles)),
    nameEndings: mergedEndings(languages.filter(({ script }) => script !== 'Latin')),
  };
}

function askingWords(
  { words: asked, fillers, passive, endings, acts, events }: NonNullable<LanguageWords['asking']>,
  lexicon: Lexicon,
): AskingWords {
  const verbs = [acts, events].flatMap((verbsOf, at) =>
    Object.entries(verbsOf).flatMap(([english, forms]) =>
      forms
        .flatMap(form => withEndings(form, endings))
        .map((form): AskedVerb => ({ form: foldedWords(form), english, isAct: at === 0 })),
    ),
  );
  return {
    words: Object.entries(asked)
      .map(([word, english]) => ({ form: foldedWords(word), english }))
      .sort((a, b) => b.form.length - a.form.length),
    fillers: new Set(fillers.flatMap(foldedWords)),
    passive: new Set(passive.map(foldedWord)),
    verbs: Map.groupBy(
      verbs.sort((a, b) => b.form.length - a.form.length),
      ({ form }) => form[0]!,
    ),
    lexicon,
  };
}

function foldedWords(text: string): string[] {
  return wordsIn(text).map(({ folded }) => folded);
}

/** `verhaftet*` with the endings `e` and `en` of `*`. */
function withEndings(form: string, endings: Record<string, string[]>): string[] {
  const mark = Object.keys(endings).find(each => form.includes(each));
  return mark === undefined ? [form] : endings[mark]!.map(ending => form.replace(mark, ending));
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
