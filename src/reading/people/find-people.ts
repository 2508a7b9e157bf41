import { foldName } from '../../names/fold.ts';
import { nearlySame } from '../../names/spelling.ts';
import { findEntities, mergeEntities } from '../entities/find-entities.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type NameIndex, nameIndex } from '../knowledge/name-index.ts';
import type { Document } from '../model/document.ts';
import type { Reading, ReadPerson } from '../model/reading.ts';
import { type Word, wordIndexAt, wordsOf } from '../tokens/words.ts';
import { nameCandidates } from './candidates.ts';
import { classify, hasPersonContext } from './classify.ts';
import { type Cluster, clusterFullNames, type Mention } from './clusters.ts';
import { type ArticleContext, scorePersonCandidates } from './evidence.ts';
import { type NameParts, parseCandidate } from './names-parts.ts';
import { type Names, rolesOf } from './roles.ts';
import { linkKnownPeople, resolveSurnames } from './surnames.ts';

export type Found = {
  people: ReadPerson[];
  organizations: Reading['organizations'];
  places: Reading['places'];
};

/**
 * The people, organisations and places that the body names, in the order in which they first stand there.
 * A person's `name` is the fullest form that the article gives, without titles; the spellings of one person
 * are merged only where a given name, an initial or a title agrees.
 */
export function findPeople(document: Document, knowledge: Knowledge): Found {
  const index = nameIndex(knowledge);
  const words = wordsOf(document);
  const runs = nameCandidates(words, index);
  const full: Mention[] = [];
  const singles: Mention[] = [];
  const weak: Mention[] = [];
  const open: NameParts[] = [];
  const sure: NameParts[] = [];
  const entities = findEntities(document, words, index);
  for (const run of runs) {
    const parts = parseCandidate(run, words, index);
    const kind = parts.name < parts.to ? classify(parts, words, index) : 'other';
    const isHeading = document.paragraphs[words[run.from]!.paragraph]?.kind === 'heading';
    if (kind === 'organization' && parts.to - parts.name === 1) weak.push(mentionOf(parts, words, index));
    if (kind === 'single') singles.push(mentionOf(parts, words, index));
    else if (kind === 'weak') weak.push(mentionOf(parts, words, index));
    else if (kind === 'open' && !isHeading) open.push(parts);
    else if (kind === 'person') {
      (isHeading ? singles : full).push(mentionOf(parts, words, index));
      if (!isHeading) sure.push(parts);
    }
  }
  const told = scorePersonCandidates(open, words, surroundings(sure, full, singles), index);
  full.push(...told.map(parts => mentionOf(parts, words, index)));
  full.sort((a, b) => a.start - b.start);
  const loose = [...weak.filter(mention => mention.texts.length === 1), ...firstWords(words, index)];
  const clusters = linkKnownPeople(
    resolveSurnames(clusterFullNames(full, index), singles, index),
    loose,
    index,
  );
  const named = new Uint8Array(words.length);
  for (const { start, end } of clusters.flatMap(cluster => cluster.mentions))
    named.fill(1, wordIndexAt(words, start), wordIndexAt(words, end));
  return {
    people: peopleOf(clusters, document, words, index),
    ...mergeEntities(
      entities.filter(({ from, to }) => !named.subarray(from, to).includes(1)),
      document,
      words,
      index,
    ),
  };
}

/** What those who are sure tell of the rest. */
function surroundings(sure: NameParts[], full: Mention[], singles: Mention[]): ArticleContext {
  const alone = new Map<string, number>();
  for (const { texts, titled } of singles) {
    const word = foldName(texts.at(-1)!);
    alone.set(word, titled ? Number.POSITIVE_INFINITY : (alone.get(word) ?? 0) + 1);
  }
  return {
    starts: new Set(sure.map(parts => parts.name)),
    ends: new Set(sure.map(parts => parts.to)),
    surnames: new Set(full.map(mention => foldName(mention.texts.at(-1)!))),
    alone,
  };
}

/** Everyday words with a capital at the beginning of a sentence, where a verb or a comma follows: surnames, if the article has them. */
function firstWords(words: Word[], index: NameIndex): Mention[] {
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    if (!word.isSentenceStart || !word.isCapitalized || !index.common.has(word.lower) || !next) return [];
    if (!/^(VERB|AUX|PART)$/.test(next.pos) && next.text !== ',' && !index.speech.has(next.lower)) return [];
    return [
      {
        start: word.start,
        end: word.end,
        texts: [word.text],
        sentence: word.sentence,
        titled: false,
        gender: null,
        hasContext: false,
      },
    ];
  });
}

function mentionOf(parts: NameParts, words: Word[], index: NameIndex): Mention {
  const name = words.slice(parts.name, parts.to).filter(word => !/^["“”]$/.test(word.text));
  return {
    start: name[0]!.start,
    end: name.at(-1)!.end,
    texts: name.map(word => word.text),
    sentence: name[0]!.sentence,
    titled: parts.titled,
    gender: parts.gender,
    hasContext: hasPersonContext(parts, words, index),
  };
}

function peopleOf(clusters: Cluster[], document: Document, words: Word[], index: NameIndex): ReadPerson[] {
  for (const cluster of clusters) cluster.mentions.sort((a, b) => a.start - b.start);
  const names: Names = new Map(
    clusters.flatMap(cluster =>
      cluster.mentions.map(({ start, end }) => [wordIndexAt(words, start), wordIndexAt(words, end)]),
    ),
  );
  return clusters
    .filter(cluster => cluster.mentions.length > 0)
    .sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start)
    .map((cluster, at) => {
      const texts = cluster.mentions.map(mention =>
        document.input.slice(mention.start, mention.end).replace(/\s+/g, ' '),
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
    text.split(' ').reduce((sum, word) => sum + (/^\p{L}\.?$/u.test(word) ? 0.1 : 1), 0);
  return [...counts].sort(([a, m], [b, n]) => weight(b) - weight(a) || n - m)[0]![0];
}
