import { stem } from '../../reading/text/stem.ts';

/** Words by which reports name the same kind of event, a kind a line: one says that someone died, another that they were killed. */
const triggers = [
  'met meets meeting talks talked',
  'flew flies arrived arrives travelled traveled landed visited visit',
  'approved approves passed passes backed adopted',
  'rejected rejects refused vetoed defeated',
  'spoke speaks speech addressed told',
  'attacked attacks bombed shelled raided stormed',
  'scored scores',
  'fined fines',
  'opened opens opening inaugurated ribbon',
  'unveiled unveils presented presents launched launches',
];

/** The same for what happens to a person once on a day: two reports of it are of one event though few other words agree. */
const onceTriggers = [
  'died dies dead death killed kills killing shot murdered slain drowned',
  'injured wounded hurt injuries',
  'resigned resigns resignation quit quits stepped',
  'elected elects election won wins victory',
  'sentenced sentence jailed imprisoned prison',
  'freed frees released release',
  'arrested arrests arrest detained detains',
  'charged charges indicted accused',
  'convicted convicts conviction guilty',
  'sworn oath',
  'sacked sacks fired fires dismissed dismisses dismissal ousted',
];

const kinds = new Map(
  [...triggers, ...onceTriggers].flatMap(line => {
    const words = line.split(' ');
    return words.map(word => [stem(word), `=${words[0]}`] as const);
  }),
);

const onceKinds: ReadonlySet<string> = new Set(onceTriggers.map(line => `=${line.split(' ', 1)[0]}`));

/** Whether two sentences, as stems and kinds, both name a kind of event that a person goes through once on a day. */
export function shareOnceKind(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some(word => word.startsWith('=') && onceKinds.has(word) && b.has(word));
}

/** The kind of event that a stem names, marked by `=`; the stem itself if it names none. */
export const eventKindOf = (word: string): string => kinds.get(word) ?? word;

/** Whether two sentences, as the stems and kinds of events in them, each name kinds of events, and none in common. */
export function differInKind(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [own, other] = [a, b].map(words => [...words].filter(word => word.startsWith('=')));
  return own!.length > 0 && other!.length > 0 && !own!.some(kind => b.has(kind));
}
