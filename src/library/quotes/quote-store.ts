import type { Database } from '../../database/database.ts';
import type { Reading, Span } from '../../reading/model/reading.ts';
import { entitiesIn, speakingEntity } from '../entities/entities-in.ts';
import { insertQuoteWords } from '../search/text-index.ts';
import { foldedWords } from '../text/fold.ts';
import { sentenceIndexAt, sentencesOf } from '../text/sentences.ts';

/**
 * Stores an article's quotes, and the sentences about its people.
 * @param index adds the words of a quote to the full-text index, at once if not given
 */
export function createQuoteStore(database: Database, index = insertQuoteWords(database)) {
  const insert = database.prepare(`
    insert into quotes (article, person, entity, day, start, json, folded) values (?, ?, ?, ?, ?, ?, ?)`);
  const speakOf = database.prepare(`
    insert or ignore into said_about (person, rank, day, article, start, "end", quote) values (?, ?, ?, ?, ?, ?, ?)`);
  const unspeak = database.prepare('delete from said_about where article = ?');
  const remove = database.prepare('delete from quotes where article = ?');
  const unindex = database.prepare(
    'delete from quote_search where rowid in (select key from quotes where article = ?)',
  );

  return {
    add(article: number, reading: Reading, day: string, people: Map<string, number>): void {
      const sentences = sentencesOf(reading);
      const entities = entitiesIn(reading);
      const kept = reading.quotes.map(quote => {
        const person = quote.speaker?.person ? (people.get(quote.speaker.person) ?? null) : null;
        const entity = quote.speaker && speakingEntity(entities, quote.speaker);
        const at = sentenceIndexAt(sentences, quote.start);
        const before = sentences[at - 1]?.text ?? '';
        // What was asked is what an answer is about.
        const question = /\?["”’]?$|\basked\b/.test(before) ? before : '';
        const around = `${question} ${sentences[at]?.text ?? ''}`;
        const folded = ` ${foldedWords(`${quote.text} ${around}`).join(' ')}`;
        const key = Number(
          insert.run(article, person, entity, day, quote.start, JSON.stringify(quote), folded)
            .lastInsertRowid,
        );
        index(key, folded);
        return { ...quote, key, by: person };
      });
      const inOrder = kept.toSorted((a, b) => a.start - b.start);
      const ofPerson = Map.groupBy(inOrder, one => one.by);
      for (const read of reading.people) {
        const person = people.get(read.id)!;
        const words = ofPerson.get(person) ?? [];
        const credits = words.map(one => one.speaker!).sort((a, b) => a.start - b.start);
        for (const mention of read.mentions) {
          const quote = lastFrom(inOrder, mention.start, mention.end);
          if (quote && quote.by !== person) {
            speakOf.run(person, 0, day, article, quote.start, quote.end, quote.key);
            continue;
          }
          // A name that only attributes a quote says nothing about its bearer.
          const isCredit = lastFrom(credits, mention.start, mention.end) !== undefined;
          if (isCredit) continue;
          const sentence = sentences[sentenceIndexAt(sentences, mention.start)];
          // A sentence with their own quote is not about them.
          const own = sentence && lastFrom(words, sentence.end - 1, sentence.start + 1);
          if (sentence && !own && !quote)
            speakOf.run(person, 1, day, article, sentence.start, sentence.end, null);
        }
      }
    },
    remove(article: number): void {
      unspeak.run(article);
      unindex.run(article);
      remove.run(article);
    },
  };
}

/** The last span that begins at or before `start`, if it reaches to `end`. The list is in order, none inside another. */
function lastFrom<Entry extends Span>(list: Entry[], start: number, end: number): Entry | undefined {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.start <= start) low = middle + 1;
    else high = middle;
  }
  const last = list[low - 1];
  return last && last.end >= end ? last : undefined;
}
