import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { negotiateLanguages } from '@fluent/langneg';
import { type LanguageWords, languageWords } from './language-words.ts';
import { createLexicon, type Lexicon, newsWords } from './lexicon.ts';
import { mergedEndings, mergedVocabulary, type Vocabulary } from './vocabulary.ts';

/** The folder with one folder for each language; see docs/adding-a-language.md. */
const folder = new URL('../../data/languages/', import.meta.url);

/** The language of the command line, and of those whose own is not among the others. */
export const defaultLanguage = 'en';

/** The languages that the bot speaks, and the words that it understands in them. */
export type Languages = {
  /** Their codes, such as `uk`; English first. */
  codes: readonly string[];
  /** How a language calls itself: `українська`. */
  nameOf(code: string): string;
  /** The label of a topic in a language, if it has one of its own there. */
  topicLabel(code: string, topic: string): string | undefined;
  /** The script that a language is written in, as Unicode calls it: `Cyrillic`. */
  scriptOf(code: string): string;
  /** Endings of names in the cases of a language in Latin letters, where a name in another's may well end so. */
  latinEndingsOf(code: string): ReadonlyMap<string, string[]>;
  /** The language to answer in for one that Telegram names (`uk`, `pt-br`): the same or a dialect of it, else English. */
  closest(wanted: string | undefined): string;
  /** The language that is called so: by its code, its own name or a foreign one; null if it is none of them. */
  named(words: string): string | null;
  /** What is understood in dialogs and questions, in all of them together: people mix languages. */
  vocabulary: Vocabulary;
  /** The same for readers of one language, whose words of the news come first. */
  vocabularyFor(code: string): Vocabulary;
};

/**
 * Reads the word lists of all languages.
 * @throws ZodError if a list is not as it should be
 */
export function loadLanguages(): Languages {
  const codes = languageCodes();
  const words = new Map(foldersOfLanguages().map(code => [code, wordsOf(code)] as const));
  const lexicons = new Map([...words].flatMap(([code, own]) => lexiconOf(code, own)));
  const unspoken = new Set([...words].flatMap(([code, own]) => (codes.includes(code) ? [] : [own])));
  const vocabulary = mergedVocabulary([...words.values()], placeNames(), lexicons, unspoken);
  return {
    codes,
    nameOf: code => words.get(code)?.name ?? code,
    topicLabel: (code, topic) => words.get(code)?.topics[topic],
    scriptOf: code => words.get(code)?.script ?? 'Latin',
    latinEndingsOf: code => {
      const own = words.get(code);
      return own?.script === 'Latin' ? mergedEndings([own]) : new Map();
    },
    closest: wanted => closestLanguage(wanted, codes),
    named: typed => {
      const bare = typed.trim().toLowerCase();
      return codes.find(code => code === bare || words.get(code)!.called.includes(bare)) ?? null;
    },
    vocabulary,
    vocabularyFor: code => {
      const own = lexicons.get(words.get(code)!);
      if (own === undefined) return vocabulary;
      const isOwn = ({ lexicon }: Vocabulary['asking'][number]) => lexicon === own;
      return {
        ...vocabulary,
        lexicons: [own, ...vocabulary.lexicons.filter(lexicon => lexicon !== own)],
        asking: [...vocabulary.asking].sort((a, b) => Number(isOwn(b)) - Number(isOwn(a))),
      };
    },
  };
}

/** The languages that the bot speaks, which have messages: English first. Of others it understands questions. */
export function languageCodes(): string[] {
  const codes = foldersOfLanguages().filter(code =>
    readdirSync(new URL(`${code}/`, folder)).some(name => name.endsWith('.ftl')),
  );
  return [defaultLanguage, ...codes.filter(code => code !== defaultLanguage).sort()];
}

function foldersOfLanguages(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** The texts of the `.ftl` files of a language, in the order of their names. Empty if there is no such language. */
export function messageFiles(code: string): string[] {
  if (!languageCodes().includes(code)) return [];
  const own = new URL(`${code}/`, folder);
  return readdirSync(own)
    .filter(name => name.endsWith('.ftl'))
    .sort()
    .map(name => readFileSync(new URL(name, own), 'utf8'));
}

function wordsOf(code: string): LanguageWords {
  return languageWords.parse(read(`${code}/words.json`));
}

/** The words of the news in a language, where it has them. */
function lexiconOf(code: string, words: LanguageWords): [LanguageWords, Lexicon][] {
  const path = `${code}/news-words.json`;
  if (!existsSync(new URL(path, folder))) return [];
  return [[words, createLexicon(code, words.script, newsWords.parse(read(path)))]];
}

function placeNames(): Record<string, string> {
  return read('place-names.json') as Record<string, string>;
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
}

function closestLanguage(wanted: string | undefined, codes: readonly string[]): string {
  if (!wanted) return defaultLanguage;
  const [found] = negotiateLanguages([wanted], codes, { strategy: 'lookup', defaultLocale: defaultLanguage });
  return found ?? defaultLanguage;
}
