import { isGivenName } from '../../../names/gender.ts';
import type { Context, WordRange } from '../../grammar/context.ts';
import * as lexicon from '../../grammar/lexicon.ts';
import { parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';

/** Whether the sentence that begins at `start` shows the subject of its verb to be a character or an actor’s part. */
export function isInvented(context: Context, start: number, { from, to }: WordRange, verb: number): boolean {
  return (
    isOnStage(context, start, from) ||
    isInPart(context, start, from) ||
    isInRole(context, start, { from, to }, verb) ||
    isShownInWork(context, start, from) ||
    isInGuise(context, start, endOfClause(context, verb)) ||
    isCharacter(context, to) ||
    isCast(context, to) ||
    isInNamedWork(context, start, { from, to })
  );
}

const acting = /^(playing|portraying|impersonating|voicing|parodying|spoofing|mimicking)$/;

/** `Mimicking the late boss Y, X boomed:`, `As the villain, X gets the last word:`, `The actress X gives us her famous line.` */
export function isActed(context: Context, start: number, to: number): boolean {
  return (
    isOnStage(context, start, to) ||
    isInRole(context, start, { from: start, to: start }, to) ||
    isInGuise(context, start, to) ||
    isLineOfPart(context, start, to)
  );
}

/** Behind the words that go with the verb at `verb`: the next quote, or the end of the sentence. */
function endOfClause({ words, quoted }: Context, verb: number): number {
  let end = verb + 1;
  while (words[end]?.sentence === words[verb]!.sentence && !quoted[end]) end++;
  return end;
}

const guises: ReadonlySet<string> = new Set(
  'guise voice accent persona costume impression impersonation role part character'.split(' '),
);

/** `in the guise of Y`, `putting on the voice of the ferryman`, `slips back into the role of the hangman`, `in character as Y` */
function isInGuise(context: Context, start: number, to: number): boolean {
  const { words, quoted } = context;
  for (let at = start + 2; at < to - 1; at++) {
    const { lower } = words[at]!;
    if (quoted[at] || !guises.has(lower)) continue;
    const next = words[at + 1]!.lower;
    if (lower === 'character' && next === 'as') return true;
    if (next !== 'of') continue;
    const isOffice = lower === 'role' || lower === 'part' || lower === 'character';
    const before = words.slice(Math.max(start, at - 4), at);
    // `stepped into the role of chairman` is in earnest.
    const isPutOn = before.some(word =>
      isOffice ? /^(?:slip|slid)/.test(word.lower) : /^(?:in|into|on|does|do|did|doing)$/.test(word.lower),
    );
    const part = isPutOn ? parseNounPhrase(context, at + 2, to) : null;
    if (!part) continue;
    const kind = speakerKind(context, part);
    // `in the voice of the witch`
    const isOne = kind === null && !isOffice && /^(?:the|an?)$/.test(words[at + 2]!.lower);
    if (kind === 'person' || kind === 'unnamed' || isOne) return true;
  }
  return false;
}

const partLines: ReadonlySet<string> = new Set(
  'line lines catchphrase monologue soliloquy punchline'.split(' '),
);
const wellKnown =
  /^(?:famous|immortal|signature|favou?rite|best-known|best-loved|iconic|legendary|recit(?:e[sd]?|ing))$/;
const ofTheatre: ReadonlySet<string> = new Set(
  'actor actress comedian comedienne comic film movie series sitcom soap show play stage theatre theater scene audience'.split(
    ' ',
  ),
);

/** `asked for her favourite line from the series, X says:`: what is known from a part, in a text about acting. */
function isLineOfPart({ words, quoted }: Context, start: number, to: number): boolean {
  const { paragraph } = words[start]!;
  for (let at = start; at < to; at++) {
    if (quoted[at] || !partLines.has(words[at]!.lower)) continue;
    const around = words.slice(Math.max(start, at - 4), Math.min(to, at + 6));
    // `has one line in the film`
    if (words.slice(at + 1, Math.min(to, at + 5)).some(({ lower }) => ofTheatre.has(lower))) return true;
    if (!around.some(({ lower }) => wellKnown.test(lower))) continue;
    for (let near = to - 1; words[near]?.paragraph === paragraph; near--)
      if (ofTheatre.has(words[near]!.lower)) return true;
  }
  return false;
}

/** `Playing the late boss Y, X bellows`: what an actor says in the part of someone. */
function isOnStage(context: Context, start: number, to: number): boolean {
  const { words, quoted } = context;
  for (let at = start; at < to && !quoted[at]; at++) {
    if (!acting.test(words[at]!.lower)) continue;
    const part = parseNounPhrase(context, at + 1, to);
    return (
      part !== null && speakerKind(context, part) !== null && speakerKind(context, part) !== 'organization'
    );
  }
  return false;
}

/** `The cartoon shows X telling`, `The opera ends with X sighing`: a work of fiction is what the sentence is about, and no film, which may be of real people. */
function isShownInWork({ words, quoted }: Context, start: number, to: number): boolean {
  for (let at = start; at < Math.min(start + 5, to - 1); at++)
    if (!quoted[at] && lexicon.fictions.has(words[at]!.lower))
      return !recorded.has(words[at]!.lower) && staging.has(words[at + 1]!.lower);
  return false;
}

/** What a work of fiction does with its characters. */
const staging: ReadonlySet<string> = new Set(
  'shows showed has had depicts depicted portrays portrayed features featured imagines imagined begins began opens opened ends ended closes closed'.split(
    ' ',
  ),
);

const recorded: ReadonlySet<string> = new Set('film movie series scene episode'.split(' '));

/** `As the villain, X hisses`, `the comedian X, as the chancellor, announces` */
function isInRole(context: Context, start: number, subject: WordRange, verb: number): boolean {
  const { words, quoted } = context;
  const isPerformer = () =>
    words.slice(Math.max(start, subject.from - 3), subject.to).some(({ lower }) => performers.has(lower)) ||
    words.slice(start, subject.from).some(({ lower }) => stages.has(lower));
  for (let at = start; at < verb && !quoted[at]; at++) {
    if (words[at]!.lower !== 'as') continue;
    if (at > start && words[at - 1]!.text === ',' && isNamedAside(context, at + 1)) return true;
    // `As the widow Grane, X tells her sons`
    const name = words[at + 3];
    const isNamedPart =
      name?.isCapitalized && !context.index.offices.has(name.lower) && words[at + 4]?.text === ',';
    if (isNamedPart && words[at + 1]!.lower === 'the' && /^NOUN$/.test(words[at + 2]!.pos)) return true;
    if (!/^(the|an?)$/.test(words[at + 1]?.lower ?? '')) continue;
    const isPart = words.slice(at + 2, at + 5).some(({ lower }) => parts.has(lower));
    if (isPart || (words[at - 1]?.text === ',' && at > start && isPerformer())) return true;
  }
  return false;
}

/** `X, as Prime Minister Y, told`: a title of a few words and the name of another, between commas. */
function isNamedAside({ words, beginsAt }: Context, from: number): boolean {
  for (let at = from; at < from + 4; at++) {
    const named = beginsAt.get(at);
    if (named) return words[named.to]?.text === ',';
    if (!words[at]?.isCapitalized) return false;
  }
  return false;
}

/** Where, or on what occasion, those who speak may be actors. */
const stages = new Set('stage play rehearsal rehearsals performance production staging pantomime'.split(' '));

const parts = new Set(
  'hero heroine villain villainess baddie protagonist antagonist narrator ghost dame'.split(' '),
);

/** `in the second act`: where in a play something is said; not `caught in the act`. */
export function isPartOfPlay({ words }: Context, at: number): boolean {
  const isNumbered = /^(first|second|third|fourth|fifth|final|last|opening|closing)$/;
  return words[at]!.lower === 'act' && isNumbered.test(words[at - 1]?.lower ?? '');
}

/** `As Nell, X is a joy. “…,” she cries`: what a pronoun says in the part, or with the line, that the sentence before gives someone. */
function isInPart(context: Context, start: number, subject: number): boolean {
  const { words, index } = context;
  if (!/^(he|she)$/.test(words[subject]!.lower)) return false;
  let end = start;
  while (end > 0 && words[end - 1]!.sentence === words[start]!.sentence) end--;
  while (end > 0 && context.quoted[end - 1]) end--;
  const last = words[end - 1];
  if (last?.paragraph !== words[start]!.paragraph) return false;
  let from = end - 1;
  while (from > 0 && words[from - 1]!.sentence === last.sentence) from--;
  if (isOnStage(context, from, end) || isInGuise(context, from, end) || isLineOfPart(context, from, end))
    return true;
  const part = words[from + 1]!;
  return words[from]!.lower === 'as' && words[from + 2]?.text === ',' && isGivenName(part.text, index);
}

/** `the comedian’s X mumbles` */
export function isImpersonated({ words }: Context, { from, to }: WordRange): boolean {
  for (let at = Math.max(1, from - 1); at < to; at++)
    if (/^['’]s$/.test(words[at]!.text) && performers.has(words[at - 1]!.lower)) return true;
  return false;
}

const performers = new Set(
  'comedian comedienne comic impressionist impersonator satirist puppeteer cartoonist ventriloquist'.split(
    ' ',
  ),
);

/** `a clip, which experts say was generated by a computer, has X telling` */
export function isGenerated({ words, quoted }: Context, start: number, to: number): boolean {
  for (let at = start; at < to; at++) {
    if (quoted[at] || !/^(generated|synthesised|synthesized|cloned)$/.test(words[at]!.lower)) continue;
    if (
      words
        .slice(at + 1, at + 5)
        .some(({ lower }) => /^(ai|computer|software|machine|algorithm|bot|chatbot)$/.test(lower))
    )
      return true;
  }
  return false;
}

/** `X, the heroine of the book,`, `X, a character in the soap,` */
function isCharacter({ words }: Context, nameEnd: number): boolean {
  if (words[nameEnd]?.text !== ',') return false;
  const from = nameEnd + 1;
  for (let at = from; at < from + 5 && words[at] && !/^[,.]$/.test(words[at]!.text); at++) {
    if (!/^(hero|heroine|villain|protagonist|antagonist|narrator|character)$/.test(words[at]!.lower))
      continue;
    return words.slice(at + 1, at + 7).some(({ lower }) => lower === 'book' || lexicon.fictions.has(lower));
  }
  return false;
}

/** `X, played by Y, growls`, `X (Ann Lee) warns`: a part, with the name of who plays it. */
function isCast({ words, beginsAt, endsAt }: Context, to: number): boolean {
  const mark = words[to]?.text;
  if (mark === ',') return casting.test(words[to + 1]?.lower ?? '') && words[to + 2]?.lower === 'by';
  if (mark !== '(') return false;
  const actor = beginsAt.get(to + 1);
  const isFull = actor !== undefined && actor.to - actor.from > 1 && words[actor.to]?.text === ')';
  return isFull && actor.person !== endsAt.get(to - 1)?.person;
}

const casting = /^(?:played|portrayed|voiced)$/;

/** `In Low Tide, her new novel, X says`: the title comes before what kind of work it is. */
function isInNamedWork({ words, quoted }: Context, start: number, subject: WordRange): boolean {
  const { from: to } = subject;
  if (words[start]!.lower !== 'in') return false;
  let at = start + 1;
  while (at < to && !/^[,]$/.test(words[at]!.text) && (quoted[at] || at < start + 8)) at++;
  if (words[at]?.text !== ',' || !(quoted[at - 1] || words[at - 1]!.isCapitalized)) return false;
  // `a woman called X tells her sister`
  const isMadeUp = words
    .slice(Math.max(start, to - 2), subject.to)
    .some(({ lower }) => lower === 'called' || lower === 'named');
  for (let next = at + 1; next < Math.min(at + 8, to) && words[next]!.text !== ','; next++)
    if (lexicon.fictions.has(words[next]!.lower) || (words[next]!.lower === 'book' && isMadeUp))
      return words[next + 1]?.text === ',';
  return false;
}

const recordings = new Set(
  'clip clips video videos footage recording audio tape image images screenshot screenshots picture photo'.split(
    ' ',
  ),
);

/** `A clip in which X appears to say`; what a person seems to suggest in so many words is theirs. */
export function seemsShown({ words, quoted }: Context, start: number, verb: number, base: string): boolean {
  const seems = words[verb - 1]?.lower === 'to' ? verb - 2 : verb - 3;
  if (!/^(appear|seem|purport)(s|ed|ing)?$/.test(words[seems]?.lower ?? '')) return false;
  if (!/^(say|tell|shout|declare|admit|boast|call)$/.test(base)) return false;
  return words.slice(start, verb).some(({ lower }, at) => !quoted[start + at] && recordings.has(lower));
}
