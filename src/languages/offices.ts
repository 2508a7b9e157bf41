import { firstEnglish, type Lexicon, type Word, wordsIn } from './lexicon.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * An office that words in another language name: its English names, the best first (`energy minister`), and what it is
 * the office of, as it was typed (`Галверна`); empty if that isn't said.
 */
export type Office = { names: string[]; of: string };

const mostRanks = 3;

/**
 * Reads `міністр енергетики України`, `ehemalige Bürgermeisterin von Halvern`; null if the words name no office.
 * @param fillers small words, which may stand in front of the office and of what it is the office of
 */
function officeIn(text: string, lexicon: Lexicon, fillers: ReadonlySet<string>): Office | null {
  const words = wordsIn(text);
  const afterFillers = (from: number) => {
    let at = from;
    while (words[at] !== undefined && fillers.has(words[at]!.folded)) at += 1;
    return at;
  };
  let at = afterFillers(0);
  const ranks: string[] = [];
  while (words[at] !== undefined && ranks.length < mostRanks) {
    const rank = lexicon.at(words, at, ['rank']);
    if (rank === null) break;
    ranks.push(firstEnglish(rank.english));
    at += rank.length;
  }
  const office = words[at] === undefined ? null : lexicon.at(words, at, ['office']);
  if (office === null) return beforeOffice(text, words, lexicon);
  at += office.length;
  const field = isMinister(office.english) ? fieldAt(words, afterFillers(at), lexicon) : null;
  if (field !== null) at = afterFillers(at) + field.length;
  const rest = words[afterFillers(at)];
  const names = office.english
    .split('|')
    .flatMap(english =>
      (field?.english ?? '').split('|').map(of => [...ranks, of, english].filter(Boolean).join(' ')),
    );
  return { names, of: rest === undefined ? '' : text.slice(rest.start).trim() };
}

/** What words in one of the reader's languages name as an office; null if none. */
export function officeNamed(text: string, { asking, lexicons }: Vocabulary): Office | null {
  for (const { lexicon, fillers } of asking) {
    const office = lexicons.includes(lexicon) ? officeIn(text, lexicon, fillers) : null;
    if (office !== null) return office;
  }
  return null;
}

/** `Israels Ministerpräsident`: what it is the office of comes first. */
function beforeOffice(text: string, words: readonly Word[], lexicon: Lexicon): Office | null {
  const [of, second] = words;
  if (of === undefined || second === undefined || words.length > 2) return null;
  const office = lexicon.at(words, 1, ['office']);
  return office === null || lexicon.at(words, 0) !== null
    ? null
    : { names: office.english.split('|'), of: text.slice(of.start, of.end) };
}

const isMinister = (english: string) => /\b(?:minister|secretary)$/.test(english);

function fieldAt(words: readonly Word[], at: number, lexicon: Lexicon) {
  return words[at] === undefined ? null : lexicon.at(words, at, ['field']);
}
