import { foldedWords } from '../text/fold.ts';
import { isFormer } from './role.ts';

/** What people do, by words that say so in whatever is written around them. */
const words = {
  sport: `goalkeeper keeper goalie striker midfielder defender winger footballer batsman batter bowler pitcher
    quarterback cyclist swimmer sprinter hurdler gymnast boxer wrestler golfer skier jockey referee umpire`,
  bench: 'judge magistrate prosecutor justice',
  stage: `singer rapper actor actress drummer guitarist pianist violinist cellist soprano tenor baritone dancer
    ballerina comedian`,
  church: 'bishop archbishop cardinal imam rabbi pastor priest vicar monk nun abbot',
  science: `physicist chemist biologist astronomer virologist epidemiologist geologist botanist zoologist
    mathematician neuroscientist climatologist paleontologist seismologist`,
  school: 'pupil schoolboy schoolgirl toddler',
  office:
    'minister president senator governor lawmaker mayor premier chancellor councillor congressman congresswoman',
} as const;

type Walk = keyof typeof words;

/** Those who hold a political office are often something else as well; whoever is still at school isn't. */
const besidesOffice: ReadonlySet<Walk> = new Set(['bench', 'stage', 'church', 'science']);

const walkOf = new Map(
  Object.entries(words).flatMap(([walk, list]) =>
    list.split(/\s+/).map((word): [string, Walk] => [word, walk as Walk]),
  ),
);

/** What someone does by the wordings of their roles; none for those of which it is not said, or only of former times. */
export function walksOf(roles: readonly string[]): Set<Walk> {
  return new Set(
    roles
      .filter(role => !isFormer(role))
      .flatMap(role => foldedWords(role).flatMap(word => walkOf.get(word) ?? [])),
  );
}

/** Whether no one does both: a goalkeeper and a judge of one name are two people. */
export function areTwoPeople(a: ReadonlySet<Walk>, b: ReadonlySet<Walk>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  return [...a].every(one => [...b].every(other => one !== other && !mayBeBoth(one, other)));
}

function mayBeBoth(a: Walk, b: Walk): boolean {
  return (a === 'office' && besidesOffice.has(b)) || (b === 'office' && besidesOffice.has(a));
}
