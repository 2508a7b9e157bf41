import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';

/** What ends the names of companies. */
export const companySuffix =
  /^(?:inc|inc\.|ltd|ltd\.|llc|plc|corp|corp\.|co|co\.|corporation|company|gmbh|spa|s\.p\.a\.|ag|ab|nv|n\.v\.|oyj|oy|asa|kk|kg|sa|s\.a\.|sarl|srl|s\.r\.l\.|s\.l\.|b\.v\.|bhd|pty|pte|pvt|limited|llp\.?|lp|&)$/;

/** Whose a body is: `the People’s Army`, `the Dockers’ and Seamen’s Federation`. */
export const members =
  /^(?:people|women|men|children|workers|farmers|peasants|citizens|teachers|students|doctors|nurses|employers|consumers|writers|journalists|lawyers|veterans|miners|dockers|seamen|sailors|fishermen|drivers|soldiers|officers|mothers|fathers|parents|tenants|traders|merchants|bankers|players|artists|actors|musicians|prisoners|refugees|pensioners|owners|growers|producers|manufacturers)$/;

/** Whether the lists have a place of this name, in lower case. */
export function isListedPlace(name: string, { places, towns }: NameIndex): boolean {
  return places.has(name) || towns.has(name);
}

/** Whether a word is one of everyday English. */
export function isPlainWord(word: Word, index: NameIndex): boolean {
  return index.common.has(word.lower) || word.known;
}

/** Legal forms that are no part of a run, each by its first word, with the words behind it. */
export const legalForms: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...'plc gmbh llc pty oyj ltd s.r.o. a.s. d.o.o. d.d.'.split(' ').map(form => [form, []] as const),
  ['A', ['/', 'S']],
]);
