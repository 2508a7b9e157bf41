import model from 'wink-eng-lite-web-model';

type Core = { features: { lexeme: { list: string[] } } };

/** The English words that wink-nlp's model knows, in lower case. */
const vocabulary = new Set<string>();

/** A decoded core that no wink-nlp has taken yet. */
let spare: Core | undefined;

function decode(): Core {
  const core = (model.core as unknown as () => Core)();
  if (vocabulary.size === 0) for (const word of core.features.lexeme.list) vocabulary.add(word.toLowerCase());
  return core;
}

/**
 * The model for wink-nlp, which writes to the core that it is given. Decoding one takes a tenth of a second, so the
 * first wink-nlp gets the one that the vocabulary was read from.
 */
export const winkModel = {
  ...model,
  core: () => {
    const core = spare ?? decode();
    spare = undefined;
    return core;
  },
} as typeof model;

/** Whether a word, in lower case, is a common English one. */
export function isKnownWord(word: string): boolean {
  if (vocabulary.size === 0) spare = decode();
  return vocabulary.has(word);
}
