import type { LanguageWords } from './language-words.ts';
import { foldedWord, type Lexicon, wordsIn } from './lexicon.ts';

/** The words of one language with which one asks who, when, where or why something happened, all folded. */
export type AskingWords = {
  /** The question words, word by word, with their English: longer ones first. */
  words: readonly { form: readonly string[]; english: string }[];
  fillers: ReadonlySet<string>;
  passive: ReadonlySet<string>;
  /** Verbs by the first word of their forms: longer forms first. */
  verbs: ReadonlyMap<string, readonly AskedVerb[]>;
  lexicon: Lexicon;
  /** Whether questions in the language are understood from everyone, as it has no readers of its own. */
  isForAll: boolean;
  /** What is written together with the word behind it: `l’`. */
  elisions: RegExp | null;
};

/** A form of a verb, word by word, with the English participle or past of the verb. */
export type AskedVerb = { form: readonly string[]; english: string; isAct: boolean };

/**
 * @param asking the words as `words.json` has them
 * @param lexicon the words of the news in the same language
 * @param isForAll whether the language has no readers of its own
 */
export function askingWords(
  { words: asked, fillers, passive, endings, acts, events, elisions }: NonNullable<LanguageWords['asking']>,
  lexicon: Lexicon,
  isForAll = false,
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
    isForAll,
    elisions:
      elisions.length === 0
        ? null
        : new RegExp(`(?<![\\p{L}'’])(${elisions.join('|')})['’](?=\\p{L})`, 'giu'),
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
