import { foldName } from '../../names/fold.ts';
import { nearlySame } from '../../names/spelling.ts';
import { findEntities, mergeEntities, shoutedSentences } from '../entities/find-entities.ts';
import { bodiesByUse, companiesByUse, isSeveral, trades } from '../entities/firms/bodies-by-use.ts';
import { firmMention, firmsByUse, isOfFirms, shortFirms } from '../entities/firms/firms.ts';
import { capitalizedWords, isTaken } from '../entities/mentions/entity.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type NameIndex, nameIndex } from '../knowledge/name-index.ts';
import type { Document } from '../model/document.ts';
import type { Reading, ReadPerson } from '../model/reading.ts';
import { type Word, wordIndexAt, wordsOf } from '../tokens/words.ts';
import { type Cluster, clusterFullNames, type Mention } from './clusters.ts';
import { type ArticleContext, scorePersonCandidates } from './evidence.ts';
import { adoptHeaderNames, withFullerForms, withoutDoubleSurnames, withSharedSurname } from './full-names.ts';
import type { NameParts } from './names-parts.ts';
import { findRelatives } from './relatives.ts';
import type { Names } from './roles/role-phrase.ts';
import { rolesOf } from './roles/roles.ts';
import { markLineUps, peopleOfRows } from './row-people.ts';
import { type Rows, rowsOf } from './rows.ts';
import { mentionOf, type Sorted, sortCandidates, sortUnread } from './sorted-candidates.ts';
import { linkKnownPeople, resolveSurnames } from './surnames.ts';
import { isCertainlyUnread } from './unread.ts';

export type Found = {
  people: ReadPerson[];
  organizations: Reading['organizations'];
  places: Reading['places'];
};

/**
 * The people, organizations and places that the body names, in the order of their first mentions. A person's
 * `name` is the fullest form in the article, without titles; the spellings of one person are merged only if a
 * given name, an initial or a title agrees.
 */
export function findPeople(document: Document, knowledge: Knowledge): Found {
  const index = nameIndex(knowledge);
  const words = wordsOf(document);
  const isShouted = shoutedSentences(document, words);
  const isRead = !isCertainlyUnread(document, words);
  const capitals = capitalizedWords(words);
  const entities = findEntities(document, words, { isShouted, capitals }, index).filter(
    // The other rules go by English words around a name.
    ({ rule }) => isRead || rule === 'known' || rule === 'listed',
  );
  const rows = isRead ? rowsOf(document, words) : null;
  const sorted = isRead
    ? sortCandidates(document, words, { entities, isShouted, rows }, index)
    : sortUnread(document, words, index);
  const bodies = bodiesByUse(words, capitals, index);
  const surnames = surnamesOf(sorted.full);
  const inContext = namesInContext(sorted, { surnames, bodies, rows }, document, words, index);
  const { full, singles, firms } = withoutFirms(inContext, entities, words, index);
  entities.push(...firms, ...companiesByUse(bodies, surnamesOf(full), words, capitals));
  entities.sort((a, b) => a.from - b.from);
  const everyday = sorted.weak.filter(({ texts }) => texts.length === 1);
  const opening = firstWords(words, capitals, index);
  const people = clustersOf({ full, singles, everyday, opening, surnames }, document, words, index);
  const named = new Uint8Array(words.length);
  for (const { start, end } of people.flatMap(cluster => cluster.mentions))
    named.fill(1, wordIndexAt(words, start), wordIndexAt(words, end));
  return {
    people: peopleOf(people, document, words, index),
    ...mergeEntities(
      entities.filter(({ from, to }) => !isTaken(named, from, to)),
      document,
      words,
      index,
    ),
  };
}

type Single = Sorted['singles'][number];
type Bodies = ReturnType<typeof bodiesByUse>;
type Entities = ReturnType<typeof findEntities>;

/** Names of several words and single ones that are people's, and other names of several words. */
type NamesFound = { full: Mention[]; singles: Single[]; others: Mention[] };

/** The folded last words of names. */
function surnamesOf(full: Mention[]): Set<string> {
  return new Set(full.map(mention => foldName(mention.texts.at(-1)!)));
}

