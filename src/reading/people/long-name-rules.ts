import { isListed } from '../../names/fold.ts';
import { isListedSurname } from '../../names/surname.ts';
import { patronymicMarkers } from '../../names/vocabulary.ts';
import { surnamesToo } from '../entities/organizations/bearers.ts';
import { isTitleAsGivenName, isVietnamese } from './before-name.ts';
import {
  club,
  dottedLetters,
  greekLetters,
  isAcronym,
  isByItself,
  isNoSurname,
  isPeople,
  isPlain,
  isWeak,
  type Kind,
} from './classify-one-word.ts';
import { isNextToHeadNoun } from './evidence-around.ts';
import {
  capitalParticle,
  hasOddLast,
  hasSurnameInCapitals,
  hasWordOfNoName,
  initials,
  isNameByWords,
  isOneWordWithParticles,
  isPlainOpening,
  type LongName,
} from './long-name.ts';
import { isNamedAfter } from './named-after.ts';
import { hasPersonContext } from './person-context.ts';

const inPlace = /^(?:in|at|near|to|from|outside|around)$/;
const stormWord = /^(?:storm|hurricane|typhoon|cyclone|operation)$/;

type WordsRule = { name: string; kind: Kind; holds: (name: LongName) => boolean };
type ContextRule = { name: string; kind: Kind; holds: (name: LongName, isShown: boolean) => boolean };

/** What several words name by themselves and the lists; the first rule that holds decides. */
export const wordsRules: WordsRule[] = [
  {
    name: 'something called after a person',
    kind: 'other',
    holds: ({ parts, words, index }) => isNamedAfter(parts, words, index),
  },
  {
    name: '`Clair County Sheriff`, behind `St.`',
    kind: 'other',
    holds: ({ core }) => core.length > 2 && core[1]!.lower === 'county',
  },
  { name: 'a number', kind: 'other', holds: ({ core }) => core.some(word => /\d/.test(word.text)) },
  {
    // `Abu Haidar` is what people are called; `in Abu Ghraib`, `Abu Ghraib prison` are places.
    name: 'Abu X',
    kind: 'person',
    holds: ({ first, parts, words, index }) =>
      /^(?:abu|umm)$/.test(first.lower) && isByItself(parts, words, index),
  },
  {
    name: 'Le Quoc Bao',
    kind: 'person',
    holds: ({ core, parts, words, index }) =>
      (core.length === 3 || core.length === 4) && isVietnamese(words, parts.name, index),
  },
  {
    name: 'an organization of the lists',
    kind: 'organization',
    holds: ({ whole, index }) => index.organizations.has(whole),
  },
  {
    name: 'particles before an everyday word, a place or a people',
    kind: 'other',
    holds: name => isOneWordWithParticles(name) && isNoSurname(name.last.lower, name.index),
  },
  { name: 'particles before a surname', kind: 'single', holds: isOneWordWithParticles },
  {
    name: '`Han Chinese`, `Crimean Tatars`',
    kind: 'other',
    holds: ({ first, last, isGiven, parts, index }) =>
      !parts.honorific &&
      last.text.length > 2 &&
      isPeople(last.lower, index) &&
      // `Mark Cuban`
      !(isGiven && first.text.length > 3 && !last.lower.endsWith('s')) &&
      !isListedSurname(last.text, index),
  },
  {
    name: 'Sultan bin X',
    kind: 'person',
    holds: ({ parts, words, index }) => isTitleAsGivenName(words, parts.name, parts.to, index),
  },
  {
    name: 'a patronymic',
    kind: 'person',
    holds: ({ core }) => core.some(word => patronymicMarkers.has(word.lower)),
  },
  {
    name: 'an organization of many words',
    kind: 'organization',
    holds: ({ core, last, index }) => core.length > 5 && index.organizationWords.has(last.lower),
  },
  {
    name: 'many words',
    kind: 'other',
    holds: ({ core }) => core.filter(({ isCapitalized }) => isCapitalized).length > 5,
  },
  {
    name: 'a place of the lists',
    kind: 'place',
    holds: ({ whole, parts, index }) => isListed(index.places, whole) && !parts.honorific,
  },
  {
    name: 'in Mae Sot, a town of the lists',
    kind: 'place',
    holds: ({ whole, parts, words, index }) =>
      !parts.titled && inPlace.test(words[parts.name - 1]?.lower ?? '') && index.towns.has(whole),
  },
  {
    name: 'an organization by its head',
    kind: 'organization',
    holds: ({ last, isGiven, isStrong, parts, words, index }) =>
      index.organizationWords.has(last.lower) &&
      !(parts.titled && isGiven) &&
      !(isStrong && surnamesToo.test(last.lower) && hasPersonContext(parts, words, index)),
  },
  {
    name: 'a company by its suffix',
    kind: 'organization',
    holds: ({ last }) =>
      /^(?:co\.|inc|ltd\.?|ltda\.?|llc|plc|gmbh|n\.v\.|s\.a\.|kft|zrt|bhd|pjsc|d\.o\.o\.)$/.test(last.lower),
  },
  { name: 'a club by its first word', kind: 'organization', holds: ({ first }) => club.test(first.text) },
  {
    name: 'Anna MILLER, the surname in capitals as in official texts',
    kind: 'person',
    holds: hasSurnameInCapitals,
  },
  {
    name: 'an acronym among other words',
    kind: 'organization',
    holds: ({ core }) => core.some(word => isAcronym(word, core)),
  },
  {
    name: 'letters with stops at the end',
    kind: 'organization',
    holds: ({ last }) => dottedLetters.test(last.text),
  },
  {
    name: 'a place by its first word',
    kind: 'other',
    holds: ({ first, parts, index }) => index.placeWords.has(first.lower) && !parts.titled,
  },
  {
    name: 'letters of the Greek alphabet',
    kind: 'other',
    holds: ({ core }) => core.filter(word => greekLetters.has(word.lower)).length >= 2,
  },
  {
    name: 'near X',
    kind: 'other',
    holds: ({ parts, words }) =>
      /^(near|outside|around)$/.test(words[parts.name - 1]?.lower ?? '') && !parts.titled,
  },
  {
    name: '`S. Korean`, `U.N. High Commissioner`',
    kind: 'other',
    holds: ({ first, last, index }) => initials.test(first.text) && index.demonyms.has(last.lower),
  },
  {
    name: 'an office',
    kind: 'other',
    holds: ({ last, isGiven, parts, index }) =>
      index.offices.has(last.lower) && !index.surnames.has(last.lower) && !isGiven && !parts.honorific,
  },
  {
    name: '`Volta Regional` Minister',
    kind: 'other',
    holds: ({ core, last, parts, words, index }) => {
      const next = words[parts.to];
      const isOffice =
        next?.sentence === last.sentence && next.isCapitalized && index.offices.has(next.lower);
      return (
        isOffice && core.length === 2 && index.modifiers.has(last.lower) && !index.surnames.has(last.lower)
      );
    },
  },
  {
    name: 'a thing by its first word',
    kind: 'other',
    holds: ({ first, isGiven, parts, index }) =>
      index.things.has(first.lower) &&
      !isGiven &&
      !parts.titled &&
      !index.familyFirst.has(first.lower) &&
      !initials.test(first.text),
  },
  {
    name: 'a storm',
    kind: 'other',
    holds: ({ first, parts }) => stormWord.test(first.lower) && !parts.titled,
  },
  {
    name: 'Anna De Vries',
    kind: 'person',
    holds: ({ core, first, last, isGiven, index }) =>
      core.length > 2 && capitalParticle.test(core[1]!.text) && !isPlainOpening(first, last, isGiven, index),
  },
];

