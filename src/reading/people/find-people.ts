import { foldName } from '../../names/fold.ts';
import { genderOfGivenName, isGivenName } from '../../names/gender.ts';
import { nearlySame } from '../../names/spelling.ts';
import { type EntityMention, isTaken } from '../entities/entity.ts';
import { findEntities, mergeEntities, shoutedSentences } from '../entities/find-entities.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type NameIndex, nameIndex } from '../knowledge/name-index.ts';
import type { Document } from '../model/document.ts';
import type { Reading, ReadPerson } from '../model/reading.ts';
import { type Word, wordIndexAt, wordsOf } from '../tokens/words.ts';
import { nameCandidates } from './candidates.ts';
import { classify } from './classify.ts';
import { type Cluster, clusterFullNames, type Mention } from './clusters.ts';
import { entityIndex, isEntityName } from './entity-names.ts';
import { type ArticleContext, scorePersonCandidates } from './evidence.ts';
import { adoptHeaderNames } from './header-names.ts';
import { markLineUps } from './line-ups.ts';
import { type NameParts, parseCandidate } from './names-parts.ts';
import { hasPersonContext } from './person-context.ts';
import { findRelatives } from './relatives.ts';
import type { Names } from './role-phrase.ts';
import { rolesOf } from './roles.ts';
import { linkKnownPeople, resolveSurnames } from './surnames.ts';

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
  const entities = findEntities(document, words, isShouted, index);
  const sorted = sortCandidates(document, words, { entities, isShouted }, index);
  const { full, weak, open, certain } = sorted;
  const surnames = new Set(full.map(mention => foldName(mention.texts.at(-1)!)));
  const shortForms = bracketedForms(words);
  const singles = sorted.singles.filter(
    ({ isEntity, titled, texts }) =>
      titled || surnames.has(foldName(texts.at(-1)!)) || (!isEntity && !shortForms.has(texts.at(-1)!)),
  );
  const accepted = scorePersonCandidates(open, words, articleContext(certain, full, singles), index);
  full.push(...accepted.map(parts => mentionOf(parts, words, index)));
  const shared = withSharedSurname(full, words, index);
  full.push(...shared);
  const sharedAt = new Set(shared.map(({ start }) => start));
  const alone = singles.filter(({ start }) => !sharedAt.has(start));
  full.sort((a, b) => a.start - b.start);
  markLineUps(alone, surnames, document, index);
  const relatives = findRelatives([...full, ...alone], document, index);
  const loose = [...weak.filter(mention => mention.texts.length === 1), ...firstWords(words, index)];
  const clusters = linkKnownPeople(
    resolveSurnames(clusterFullNames(full, relatives, index), alone, relatives, document.input, index),
    loose,
    index,
  );
  adoptHeaderNames(clusters, document, index);
  const people = clusters.filter(({ mentions }) => !mentions.every(({ start }) => sharedAt.has(start)));
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

type Sorted = {
  /** Names in full that are people's, surnames alone, and words that are names only if the article has such a person. */
  full: Mention[];
  singles: (Mention & { isEntity: boolean })[];
  weak: Mention[];
  /** Names that may be people's, and those that certainly are. */
  open: NameParts[];
  certain: NameParts[];
};

/** Candidates by what they can be. Headings and shouted sentences add no people to those of the rest of the text. */
function sortCandidates(
  document: Document,
  words: Word[],
  { entities, isShouted }: { entities: EntityMention[]; isShouted: boolean[] },
  index: NameIndex,
): Sorted {
  const sorted: Sorted = { full: [], singles: [], weak: [], open: [], certain: [] };
  const entityAt = entityIndex(entities);
  for (const run of nameCandidates(words, index)) {
    const parts = parseCandidate(run, words, index);
    if (parts.name >= parts.to) continue;
    const kind = classify(parts, words, index);
    const { paragraph, sentence } = words[run.from]!;
    const isHeading = document.paragraphs[paragraph]?.kind === 'heading' || isShouted[sentence]!;
    const isEntity = isEntityName(parts, entityAt);
    const isAlone = parts.to - parts.name === 1;
    if (kind === 'weak' || (kind === 'organization' && isAlone))
      sorted.weak.push(mentionOf(parts, words, index));
    else if (isInserted(parts, words)) continue;
    else if (kind === 'single' || (kind === 'person' && isHeading))
      sorted.singles.push({ ...mentionOf(parts, words, index), isEntity });
    else if (isEntity || isHeading) continue;
    else if (kind === 'open') sorted.open.push(parts);
    else if (kind === 'person') {
      sorted.full.push(mentionOf(parts, words, index));
      sorted.certain.push(parts);
    }
  }
  return sorted;
}

