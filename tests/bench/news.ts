import { knowledge } from '../reading/knowledge.ts';
import { randomFrom } from './invented.ts';

const given =
  'Anna Maria John Peter Laura Thomas Elena Martin Julia Robert Clara David Helen Mark Susan Paul'.split(' ');
const places = 'Paris London Berlin Madrid Vienna Ottawa Geneva Brussels Warsaw Oslo'.split(' ');
const offices = [
  'Foreign Minister',
  'President',
  'Mayor',
  'Senator',
  'the head of the central bank,',
  'Defence Minister',
  'the spokesman,',
  'Judge',
];
const subjects = [
  'the council',
  'the ministry of health',
  'the company',
  'a group of engineers',
  'the government',
  'the court',
  'the union of teachers',
  'the harbour',
  'the police',
  'the new commission',
  'the European Commission',
  'residents of the valley',
];
const verbs = [
  'approved',
  'rejected',
  'delayed',
  'published',
  'discussed',
  'postponed',
  'welcomed',
  'criticised',
  'opened',
  'will review',
  'has signed',
];
const objects = [
  'the plan for a second bridge over the river',
  'a report on the price of energy',
  'new rules for small banks',
  'the budget of the coming year',
  'an agreement on fishing in the northern waters',
  'the sanctions against three large companies',
  'a law on clean water',
  'the results of the election',
  'the repair of forty schools',
  'talks about a ceasefire',
];
const times = [
  'on Monday',
  'on Thursday',
  'in March',
  'on May 3',
  'last week',
  'in 2014',
  'yesterday',
  'earlier this year',
  'on 12 June 2021',
];
const endings = [
  'after long talks that had begun in the spring',
  'although many had warned of the costs',
  'and said more would follow',
  'which surprised nobody who had read the first draft',
  'because the old one was no longer safe',
  'despite protests in several towns',
];
const quotes = [
  'We have waited for this for a very long time',
  'There is no reason to be afraid of it',
  'Nobody asked those who live here',
  'It will cost more than we were told',
  'I do not think that this is the end of the story',
  'Our children will thank us for it',
];
const syllables = 'bal cor den far gil hol jan kes lor mar nor pel ros sten tal ver win'.split(' ');

/** Words for things that an article may be about: with the few phrases alone its vocabulary would be a twentieth of that of news. */
const things = knowledge.commonWords.filter(word => /^[a-z]{5,12}$/.test(word));

/**
 * An article of news made up from its number, always the same: prose, people with offices, quotes, days, and what
 * stands round it on a page. Sentences are as long as in news (24 words), and days and people are named as often.
 */
export function inventedNews(number: number, sentences = 30): string {
  const random = randomFrom(number * 104_729 + 17);
  const one = <Item>(list: Item[]) => list[Math.floor(random() * list.length)]!;
  const surname = () => {
    const word = one(syllables) + one(syllables) + (random() < 0.4 ? one(['son', 'er', 'ov', 'man']) : '');
    return word[0]!.toUpperCase() + word.slice(1);
  };
  const cast = Array.from({ length: 5 }, () => ({
    given: one(given),
    surname: surname(),
    office: one(offices),
  }));
  const told = new Set<object>();
  const name = () => {
    const person = one(cast);
    if (told.has(person)) return person.surname;
    told.add(person);
    return `${person.office} ${person.given} ${person.surname}`;
  };
  const when = () => (random() < 0.55 ? ` ${one(times)}` : '');
  const thing = () => things[Math.floor(things.length * random() ** 2)]!;
  const detail = () =>
    `with the ${thing()} of a ${thing()} and the ${thing()} ${thing()} ${random() < 0.4 ? `near ${one(places)}` : `for ${name()}`}`;
  const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);
  const plain = () =>
    capital(
      `${one(subjects)} of ${one(places)} ${one(verbs)} ${one(objects)}${when()}, ${detail()}, ${one(endings)}.`,
    );
  const spoken = () =>
    `“${one(quotes)},” ${random() < 0.5 ? `${name()} said` : `said ${name()}`}${when()}. “${one(quotes)}.”`;
  const reported = () =>
    capital(
      `${name()} told reporters in ${one(places)} that ${one(subjects)} ${one(verbs)} ${one(objects)}, ${detail()}.`,
    );
  const paragraphs: string[] = [];
  for (let written = 0; written < sentences; written += 3) {
    const makers = [plain, one([spoken, reported]), one([plain, reported])];
    paragraphs.push(makers.map(make => make()).join(' '));
  }
  const title = capital(`${one(subjects)} ${one(verbs)} ${one(objects)}`);
  return [
    title,
    `By ${one(given)} ${surname()}`,
    ...paragraphs,
    'Share this article',
    'Read also: more from the region',
    '12 comments',
  ].join('\n\n');
}
