/**
 * What is typed without thinking: words that only introduce a question, what is said after it, and apostrophes left
 * out. English, and the small words of the other languages where they introduce a question.
 */

/** Words that only introduce a question. */
const introductions =
  /^(?:(?:und|aber|а|і|й|и|та|но|але)[, ]+(?=(?:was|wer|wann|wo|warum|wie|що|хто|коли|де|чому|як|скільки|что|кто|когда|где|почему|как|сколько) )|(?:please|pls|so|now|ok|okay|well|um|uh|erm|and|but|hey|hi|hello|like|guys|mate|listen|quick question|sorry)[, ]+|(?:can|could|would|will) (?:you|u|anyone|someone) (?:please |pls )?(?:tell me|show me|say|find|explain|remind me)\s+|(?:i(?:['’]d| would)? (?:like|want|need|wanna) (?:to know|know)|i(?:['’]?m| am| was)? (?:just )?(?:wondering|curious)|do (?:you|u) (?:know|remember)|tell me|show me|remind me|i (?:just )?wonder(?:ed)?|any(?:one| ?body)? (?:idea|knows?)|does any(?:one|body) know|do we know|what i want to know is)(?:,? like)?[,:]?\s+(?=(?:who|what|when|where|why|how|about|if|whether|like)\b))+/iu;

/** Said after a question: thanks, a name for the bot, laughter. */
const closings =
  /(?:[,.!?\s]{1,5}(?:please|pls|plz|thanks|thx|ty|mate|bro|dude|man|guys|bot|lol|haha|then|again|bitte|danke)){1,4}$/iu;

/** Pictures, which say nothing about what is asked. */
const pictures = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D})+/gu;

/** Addresses in a message, as below a headline that is passed on. */
const links = /\bhttps?:\/\/\S+/giu;

/** What a headline is marked with that is passed on. */
const headlineMarks =
  /^(?:breaking(?: news)?|just in|urgent|exclusive|терміново|термінова новина|срочно|молния|eilmeldung|urgente|última hora|alerte|pilne|ultim['’]ora) ?[:|–—-] (?=\S)/iu;

/** Nothing but flags. */
const onlyFlags = /^(?:[\u{1F1E6}-\u{1F1FF}]{2}[\s,]{0,3}){1,4}$/u;
const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** The countries whose flags are all that was typed, by their English names; else the text as it is. */
export function flagsAsNames(text: string): string {
  const bare = text.trim();
  if (!onlyFlags.test(bare)) return text;
  const codes = [...bare.replace(/[\s,]/g, '')].map(letter => letter.codePointAt(0)! - 0x1f1e6);
  const names: string[] = [];
  for (let at = 0; at < codes.length; at += 2) {
    const code = String.fromCharCode(65 + codes[at]!, 65 + codes[at + 1]!);
    const name = countryNames.of(code);
    if (name === undefined) return text;
    names.push(name);
  }
  return names.join(' ');
}

/** `whos`, `whats`, `wheres`: the apostrophe is left out. */
const contraction = /^(who|what|where|when|how|why)s (?=\S)/iu;
const sinceWhen = /^since when (?=(?:is|are|was|were|has|have|had|did|does|do)\b)/iu;
const spoken: readonly [RegExp, string][] = [
  [/^what (?:actually |really |exactly )(?=(?:happened|is|was|did)\b)/iu, 'what '],
  [/\bhow come\b/iu, 'why'],
  [/ w\/ ?(?=\S)/giu, ' with '],
  [/ (?:abt|bout|re:) (?=\S)/giu, ' about '],
  [/\bb\/c\b/giu, 'because'],
];

/** A longer text is no question that was typed. */
const longest = 400;

/** A question without what only introduces it; as it was typed if nothing else is left of it. */
export function withoutIntroduction(asked: string): string {
  if (asked.length > longest) return asked;
  return asked.replace(introductions, '').replace(/^(?:if|whether) (?=\S+ \S)/iu, '') || asked;
}

/** A question without pictures, links and what is said after it, with the apostrophes that it lacks. */
export function asAsked(typed: string): string {
  const words = typed.includes('://') ? typed.replace(links, ' ') : typed;
  const plain = words.replace(pictures, ' ').replace(/[¿¡]/g, '').replace(/\s+/g, ' ').trim() || typed;
  if (plain.length > longest) return plain;
  const asked = plain.replace(headlineMarks, '').replace(closings, '').trim() || plain;
  return spoken
    .reduce((words, [from, to]) => words.replace(from, to), asked)
    .replace(contraction, (_, word: string) => `${word}’s `)
    .replace(sinceWhen, 'when ');
}

/** What someone is said to have said: `NAME said WORDS, right?`. */
export type Claim = { name: string; about: string };

const doubt =
  "(?:right|correct|true|yes|no|yeah|innit|isn[’']?t it|didn[’']?t (?:he|she|they)|is (?:that|this|it) (?:true|right|correct|so)|true or (?:false|not)|really|fact or fiction)";
const saying = '(?:said|says|claimed|claims|told|stated|insisted|admitted|promised|denied|called)';
const claims: readonly RegExp[] = [
  new RegExp(`^(?<name>.{1,60}?) ${saying} (?:that |how )?(?<about>.{3,200}?)[,.;:!?\\s-]+${doubt}$`, 'isu'),
  new RegExp(
    `^is it (?:true|right|correct) that (?<name>.{1,60}?) ${saying} (?:that )?(?<about>.{3,200})$`,
    'isu',
  ),
  /^(?:did|has|have|had) (?<name>.{1,60}?) (?:really |actually |ever |already )?(?:say|said|claim(?:ed)?|stated?|admit(?:ted)?|promised?) (?:that )?(?!anything|something|much)(?<about>.{3,200})$/isu,
];

/** What is said of a speaker in other words than their own: `she’d rather wait`, said as `I’d rather wait`. */
const speakers =
  /^(?:he|she|they|we|i|it)(?:['’](?:d|ll|s|re|ve|m))?(?: (?:is|was|are|were|am|has|have|had|will|would))? /iu;

/** The claim that is asked about; null if none is. */
export function claimIn(asked: string): Claim | null {
  for (const pattern of claims) {
    const { name, about } = pattern.exec(asked)?.groups ?? {};
    if (name !== undefined && about !== undefined)
      return {
        name,
        about: about
          .replace(speakers, ' ')
          .replace(/\s+/g, ' ')
          .replace(/^["“”„«'‘]{1,9}|(?<!["“”»'’.])["“”»'’.]{1,9}$/gu, '')
          .trim(),
      };
  }
  return null;
}
