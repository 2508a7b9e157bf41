import type { Database } from '../../database/database.ts';
import type { DecidingOutcome } from '../model/contracts.ts';
import { createRows, numberOf, refOf } from '../model/rows.ts';
import type { WrittenAs } from '../model/types.ts';
import { createWithdrawalStore } from '../model/withdrawals.ts';
import { fold } from '../text/fold.ts';
import { nameOf } from './name.ts';
import { createOverrides } from './overrides.ts';
import { createPersonStore, namesIn } from './person-store.ts';
import { type Appearance, createReassignment } from './reassign.ts';

/** Deciding by hand who is who; what was decided holds whatever articles come and go. */
export function createManualMerge(database: Database) {
  const rows = createRows(database);
  const store = createPersonStore(database);
  const overrides = createOverrides(database);
  const reassignment = createReassignment(database, store, overrides);
  const withdrawals = createWithdrawalStore(database);
  const articlesOf = database.prepare('select articles from people where key = ?').pluck();

  /** The fullest name that an article has for a person, and all of them. */
  const namesOf = (appearance: Appearance) => {
    const names = namesIn(reassignment.readIn(appearance));
    return { fullest: names[0] ?? '', names };
  };
  const pinAll = (appearances: Appearance[], identity: number) => {
    for (const appearance of appearances)
      overrides.pin(rows.article(appearance.article).id, namesOf(appearance).names, identity);
  };
  /** What was sent about their articles is corrected. */
  const noteDecided = (appearances: Appearance[]) =>
    withdrawals.decided(
      appearances.toSorted((a, b) => a.article - b.article).map(({ article }) => rows.article(article).id),
    );
  const fullNames = (appearances: Appearance[]) => [
    ...new Set(appearances.flatMap(appearance => namesOf(appearance).names).filter(isFull)),
  ];
  const known = (id: string) => {
    const person = overrides.now(numberOf(id));
    return Number.isFinite(person) && articlesOf.get(person) !== undefined ? person : null;
  };

  return {
    /** In which articles a person appears, and what each calls them; empty for an unknown id. */
    writtenAs(id: string): WrittenAs[] {
      const person = known(id);
      if (person === null) return [];
      return reassignment.appearancesOf(person).map(appearance => ({
        article: refOf(rows.article(appearance.article)),
        name: namesOf(appearance).fullest,
        role: reassignment.readIn(appearance).roles[0]?.text ?? null,
      }));
    },
    join: database.transaction((id: string, otherId: string): DecidingOutcome => {
      const [a, b] = [known(id), known(otherId)];
      if (a === null || b === null) return { outcome: 'unknown', id: a === null ? id : otherId };
      if (a === b) return { outcome: 'same' };
      const [to, from] = articlesOf.get(a)! >= articlesOf.get(b)! ? [a, b] : [b, a];
      const [appearances, others] = [reassignment.appearancesOf(to), reassignment.appearancesOf(from)];
      const [names, otherNames] = [fullNames(appearances), fullNames(others)];
      // A single name is decided to be a person's only if it is not part of the other's.
      const shown = (list: string[], appearance: Appearance[], rest: string[]) =>
        list.length > 0 ? list : namesOf(appearance[0]!).names.filter(name => !isWithin(name, rest));
      overrides.decide(shown(names, appearances, otherNames), shown(otherNames, others, names), true);
      const identity = overrides.identityOf(to);
      pinAll([...appearances, ...others], identity);
      reassignment.merge(from, to);
      noteDecided([...appearances, ...others]);
      return { outcome: 'done', id: String(to), articles: others.length };
    }).immediate,
    /** Separates what one article says of a person, or what all articles with a spelling say, from the rest. */
    split: database.transaction((id: string, what: string): DecidingOutcome => {
      const person = known(id);
      if (person === null) return { outcome: 'unknown', id };
      const appearances = reassignment.appearancesOf(person);
      const article = rows.articleById(what)?.key;
      const wanted = fold(what).trim();
      const isMeant = (appearance: Appearance) =>
        article === undefined ? fold(namesOf(appearance).fullest) === wanted : appearance.article === article;
      const going = appearances.filter(isMeant);
      if (going.length === 0) return { outcome: 'nothing', what };
      const staying = appearances.filter(appearance => !going.includes(appearance));
      if (staying.length === 0) return { outcome: 'all', articles: appearances.length };
      const other = store.create();
      const [left, right] = [fullNames(going), fullNames(staying)];
      overrides.decide(
        left.filter(name => !right.some(one => fold(one) === fold(name))),
        right.filter(name => !left.some(one => fold(one) === fold(name))),
        false,
      );
      pinAll(staying, overrides.identityOf(person));
      pinAll(going, overrides.identityOf(other));
      reassignment.move(going, person, other);
      noteDecided(appearances);
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