/** `the attacks of (the leader Anna) Miller`, `[Anna] Miller`: what an editor put in before a surname. */
function isInserted({ name, to }: NameParts, words: Word[]): boolean {
  const [close, behind] = [words[to], words[to + 1]];
  if (!close || !behind || !/^[)\]]$/.test(close.text) || !behind.isCapitalized) return false;
  if (behind.sentence !== words[name]!.sentence) return false;
  for (let at = name - 1; at >= name - 6 && words[at]; at--) if (/^[([]$/.test(words[at]!.text)) return true;
  return false;
}

/**
 * `Paul` of `Paul and Greta Miller`: most likely a Miller too, so that `Miller` alone means neither of them for sure.
 * The name stays as it is written, and is given only if the article has it once more.
 */
function withSharedSurname(full: Mention[], words: Word[], index: NameIndex): Mention[] {
  const borne = new Set(full.map(({ texts }) => foldName(texts.at(-1)!)));
  return full.flatMap(mention => {
    const at = wordIndexAt(words, mention.start);
    const [before, given, link] = [words[at - 3], words[at - 2], words[at - 1]];
    if (mention.texts.length !== 2 || mention.titled || !given || !/^(?:and|&)$/.test(link?.lower ?? ''))
      return [];
    const isFirstName = (text: string) => isGivenName(text, index) && !index.places.has(text.toLowerCase());
    if (!given.isCapitalized || !isFirstName(given.text) || !isFirstName(mention.texts[0]!)) return [];
    const isLonger = before?.isCapitalized && before.sentence === given.sentence && !before.isSentenceStart;
    if (given.sentence !== link!.sentence || isLonger || borne.has(foldName(given.text))) return [];
    const gender = genderOfGivenName(given.text, index);
    const { start, end } = given;
    return [{ ...mention, start, end, texts: [given.text, mention.texts[1]!], gender }];
  });
}

/** The short forms in capitals that an article gives in brackets: `the agency (CHADNADO)`. */
function bracketedForms(words: Word[]): Set<string> {
  const forms = new Set<string>();
  for (let at = 1; at < words.length - 1; at++) {
    const { text, isCapitalized } = words[at]!;
    if (!isCapitalized || words[at - 1]!.text !== '(' || words[at + 1]!.text !== ')') continue;
    if (/^\p{Lu}{4,12}$/u.test(text)) forms.add(text);
  }
  return forms;
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
    surnames: new Set(full.map(mention => foldName(mention.texts.at(-1)!))),
    alone,
  };
}

/** Everyday words that begin a sentence and precede a verb or a comma: surnames, if the article has them. */
function firstWords(words: Word[], index: NameIndex): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < words.length - 1; at++) {
    const [word, next] = [words[at]!, words[at + 1]!];
    if (!word.isSentenceStart || !word.isCapitalized || !index.common.has(word.lower)) continue;
    if (!/^(VERB|AUX|PART)$/.test(next.pos) && next.text !== ',' && !index.speech.has(next.lower)) continue;
    found.push({
      start: word.start,
      end: word.end,
      texts: [word.text],
      sentence: word.sentence,
      paragraph: word.paragraph,
      titled: false,
      office: false,
      gender: null,
      hasContext: false,
    });
  }
  return found;
}

function mentionOf(parts: NameParts, words: Word[], index: NameIndex): Mention {
  const name = words.slice(parts.name, parts.to).filter(word => !/^["“”]$/.test(word.text));
  return {
    start: name[0]!.start,
    end: name.at(-1)!.end,
    texts: name.map(word => word.text),
    sentence: name[0]!.sentence,
    paragraph: name[0]!.paragraph,
    titled: parts.titled,
    office: index.offices.has(words[parts.name - 1]?.lower ?? '') && words[parts.name - 1]!.isCapitalized,
    gender: parts.gender,
    hasContext: hasPersonContext(parts, words, index),
  };
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
