import { isFrequent } from '../../library/text/word-lists.ts';
import { type Act, actsIn } from './acts.ts';
import type { QuestionForm } from './question-form.ts';
import { type AskedWord, formsOf, includesWord } from './question-words.ts';

/** What a sentence says about the act that is asked about. */
export type Report = {
  act: Act;
  /** Whether whom it names in which role is as asked, with a name for whom the question asks. */
  isAsAsked: boolean;
  /** Whether a pronoun stands for whom the question names, or it is left to the context: the sentence before has to say who that is. */
  isPronoun: boolean;
};

/** The words among which the one who acts and the one acted on are named. */
type Sides = { agent: string; patient: string };

/** What the reading of the article names in the sentence: `CITY attack` is an attack on it; people and organizations. */
export type Named = { places: readonly string[]; names: readonly string[] };

/** What a noun phrase does not reach back beyond, and how many words it has at most. */
const outside =
  /^(?:on|in|of|at|by|for|from|to|with|after|says?|said|claims?|is|was|were|and|that|who|which|hit|over|under|out|\p{Ll}+ed)$/u;
const phraseWord = /^[\p{L}\p{N}’'“”.-]{1,30}$/u;
const longestPhrase = 7;
/** Those who carry out, claim or are blamed for what a noun reports. */
const carriedOut =
  /^(.*?)\b(?:claim\w*|carr(?:y|ied|ies|ying) out|launch\w*|conduct\w*|order\w*|mount\w*|commit\w*|stage[ds]?|tr(?:y|ied|ies)|wage[ds]?|made|makes?|behind)\b/s;
const blamed = /\b(?:blam\w{1,5}|accus\w{1,6}|suspect\w{0,5})\s(.{1,60}?)\s(?:for|of|over|in)\b/;
const doneBy = /(?:^|\s)(?:by|blam\w{1,5} on|attributed to|pinned on)\s(.{1,80})/s;
/** What ends the name of who did it. */
const endOfAgent = /[,.;]|\s(?:on|in|at|against|for|of|as|to|with)\s/;
const attackedIn =
  /^(?:[^.;]{0,60}?)\sin\s(?:an?|the|apparent)\s([^,.;]{0,40}?)\b(?:air)?(?:strikes?|attacks?|raids?|bombings?|shootings?|operations?|ambush)\b/s;
/** What follows an object: `struck CITY, in what NAME called a response to …`. */
const furtherOn = /(?:,\s(?:in|which|who|where|leaving|wounding|saying)|\s(?:in what|that|which|who))\s.*$/s;
/** What an object is for: `praised a plan to attack CITY`. */
const purpose = /\sto\s(?!(?:the|an?|his|her|its|their)\s)\p{Ll}/u;
/** `The army said that` in front of whom it says was killed. */
const reporting =
  /^.*\b(?:said|says?|reported|announced|confirmed|claimed|believes?)\s(?:\p{L}{1,20}\s){0,3}that\s/su;
/** `on CITY`, `of NAME`, after a noun for an act, without what is said of it further on. */
const upon =
  /^[^.,;]{0,40}?\s(?:on|against|in|of|at|near|targeting|into|that|killing|killed|to)\b(?:(?!\s(?:that|who|which|responsible|where)\s)[^.,;]){0,70}/;
/** Where what is named in front suffers the act: `NAME's killing`, not `NAME's attack`. */
const suffered =
  /^(?:assassination|killings?|deaths?|murders?|arrests?|detention|release|conviction|sentences?|imprisonment|expulsions?|dismissal|abduction|indictment|extradition|replacement|poisoning|destruction|capture|shootings?|stabbings?|bombings?|shelling|seizure|takeover|defeat|bans?)$/i;
/** The one who acted, of whom the sentence before says on whom. */
const shooter = /^(?:gunm[ae]n|shooter)$/i;
/** A sentence that goes on about whom the one before it is about. */
const pronounFirst = /^\W*(?:he|she|they|it|his|her|their|its)\b/i;
/** `ISRAELI-occupied` names no one who acts, `anti-NAME` no one who is acted on. */
const compound =
  /(?<!\p{L})(?:\p{Lu}\p{L}{1,30}-(?:occupied|backed|run|based|born|held|controlled|made|aligned|owned)\b|[Aa]nti-\p{Lu}\p{L}{1,30}(?:\s\p{Lu}\p{L}{1,30})?)/gu;
const dates =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)s?\b/g;

/**
 * Whether a sentence reports the act with the roles of a question, by its words alone: subject and object, the passive
 * with `by`, and nouns (`NAME's attack on CITY`).
 * @returns the first act that is as asked, else the first; null if the sentence reports no such act
 */
