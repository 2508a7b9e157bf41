import { periodWithin, withEnglishPeriod } from '../../languages/in-english.ts';
import { officeNamed } from '../../languages/offices.ts';
import type { Vocabulary } from '../../languages/vocabulary.ts';
import type { Phrase } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Period } from '../page/period.ts';
import type { Question } from '../page/question.ts';
import { type RelativePeriod, splitAnyPeriod } from '../page/relative-period.ts';
import { inNewsWords, newsSubject, newsWords } from '../parts/news-words.ts';
import { fitAsName, isKnownSubject, subjectsCalled } from '../parts/subject.ts';
import { talkAsked, talkOfPictures } from '../questions/small-talk.ts';
import { englishQuestion } from '../sentences/english-question.ts';
import { inEnglishWords } from '../sentences/english-words.ts';
import { isOfficeOfOne } from '../sentences/office-holder.ts';
import { afterCommand } from './after-command.ts';
import { followUp } from './follow-up.ts';
import { questionWithin } from './long-message.ts';
import { asksForMore } from './more.ts';
import { isOfSomeoneUnnamed, withNameFor } from './named-before.ts';
import { asAsked, claimIn, flagsAsNames, withoutIntroduction } from './plain-words.ts';
import { withoutPleasantries } from './pleasantries.ts';
import { parseQuestion, questions } from './registry.ts';
import { saidByUnknown, unknownNamed, whoIsUnknown } from './unknown-names.ts';

/** A longer text is a passage to look for, not a question. */
const maxQuestionLength = 200;

/** Small talk first, then the more specific ways of asking. */
const specific = [...questions]
  .filter(({ kind }) => kind !== 'ask')
  .sort((a, b) => Number(b.kind === 'talk') - Number(a.kind === 'talk'))
  .flatMap(each => each.phrases ?? []);

/** `hello there`, whose beginning may also introduce a question. */
const talkPhrases = questions.filter(({ kind }) => kind === 'talk').flatMap(each => each.phrases ?? []);

