import model from 'wink-eng-lite-web-model';

/** The English words that wink-nlp's model knows, in lower case. */
const vocabulary = new Set<string>();

function words(): Set<string> {
  if (vocabulary.size === 0) {
    const core = (model.core as unknown as () => { features: { lexeme: { list: string[] } } })();
    for (const word of core.features.lexeme.list) vocabulary.add(word.toLowerCase());
  }
  return vocabulary;
}

/** Whether a word, in lower case, is a common English one. */
export function isKnownWord(word: string): boolean {
  return words().has(word);
}