export function reportOf(text: string, form: QuestionForm, named: Named): Report | null {
  const acts = actsIn(
    text.replace(compound, found => ' '.repeat(found.length)),
    form.verb,
  );
  const asAsked = acts.find(act => isAsAsked(act, form, named));
  const goingOn = acts.find(
    act =>
      (shooter.test(act.word) || (pronounFirst.test(text) && text.startsWith(act.before))) &&
      isAsAsked(act, form, named, true),
  );
  const act = asAsked ?? goingOn ?? acts[0];
  if (act === undefined) return null;
  return {
    act,
    isAsAsked: act === asAsked || act === goingOn,
    isPronoun: act !== asAsked && act === goingOn,
  };
}

function isAsAsked(
  act: Act,
  { wanted, agent, patient }: QuestionForm,
  { places, names }: Named,
  isPronoun = false,
): boolean {
  const sides = sidesOf(act, places);
  const isNamed = (side: string, words: readonly AskedWord[]) =>
    has(side, words) || (isPronoun && (shooter.test(act.word) || pronounFirst.test(side)));
  if (!isNamed(sides.agent, agent) || !isNamed(sides.patient, patient)) return false;
  const asked = [...agent, ...patient];
  if (wanted === 'agent') return namesAnother(sides.agent, asked, act);
  return (
    wanted === 'other' ||
    names.some(name => sides.patient.includes(name) && (asked.length === 0 || !has(name, asked)))
  );
}

function sidesOf({ kind, word, before, after }: Act, places: readonly string[]): Sides {
  const by = (doneBy.exec(after)?.[1] ?? '').split(endOfAgent)[0]!;
  if (kind === 'active') return { agent: before, patient: objectIn(after) };
  if (kind === 'doer') return { agent: `${before} ${after.slice(0, 60)}`, patient: `${before} ${after}` };
  if (kind === 'passive') {
    const attack = withoutPlaces(attackedIn.exec(after)?.[1] ?? '', places);
    return { agent: `${by} ${attack}`, patient: before.replace(reporting, '') };
  }
  const own = nounPhraseBefore(before);
  const others = [carriedOut.exec(before)?.[1], blamed.exec(before)?.[1]].join(' ');
  const isSuffered = suffered.test(word);
  return {
    agent: `${isSuffered ? '' : withoutPlaces(own, places)} ${by} ${others}`,
    patient: `${isSuffered ? own : onlyPlaces(own, places)} ${upon.exec(after)?.[0] ?? ''}`,
  };
}

/** The object in the text behind a verb. */
function objectIn(after: string): string {
  const object = after.replace(furtherOn, '');
  const at = object.search(purpose);
  return at > 0 ? object.slice(0, at) : object;
}

const described = /^(?:an?|the|police|rebels|gunmen|unknown|armed)\s/i;
/** What someone used, who is not named. */
const instrument =
  /^(?:an?|the)\s(?:\p{L}+\s){0,2}(?:bombs?|missiles?|drones?|rockets?|bullets?|shells?|car|truck|train|(?:air)?strikes?|blast|explosion|device|fire|storm|knife|gun)\b/iu;

/** The words of the noun phrase that ends in front of a noun: `a Russian drone `. */
function nounPhraseBefore(before: string): string {
  const words = before.trimEnd().split(' ').slice(-longestPhrase);
  const from = words.findLastIndex(word => outside.test(word) || !phraseWord.test(word));
  // `NAME called the killing a crime`: what is in front of the article is no part of the phrase.
  const article = words.findLastIndex(word => /^(?:the|an?|this|that|these|those)$/i.test(word));
  return words.slice(Math.max(from + 1, article)).join(' ');
}

/** The words without the places that are only where something happens: `COUNTRY's attack` is the country's. */
function withoutPlaces(text: string, places: readonly string[]): string {
  return places.reduce((rest, place) => (isPlaceIn(rest, place) ? rest.replaceAll(place, ' ') : rest), text);
}

function onlyPlaces(text: string, places: readonly string[]): string {
  return places.filter(place => isPlaceIn(text, place)).join(' ');
}

function isPlaceIn(text: string, place: string): boolean {
  const at = text.indexOf(place);
  return at >= 0 && !/^['’]s\b/.test(text.slice(at + place.length));
}

/** Whether words name those asked about: by at least half of what they are called, the noun or surname if it is one. */
function has(side: string, asked: readonly AskedWord[]): boolean {
  if (asked.length === 0) return true;
  const own = formsOf(side);
  const named = asked.filter(word => includesWord(own, word));
  const isName = asked.every(({ word }) => /^\p{Lu}/u.test(word));
  return named.length * 2 >= asked.length && (isName || named.includes(asked.at(-1)!));
}

/** Whether words name anyone besides those asked about: a capital, or whatever is `by` in the passive. */
function namesAnother(side: string, asked: readonly AskedWord[], { kind }: Act): boolean {
  const words = side.replace(dates, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  const isOther = (word: string) => {
    const own = formsOf(word.replace(/['’]s$/, ''));
    return !asked.some(each => includesWord(own, each));
  };
  const isName = (word: string) => /^\p{Lu}/u.test(word) && !isFrequent(word.toLowerCase()) && isOther(word);
  if (words.some(isName)) return true;
  return kind === 'passive' && described.test(side) && !instrument.test(side) && words.some(isOther);
}