/**
 * What several words name when it also counts whether the words around show a person (`isShown`); the first rule
 * that holds decides, and without one they may name a person.
 */
export const contextRules: ContextRule[] = [
  {
    name: 'a person whose last word also heads the names of things',
    kind: 'person',
    holds: ({ last, isGiven, isStrong, parts, index }, isShown) =>
      index.things.has(last.lower) && ((parts.titled && isGiven) || (isStrong && isShown)),
  },
  {
    name: 'a given name before a thing that is a surname too',
    kind: 'open',
    holds: ({ last, isStrong, index }) =>
      index.things.has(last.lower) && isStrong && isListedSurname(last.text, index),
  },
  {
    name: 'an initial before a thing that is a surname too',
    kind: 'open',
    holds: ({ first, last, core, index }) =>
      core.length === 2 &&
      /^\p{Lu}\.$/u.test(first.text) &&
      index.things.has(last.lower) &&
      isListedSurname(last.text, index),
  },
  { name: 'a thing', kind: 'other', holds: ({ last, index }) => index.things.has(last.lower) },
  {
    name: 'a form of address before a word of no name',
    kind: 'person',
    holds: name => name.parts.honorific && !name.index.common.has(name.first.lower) && hasWordOfNoName(name),
  },
  { name: 'a word of no name', kind: 'other', holds: hasWordOfNoName },
  {
    name: 'a given name before an everyday word',
    kind: 'open',
    holds: (name, isShown) =>
      name.isStrong && !isShown && !name.parts.titled && name.core.length === 2 && hasOddLast(name),
  },
  {
    name: 'a given name or initials',
    kind: 'person',
    holds: ({ first, isStrong, index }) =>
      isStrong || (initials.test(first.text) && !index.places.has(first.lower)),
  },
  {
    name: 'next to a word for an organization or a thing',
    kind: 'open',
    holds: ({ parts, words, index }, isShown) =>
      isShown && !parts.titled && isNextToHeadNoun(parts, words, index),
  },
  {
    name: 'everyday words as a person would be mentioned',
    kind: 'other',
    holds: ({ first, last, isGiven, parts, index }, isShown) =>
      (parts.titled || isShown) && !isGiven && isPlain(first, index) && isPlain(last, index),
  },
  {
    name: 'a title, or words that show a person',
    kind: 'person',
    holds: ({ parts }, isShown) => parts.titled || isShown,
  },
  {
    name: 'a family name first',
    kind: 'person',
    holds: name =>
      name.index.familyFirst.has(name.first.lower) &&
      name.core.length <= 3 &&
      !name.index.common.has(name.first.lower) &&
      !hasOddLast(name),
  },
  {
    name: 'a given name of several senses before a surname',
    kind: 'person',
    holds: ({ first, last, isGiven, index }) =>
      isGiven && (isListedSurname(last.text, index) || isNameByWords(first, last, index)),
  },
  { name: 'a given name of several senses', kind: 'open', holds: ({ isGiven }) => isGiven },
  {
    name: 'a family name that is an everyday word, before a word of no language',
    kind: 'open',
    holds: ({ first, last, index }) =>
      index.familyFirst.has(first.lower) && !last.known && !isWeak(last, index) && last.text.length > 2,
  },
  {
    name: 'an everyday word, a place or a people first',
    kind: 'other',
    holds: ({ first, index }) => isWeak(first, index),
  },
  {
    name: 'a family name first, before many words',
    kind: 'person',
    holds: name => name.index.familyFirst.has(name.first.lower) && !hasOddLast(name),
  },
];
