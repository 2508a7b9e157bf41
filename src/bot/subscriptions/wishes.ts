import { newsWords } from '../../answers/parts/news-words.ts';
import { fitAsName } from '../../answers/parts/subject.ts';
import { alternatives } from '../../languages/patterns.ts';
import type { Vocabulary } from '../../languages/vocabulary.ts';
import type { Services } from '../core/context.ts';

/** What a digest is to cover, as it was typed, and the words of news that are to be left out. */
export type Wishes = { names: string[]; without: string[] };

/**
 * Reads `Ukraine, sanctions`, `only Ukraine, not sports`, `Lavrov and Blinken`: what is known by its whole name,
 * `Doctors without Borders`, is never taken apart.
 */
export async function wishesIn(typed: string, services: Services): Promise<Wishes> {
  const parts = typed
    .split(/[,;\n]+/)
    .map(part => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  const wishes: Wishes = { names: [], without: [] };
  for (const part of parts) {
    const { names, without } = (await isKnown(part, services))
      ? { names: [part], without: [] }
      : await takenApart(part, services);
    wishes.names.push(...names);
    wishes.without.push(...without);
  }
  return wishes;
}

async function takenApart(part: string, services: Services): Promise<Wishes> {
  const { vocabulary } = services.languages;
  const bare = part.replace(onlyIn(vocabulary), '');
  const { asked = '', leftOut } = exceptIn(vocabulary).exec(bare)?.groups ?? {};
  const isName = betweenNames.test(bare) && !(await isKnown(asked, services));
  if (leftOut === undefined || isName) return { names: await allNamed(bare, services), without: [] };
  const names = asked === '' ? [] : await allNamed(asked, services);
  return { names, without: [await newsWords(leftOut, services.library)] };
}

/** `Lavrov and Blinken` as two, if both are known; else as it is. */
async function allNamed(typed: string, services: Services): Promise<string[]> {
  const names = typed.split(andIn(services.languages.vocabulary));
  if (names.length === 1) return [typed];
  const known = await Promise.all(names.map(name => isKnown(name, services)));
  return known.every(Boolean) ? names : [typed];
}

async function isKnown(name: string, { library }: Services): Promise<boolean> {
  if (await library.topics.find(name)) return true;
  const { fits, how } = await library.subjects.find(name);
  return fits.length > 0 && fitAsName(how);
}

const onlyIn = ({ requests }: Vocabulary) => new RegExp(`^(?:${alternatives(requests.only)}) `, 'iu');

/** `Artists without Masters` may be a name. */
const betweenNames = /\p{Lu}[\p{L}’'-]* \p{Ll}+ \p{Lu}[\p{L}’'-]*$/u;

/** In small letters, as `No` may begin a name. */
const exceptIn = ({ schedule }: Vocabulary) =>
  new RegExp(
    `^(?:(?<asked>.{2,80}?) |)(?:and |but )?(?:${alternatives([...schedule.except].map(word => word.replaceAll('_', ' ')))}) (?:(?:about|on|the) ){0,2}(?<leftOut>.{2,60})$`,
    'u',
  );

const andIn = ({ and }: Vocabulary) => new RegExp(` (?:${alternatives([...and, 'and'])}|&) `, 'iu');
