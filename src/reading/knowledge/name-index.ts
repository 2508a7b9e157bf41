import { z } from 'zod';
import { foldName } from '../../names/fold.ts';
import type { Gender } from '../../names/gender.ts';
import { createNameParser, nicknameGroups, type ParseName } from '../../names/name.ts';
import { memoizeByObject } from '../../system/memoize.ts';

const words = z.array(z.string().min(1));

/** The files of `data/knowledge/` by which people, organizations, places and speakers are recognized. */
export const nameKnowledgeShape = {
  givenNamesFemale: words,
  givenNamesMale: words,
  surnames: words,
  familyFirst: words,
  nicknames: words,
  commonWords: words,
  honorifics: words,
  offices: words,
  officeModifiers: words,
  organizations: words,
  organizationWords: words,
  organizationHeads: words,
  organizationVariants: words,
  nationalBodies: words,
  countryAdjectives: words,
  placeNamesakes: words,
  personalPlaces: words,
  acronyms: words,
  thingWords: words,
  placeWords: words,
  countries: words,
  cities: words,
  towns: words,
  placeVariants: words,
  regions: words,
  demonyms: words,
  speechVerbs: words,
  personVerbs: words,
  personNouns: words,
};

export type NameKnowledge = z.infer<z.ZodObject<typeof nameKnowledgeShape>>;
const organizationKinds = ['state', 'body', 'company', 'outlet', 'party', 'armed group', 'team'] as const;
export type OrganizationKind = (typeof organizationKinds)[number];
/**
 * A reporting verb. `bare`: it may be all that accompanies a quote. `weak`: it has other senses, so that a quote
 * inside its clause counts only as its whole object or in a clause that it governs.
 */
export type SpeechVerb = { base: string; bare: boolean; weak?: true };

/** The lists as sets, built once for each knowledge passed in. */
export type NameIndex = {
  female: Set<string>;
  male: Set<string>;
  surnames: Set<string>;
  familyFirst: Set<string>;
  /** A given name to the groups of short forms it belongs to. */
  nicknames: Map<string, number[]>;
  common: Set<string>;
  /** Forms of address by their lower-case words, and how many words the longest with each first word has. */
  honorifics: Map<string, Gender>;
  honorificStarts: Map<string, number>;
  /** Offices by their lower-case words, how many words the longest has, and the longest with each first word. */
  offices: Map<string, Gender>;
  longestOffice: number;
  officeStarts: Map<string, number>;
  modifiers: Set<string>;
  organizations: Map<string, OrganizationKind | null>;
  /** Words that head the name of an organization, with its kind; null if they head other names too. */
  organizationWords: Map<string, OrganizationKind | null>;
  /** Words that only as the last of a name make it an organization's. */
  organizationHeads: Map<string, OrganizationKind | null>;
  /** Names of one organization, and of one place, to the one to show; lower case. */
  organizationVariants: Map<string, string>;
  placeVariants: Map<string, string>;
  /** Names of the bodies that every country has one of, to the one to show; lower case. */
  nationalBodies: Map<string, string>;
  /** Names of countries and words for what is theirs, to the country; lower case. */
  countryWords: Map<string, string>;
  /** The first words of both. */
  nationalBodyStarts: Set<string>;
  countryStarts: Set<string>;
  /** The usual adjective of a country, lower case. */
  countryAdjectives: Map<string, string>;
  /** Places that share a name, by it. */
  placeNamesakes: Map<string, { kind: string; signs: string[]; isUsual: boolean }[]>;
  /** The kinds of places whose names are people's as well, by the name. */
  personalPlaces: Map<string, 'country' | 'town'>;
  /** Short forms in capitals that are no organization's, without stops. */
  acronyms: Set<string>;
  things: Set<string>;
  placeWords: Set<string>;
  countries: Set<string>;
  places: Set<string>;
  cities: Set<string>;
  /** The first words of all names of places and of organizations in the lists, each with how many words the longest has. */
  placeStarts: Map<string, number>;
  organizationStarts: Map<string, number>;
  /** Lesser towns and provinces, many of them surnames too. */
  towns: Set<string>;
  demonyms: Set<string>;
  /** How many words the longest name of a place or a people with each first word has. */
  landStarts: Map<string, number>;
  speech: Map<string, SpeechVerb>;
  /** Verbs of people, and nouns for what a person has. */
  personVerbs: Set<string>;
  personNouns: Set<string>;
  /** Parses a name with these lists. */
  parseName: ParseName;
};

/** The index of a knowledge, built at its first use. */
export const nameIndex: (knowledge: NameKnowledge) => NameIndex = memoizeByObject(build);

