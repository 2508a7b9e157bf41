import type { Database } from '../../database/database.ts';
import { DamagedReading } from '../model/damaged-reading.ts';
import { createRows } from '../model/rows.ts';
import { matchOf } from '../search/match.ts';
import { foldedWords } from '../text/fold.ts';
import { sentenceIndexAt, sentenceText } from '../text/sentences.ts';
import { adjectivesOf } from '../text/word-lists.ts';
import { officeNoun, officeWords, officeWordsBeyond } from './role.ts';

/** The newest articles with the words are looked at, and the sentences of this many are read. */
const articlesLookedAt = 300;
const sentencesRead = 12;
const mostHolders = 10;

type RoleRow = { article: number; person: number; start: number; text: string; day: string };

/** Keys of people, those who are called so most often first. */
export type OfficeHolders = {
  /**
   * The people whom articles give an office: `mayor of Tarn`, `the energy minister`, `Vale’s chief prosecutor`. Words
   * that the office itself doesn't have, as the town of `Mayor Lidia Sark of Tarn`, must be in the sentence that names
   * it; `former` and `deputy` make it another office.
   */
  called(words: string): number[];
  /**
   * Those who have it in articles on it, wherever the other words are in them: `the mayor`, in news of Tarn. For the
   * time being counts too: `the acting mayor`.
   */
  calledNearby(words: string): number[];
};

/** Holding an office until someone else is found. */
const forNow = /\b(?:acting|interim|caretaker|provisional)\b/gi;

const ofCountry = /^(?<name>.{3,60}) (?:of|for|in) (?:the )?(?<country>\p{L}[\p{L} ]{2,30})$/iu;

/** Finds people by the offices that articles give them. */
export function createOfficeHolders(database: Database): OfficeHolders {
  const rows = createRows(database);
  const articlesWith = database
    .prepare(`select rowid from search where search match ? order by rowid desc limit ${articlesLookedAt}`)
    .pluck();
  const rolesIn = database.prepare('select article, person, start, text, day from roles where article = ?');

  const isInSentence = ({ article, start }: RoleRow, words: readonly string[]): boolean => {
    try {
      const reading = rows.reading(article);
      const sentence = reading.sentences[sentenceIndexAt(reading.sentences, start)];
      const own = new Set(sentence === undefined ? [] : foldedWords(sentenceText(reading, sentence)));
      return words.every(word => own.has(word));
    } catch (error) {
      // What is damaged names no one; the article's own page says so.
      if (error instanceof DamagedReading) return false;
      throw error;
    }
  };

  /** What articles with the words call people that can be this office. */
  const given = (words: string, office: string, wordingOf = (text: string) => text) => {
    const match = matchOf(words);
    const articles = match === null ? [] : (articlesWith.all(match.exact) as number[]);
    return articles
      .flatMap(article => rolesIn.all(article) as RoleRow[])
      .flatMap(role => {
        const beyond = officeWordsBeyond(office, wordingOf(role.text));
        return beyond === null ? [] : [{ ...role, beyond }];
      });
  };

  const mostOften = (roles: readonly RoleRow[]): number[] =>
    [...Map.groupBy(roles, ({ person }) => person)]
      .sort(([, a], [, b]) => b.length - a.length || (a[0]!.day < b[0]!.day ? 1 : -1))
      .slice(0, mostHolders)
      .map(([person]) => person);

  // An office that someone has lost is a former one, in whatever words the article says so.
  const searched = (office: string) =>
    officeWords(office)
      .filter(word => word !== 'former')
      .join(' ');

  const bare = (words: string) => words.replace(/['’]s\b/g, '').trim();

  const calledSo = (office: string): number[] => {
    const noun = officeNoun(office);
    if (noun === undefined) return [];
    const found = given(searched(office), office);
    const whole = found.filter(({ beyond }) => beyond.length === 0);
    const inPart = whole.length > 0 ? [] : found.slice(0, sentencesRead);
    const fitting = [...whole, ...inPart.filter(role => isInSentence(role, role.beyond))];
    // `Minister of Tarnland` may only ever be called the Tarnlandish one.
    const others = fitting.length > 0 ? [] : given(noun, office).filter(({ beyond }) => beyond.length === 0);
    return mostOften([...fitting, ...others]);
  };

  return {
    called(words) {
      const office = bare(words);
      const found = calledSo(office);
      if (found.length > 0) return found;
      // `Minister of Poland` may only ever be called the Polish one.
      const { name, country } = ofCountry.exec(office)?.groups ?? {};
      const others = country === undefined ? [] : adjectivesOf(country);
      return others.map(each => calledSo(`${each} ${name}`)).find(holders => holders.length > 0) ?? [];
    },
    calledNearby(words) {
      const office = bare(words);
      return mostOften(given(searched(office), office, text => text.replace(forNow, ' ')));
    },
  };
}
