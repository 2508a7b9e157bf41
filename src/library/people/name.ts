import { type Agreement, agreement } from '../../names/agreement.ts';
import { createNameParser, type NameLists, type PersonName } from '../../names/name.ts';
import { familyFirst, nicknameGroups } from '../text/word-lists.ts';

const lists: NameLists = { familyFirst, nicknames: nicknameGroups };

/** Parses a name as an article or a user writes it; null if there is no letter in it. */
export const nameOf = createNameParser(lists);

/** How well two names can be one person's. */
export function agreementOf(a: PersonName, b: PersonName): Agreement {
  return agreement(a, b, lists);
}
