import { wordsIn } from '../../languages/lexicon.ts';
import type { Vocabulary } from '../../languages/vocabulary.ts';
import type { Library } from '../page/library.ts';
import type { Question } from '../page/question.ts';
import { inEnglishWords } from '../sentences/english-words.ts';

/** Words of a name that may be all that was typed. */
const mostNameWords = 4;

/** `Who is Jane Smith?` of someone who isn't known: that is the answer, rather than articles with other Janes. */
export function whoIsUnknown(words: string): Question | null {
  const name = /^who(?:['’]s| is| was| are| were) (.+)$/isu.exec(words)?.[1];
  return name !== undefined && name.split(' ').length <= mostNameWords ? { kind: 'who', name } : null;
}

/** `what did NAME say`. */
const unknownSaid =
  /^what(?: else)? (?:did|does|do|has|have|had) (?<name>.{2,60}?) (?:say|said|think|tell)(?: (?:about|on|to) (?<about>.{1,100}))?$/iu;
/** Groups of people are no names: `what did farmers say about prices` asks who spoke on them. */
const several =
  /^(?:(?:the |some |many |most |other |local )?\p{Ll}+(?: \p{Ll}+)?s|people|everyone|anyone|others)$/u;

/** What is asked of the words of no one who is known: that is the answer, rather than articles with the words. */
export function saidByUnknown(words: string): Question | null {
  const { name = '', about } = unknownSaid.exec(words)?.groups ?? {};
  if (several.test(name)) return about === undefined ? null : { kind: 'quotes', about };
  const isName = /\p{Lu}/u.test(name) && name.split(' ').length <= mostNameWords;
  return isName ? { kind: 'quotes', name: name.replace(/^the /i, '') } : null;
}

/** Who someone is or what they said, asked in a reader's language of no one who is known: that is the answer too. */
export async function unknownNamed(library: Library, words: string): Promise<Question | null> {
  const { vocabulary } = library;
  if (vocabulary === undefined || !beginsWithQuestionWord(words, vocabulary)) return null;
  for (const kind of ['who', 'quotes'] as const)
    for (const pattern of vocabulary.questions.get(kind) ?? []) {
      const { name, about } = pattern.exec(words)?.groups ?? {};
      if (name === undefined || name.split(' ').length > mostNameWords) continue;
      // `Who WORDS` and the like is asked of more than names.
      if (words.length - (about ?? '').length - name.length < fewestBeforeName) continue;
      const phrases = (await inEnglishWords(library, name)) ?? [];
      if (phrases.every(each => each.kind === 'unknown')) return { kind, name };
    }
  return null;
}

function beginsWithQuestionWord(text: string, { asking }: Vocabulary): boolean {
  const words = wordsIn(text);
  return asking.some(each =>
    each.words.some(({ form }) => form.every((one, at) => words[at]?.folded === one)),
  );
}

/** Letters of the shortest way to ask who someone is, `who is NAME`, rather than `who WORDS`. */
const fewestBeforeName = 7;
