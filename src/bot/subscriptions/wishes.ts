import { newsWords } from '../../answers/parts/news-words.ts';
import { fitAsName } from '../../answers/parts/subject.ts';
import { nominatives } from '../../languages/nominatives.ts';
import { alternatives } from '../../languages/patterns.ts';
import type { Vocabulary } from '../../languages/vocabulary.ts';
import { memoizeByObject } from '../../system/memoize.ts';
import type { Services } from '../core/context.ts';
import { isWord } from '../core/dialog-words.ts';

/** What a digest is to cover, as it was typed, and the words of news that are to be left out. */
export type Wishes = { names: string[]; without: string[] };

/**
 * Reads `Ukraine, sanctions`, `only Ukraine, not sports`, `Lavrov and Blinken`, `everything but sports`: what is known by
 * its whole name, `Doctors without Borders`, is never taken apart.
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
    wishes.names.push(...names.filter(name => !isWord('all', name, services)));
    wishes.without.push(...without);
  }
  return wishes;
}

/** `Everything but sports`: elsewhere, `but` may begin another thing. */
const butLess = /^(everything|anything|all(?: the)?(?: news)?) but (?!not |no )/iu;

async function takenApart(part: string, services: Services): Promise<Wishes> {
  const { only, except } = wishPatterns(services.languages.vocabulary);
  const bare = part.replace(only, '').replace(butLess, '$1 except ');
  const { asked = '', leftOut } = except.exec(bare)?.groups ?? {};
  const isName = endsAsName(bare) && !(await isKnown(asked, services));
  if (leftOut === undefined || isName) return { names: await allNamed(bare, services), without: [] };
  const names = asked === '' ? [] : await allNamed(asked, services);
  return { names, without: [await newsWords(leftOut, services.library)] };
}

/** `Lavrov and Blinken` as two and `sanctions news` without `news`, if they are known; else as it is. */
async function allNamed(typed: string, services: Services): Promise<string[]> {
  const { and, news } = wishPatterns(services.languages.vocabulary);
  const names = typed.split(and);
  const bare = typed.replace(news, '');
  if (names.length === 1) return [bare !== typed && (await isKnown(bare, services)) ? bare : typed];
  const known = await Promise.all(names.map(name => isKnown(name, services)));
  return known.every(Boolean) ? names : [typed];
}

/** The topic of that name, in whatever case it is: `про енергетику`. */
export async function topicCalled(name: string, { library, languages }: Services) {
  const found = await library.topics.find(name);
  if (found || !/\p{Script=Cyrillic}/u.test(name)) return found;
  for (const form of nominatives(name, languages.vocabulary)) {
    const topic = await library.topics.find(form);
    if (topic) return topic;
  }
  return found;
}

async function isKnown(name: string, services: Services): Promise<boolean> {
  if (await topicCalled(name, services)) return true;
  const { fits, how } = await services.library.subjects.find(name);
  return fits.length > 0 && fitAsName(how);
}

/** Whether it ends as `Artists without Masters` does, which may be a name. */
function endsAsName(text: string): boolean {
  const [first = '', small = '', last = ''] = text.split(' ').slice(-3);
  return /^\p{Lu}/u.test(first) && /^\p{Ll}+$/u.test(small) && /^\p{Lu}/u.test(last);
}

/** How wishes are put in any language. */
type WishPatterns = { only: RegExp; except: RegExp; and: RegExp; news: RegExp };

/** The patterns of a vocabulary, made once. */
export const wishPatterns: (vocabulary: Vocabulary) => WishPatterns = memoizeByObject(patternsOf);

function patternsOf({ requests, schedule, and }: Vocabulary): WishPatterns {
  const except = [...schedule.except].map(word => word.replaceAll('_', ' '));
  return {
    only: new RegExp(`^(?:${alternatives(requests.only)}) `, 'iu'),
    // In small letters, as `No` may begin a name.
    except: new RegExp(
      `^(?:|(?<asked>.{2,80}?) )(?:and |but )?(?:${alternatives(except)}) (?:(?:about|on|the) ){0,2}(?<leftOut>.{2,60})$`,
      'u',
    ),
    and: new RegExp(` (?:${alternatives([...and, 'and'])}|&) `, 'iu'),
    news: new RegExp(` (?:${alternatives(requests.news)})$`, 'iu'),
  };
}
