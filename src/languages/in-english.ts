import { countryInNews } from './countries.ts';
import { foldPlace } from './fold-place.ts';
import { firstEnglish, type Lexicon, wordsIn } from './lexicon.ts';
import { nominatives } from './nominatives.ts';
import { plainWord, type Vocabulary } from './vocabulary.ts';

const alternatives = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');

export const englishMonths =
  'January February March April May June July August September October November December'.split(' ');

/**
 * What follows a command, with a period at its end in English: `Лавров минулого тижня` becomes `Лавров last week`,
 * `з лютого 2022` becomes `since February 2022`. Everything else stays as it is.
 */
export function withEnglishPeriod(typed: string, vocabulary: Vocabulary): string {
  const text = typed.replace(/\s+/g, ' ').trim();
  const plain = plainWord(text);
  for (const [words, meaning] of vocabulary.periods)
    if (plain === words || plain.endsWith(` ${words}`))
      return `${text.slice(0, text.length - words.length)}${meaning}`;
  if (!/\d{4}/.test(text)) return text;
  const month = `(?:${englishMonths.join('|')})`;
  const inMonth = withEnglishMonths(text, vocabulary)
    .replace(new RegExp(`(${month}) del? (?=\\d{4}$)`, 'u'), '$1 ')
    .replace(
      new RegExp(`(^| )(?:(?:у|в|во|за|im|aus dem|en|de|du|del) |d['’])(?=${month} \\d{4}$|\\d{4}$)`, 'iu'),
      '$1in ',
    )
    .replace(
      new RegExp(
        `(^| )(?:am|vom|за) (?=(?:\\d{1,2}\\.? ${month} \\d{4}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{4}-\\d{1,2}-\\d{1,2})$)`,
        'iu',
      ),
      '$1on ',
    );
  return withEnglishBounds(inMonth, vocabulary);
}

/** A relative period that is named anywhere among the words, in English, and the words without it; null if none is. */
export function periodWithin(
  typed: string,
  { periods }: Pick<Vocabulary, 'periods'>,
): { when: string; rest: string } | null {
  const text = typed.replace(/\s+/g, ' ').trim();
  const plain = ` ${plainWord(text)} `;
  let longest: [words: string, meaning: string] | null = null;
  for (const period of periods)
    if (plain.includes(` ${period[0]} `) && period[0].length > (longest?.[0].length ?? 0)) longest = period;
  if (longest === null) return null;
  const at = plain.indexOf(` ${longest[0]} `);
  const rest = `${text.slice(0, at)} ${text.slice(at + longest[0].length)}`;
  return { when: longest[1], rest: rest.replace(/\s+/g, ' ').trim() };
}

/** The names of months next to a year or in front of a dash or dots. */
function withEnglishMonths(text: string, { months }: Vocabulary): string {
  return text.replace(/\p{L}+\.?/gu, word => {
    const number = months.get(plainWord(word).replace(/\.$/, ''));
    return number === undefined ? word : englishMonths[number - 1]!;
  });
}

/** A month by itself in English, `im Mai`, `в октябре`: `in May`; other words as they are. */
export function inEnglishMonth(words: string, { months }: Vocabulary): string {
  const [, month = ''] = /^(?:(?:im|in|у|в|во|за) )?(\p{L}+)$/iu.exec(words.trim()) ?? [];
  const number = months.get(plainWord(month));
  return number === undefined ? words : `in ${englishMonths[number - 1]!}`;
}

