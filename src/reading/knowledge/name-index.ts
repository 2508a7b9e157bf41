import { z } from 'zod';
import { foldName } from '../text/transliteration.ts';

const words = z.array(z.string().min(1));

/** The files of `data/knowledge/` by which people, organisations, places and speakers are told. */
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
  thingWords: words,
  placeWords: words,
  countries: words,
  cities: words,
  regions: words,
  demonyms: words,
  speechVerbs: words,
};

export type NameKnowledge = z.infer<z.ZodObject<typeof nameKnowledgeShape>>;
export type Gender = 'm' | 'f' | null;
/**
 * A reporting verb. `bare`: it may be all that accompanies a quote. `weak`: it has other senses, so that a quote
 * inside its clause counts only as its whole object or in a clause that it governs.
 */
export type SpeechVerb = { base: string; bare: boolean; weak?: true };

/** The lists as sets, made once for each knowledge handed in. */
export type NameIndex = {
  female: Set<string>;
  male: Set<string>;
  surnames: Set<string>;
  familyFirst: Set<string>;
  /** A given name to the groups of short forms it belongs to. */
  nicknames: Map<string, number[]>;
  common: Set<string>;
  honorifics: Map<string, Gender>;
  /** Offices by their lower-case words, how many words the longest has, and the words they begin with. */
  offices: Map<string, Gender>;
  longestOffice: number;
  officeStarts: Set<string>;
  modifiers: Set<string>;
  organizations: Set<string>;
  organizationWords: Set<string>;
  things: Set<string>;
  placeWords: Set<string>;
  countries: Set<string>;
  places: Set<string>;
  demonyms: Set<string>;
  speech: Map<string, SpeechVerb>;
};

const made = new WeakMap<NameKnowledge, NameIndex>();

/** The index of a knowledge; the same knowledge gives the same index again. */
export function nameIndex(knowledge: NameKnowledge): NameIndex {
  let index = made.get(knowledge);
  if (!index) made.set(knowledge, (index = build(knowledge)));
  return index;
}

function build(knowledge: NameKnowledge): NameIndex {
  const offices = marked(knowledge.offices);
  for (const office of [...offices.keys()]) {
    if (!offices.has(plural(office))) offices.set(plural(office), offices.get(office) ?? null);
  }
  return {
    female: new Set(knowledge.givenNamesFemale.map(foldName)),
    male: new Set(knowledge.givenNamesMale.map(foldName)),
    surnames: new Set(knowledge.surnames.map(foldName)),
    familyFirst: new Set(knowledge.familyFirst),
    nicknames: groups(knowledge.nicknames),
    common: new Set(knowledge.commonWords),
    honorifics: marked(knowledge.honorifics),
    offices,
    longestOffice: Math.max(1, ...[...offices.keys()].map(office => office.split(' ').length)),
    officeStarts: new Set([...offices.keys()].map(office => office.split(' ')[0]!)),
    modifiers: new Set(knowledge.officeModifiers),
    organizations: new Set(knowledge.organizations),
    organizationWords: new Set(knowledge.organizationWords),
    things: new Set(knowledge.thingWords),
    placeWords: new Set(knowledge.placeWords),
    countries: new Set(knowledge.countries),
    places: new Set([...knowledge.countries, ...knowledge.cities, ...knowledge.regions]),
    demonyms: new Set(knowledge.demonyms),
    speech: verbs(knowledge.speechVerbs),
  };
}

function marked(lines: string[]): Map<string, Gender> {
  return new Map(
    lines.map(line => {
      const [word, mark] = line.split('|');
      return [word!.trim(), mark === 'm' || mark === 'f' ? mark : null] as const;
    }),
  );
}

function groups(lines: string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [group, line] of lines.entries()) {
    for (const name of line.split(/\s+/)) found.set(name, [...(found.get(name) ?? []), group]);
  }
  return found;
}

function verbs(lines: string[]): Map<string, SpeechVerb> {
  const found = new Map<string, SpeechVerb>();
  for (const line of lines) {
    const [, marks, text] = /^([*~]*)(.*)$/.exec(line)!;
    const forms = text!.split('|');
    const verb: SpeechVerb = { base: forms[0]!, bare: marks!.includes('*') };
    if (marks!.includes('~')) verb.weak = true;
    for (const form of forms) if (!found.has(form)) found.set(form, verb);
  }
  return found;
}

function plural(office: string): string {
  if (/man$/.test(office)) return office.replace(/man$/, 'men');
  if (/[^aeiou]y$/.test(office)) return office.replace(/y$/, 'ies');
  return /(s|x|ch)$/.test(office) ? `${office}es` : `${office}s`;
}