/** Decides on the names that the lists leave open, by the rows they are in and by the rest of the article. */
function namesInContext(
  sorted: Sorted,
  { surnames, bodies, rows }: { surnames: Set<string>; bodies: Bodies; rows: Rows },
  document: Document,
  words: Word[],
  index: NameIndex,
): NamesFound {
  const toMention = (parts: NameParts) => mentionOf(parts, words, index);
  const singles = sorted.singles.filter(single => isPersons(single, { surnames, bodies }, words, index));
  const ofRows = peopleOfRows(
    {
      certain: sorted.full,
      singles,
      open: sorted.open.map(parts => ({ mention: toMention(parts), open: parts })),
    },
    rows,
    document,
    index,
  );
  const open = sorted.open.filter(parts => !ofRows.includes(parts));
  const full = [...sorted.full, ...ofRows.map(toMention)];
  const context = articleContext([...sorted.certain, ...ofRows], full, singles);
  const accepted = scorePersonCandidates(open, words, context, index);
  const refused = open.filter(parts => !accepted.includes(parts));
  full.push(...accepted.map(toMention));
  return { full, singles, others: [...sorted.others, ...refused.map(toMention)] };
}

/** Whether a single word is a person's name, not that of an organization or place. */
function isPersons(
  { isEntity, isPlace, titled, texts, start }: Single,
  { surnames, bodies }: { surnames: Set<string>; bodies: Bodies },
  words: Word[],
  index: NameIndex,
): boolean {
  const name = texts.at(-1)!;
  const at = wordIndexAt(words, start);
  // `the salmon farmer Torva cut its dividend`
  const isTradingFirm = bodies.get(name) === 'company' && trades.has(words[at - 1]?.lower ?? '');
  // `Kowalski are last`, in an article that has an Anna Kowalski too
  if (bodies.has(name) && isSeveral(words, at, index)) return false;
  return (
    (titled && !isTradingFirm) ||
    (!isPlace && surnames.has(foldName(name))) ||
    (!isEntity && !bodies.has(name))
  );
}

/** People's names without those that firms bear by the words around them; `firms`: these, where no entity is known. */
function withoutFirms(
  { full, singles, others }: NamesFound,
  entities: Entities,
  words: Word[],
  index: NameIndex,
): { full: Mention[]; singles: Single[]; firms: Entities } {
  const firms = firmsByUse([...full, ...others], singles, words, index);
  const short = shortFirms(entities, singles, words);
  if (firms.size + short.size === 0) return { full, singles, firms: [] };
  const borne = surnamesOf(full);
  const isFirm = isOfFirms(firms, name => short.has(name) && !borne.has(foldName(name)));
  const taken = new Uint8Array(words.length);
  for (const { from, to } of entities) taken.fill(1, from, to);
  const found = [...full, ...singles, ...others].filter(isFirm).map(mention => firmMention(mention, words));
  return {
    full: full.filter(mention => !isFirm(mention)),
    singles: singles.filter(mention => !isFirm(mention)),
    firms: found.filter(({ from, to }) => !isTaken(taken, from, to)),
  };
}

/**
 * The people, each with the mentions under any of their names. The words of `everyday` and `opening` are names only of
 * someone whom the article has by another.
 */
function clustersOf(
  names: {
    full: Mention[];
    singles: Single[];
    everyday: Mention[];
    opening: Mention[];
    surnames: Set<string>;
  },
  document: Document,
  words: Word[],
  index: NameIndex,
): Cluster[] {
  const { everyday, opening, surnames } = names;
  const named = withFullerForms(names.full, words);
  const shared = withSharedSurname(named, words, index);
  const { full, doubled } = withoutDoubleSurnames([...named, ...shared]);
  const sharedAt = new Set(shared.map(({ start }) => start));
  const alone = [
    ...names.singles,
    ...doubled.map(mention => ({ ...mention, isEntity: false, isPlace: false })),
  ].filter(({ start }) => !sharedAt.has(start));
  full.sort((a, b) => a.start - b.start);
  markLineUps({ singles: alone, weak: everyday }, surnames, document, index);
  const relatives = findRelatives([...full, ...alone], document, index);
  const clusters = linkKnownPeople(
    resolveSurnames(clusterFullNames(full, relatives, index), alone, relatives, document.input, index),
    [...everyday, ...opening],
    index,
  );
  adoptHeaderNames(clusters, document, index);
  const hiddenAt = new Set(shared.filter(({ name }) => name === undefined).map(({ start }) => start));
  return clusters.filter(({ mentions }) => !mentions.every(({ start }) => hiddenAt.has(start)));
}

