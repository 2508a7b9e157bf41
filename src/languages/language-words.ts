import { z } from 'zod';
import { requestWords } from './requests.ts';
import { record, scheduleWords, words } from './schedule-words.ts';

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
    /** End what is under way, and nothing else: `never mind`. */
    leave: words,
    /** All there is, rather than a part of it. */
    all: words,
    /** Go on without choosing anything (more). */
    skip: words,
  }),
  requests: requestWords,
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
  /** Words before and after the name of a place: `I live in …`, `… time`; and within it, before a river or a region. */
  place: z.strictObject({ before: words, after: words, beside: words }),
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
      /** Words that lose their vowel before another: `l` of `l’accord`. */
      elisions: words,
    })
    .optional(),
  /** Articles, which may precede what is asked about. */
  articles: words,
  /** Endings of names in other cases, each with the endings of the nominative it may stand for. */
  nameEndings: z.record(z.string(), z.array(z.string())).default({}),
});

export type LanguageWords = z.infer<typeof languageWords>;
