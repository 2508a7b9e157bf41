import { type Agreement, agreement } from '../../names/agreement.ts';
import { createNameParser, type ParseName, type PersonName } from '../../names/name.ts';
import { nameLists } from '../text/word-lists.ts';

let parse: ParseName | undefined;

/** Parses a name as an article or a user writes it; null if there is no letter in it. */
export function nameOf(text: string): PersonName | null {
  parse ??= createNameParser(nameLists());
  return parse(text);
}

/** How well two names can be one person's. */
export function agreementOf(a: PersonName, b: PersonName): Agreement {
  return agreement(a, b, nameLists());
}