/** What the certain names of an article say about the others. */
function articleContext(certain: NameParts[], full: Mention[], singles: Mention[]): ArticleContext {
  const alone = new Map<string, number>();
  for (const { texts, titled } of singles) {
    const word = foldName(texts.at(-1)!);
    alone.set(word, titled ? Number.POSITIVE_INFINITY : (alone.get(word) ?? 0) + 1);
  }
  return {
    starts: new Set(certain.map(parts => parts.name)),
    ends: new Set(certain.map(parts => parts.to)),
    surnames: surnamesOf(full),
    alone,
  };
}

/** Everyday words that begin a sentence and precede a verb or a comma: surnames, if the article has them. */
function firstWords(words: Word[], capitals: number[], index: NameIndex): Mention[] {
  const found: Mention[] = [];
  for (const at of capitals) {
    const word = words[at]!;
    const next = words[at + 1];
    if (!next || !word.isSentenceStart) continue;
    if (!/^(VERB|AUX|PART)$/.test(next.pos) && next.text !== ',' && !index.speech.has(next.lower)) continue;
    if (!index.common.has(word.lower)) continue;
    found.push({
      start: word.start,
      end: word.end,
      texts: [word.text],
      sentence: word.sentence,
      paragraph: word.paragraph,
      titled: false,
      office: false,
      gender: null,
      hasContext: () => false,
    });
  }
  return found;
}

function peopleOf(clusters: Cluster[], document: Document, words: Word[], index: NameIndex): ReadPerson[] {
  for (const cluster of clusters) cluster.mentions.sort((a, b) => a.start - b.start);
  const names: Names = new Map(
    clusters.flatMap(cluster =>
      cluster.mentions
        .map(({ start, end }) => [wordIndexAt(words, start), wordIndexAt(words, end)] as const)
        .filter(([from, to]) => to > from),
    ),
  );
  return clusters
    .filter(cluster => cluster.mentions.length > 0)
    .sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start)
    .map((cluster, at) => {
      const texts = cluster.mentions.map(
        mention => mention.name ?? document.input.slice(mention.start, mention.end).replace(/\s+/g, ' '),
      );
      const name = spelledAsMostly(fullest(texts), texts);
      return {
        id: `p${at + 1}`,
        name,
        variants: [...new Set(texts)].filter(text => text !== name),
        roles: rolesOf(cluster.mentions, names, document, words, index),
        mentions: cluster.mentions.map(({ start, end }) => ({
          start,
          end,
          text: document.input.slice(start, end),
        })),
      };
    });
}

/** A full name whose surname is spelt otherwise everywhere else is spelt so. */
function spelledAsMostly(name: string, texts: string[]): string {
  const words = name.split(' ');
  const last = words.at(-1)!;
  const counts = new Map<string, number>();
  for (const text of texts) {
    const word = text.split(' ').at(-1)!;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [most, times] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
  if (
    words.length < 2 ||
    most === last ||
    times <= (counts.get(last) ?? 0) ||
    // `MARSH: We knew.`, the label of a turn
    most === last.toUpperCase() ||
    !nearlySame(foldName(most), foldName(last))
  )
    return name;
  return [...words.slice(0, -1), most].join(' ');
}

/** The form with the most whole words; of those alike the one used most, then the first. */
function fullest(texts: string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const weight = (text: string) =>
    text.split(' ').reduce((sum, word) => sum + (/^(?:\p{L}|(?:\p{L}\.)+)$/u.test(word) ? 0.1 : 1), 0);
  return [...counts].sort(([a, m], [b, n]) => weight(b) - weight(a) || n - m)[0]![0];
}
