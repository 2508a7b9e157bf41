import { foldedWords } from '../text/fold.ts';
import { isFormer } from './role.ts';

/** What people do, by the words for it in their roles; only words that mean nothing else. */
const words = {
  sport: `goalkeeper goalie striker midfielder footballer batsman batter bowler pitcher quarterback cyclist swimmer
    sprinter hurdler gymnast boxer wrestler golfer skier jockey referee umpire`,
  bench: 'judge magistrate prosecutor',
  stage: `singer rapper actor actress drummer guitarist pianist violinist cellist soprano tenor baritone dancer
    ballerina comedian`,
  church: 'bishop archbishop cardinal imam rabbi pastor priest vicar monk nun abbot',
  science: `physicist chemist biologist astronomer virologist epidemiologist geologist botanist zoologist
    mathematician neuroscientist climatologist paleontologist seismologist`,
  school: 'pupil schoolboy schoolgirl toddler',
  office:
    'minister president senator governor lawmaker mayor chancellor councillor congressman congresswoman',
} as const;

/** `minor`: who is called by an age under eighteen. */
type Walk = keyof typeof words | 'minor';

/** What no one person does both of. Boxers become mayors, comedians presidents, and singers judge others on television. */
const neverBoth: readonly (readonly [Walk, Walk])[] = [
  ['sport', 'bench'],
  ['sport', 'church'],
  ['sport', 'science'],
  ['bench', 'science'],
  ['school', 'sport'],
  ['school', 'bench'],
  ['school', 'stage'],
  ['school', 'church'],
  ['school', 'science'],
  ['school', 'office'],
  ['minor', 'office'],
  ['minor', 'bench'],
  ['minor', 'church'],
];

const walkOf = new Map(
  Object.entries(words).flatMap(([walk, list]) =>
    list.split(/\s+/).map((word): [string, Walk] => [word, walk as Walk]),
  ),
);

const ageOfMinor = /^(?:[1-9]|1[0-7])-year-old\b/i;
/** Offices that the young hold among themselves. */
const ofTheYoung = /\b(?:students?|pupils|school|youth|junior|class)\b/i;

/** What someone does by the wordings of their roles; former ones do not count. */
export function walksOf(roles: readonly string[]): Set<Walk> {
  return new Set(
    roles
      .filter(role => !isFormer(role) && !ofTheYoung.test(role))
      .flatMap(role =>
        ageOfMinor.test(role)
          ? ['minor' as const]
          : foldedWords(role).flatMap(word => walkOf.get(word) ?? []),
      ),
  );
}

/** Whether no one does both: a goalkeeper and a judge of one name are two people. */
export function areTwoPeople(a: ReadonlySet<Walk>, b: ReadonlySet<Walk>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  return [...a].every(one =>
    [...b].every(other =>
      neverBoth.some(pair => one !== other && pair.includes(one) && pair.includes(other)),
    ),
  );
}
