import { daysBetween as daysFrom } from '../../reading/text/calendar.ts';
import { addsNothing, isFormer, rolesAgree, sameOffice, stems, withoutFormer } from './role.ts';

/** Days within which articles are about the same time. */
const sameTime = 60;
/** A wording used less often of late may be a slip. */
const fewestRecent = 2;
/** Days before the latest wording after which one is too old to be the usual one. */
const outdated = 400;

/** A wording where it was used last, how often it is used, and how often within `sameTime` of the latest use of any. */
export type Wording = { text: string; folded: string; day: string; uses: number; recent: number };

/**
 * The wordings of roles, each where it was used last, with its uses.
 * @param roles each use of each, the latest first; `day` is that of the article, empty if unknown
 */
export function groupWordings<Role extends Pick<Wording, 'text' | 'folded' | 'day'>>(
  roles: Role[],
): (Role & Wording)[] {
  const newest = roles.find(({ day }) => day !== '')?.day ?? '';
  const wordings = new Map<string, Role & Wording>();
  for (const role of roles) {
    const known = wordings.get(role.folded) ?? { ...role, uses: 0, recent: 0 };
    known.uses += 1;
    if (daysBetween(role.day, newest) <= sameTime) known.recent += 1;
    wordings.set(role.folded, known);
  }
  return [...wordings.values()];
}

/** NaN, which is neither more nor less than any number, if one of the days is unknown. */
function daysBetween(from: string, to: string): number {
  return daysFrom(from.slice(0, 10), to.slice(0, 10));
}

/** The wordings of an office that call it former. */
const formersOf = ({ text }: Wording, all: Wording[]) =>
  all.filter(other => isFormer(other.text) && sameOffice(text, other.text));

/**
 * Whether an office without `former` is given up by now: it is called former as late or later, and then more often;
 * `President` said of a former one is a courtesy.
 */
function isGivenUp(wording: Wording, all: Wording[]): boolean {
  const { text, day, recent, uses } = wording;
  if (isFormer(text)) return false;
  return (
    isTitleOfFormer(wording, all) ||
    formersOf(wording, all).some(
      other =>
        daysBetween(other.day, day) <= sameTime &&
        (other.recent > recent ||
          // `President Holm` of a former president
          (other.recent === recent && (stems(text).size === 1 || other.uses > uses)) ||
          daysBetween(day, other.day) > sameTime),
    )
  );
}

/**
 * Whether a bare office is the courtesy that a former holder keeps for years, as `Secretary Holm`: with the words that
 * say which office it is, they are mostly called former.
 */
function isTitleOfFormer({ text, day }: Wording, all: Wording[]): boolean {
  if (stems(text).size > 1) return false;
  let balance = 0;
  for (const other of all)
    if (stems(withoutFormer(other.text)).size > 1 && sameOffice(text, other.text))
      if (!isFormer(other.text)) balance += other.uses;
      else if (!(daysBetween(other.day, day) > outdated)) balance -= other.uses;
  return balance < 0;
}

/** Whether a wording is given up and used at the time at which it is called former. */
function isCourtesy(wording: Wording, all: Wording[]): boolean {
  if (!isGivenUp(wording, all)) return false;
  return (
    isTitleOfFormer(wording, all) ||
    formersOf(wording, all).some(({ day }) => Math.abs(daysBetween(wording.day, day)) <= sameTime)
  );
}

/** The office that is held now, where the most used wording is a former one which is used no more than it by now. */
function held<Role extends Wording>([most, ...others]: Role[]): Role | undefined {
  if (most === undefined || !isFormer(most.text)) return undefined;
  return others.find(({ text, recent }) => !isFormer(text) && recent >= Math.max(fewestRecent, most.recent));
}

/** When an office was last mentioned, in whatever words; '' if no article with a day does. */
export function lastMention({ text, day }: Wording, all: readonly Wording[]): string {
  const days = all
    .filter(other => !isFormer(other.text) && rolesAgree(text, other.text))
    .map(other => other.day);
  return days.reduce((last, each) => (each > last ? each : last), day);
}

/**
 * What a person is called, the usual wording first, without those that add nothing to another, the others the latest
 * first. The usual one is the one used most, of several the first, and rather an office that is held than a former
 * one; where that names no more than a bare office, a fuller wording of it. An office that is called former by now is
 * not among them, unless it was called so only later: then it is dated by its last use.
 * @param all the wordings, the latest first; `day` is that of the article, empty if unknown
 */
export function distinctRoles<Role extends Wording>(all: Role[]): Role[] {
  const newest =
    all
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? '';
  const current = all.filter(wording => !isGivenUp(wording, all));
  const usual = current.filter(({ day }) => !(daysBetween(day, newest) > outdated));
  const others = all.filter(wording => !isCourtesy(wording, all));
  const distinct = usual.toSorted((a, b) => b.uses - a.uses);
  const most = held(distinct) ?? distinct[0] ?? all[0];
  if (!most) return [];
  const fuller = distinct.find(({ text }) => addsNothing(most.text, text) && !addsNothing(text, most.text));
  const isBare = stems(most.text).size <= 2;
  const kept: Role[] = [isBare && fuller ? fuller : most];
  for (const role of others) {
    const isKnown = kept.some(other => addsNothing(role.text, other.text, true));
    const isLess = others.some(
      other => addsNothing(role.text, other.text) && !addsNothing(other.text, role.text),
    );
    if (!isKnown && !isLess) kept.push(role);
  }
  return kept;
}
