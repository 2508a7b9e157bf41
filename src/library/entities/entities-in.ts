import type { Reading, ReadQuote, Span } from '../../reading/model/reading.ts';
import { entityId } from './entity-id.ts';

export type EntityType = 'organization' | 'place';

/** An organization or place as one article names it. */
export type ReadEntity = {
  id: string;
  type: EntityType;
  kind: string | null;
  name: string;
  variants: string[];
  mentions: Span[];
};

/** The organizations and places of a reading; one that it takes for both is what it is mentioned as more often. */
export function entitiesIn(reading: Reading): ReadEntity[] {
  const read = (['organization', 'place'] as const).flatMap(type =>
    (type === 'place' ? reading.places : reading.organizations).filter(isClear).map(
      ({ key, name, kind, variants = [], mentions }): ReadEntity => ({
        id: entityId(key ?? name.toLowerCase()),
        type,
        kind: kind ?? null,
        name: (type === 'organization' && nameFrom(key)) || name,
        variants: [name, ...variants],
        mentions,
      }),
    ),
  );
  return [...Map.groupBy(read, ({ id }) => id).values()].map(same => {
    const [main, ...others] = same.toSorted((a, b) => b.mentions.length - a.mentions.length);
    return {
      ...main!,
      variants: [...main!.variants, ...others.flatMap(({ name, variants }) => [name, ...variants])],
      mentions: [...main!.mentions, ...others.flatMap(({ mentions }) => mentions)],
    };
  });
}

/** How to call a body that every country has one of: by its key, `foreign ministry (poland)`. */
function nameFrom(key: string | undefined): string | null {
  return key?.endsWith(')')
    ? key
        .replace(/(?<![\p{L}.'’])\p{Ll}/gu, letter => letter.toUpperCase())
        .replace(/\b(?:Of|And|The)\b/g, small => small.toLowerCase())
    : null;
}

/** Of a name that several share, and of which the article doesn't show whose it is, nothing is known across articles. */
function isClear({ key }: { key?: string | undefined }): boolean {
  return key?.endsWith('?') !== true;
}

/** The ids of those mentioned within a span. */
export function mentionedIn(entities: readonly ReadEntity[], { start, end }: Span): string[] {
  return entities
    .filter(({ mentions }) => mentions.some(mention => mention.start >= start && mention.end <= end))
    .map(({ id }) => id);
}

/** Before the name of a speaker. */
const determiner = /^(?:the|a|an|its|their|this)?$/i;
/** What an organization publishes: `the NATO communiqué`. */
const publication =
  /^(?:['’]s?)? (?:statement|press release|release|communiqu[eé]|declaration|announcement|report|letter|memo|post|tweet)$/i;

/**
 * The organization, or the place for its government, whose words a quote is: the words that attribute it are its name
 * and no more than an article or where it is (`the Foreign Ministry`, `Ruritania’s Foreign Ministry`), or, if it is a
 * document’s, a publication of its. Null for anything else, such as `the NATO chief`.
 */
export function speakingEntity(
  entities: readonly ReadEntity[],
  speaker: NonNullable<ReadQuote['speaker']>,
): string | null {
  if (speaker.kind !== 'organization' && speaker.kind !== 'document') return null;
  const within = entities
    .flatMap(({ id, mentions }) => mentions.map(({ start, end }) => ({ id, start, end })))
    .filter(({ start, end }) => start >= speaker.start && end <= speaker.end)
    .sort((a, b) => a.start - b.start);
  const last = within.at(-1);
  if (last === undefined) return null;
  const text = (start: number, end: number) =>
    speaker.text.slice(start - speaker.start, end - speaker.start).replace(/\s+/g, ' ');
  const after = text(last.end, speaker.end);
  if (speaker.kind === 'document' ? !publication.test(after) : !/^(?:['’]s?)?$/.test(after)) return null;
  // Whatever comes before is an article, or the names of places.
  let from = speaker.start;
  for (const { start, end } of within) {
    if (
      !determiner.test(
        text(from, start)
          .replace(/^['’]s?/, '')
          .trim(),
      )
    )
      return null;
    from = end;
  }
  return last.id;
}
