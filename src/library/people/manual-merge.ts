import type { Database } from '../../database/database.ts';
import { createRows, numberOf, refOf } from '../model/rows.ts';
import type { DecidingOutcome, WrittenAs } from '../model/types.ts';
import { fold } from '../text/fold.ts';
import { nameOf } from './name.ts';
import { personVerdictsOf } from './overrides.ts';
import { namesIn, personStoreOf } from './person-store.ts';
import { type Cast, personMovingOf } from './reassign.ts';

/** Deciding by hand who is who; what was decided holds whatever articles come and go. */
export function personDecidingOf(database: Database) {
  const rows = createRows(database);
  const store = personStoreOf(database);
  const verdicts = personVerdictsOf(database);
  const moving = personMovingOf(database, store, verdicts);
  const articlesOf = database.prepare('select articles from people where key = ?').pluck();

  /** The fullest name that an article has for a person, and all of them. */
  const namesOf = (cast: Cast) => {
    const names = namesIn(moving.readIn(cast));
    return { fullest: names[0] ?? '', names };
  };
  const pinAll = (casts: Cast[], figure: number) => {
    for (const cast of casts) verdicts.pin(rows.article(cast.article).id, namesOf(cast).names, figure);
  };
  const fullNames = (casts: Cast[]) => [
    ...new Set(casts.flatMap(cast => namesOf(cast).names).filter(isFull)),
  ];
  const known = (id: string) => {
    const person = verdicts.now(numberOf(id));
    return Number.isFinite(person) && articlesOf.get(person) !== undefined ? person : null;
  };

  return {
    /** In which articles a person appears, and what each calls them; empty for an unknown id. */
    writtenAs(id: string): WrittenAs[] {
      const person = known(id);
      if (person === null) return [];
      return moving.castsOf(person).map(cast => ({
        article: refOf(rows.article(cast.article)),
        name: namesOf(cast).fullest,
        role: moving.readIn(cast).roles[0]?.text ?? null,
      }));
    },
    join: database.transaction((id: string, otherId: string): DecidingOutcome => {
      const [a, b] = [known(id), known(otherId)];
      if (a === null || b === null) return { outcome: 'nobody', id: a === null ? id : otherId };
      if (a === b) return { outcome: 'same' };
      const [to, from] = articlesOf.get(a)! >= articlesOf.get(b)! ? [a, b] : [b, a];
      const [casts, others] = [moving.castsOf(to), moving.castsOf(from)];
      const [names, otherNames] = [fullNames(casts), fullNames(others)];
      // A single name is decided to be a person's only if it is not part of the other's.
      const shown = (list: string[], cast: Cast[], rest: string[]) =>
        list.length > 0 ? list : namesOf(cast[0]!).names.filter(name => !isWithin(name, rest));
      verdicts.tell(shown(names, casts, otherNames), shown(otherNames, others, names), true);
      const figure = verdicts.figureOf(to);
      pinAll([...casts, ...others], figure);
      moving.unite(from, to);
      return { outcome: 'done', id: String(to), articles: others.length };
    }).immediate,
    /** Separates what one article says of a person, or what all articles with a spelling say, from the rest. */
    split: database.transaction((id: string, what: string): DecidingOutcome => {
      const person = known(id);
      if (person === null) return { outcome: 'nobody', id };
      const casts = moving.castsOf(person);
      const article = rows.articleById(what)?.key;
      const wanted = fold(what).trim();
      const isMeant = (cast: Cast) =>
        article === undefined ? fold(namesOf(cast).fullest) === wanted : cast.article === article;
      const going = casts.filter(isMeant);
      if (going.length === 0) return { outcome: 'nothing', what };
      const staying = casts.filter(cast => !going.includes(cast));
      if (staying.length === 0) return { outcome: 'all', articles: casts.length };
      const other = store.create();
      const [left, right] = [fullNames(going), fullNames(staying)];
      verdicts.tell(
        left.filter(name => !right.some(one => fold(one) === fold(name))),
        right.filter(name => !left.some(one => fold(one) === fold(name))),
        false,
      );
      pinAll(staying, verdicts.figureOf(person));
      pinAll(going, verdicts.figureOf(other));
      moving.move(going, person, other);
      return { outcome: 'done', id: String(other), articles: going.length };
    }).immediate,
  };
}

/** A name with more to it than a surname or an initial. */
function isFull(name: string): boolean {
  return nameOf(name)?.given.some(given => given.length > 1) ?? false;
}

function isWithin(name: string, others: string[]): boolean {
  const words = nameOf(name)?.words ?? [];
  return others.some(other => words.every(word => nameOf(other)?.words.includes(word)));
}