/** `з … до …`, `seit …`, `bis …` at the end, in front of what may be a day. */
function withEnglishBounds(text: string, { since, until }: Vocabulary): string {
  const month = `(?:${englishMonths.join('|')})`;
  const day = `(?:\\d{4}-\\d{1,2}(?:-\\d{1,2})?|(?:\\d{1,2}\\.? )?${month}(?: \\d{4})?|\\d{4})(?: (?:р|року|г|года)\\.?)?`;
  const bounds = (words: readonly string[]) => `(?:${alternatives(words)})`;
  const form = new RegExp(
    `^(?<before>|.*? )(?:(?<since>${bounds(since)}) (?<from>${day}))?(?: ?(?<until>${bounds(until)}) (?<to>${day}))?$`,
    'iu',
  );
  const { before, since: isFrom, from = '', until: isTo, to = '' } = form.exec(text)?.groups ?? {};
  const bare = (end: string) => end.replace(/ (?:р|року|г|года)\.?$/u, '').replace(/(\d)\.(?= )/u, '$1');
  if (isFrom !== undefined && isTo !== undefined) return `${before}from ${bare(from)} to ${bare(to)}`;
  if (isFrom !== undefined) return `${before}since ${bare(from)}`;
  if (isTo !== undefined) return `${before}until ${bare(to)}`;
  return bare(text.replace(/(\d)\. (?=\p{Lu}\p{L}+ \d{4}$)/u, '$1 '));
}

/** `Блінкен про Україну` becomes `Блінкен about Ukraine`: what `/quotes` is asked. */
export function withEnglishAbout(typed: string, vocabulary: Vocabulary): string {
  if (/(?:^| )about /i.test(typed)) return typed;
  const { about } = vocabulary;
  const asked = typed.replace(
    new RegExp(`(?<start>^|\\S )(?:${alternatives(about)}) (?=\\S)`, 'iu'),
    (_, start: string) => `${start}about `,
  );
  const { 0: word, index } = /(?:^| )about /.exec(asked) ?? { 0: '', index: -1 };
  if (index < 0) return asked;
  const start = index + word.length;
  return asked.slice(0, start) + englishSubject(asked.slice(start), vocabulary);
}

/**
 * A topic, country or common word of the news in English, as articles name it: `санкції` becomes `Sanctions`,
 * `Україну` `Ukraine`. Words that are none of these stay as they are.
 */
export function englishSubject(words: string, vocabulary: Vocabulary): string {
  const english = knownInEnglish(words, vocabulary);
  if (english !== null) return english;
  const [, article = '', rest = ''] = /^(\p{L}+) (.+)$/u.exec(words) ?? [];
  return vocabulary.articles.has(plainWord(article)) ? (knownInEnglish(rest, vocabulary) ?? rest) : words;
}

function knownInEnglish(words: string, vocabulary: Vocabulary): string | null {
  const plain = plainWord(words.replace(/[«»„“”"]/g, '').trim());
  const known = vocabulary.glossary.get(plain) ?? vocabulary.topics.get(plain)?.replaceAll('-', ' ');
  if (known !== undefined) return known;
  const place = [words, ...nominatives(words, vocabulary)]
    .map(each => vocabulary.places.get(foldPlace(each)))
    .find(code => code !== undefined && /^[A-Z]{2}$/.test(code));
  if (place !== undefined) return countryInNews(place) ?? null;
  for (const lexicon of vocabulary.lexicons) {
    const english = inNewsWords(words, lexicon);
    if (english !== null) return english;
  }
  return null;
}

/** Words that are all words of the news, `повторні поштовхи`; null if any is not. */
function inNewsWords(text: string, lexicon: Lexicon): string | null {
  const words = wordsIn(text);
  const english: string[] = [];
  for (let at = 0; at < words.length; ) {
    const known = lexicon.at(words, at);
    if (known === null) return null;
    english.push(firstEnglish(known.english));
    at += known.length;
  }
  return english.length === 0 ? null : english.join(' ');
}

/** `Лавров і Блінкен про Україну` becomes `Лавров and Блінкен about Ukraine`: what `/compare` is asked. */
export function withEnglishAnd(typed: string, vocabulary: Vocabulary): string {
  const between = new RegExp(`(?<=\\S )(?:${alternatives(vocabulary.and)}) (?=\\S)`, 'iu');
  return withEnglishAbout(typed, vocabulary).replace(between, 'and ');
}
