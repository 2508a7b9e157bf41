import type { Database } from '../../database/database.ts';
import { consonantSkeleton, soundsLike } from '../../names/spelling.ts';
import { initialsOf, nameWords, searchedWords } from '../entities/entity-keys.ts';
import { createSimilarWords } from '../search/name-words.ts';

/** So many entities are looked at under one word, those in most articles first. */
const perWord = 200;
const mostFits = 10;
const mostNearest = 5;

type Found = { entity: string; articles: number };

/** The ids of the entities that a name may mean: by how it fits, best first. */
export type FoundEntities = { name: string[]; part: string[]; spelling: string[] };

/** Finds organizations and places by name, in any script or spelling. */
export function createEntityFinding(database: Database) {
  const byKey = database.prepare(`
    select entity, articles from entity_keys join entities on entities.id = entity
    where entity_keys.key = ? order by articles desc, entity limit ${perWord}`);
  const has = database.prepare('select 1 from entity_keys where key = ? and entity = ?').pluck();
  const names = database
    .prepare('select name from entity_names where entity = ? order by uses desc, name')
    .pluck();
  const similar = createSimilarWords(database);

  const withKey = (key: string) => byKey.all(key) as Found[];

  /** Those that have every key, the rarest read first. */
  const withAll = (keys: string[]): Found[] => {
    const lists = keys.map(withKey).sort((a, b) => a.length - b.length);
    return (lists[0] ?? []).filter(({ entity }) => keys.every(key => has.get(key, entity) !== undefined));
  };

  const idsOf = (found: Found[]): string[] => {
    const ordered = found.toSorted((a, b) => b.articles - a.articles || (a.entity < b.entity ? -1 : 1));
    return [...new Set(ordered.map(({ entity }) => entity))].slice(0, mostFits);
  };

  /** By its whole name, by the initials of its name, or as the name of which the words are the initials. */
  const called = (words: string[]): string[] => {
    const whole = withKey(`f:${words.join('')}`);
    if (whole.length > 0) return idsOf(whole);
    if (words.length === 1) return words[0]!.length > 1 ? idsOf(withKey(`i:${words[0]}`)) : [];
    const initials = initialsOf(words);
    return initials.length > 2 ? idsOf(withKey(`f:${initials}`)) : [];
  };

  const spelledLike = (words: string[]): string[] => {
    const loose = words.map(word => (word.length > 2 ? `x:${consonantSkeleton(word)}` : `w:${word}`));
    return idsOf(
      withAll(loose).filter(({ entity }) =>
        (names.all(entity) as string[]).some(name => {
          const own = searchedWords(nameWords(name));
          return own.length === words.length && words.every((word, at) => soundsLike(word, own[at]!));
        }),
      ),
    );
  };

  return {
    find(typed: string): FoundEntities {
      const words = nameWords(typed);
      if (words.length === 0) return { name: [], part: [], spelling: [] };
      const name = called(words);
      if (name.length > 0) return { name, part: [], spelling: [] };
      const searched = searchedWords(words);
      const part = idsOf(withAll(searched.map(word => `w:${word}`)));
      return { name, part, spelling: part.length > 0 ? [] : spelledLike(searched) };
    },
    /** The names nearest in spelling, with how far away each is, from 0 (the same) to 1. */
    nearest(typed: string): { id: string; far: number }[] {
      const words = searchedWords(nameWords(typed));
      if (words.length !== 1) return [];
      const found = similar(words[0]!).flatMap(({ other, far }) =>
        withKey(`f:${other}`)
          .slice(0, 2)
          .map(({ entity }) => ({ id: entity, far })),
      );
      return [...new Map(found.toReversed().map(one => [one.id, one])).values()]
        .sort((a, b) => a.far - b.far)
        .slice(0, mostNearest);
    },
  };
}
