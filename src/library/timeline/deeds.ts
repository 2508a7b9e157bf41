import { stem } from '../../reading/text/stem.ts';

/** Words with which reports tell the same deed, a deed a line: one says that someone died, another that they were killed. */
const deeds = [
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

const made = new Map(
  deeds.flatMap(line => {
    const words = line.split(' ');
    return words.map(word => [stem(word), `=${words[0]}`] as const);
  }),
);

/** The deed that a stem tells, marked by `=`; the stem itself where it is none. */
export const deedOf = (word: string): string => made.get(word) ?? word;

/** Whether two sentences, as the stems and deeds in them, tell deeds, and no common one. */
export function tellOthers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [own, other] = [a, b].map(words => [...words].filter(word => word.startsWith('=')));
  return own!.length > 0 && other!.length > 0 && !own!.some(deed => b.has(deed));
}
