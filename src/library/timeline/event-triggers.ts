import { stem } from '../../reading/text/stem.ts';

/** Words by which reports name the same kind of event, a kind a line: one says that someone died, another that they were killed. */
const triggers = [
  'died dies dead death killed kills killing shot murdered slain drowned',
  'injured wounded hurt injuries',
  'resigned resigns resignation quit quits stepped',
  'elected elects election won wins victory',
  'sentenced sentence jailed imprisoned prison',
  'freed frees released release',
  'arrested arrests arrest detained detains',
  'charged charges indicted accused',
  'met meets meeting talks talked',
  'flew flies arrived arrives travelled traveled landed visited visit',
  'approved approves passed passes backed adopted',
  'rejected rejects refused vetoed defeated',
  'spoke speaks speech addressed told',
  'attacked attacks bombed shelled raided stormed',
  'scored scores',
  'fined fines',
];

const kinds = new Map(
  triggers.flatMap(line => {
    const words = line.split(' ');
    return words.map(word => [stem(word), `=${words[0]}`] as const);
  }),
);

/** The kind of event that a stem names, marked by `=`; the stem itself if it names none. */
export const eventKindOf = (word: string): string => kinds.get(word) ?? word;

/** Whether two sentences, as the stems and kinds of events in them, each name kinds of events, and none in common. */
export function differInKind(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [own, other] = [a, b].map(words => [...words].filter(word => word.startsWith('=')));
  return own!.length > 0 && other!.length > 0 && !own!.some(kind => b.has(kind));
}