/** `Who is NAME and what did she say?`: who someone is shows what they said and did last. */
const whoAndWhat =
  /^(?<who>who(?:['’]s| is| was) .{2,80}?),? and (?:what|why|how|when) (?:.+ )?(?:he|she|they|him|her)\b.{0,60}$/isu;
/** `Is NAME still the mayor?` */
const stillAsked =
  /^(?:is|isn['’]?t|does|do you know if) (?<name>.{1,60}?) (?:still|any ?more) (?:the |an? |hold |in )?(?<office>.{2,80})$/isu;

/** `Is NAME still running?`: what there is to know of it is why they are in the news. */
const stillDoing =
  /^(?:is|are|isn['’]?t|aren['’]?t) (?<name>.{2,60}?) still (?:(?:in|on|at|under|out of) (?:the )?)?\p{L}{3,20}(?: .{1,60})?$/iu;

/** A question in plain words takes the rest, in whatever language it may seem to be. */
const open = questions.filter(({ kind }) => kind === 'ask').flatMap(each => each.phrases ?? []);

/**
 * What plain words ask. A question such as `What did NAME say about WORDS?` is taken as one only if the library
 * knows the name; everything else is a search for the words.
 * @param typedIn as it was sent
 * @param before what was asked just before, which `and Smith?` carries on from
 */
export async function parseFreeText(library: Library, typedIn: string, before?: Question): Promise<Question> {
  const text = flagsAsNames(typedIn);
  const feeling = /[\p{L}\p{N}]/u.test(text) ? null : talkOfPictures(text);
  if (feeling !== null) return feeling;
  const said = withoutPleasantries(text, library.vocabulary);
  if ('talk' in said) return said.talk;
  const typed = asAsked(said.rest);
  const words = before === undefined ? typed : await withNameFor(library, typed, before);
  if (isOfSomeoneUnnamed(words)) return { kind: 'talk', topic: 'whom' };
  const asked = words.replace(/(?<![\s?!.…])[\s?!.…]+$/u, '');
  const bare = asAsked(withoutIntroduction(asked));
  const greeting = bare === asked ? null : await askedIn(talkPhrases, library, asked);
  if (greeting) return greeting;
  if (bare.length > maxQuestionLength) return askedAtLength(library, words, before);
  const continued = before && (await followUp(library, asked, before));
  if (continued) return continued;
  if (asksForMore(asked, library.vocabulary)) return { kind: 'talk', topic: 'what' };
  const introduced = whoAndWhat.exec(bare)?.groups?.who;
  if (introduced !== undefined) {
    const asksWho = await askedIn(specific, library, introduced);
    if (asksWho?.kind === 'who') return asksWho;
  }
  const still = stillAsked.exec(bare)?.groups;
  const inOffice = still && (await stillInOffice(library, still.name, still.office));
  if (inOffice) return inOffice;
  const doing = stillDoing.exec(bare)?.groups?.name;
  if (doing !== undefined && (await isKnownPerson(library, doing))) return { kind: 'who', name: doing };
  const claim = claimIn(bare);
  if (claim !== null && (await isKnownSubject(library, claim.name))) return { kind: 'quotes', ...claim };
  const inEnglish = await englishQuestion(library, bare);
  const asks = (isSure: boolean) =>
    inEnglish?.isSure === isSure ? askedIn(open, library, inEnglish.question) : null;
  return (
    (await askedIn(specific, library, bare)) ??
    (await asks(true)) ??
    (await askedInOtherLanguages(library, bare)) ??
    (await asks(false)) ??
    (await unknownNamed(library, bare)) ??
    (await askedIn(open, library, bare)) ??
    whoIsUnknown(bare) ??
    (await holderOf(library, bare)) ??
    (await commandWithoutSlash(library, bare)) ??
    saidByUnknown(bare) ?? {
      kind: 'search',
      words: await searchWords(library, words.replace(askingAbout, '')),
    }
  );
}

/** What only leads to the words that are looked for: `tell me about the floods`, `anything on them`. */
const askingAbout =
  /^(?:(?:please |can you |could you )*(?:tell me|give me|show me|find me|i want|i need|i would like|i['’]d like) )?(?:(?:to know |to read |to hear |do you have |have you got |got )?(?:some |any |all |more |everything |something |anything |the )?(?:(?:info(?:rmation)?|details|articles|stories|more|background) )?)?(?:about|on) (?:the )?(?=\S)/iu;

/** Commands whose names are not what news are about: `article 5` is no command. */
const spokenCommands: ReadonlySet<string> = new Set([
  'who',
  'quotes',
  'quote',
  'timeline',
  'latest',
  'news',
  'compare',
]);

/** `latest Ukraine`, `Chronik Ukraine`, but not `News Corp`. */
async function commandWithoutSlash(library: Library, words: string): Promise<Question | null> {
  const [, typed = '', rest = ''] = /^(\p{L}+) (.+)$/su.exec(words) ?? [];
  const command = library.vocabulary?.commands.get(typed.toLowerCase()) ?? typed;
  if (!spokenCommands.has(command.toLowerCase()) || (await isKnownSubject(library, words))) return null;
  const question = parseQuestion(command, afterCommand(command, rest));
  if ('wrong' in question) return null;
  // In other languages these are words of many sentences.
  const isName = question.kind === 'who' || (question.kind === 'quotes' && command !== typed);
  if (isName && question.name !== undefined && !(await isKnownSubject(library, question.name))) return null;
  return inNewsWords(question, library);
}

/** A passage of an article is looked for; of another long message the question that is in it is answered. */
async function askedAtLength(library: Library, words: string, before?: Question): Promise<Question> {
  const within = questionWithin(words, maxQuestionLength);
  if (within === null) return { kind: 'search', words };
  const { total, isPartial } = await library.stories.matching(words, { limit: 1, offset: 0 });
  return total > 0 && !isPartial ? { kind: 'search', words } : parseFreeText(library, within, before);
}

/** An office in the reader's language by itself asks who has it. */
async function holderOf(library: Library, name: string): Promise<Question | null> {
  const isOffice = library.vocabulary !== undefined && officeNamed(name, library.vocabulary) !== null;
  return isOffice && (await isKnownSubject(library, name)) ? { kind: 'who', name } : null;
}

/** What is looked for: as typed, if articles have it so, else in English if all of it is understood. */
async function searchWords(library: Library, words: string): Promise<string> {
  const named = await newsWords(words, library);
  if (named !== words || library.vocabulary === undefined) return named;
  const asTyped = await library.stories.matching(words, { limit: 1, offset: 0 });
  const phrases = asTyped.total > 0 && !asTyped.isPartial ? null : await inEnglishWords(library, words);
  const isUnderstood = phrases?.length && phrases.every(({ kind }) => kind !== 'unknown');
  if (!isUnderstood) return words;
  const content = phrases.map(({ english }) => english).filter(english => english !== 'said');
  return content.join(' ') || words;
}

async function askedIn(
  phrases: readonly Phrase[],
  library: Library,
  words: string,
): Promise<Question | null> {
  for (const { pattern, ask } of phrases) {
    const found = pattern.exec(words);
    const question = found && (await ask(library, found.groups ?? {}));
    if (question) return question;
  }
  return null;
}

/** Questions on someone or something, who is looked up by name, rather than on words. */
const isOnSubject: ReadonlySet<string> = new Set(['timeline', 'latest']);

/** What is asked in a language other than English; null if it is none of its ways of asking. */
async function askedInOtherLanguages(library: Library, words: string): Promise<Question | null> {
  const { vocabulary } = library;
  if (vocabulary === undefined) return null;
  const ofPeriod = await askedOfPeriod(library, words, vocabulary);
  if (ofPeriod !== null) return ofPeriod;
  for (const [kind, patterns] of vocabulary.questions)
    for (const pattern of patterns) {
      const found = pattern.exec(words);
      const question = found && (await askedWith(library, vocabulary, kind, found.groups ?? {}));
      if (question) return question;
    }
  return null;
}

/** A day or month before the end, where German has its verb: `was ist am 24. Juli 2024 passiert`. */
const periodInside =
  /^(?<before>.{1,100}?) (?<period>(?:am|im|vom) (?:\d{1,2}\.? )?(?:\p{L}{3,12}|\d{1,2}\.\d{1,2}\.) ?\d{4}) (?<after>.{1,100})$/iu;

/**
 * `was ist gestern passiert`, `новини за вчора`: the news, the key dates or the quotes of a relative period that is named anywhere,
 * or of days, months and years at the end.
 */
async function askedOfPeriod(
  library: Library,
  words: string,
  vocabulary: Vocabulary,
): Promise<Question | null> {
  const found = periodWithin(words, vocabulary);
  if (found !== null) return ofPeriod(library, found.rest, { when: found.when });
  const split = splitAnyPeriod(
    withEnglishPeriod(words.replace(periodInside, '$<before> $<after> $<period>'), vocabulary),
  );
  if ('wrong' in split || Object.keys(split.period).length === 0) return null;
  return ofPeriod(library, split.words, split.period);
}

async function ofPeriod(
  library: Library,
  words: string,
  period: Period & { when?: RelativePeriod },
): Promise<Question | null> {
  const asked = words === '' ? null : await askedInOtherLanguages(library, words);
  const canHavePeriod = asked?.kind === 'latest' || asked?.kind === 'timeline' || asked?.kind === 'quotes';
  return canHavePeriod ? { ...asked, ...period } : null;
}

/** Whether someone still has an office: who they are says so, with the day. */
async function stillInOffice(
  library: Library,
  name: string | undefined,
  office: string | undefined,
): Promise<Question | null> {
  if (name === undefined || office === undefined || !isOffice(library, office)) return null;
  return (await isKnownSubject(library, name)) ? { kind: 'who', name } : null;
}

async function isKnownPerson(library: Library, name: string): Promise<boolean> {
  const { fits, how } = await subjectsCalled(library, name);
  return fitAsName(how) && fits.every(({ type }) => type === 'person');
}

/** Whether words are an office, in English or in one of the reader's languages. */
function isOffice({ vocabulary }: Library, words: string): boolean {
  return isOfficeOfOne(words) || (vocabulary !== undefined && officeNamed(words, vocabulary) !== null);
}

/** What a way of asking for a kind of question asks with these names; null if it only looks like it. */
async function askedWith(
  library: Library,
  vocabulary: Vocabulary,
  kind: string,
  { name, other, about }: Record<string, string | undefined>,
): Promise<Question | null> {
  const onWords = about && withEnglishPeriod(about, vocabulary);
  const subject =
    onWords &&
    (isOnSubject.has(kind) ? await newsSubject(onWords, library) : await newsWords(onWords, library, true));
  if (kind === 'still') return stillInOffice(library, name, about);
  const asked = questions.find(each => each.kind === kind)?.asked;
  const question = talkAsked(kind, about) ?? (await asked?.(library, { name, other, about: subject }));
  if (question) return question;
  // An office that no one has is not another question.
  if (kind === 'quotes' && name !== undefined && officeNamed(name, vocabulary) !== null)
    return { kind, name, ...(subject && { about: subject }) };
  // A word of the news is no name, but has a timeline.
  return kind === 'timeline' && subject && subject !== onWords ? { kind: 'timeline', about: subject } : null;
}
