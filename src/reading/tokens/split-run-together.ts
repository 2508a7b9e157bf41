import type { Word } from './tokens.ts';
import { isKnownWord } from './vocabulary.ts';

const tails =
  /^(who|whose|whom|which|with|when|where|while|and|that|the|an|a|is|was|has|said|says|told|former|then|one|in|of|for|from|at|by|as)$/;
const verbs =
  /^(said|says|told|added|noted|continued|explained|asked|replied|wrote|tweeted|concluded|insisted|argued|stressed|emphasized|warned|recalled|claimed|stated|declared)$/;

/**
 * Splits a name from a word it is run together with (`Millerwho`, `peopleMiller`, `NATOhe said`): the name must occur
 * by itself elsewhere in the article, or a pronoun and a reporting verb follow.
 */
export function splitNames(words: Word[]): Word[] {
  const once = splitOnce(words);
  // The only separate occurrence of a name may be one that the first pass split off.
  return once.length === words.length ? words : splitOnce(once);
}

function splitOnce(words: Word[]): Word[] {
  const counts = new Map<string, number>();
  for (const word of words) if (word.isCapitalized) counts.set(word.text, (counts.get(word.text) ?? 0) + 1);
  let all: Word[] | null = null;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const mayBe = couldBeTwoWords(word) && /^\p{L}*(?:\d+\p{L}+)?$/u.test(word.text);
    const cut = mayBe ? splitPoint(word, words[at + 1], counts) : 0;
    if (cut > 0) (all ??= words.slice(0, at)).push(part(word, 0, cut), part(word, cut, word.text.length));
    else all?.push(word);
  }
  return all ?? words;
}

/** Whether a word has a capital inside, or is unknown and ends with a word that is often run together. */
function couldBeTwoWords({ text, lower, known }: Word): boolean {
  if (text.length <= 4 || text.length > longest || (known && text === lower)) return false;
  for (let at = 2; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 65 && code <= 90) || code > 127) return true;
  }
  return !known && endings.test(text);
}

/** UTF-16 code units that two words run together may have. */
const longest = 80;

const endings =
  /(?:who|whose|whom|which|with|when|where|while|and|that|the|an?|is|was|has|said|says|told|former|then|one|in|of|for|from|at|by|as|he|she|they)$/;

function splitPoint(word: Word, next: Word | undefined, counts: Map<string, number>): number {
  const { text } = word;
  const isPlain = word.known;
  for (let cut = text.length - 1; cut > 1; cut--) {
    const head = text.slice(0, cut);
    const tail = text.slice(cut);
    const own = counts.get(head) ?? 0;
    const whole = counts.get(text) ?? 0;
    const isOften =
      own > whole || (own === whole && (tail.length > 1 || /^(NOUN|ADJ)$/.test(next?.pos ?? '')));
    const isName = /^\p{Lu}\p{Ll}{2,}/u.test(head) && own > 0 && isOften;
    if (isName && tails.test(tail) && !isPlain) return cut;
    if (
      /^(who|whose)$/.test(tail) &&
      /^\p{Lu}\p{Ll}{2,}$/u.test(head) &&
      !isPlain &&
      next &&
      !next.isCapitalized
    )
      return cut;
    if (
      /^\p{Lu}\p{Ll}/u.test(tail) &&
      (counts.get(tail) ?? 0) > 0 &&
      /[\p{Ll}\d]$/u.test(head) &&
      isWord(head)
    )
      return cut;
    if (/^(he|she|they)$/.test(tail) && !isPlain && next && verbs.test(next.lower) && isWord(head))
      return cut;
    if (
      /^(said|says)$/.test(tail) &&
      !isPlain &&
      next &&
      (next.isCapitalized || /^(the|a|an)$/.test(next.lower)) &&
      isWord(head)
    )
      return cut;
  }
  return 0;
}

function isWord(text: string): boolean {
  return /^\p{Lu}/u.test(text) || /\d$/.test(text) || isKnownWord(text.toLowerCase());
}

function part(word: Word, from: number, to: number): Word {
  const text = word.text.slice(from, to);
  const lower = text.toLowerCase();
  const isFirst = from === 0;
  return {
    ...word,
    start: word.start + from,
    end: word.start + to,
    text,
    lower,
    known: isKnownWord(lower),
    pos: posOf(lower, text, word.pos),
    lemma: lower,
    spacedBefore: isFirst && word.spacedBefore,
    isSentenceStart: isFirst && word.isSentenceStart,
    isCapitalized: /^\p{Lu}/u.test(text),
    runTogether: !isFirst || word.runTogether,
  };
}

function posOf(lower: string, text: string, whole: string): string {
  if (/^(he|she|they|who|whom|which|that)$/.test(lower)) return 'PRON';
  if (verbs.test(lower)) return 'VERB';
  if (/^(is|was|has)$/.test(lower)) return 'AUX';
  if (/^(the|an|a)$/.test(lower)) return 'DET';
  if (/^(with|in|of|for|from|at|by|as)$/.test(lower)) return 'ADP';
  if (/^(when|where|while|and)$/.test(lower)) return 'CCONJ';
  return /^\p{Lu}/u.test(text) ? 'PROPN' : /^\p{Lu}/u.test(whole) ? 'NOUN' : whole;
}
