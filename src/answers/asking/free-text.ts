import type { Library } from '../page/library.ts';
import { splitPeriod } from '../page/period.ts';
import type { Question } from '../page/question.ts';
import { resolvePerson } from '../parts/person.ts';

/** What is longer is a passage somebody looks for, not a question. */
const maxQuestionLength = 200;

type Form = { pattern: RegExp; ask(parts: Record<string, string | undefined>): Question };

const said = '(?:say|said|tell|told|state|stated|think|thought|claim|claimed|comment|write|tweet)';
const about = '(?: (?:about|on|of|regarding|concerning) (?<about>.+))?';

/** What a plain question may look like; whether it is meant so is decided by whether its name is known. */
const forms: Form[] = [
  {
    pattern: new RegExp(
      `^what(?:['’]s| is| was| has| had| have| did| does| do)? (?<name>.+?) ${said}${about}$`,
      'isu',
    ),
    ask: ({ name = '', about }) => ({ kind: 'quotes', name, ...(about && { about }) }),
  },
  {
    pattern:
      /^(?:що|шо) (?:сказав|сказала|казав|казала|говорив|говорила|каже|говорить) (?<name>.+?)(?: про (?<about>.+))?$/isu,
    ask: ({ name = '', about }) => ({ kind: 'quotes', name, ...(about && { about }) }),
  },
  {
    pattern: /^(?:quotes?|words) (?:of|by|from) (?<name>.+?)(?: (?:about|on) (?<about>.+))?$/isu,
    ask: ({ name = '', about }) => ({ kind: 'quotes', name, ...(about && { about }) }),
  },
  {
    pattern:
      /^(?:who(?:['’]s| is| was| are)|tell me about|what about|хто(?: такий| така| такі| це)?) (?<name>.+)$/isu,
    ask: ({ name = '' }) => ({ kind: 'who', name }),
  },
  {
    pattern:
      /^(?:(?:(?:what(?:['’]?s| is)|show me|tell me|any) )?(?:the )?(?:(?:latest|newest|new)(?: news| articles)?|news)|(?:останні )?новини|що нового)$/iu,
    ask: () => ({ kind: 'latest' }),
  },
  {
    pattern: /^(?:what happened|timeline|when did) (?:to |with |of )?(?<name>.+?)(?: do)?$/isu,
    ask: ({ name = '' }) => ({ kind: 'timeline', about: name }),
  },
];

/**
 * What plain words ask. A question such as `What did NAME say about WORDS?` is taken as one only where the
 * name fits somebody, or a topic; all else is a search for the words.
 */
export async function parseFreeText(library: Library, text: string): Promise<Question> {
  const words = text.replace(/\s+/g, ' ').trim();
  const bare = words.replace(/(?<![\s?!.…])[\s?!.…]+$/u, '');
  if (bare.length > maxQuestionLength) return { kind: 'search', words };
  for (const { pattern, ask } of forms) {
    const found = pattern.exec(bare);
    if (!found) continue;
    const question = ask(found.groups ?? {});
    if (question.kind === 'latest') return question;
    if (question.kind === 'timeline') {
      const split = splitPeriod(question.about ?? '');
      if ('wrong' in split) continue;
      if (split.words === '' && !/^when/i.test(bare)) return { kind: 'timeline', ...split.period };
      if (!(await isKnown(library, split.words))) continue;
      return { kind: 'timeline', about: split.words, ...split.period };
    }
    if (question.kind === 'quotes' && (await hasQuotes(library, question))) return question;
    if (question.kind === 'who' && (await isKnownPerson(library, question.name))) return question;
    // Not quoted on it, but perhaps told of: the words that matter are looked for.
    if (question.kind === 'quotes' && question.about && (await isKnownPerson(library, question.name)))
      return { kind: 'search', words: `${question.name} ${question.about}` };
  }
  return { kind: 'search', words };
}

async function isKnownPerson(library: Library, name: string): Promise<boolean> {
  return (await library.people.find(name)).fits.length > 0;
}

/** Several may fit: then it is asked which. */
async function hasQuotes(
  library: Library,
  { name, about }: Extract<Question, { kind: 'quotes' }>,
): Promise<boolean> {
  const meant = await resolvePerson(library, name, other => ({ kind: 'quotes', name: other }));
  if ('page' in meant) return meant.fits > 0;
  if (about === undefined) return true;
  return (await library.people.quotes(meant.person.id, { about, limit: 1, offset: 0 })).total > 0;
}

async function isKnown(library: Library, words: string): Promise<boolean> {
  return (
    words !== '' && ((await isKnownPerson(library, words)) || (await library.topics.find(words)) !== null)
  );
}
