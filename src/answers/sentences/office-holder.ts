import { officeNamed } from '../../languages/offices.ts';
import type { Evidence } from '../../library/model/types.ts';
import type { Subject } from '../../library/subjects/types.ts';
import { foldedWords } from '../../library/text/fold.ts';
import type { Library } from '../page/library.ts';

/** What a person is called, where an article says so, and the day of the newest that mentions the office. */
export type Role = Evidence & { lastDay: string };

const former = /\b(?:former|ex|erstwhile|onetime|outgoing)\b/i;

/** Offices that one person at a time holds where it is said of what: `mayor of Tarn`, `Orlen’s manager`. */
const heldByOne =
  /^(?!.*\b(?:deputy|vice|assistant|former|ex)\b).*\b(?:president|mayor|premier|minister|chancellor|governor|king|queen|pope|ceo|chief executive|chair(?:man|woman|person)?|head coach|coach|manager|captain|speaker|leader|secretary general|police chief)\b/i;
const ofSomething = /\b(?:of|at|for)\s\S|['’]s?\s\S/i;

/**
 * Who of those whom articles give an office has it now: the one whom no later article calls a former one; of what one
 * person at a time is, the one who was last called that. Null if that leaves several.
 * @param office as it was asked for
 */
export async function presentHolder(
  library: Library,
  office: string,
  fits: readonly Subject[],
): Promise<Subject | null> {
  const named = library.vocabulary && officeNamed(office, library.vocabulary);
  const asked = named ? `${named.names.join(' ')}${named.of === '' ? '' : ` of ${named.of}`}` : office;
  if (former.test(asked)) return null;
  const held = await Promise.all(
    fits.map(async subject => {
      const roles = subject.type === 'person' ? await library.people.roles(subject.id) : [];
      const asHolder = roles.filter(role => !former.test(role.text) && isNamedIn(role.text, asked));
      const asFormer = roles.some(role => former.test(role.text) && isNamedIn(role.text, asked));
      const isGivenUp =
        asHolder.length === 0 ? asFormer : asHolder.some(role => givenUp(role, roles) !== undefined);
      return { subject, lastDay: latest(asHolder), isGivenUp };
    }),
  );
  const present = held.filter(({ isGivenUp }) => !isGivenUp);
  if (present.length === 1) return present[0]!.subject;
  if (!heldByOne.test(asked) || !ofSomething.test(asked)) return null;
  const [first, second] = (present.length > 0 ? present : held).toSorted((a, b) =>
    a.lastDay < b.lastDay ? 1 : -1,
  );
  return first && second && first.lastDay > second.lastDay ? first.subject : null;
}

/** The role under which someone is no longer what the given role says, said later than it; undefined if none is. */
export function givenUp(role: Role, roles: readonly Role[]): Role | undefined {
  if (former.test(role.text)) return undefined;
  return roles.find(
    other =>
      former.test(other.text) &&
      other.lastDay > role.lastDay &&
      isNamedIn(role.text, other.text.replace(former, ' ')),
  );
}

/** Whether the last word of an office, or of what it is before `of`, is among the words. */
function isNamedIn(role: string, words: string): boolean {
  const noun = foldedWords(role.split(/\b(?:of|for|at|in)\b/i)[0]!).at(-1);
  return noun !== undefined && foldedWords(words).includes(noun);
}

function latest(roles: readonly Role[]): string {
  return roles.reduce((last, { lastDay }) => (lastDay > last ? lastDay : last), '');
}
