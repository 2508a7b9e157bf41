import { foldName } from '../../names/fold.ts';
import { nearlySame } from '../../names/spelling.ts';
import { bodiesByUse, companiesByUse } from '../entities/bodies-by-use.ts';
import { capitalizedWords, isTaken } from '../entities/entity.ts';
import { findEntities, mergeEntities, shoutedSentences } from '../entities/find-entities.ts';
import { firmMention, firmsByUse, isOfFirms, shortFirms } from '../entities/firms.ts';
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
import { rowsOf } from './rows.ts';
import { mentionOf, sortCandidates, sortUnread } from './sorted-candidates.ts';
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
  const { weak, certain } = sorted;
  let { full, open } = sorted;
  const surnames = new Set(full.map(mention => foldName(mention.texts.at(-1)!)));
  const bodies = bodiesByUse(words, capitals, index);
  // `the salmon farmer Torva cut its dividend`
  const isTradingFirm = (start: number, name: string) =>
    bodies.get(name) === 'company' && trades.has(words[wordIndexAt(words, start) - 1]?.lower ?? '');
  let singles = sorted.singles.filter(
    ({ isEntity, isPlace, titled, texts, start }) =>
      (titled && !isTradingFirm(start, texts.at(-1)!)) ||
      (!isPlace && surnames.has(foldName(texts.at(-1)!))) ||
      (!isEntity && !bodies.has(texts.at(-1)!)),
  );
  const ofRows = peopleOfRows(
    {
      certain: full,
      singles,
      open: open.map(parts => ({ mention: mentionOf(parts, words, index), open: parts })),
    },
    rows,
    document,
    index,
  );
  full.push(...ofRows.map(parts => mentionOf(parts, words, index)));
  certain.push(...ofRows);
  open = open.filter(parts => !ofRows.includes(parts));
  const accepted = scorePersonCandidates(open, words, articleContext(certain, full, singles), index);
  full.push(...accepted.map(parts => mentionOf(parts, words, index)));
  const refused = open
    .filter(parts => !accepted.includes(parts))
    .map(parts => mentionOf(parts, words, index));
  const others = [...sorted.others, ...refused];
  const firms = firmsByUse([...full, ...others], singles, words, index);
  const short = shortFirms(entities, singles, words);
  if (firms.size + short.size > 0) {
    const borne = new Set(full.map(({ texts }) => foldName(texts.at(-1)!)));
    const isFirm = isOfFirms(firms, name => short.has(name) && !borne.has(foldName(name)));
    const taken = new Uint8Array(words.length);
    for (const { from, to } of entities) taken.fill(1, from, to);
    const found = [...full, ...singles, ...others].filter(isFirm).map(mention => firmMention(mention, words));
    entities.push(...found.filter(({ from, to }) => !isTaken(taken, from, to)));
    entities.sort((a, b) => a.from - b.from);
    full = full.filter(mention => !isFirm(mention));
    singles = singles.filter(mention => !isFirm(mention));
  }
  const borneNames = new Set(full.map(({ texts }) => foldName(texts.at(-1)!)));
  entities.push(...companiesByUse(bodies, borneNames, words, capitals));
  entities.sort((a, b) => a.from - b.from);
  full = withFullerForms(full, words);
  const shared = withSharedSurname(full, words, index);
  full.push(...shared);
  const doubled = withoutDoubleSurnames(full);
  singles.push(...doubled.map(mention => ({ ...mention, isEntity: false, isPlace: false })));
  const sharedAt = new Set(shared.map(({ start }) => start));
  const hiddenAt = new Set(shared.filter(({ name }) => name === undefined).map(({ start }) => start));
  const alone = singles.filter(({ start }) => !sharedAt.has(start));
  full.sort((a, b) => a.start - b.start);
  const everyday = weak.filter(({ texts }) => texts.length === 1);
  markLineUps({ singles: alone, weak: everyday }, surnames, document, index);
  const relatives = findRelatives([...full, ...alone], document, index);
  const loose = [...everyday, ...firstWords(words, capitals, index)];
  const clusters = linkKnownPeople(
    resolveSurnames(clusterFullNames(full, relatives, index), alone, relatives, document.input, index),
    loose,
    index,
  );
  adoptHeaderNames(clusters, document, index);
  const people = clusters.filter(({ mentions }) => !mentions.every(({ start }) => hiddenAt.has(start)));
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

/** Trades of people and of companies. */
const trades: ReadonlySet<string> = new Set(
  (
    'farmer grower developer operator owner builder brewer trader broker investor contractor dealer distributor ' +
    'promoter publisher producer rival competitor baker butcher printer designer'
  ).split(' '),
);

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
    surnames: new Set(full.map(mention => foldName(mention.texts.at(-1)!))),
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
