import { officeNamed } from '../../languages/offices.ts';
import type { Evidence } from '../../library/model/types.ts';
import { isFormerOrOutgoing, withoutFormer } from '../../library/people/role.ts';
import type { Subject } from '../../library/subjects/types.ts';
import { foldedWords } from '../../library/text/fold.ts';
import type { Library } from '../page/library.ts';

/** What a person is called, where an article says so, and the day of the newest that mentions the office. */
export type Role = Evidence & { lastDay: string };

/** Offices that one person at a time holds where it is said of what: `mayor of Tarn`, `Orlen’s manager`. */
const heldByOne =
  /^(?!.*\b(?:deputy|vice|assistant|former|ex)\b).*\b(?:president|mayor|premier|minister|chancellor|governor|king|queen|pope|ceo|chief executive|chair(?:man|woman|person)?|head coach|coach|manager|captain|speaker|leader|secretary general|police chief)\b/i;
const ofSomething = /\b(?:of|at|for)\s\S|['’]s?\s\S/i;

/** An office is named before what it is of: no one is `running for president`. */
function namesOffice(words: string): boolean {
  return heldByOne.test(words) && heldByOne.test(words.split(/\s(?:of|at|for|in)\s/i)[0]!);
}

/** Whether words name, in English, what one person at a time is. */
export function isOfficeOfOne(words: string): boolean {
  return namesOffice(words) || /^(?:office|charge|power|post)$/i.test(words);
}

/** An office and what news also call it. */
const alsoCalled: readonly [RegExp, string][] = [
  [/\bCEO\b/gi, 'chief executive'],
  [/\bCFO\b/gi, 'chief financial officer'],
  [/\bPM\b/gi, 'prime minister'],
];

function inFull(office: string): string {
  return alsoCalled.reduce((words, [short, long]) => words.replace(short, long), office);
}

/**
 * Other words by which those may be found who have or had an office that was asked for, `former mayor of Tarn` for
 * `mayor of Tarn`; none for words that name no such office.
 */
export function wordingsOfOffice(asked: string): string[] {
  const office = asked.replace(/\b(?:current|present|new|next) /gi, '');
  const other = inFull(office);
  if (isFormerOrOutgoing(office) || !namesOffice(other)) return [];
  const wordings = [other, ...(ofSomething.test(other) ? [`former ${other}`] : [])];
  return wordings.filter(wording => wording !== asked);
}

/**
 * Who of those whom articles give an office has it now: the one whom no later article calls a former one, or if all
 * have given it up, who has it in later articles; of what one person at a time is, the one who was last called that.
 * Null if that leaves several.
 * @param office as it was asked for
 */
export async function presentHolder(
  library: Library,
  office: string,
  fits: readonly Subject[],
): Promise<Subject | null> {
  const named = library.vocabulary && officeNamed(office, library.vocabulary);
  const inEnglish = named ? `${named.names.join(' ')}${named.of === '' ? '' : ` of ${named.of}`}` : office;
  if (isFormerOrOutgoing(inEnglish)) return null;
  const asked = [...new Set([inEnglish, inFull(inEnglish)])];
  const isAsked = ({ text }: Role) => asked.some(words => isNamedIn(text, words));
  const held = await Promise.all(
    fits.map(async subject => {
      const roles = subject.type === 'person' ? await library.people.roles(subject.id) : [];
      const asHolder = roles.filter(role => !isFormerOrOutgoing(role.text) && isAsked(role));
      const asFormer = roles.some(role => isFormerOrOutgoing(role.text) && isAsked(role));
      const isGivenUp =
        asHolder.length === 0 ? asFormer : asHolder.some(role => givenUp(role, roles) !== undefined);
      return { subject, asHolder, lastDay: latest(asHolder), isGivenUp };
    }),
  );
  const present = held.filter(({ isGivenUp }) => !isGivenUp);
  if (present.length === 0) {
    const wordings = held.flatMap(({ asHolder }) => asHolder.map(({ text }) => text)).filter(isSeveralWords);
    const next = await successor(library, [...asked, ...wordings], held);
    if (next !== null) return next;
  }
  if (present.length === 1) return present[0]!.subject;
  if (!asked.some(words => heldByOne.test(words) && ofSomething.test(words))) return null;
  const [first, second] = (present.length > 0 ? present : held).toSorted((a, b) =>
    a.lastDay < b.lastDay ? 1 : -1,
  );
  return first && second && first.lastDay > second.lastDay ? first.subject : null;
}

/** `Tarn’s mayor`, `Orlen coach`: words that may say what the office is of, as a bare `mayor` can’t. */
const isSeveralWords = (text: string) => /\S\s\S/.test(text);

/**
 * Who has an office that those who had it have given up: the one whom an article on it last called so, later than any of
 * them. Null if no article does.
 * @param wordings of the office, as it was asked for and as articles call those who had it
 */
async function successor(
  library: Library,
  wordings: readonly string[],
  gone: readonly { subject: Subject; lastDay: string }[],
): Promise<Subject | null> {
  const last = gone.reduce((newest, { lastDay }) => (lastDay > newest ? lastDay : newest), '');
  for (const office of new Set(wordings)) {
    const named = await library.subjects.holdersNearby(office);
    const others = named.filter(({ id }) => gone.every(({ subject }) => subject.id !== id));
    const held = await Promise.all(
      others.map(async subject => {
        const roles = await library.people.roles(subject.id);
        const asHolder = roles.filter(role => !isFormerOrOutgoing(role.text) && isNamedIn(role.text, office));
        const isGivenUp = asHolder.some(role => givenUp(role, roles) !== undefined);
        return { subject, lastDay: isGivenUp ? '' : latest(asHolder) };
      }),
    );
    const [next] = held
      .filter(({ lastDay }) => lastDay > last)
      .sort((a, b) => (a.lastDay < b.lastDay ? 1 : -1));
    if (next !== undefined) return next.subject;
  }
  return null;
}

/** The role under which someone is no longer what the given role says, said later than it; undefined if none is. */
export function givenUp(role: Role, roles: readonly Role[]): Role | undefined {
  if (isFormerOrOutgoing(role.text)) return undefined;
  return roles.find(
    other =>
      isFormerOrOutgoing(other.text) &&
      other.lastDay > role.lastDay &&
      isNamedIn(role.text, withoutFormer(other.text)),
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