function build(knowledge: NameKnowledge): NameIndex {
  const offices = marked(knowledge.offices);
  for (const office of [...offices.keys()]) {
    if (!offices.has(plural(office))) offices.set(plural(office), offices.get(office) ?? null);
    for (const earlier of [`ex-${office}`, `then-${office}`])
      if (!offices.has(earlier)) offices.set(earlier, offices.get(office) ?? null);
  }
  const officeStarts = firstWords([...offices.keys()]);
  const honorifics = marked(knowledge.honorifics);
  const nationalBodies = variants(knowledge.nationalBodies);
  const countryWords = new Map([
    ...knowledge.countries.map(name => [name, name] as const),
    ...variants(knowledge.countryAdjectives),
  ]);
  const lists = {
    familyFirst: new Set(knowledge.familyFirst),
    nicknames: nicknameGroups(knowledge.nicknames),
  };
  return {
    ...lists,
    parseName: createNameParser(lists),
    female: new Set(knowledge.givenNamesFemale.map(foldName)),
    male: new Set(knowledge.givenNamesMale.map(foldName)),
    surnames: new Set(knowledge.surnames.map(foldName)),
    common: new Set(knowledge.commonWords),
    honorifics,
    honorificStarts: firstWords([...honorifics.keys()]),
    offices,
    longestOffice: Math.max(1, ...officeStarts.values()),
    officeStarts,
    modifiers: new Set(knowledge.officeModifiers),
    organizations: kinds(knowledge.organizations),
    organizationWords: kinds(knowledge.organizationWords),
    organizationHeads: kinds(knowledge.organizationHeads),
    organizationVariants: variants(knowledge.organizationVariants),
    placeVariants: variants(knowledge.placeVariants),
    nationalBodies,
    countryWords,
    nationalBodyStarts: new Set(firstWords([...nationalBodies.keys()]).keys()),
    // A stop at the end may be a word of its own in an article.
    countryStarts: new Set(
      [...firstWords([...countryWords.keys()]).keys()].flatMap(word => [word, word.replace(/\.$/, '')]),
    ),
    countryAdjectives: new Map(
      knowledge.countryAdjectives.flatMap(line => {
        const [country = '', adjective] = line.split(',').map(word => word.trim());
        return adjective === undefined ? [] : [[country, adjective] as const];
      }),
    ),
    placeNamesakes: namesakes(knowledge.placeNamesakes),
    personalPlaces: new Map(
      knowledge.personalPlaces.map(line => {
        const [name = '', kind = ''] = line.split('|');
        return [name, kind as 'country' | 'town'] as const;
      }),
    ),
    acronyms: new Set(knowledge.acronyms),
    things: new Set(knowledge.thingWords),
    placeWords: new Set(knowledge.placeWords),
    countries: new Set(knowledge.countries),
    places: new Set([...knowledge.countries, ...knowledge.cities, ...knowledge.regions]),
    placeStarts: firstWords(
      knowledge.countries,
      knowledge.cities,
      knowledge.regions,
      knowledge.placeVariants.flatMap(line => line.split(',')),
    ),
    organizationStarts: firstWords(
      knowledge.organizations.map(line => line.split('|')[0]!),
      knowledge.organizationVariants.flatMap(line => line.split(',')),
    ),
    cities: new Set(knowledge.cities),
    towns: new Set(knowledge.towns),
    demonyms: new Set(knowledge.demonyms),
    landStarts: firstWords(knowledge.countries, knowledge.cities, knowledge.regions, knowledge.demonyms),
    speech: verbs(knowledge.speechVerbs),
    personVerbs: new Set(knowledge.personVerbs),
    personNouns: new Set(knowledge.personNouns),
  };
}

/** Lines such as `georgia|country|tbilisi, batumi`. */
function namesakes(lines: string[]): NameIndex['placeNamesakes'] {
  const places = lines.map(line => {
    const [name = '', kind = '', listed = ''] = line.split('|');
    const signs = listed.split(',').map(sign => sign.trim());
    return { name, kind, signs: signs.filter(sign => sign !== '*'), isUsual: signs.includes('*') };
  });
  const byName = Map.groupBy(places, ({ name }) => name);
  return new Map([...byName].map(([name, same]) => [name, same.map(({ name: _, ...place }) => place)]));
}

function marked(lines: string[]): Map<string, Gender> {
  return new Map(
    lines.map(line => {
      const [word, mark] = line.split('|');
      return [word!.trim(), mark === 'm' || mark === 'f' ? mark : null] as const;
    }),
  );
}

function kinds(lines: string[]): Map<string, OrganizationKind | null> {
  return new Map(
    lines.map(line => {
      const [word, mark] = line.split('|');
      return [word!.trim(), organizationKinds.find(kind => kind === mark) ?? null] as const;
    }),
  );
}

function firstWords(...lists: string[][]): Map<string, number> {
  const longest = new Map<string, number>();
  for (const name of lists.flat()) {
    const words = name.trim().split(' ');
    longest.set(words[0]!, Math.max(words.length, longest.get(words[0]!) ?? 0));
  }
  return longest;
}

/** Each name of a group to the group's first. */
function variants(lines: string[]): Map<string, string> {
  return new Map(
    lines.flatMap(line => {
      const names = line.split(',').map(name => name.trim());
      return names.map(name => [name, names[0]!] as const);
    }),
  );
}

function verbs(lines: string[]): Map<string, SpeechVerb> {
  const found = new Map<string, SpeechVerb>();
  for (const line of lines) {
    const [marks = ''] = /^[*~]{0,2}/.exec(line) ?? [];
    const forms = line.slice(marks.length).split('|');
    const verb: SpeechVerb = { base: forms[0]!, bare: marks.includes('*') };
    if (marks.includes('~')) verb.weak = true;
    for (const form of forms) if (!found.has(form)) found.set(form, verb);
  }
  return found;
}

function plural(office: string): string {
  if (/man$/.test(office)) return office.replace(/man$/, 'men');
  if (/[^aeiou]y$/.test(office)) return office.replace(/y$/, 'ies');
  return /(s|x|ch)$/.test(office) ? `${office}es` : `${office}s`;
}
