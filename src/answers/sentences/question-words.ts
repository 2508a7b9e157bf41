import { fold } from '../../library/text/fold.ts';
import { isEveryday, isFrequent } from '../../library/text/word-lists.ts';
import { stem } from '../../reading/text/stem.ts';

/** Words of a question that say how it is asked, not what about. */
const askingWords = new Set(
  'when where why who whom whose what which how many much long often did does do was were is are be been has have had will would can could the a an of to in on at for by with from and or not get got happen happened it its this that there out up off true right correct really ever any anyone anything someone something people person exactly actually'.split(
    ' ',
  ),
);

/**
 * Verbs and nouns with which news report the same act of one on another; a question with one of them is answered by
 * any, if who did it to whom is as asked.
 */
const acts: readonly string[] = [
  'kill kills killed killing killings assassinate assassinates assassinated assassination murder murders murdered slain die dies died dying death deaths dead toll',
  'shoot shoots shot shots shooting gunman gunmen gunfire shooter wounded bullet downed attempt',
  'release releases released releasing free frees freed freeing swap swapped exchange exchanged',
  'ambush ambushes ambushed attack attacks attacked attacking strike strikes struck hit hits bomb bombs bombed bombing raid raids raided airstrike airstrikes shell shells shelled shelling bombard bombarded bombardment',
  'arrest arrests arrested arresting detain detains detained detention jailed custody',
  'sentence sentences sentenced convict convicts convicted conviction guilty verdict jailed prison imprisonment',
  'founded founder founders cofounder cofounders cofounded',
  'ban bans banned banning prohibit prohibits prohibited outlawed',
  'expel expels expelled expulsion expulsions',
  'buy buys bought buying acquire acquires acquired acquisition takeover',
  'condemn condemns condemned condemning condemnation denounce denounces denounced denouncing criticize criticizes criticized criticizing criticise criticises criticised criticising criticism rebuke rebuked slam slams slammed lambasted',
  'praise praises praised praising hailed applauded lauded',
  'endorse endorses endorsed endorsing endorsement endorsements',
  'mock mocks mocked mocking ridicule ridiculed',
  'insult insults insulted insulting',
  'threaten threatens threatened threatening threat threats',
  'injure injures injured injuries hurt wounded',
  'invade invades invaded invading invasion',
  'kidnap kidnaps kidnapped kidnapping abduct abducts abducted abduction',
  'accuse accuses accused accusing accusation accusations',
  'replace replaces replaced replacing replacement succeed succeeds succeeded successor',
  'fire fires fired firing dismiss dismisses dismissed dismissal sack sacks sacked',
  'sue sues sued suing lawsuit',
  'indict indicts indicted indictment',
  'fine fines fined',
  'sanction sanctions sanctioned',
  'recognize recognizes recognized recognise recognises recognised recognition',
  'poison poisons poisoned poisoning',
  'stab stabs stabbed stabbing stabbings',
  'destroy destroys destroyed destruction',
  'capture captures captured capturing seize seizes seized seizure',
  'defeat defeats defeated beat beats beaten',
  'extradite extradites extradited extradition',
  'blame blames blamed',
  'announce announces announced announcing announcement unveiled unveils',
  'cancel cancels cancelled canceled cancelling scrapped',
  'suspend suspends suspended suspension',
];

/** The same for acts in which it matters little, or is unclear, who is named first. */
const sameMeaning: readonly string[] = [
  'win wins won winning victory victorious winner reelected re-elected elected',
  'lose loses lost losing defeat defeated defeats',
  'drop drops dropped dropping quit quits withdraw withdraws withdrew withdrawn withdrawal exit exits exited exiting bowed stepped',
  'resign resigns resigned resigning resignation quit quits stepped ousted',
  'vote votes voted voting polls ballot ballots election elections elected reelected',
  'elect elected elects election reelected re-elected',
  'protest protests protested protesting protesters demonstrate demonstrated demonstrators rally unrest',
  'meet meets met meeting meetings talks',
  'crash crashes crashed collapse collapses collapsed',
  'lead leads led leader leading head heads headed chief boss',
  'end ends ended ending finish finishes finished concluded over suspended',
  'sign signs signed signing agree agreed agreement deal',
  'decide decides decided decision rule rules ruled ruling found declared opinion verdict',
  'claim claims claimed responsibility',
  'hit hits landfall landed struck slammed battered',
  'become becomes became name names named naming appoint appoints appointed appointing choose chooses choosing chose chosen pick picks picking picked',
];
/** Nouns that news use for one another. */
const sameThings = [
  'soldier soldiers troops serviceman servicemen',
  'plane planes aircraft airplane airplanes jet jets',
  'lawmaker lawmakers legislator legislators parliamentarian parliamentarians',
  'child children kids',
  'physician physicians doctor doctors medic medics',
  'worker workers employee employees staff',
  'car cars vehicle vehicles',
  'film films movie movies',
].map(line => line.split(' '));

/** Forms that share no stem. */
const irregularVerbs =
  'sink sank sunk|leave left|break broke broken|steal stole stolen|give gave given|take took taken|begin began begun|fall fell fallen|rise rose risen|speak spoke spoken|fly flew flown|hold held|fight fought|flee fled|catch caught|sell sold|pay paid|send sent|spend spent|build built|write wrote written|drive drove driven|freeze froze frozen|blow blew blown|grow grew grown|think thought|make made|come came|go went gone|bring brought|keep kept|stand stood|swear swore sworn|lay laid|see saw seen|tell told|say said|cost costs';
const groups = [...acts, ...sameMeaning, ...irregularVerbs.split('|')].map(line => line.split(' '));
const actWords = new Set(acts.flatMap(line => line.split(' ')));

/** Whether a word in lower case reports an act of one on another, so that it matters who is named as which. */
export function isActOfOneOnAnother(word: string): boolean {
  return actWords.has(word);
}

/** A word that a question is about: what means it in the form of `formsOf`, and how much it counts. */
export type AskedWord = {
  word: string;
  form: string;
  same: readonly string[];
  weight: number;
  isVerb: boolean;
};

/** Everyday words say less about what is asked than names do. */
const everydayWeight = 0.6;

/** What a question is about, word by word, without how it is asked. */
export function askedWordsOf(question: string): AskedWord[] {
  // A double name is compared by its parts, as the words of a text are.
  const words = contentWords(question).flatMap(word =>
    meaningsOf(word).length > 0 ? [word] : word.split('-').filter(part => part !== ''),
  );
  return words.map(word => {
    const meaning = meaningsOf(word);
    const things = sameThings.find(group => group.includes(word.toLowerCase())) ?? [];
    return {
      word,
      form: stem(fold(withoutApostrophes(word))),
      same: [...meaning, ...things].map(wordForm),
      weight: meaning.length > 0 || !isEveryday(word.toLowerCase()) ? 1 : everydayWeight,
      isVerb: meaning.length > 0,
    };
  });
}

function meaningsOf(word: string): string[] {
  const folded = word.toLowerCase();
  return groups.filter(group => group.includes(folded)).flat();
}

/** `elected` and `election` have one stem but not one meaning, so that synonyms are compared as they are. */
const wordForm = (word: string) => `=${word}`;

const fillers = /\b(?:takes?|took|taking) place\b|\baccording to\b/gi;

/** A question with verbs of several words as ones that news use too: `call off` as `cancel`, `did get sold` as `was sold`, `is going to` as `will`. */
export function withPlainVerbs(question: string): string {
  return question
    .replace(/\bfound guilty\b/gi, 'convicted')
    .replace(/\bplead(s|ed|ing)? (?:not )?guilty\b/gi, (_, ending = '') => `plead${ending}`)
    .replace(/\b(?:U\.S\.A|U\.[SKN]|E\.U|U\.A\.E)\.?(?!\p{L})/gu, name => name.replaceAll('.', ''))
    .replace(/\bCEO\b/gi, 'chief executive')
    .replace(/^((?:when |who )?)(?:is|are) (.{2,80} |)going to (?=\p{L})/iu, '$1will $2')
    .replace(/\bt(?:ook|akes?|aken|aking) over from\b/gi, 'replaced')
    .replace(/\bcall(s|ed|ing)? off\b/gi, (_, ending = '') => `cancel${ending}`)
    .replace(/\bdid (.{1,80}?) get (?=\p{L}{2,20}(?:ed|en|ld|wn|ut|it|un|ot)\b)/iu, 'was $1 ');
}

/** The words of a question that say what it is about; all of them if none does. */
export function contentWords(question: string): string[] {
  const words =
    question.replace(fillers, ' ').match(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}’'&+#-]*[\p{L}\p{M}\p{N}+#])?/gu) ??
    [];
  // `Who is the president of …`: an office is in news of any kind, but it is what is asked.
  const asksForOffice = /^who(?:['’]s| is| was| are| were)\b/i.test(question);
  const content = words
    .map(word => word.replace(/[’']s$/, ''))
    .filter(word => !askingWords.has(word.toLowerCase()))
    .filter(
      word =>
        /^\p{Lu}/u.test(word) ||
        asksForOffice ||
        !isFrequent(word.toLowerCase()) ||
        meaningsOf(word).length > 0,
    );
  return content.length > 0 ? content : words;
}

/** The words of a text that are verbs of a question, or mean the same, as matches. */
export function askedVerbsIn(text: string, asked: readonly AskedWord[]): RegExpExecArray[] {
  const verbs = asked.filter(({ isVerb }) => isVerb);
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) =>
    verbs.some(verb => includesWord(formsOf(word), verb)),
  );
}

/** The names in a question, but for its first word, as matches. */
export const namesWritten = (question: string) => [
  ...question.matchAll(/(?<=\s)\p{Lu}[\p{L}\p{N}’'-]*(?: \p{Lu}[\p{L}\p{N}’'-]*)*/gu),
];

/** A nationality is its country with a few more letters, as what someone does is the deed: not `trumpet` for `Trump`. */
const moreLetters = /^(?:a|al|an|ans|e|er|ers|es|ese|i|ian|ic|is|ish|ism|ist|n|ns|or|s|y)$/;
const shortestAlike = 5;

/** Whether the forms of a text include a word, its synonym, or one that begins like it: `Venezuelan` for `Venezuela`. */
export function includesWord(own: ReadonlySet<string>, { form, same, isVerb }: AskedWord): boolean {
  if (own.has(form) || same.some(other => own.has(other))) return true;
  if (isVerb || form.length < shortestAlike) return false;
  for (const other of own) {
    const [short, long] = other.length < form.length ? [other, form] : [form, other];
    if (short.length >= shortestAlike && long.startsWith(short) && moreLetters.test(long.slice(short.length)))
      return true;
  }
  return false;
}

/** The words of a text to be compared, without accents: their stems, and each as it is after `=`. */
export function formsOf(text: string): Set<string> {
  const words = (withoutApostrophes(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(fold);
  return new Set(words.flatMap(word => [stem(word), wordForm(word)]));
}

/** `Fu’ad` is also written `Fuad`; an ending such as `’s` stays apart. */
function withoutApostrophes(text: string): string {
  return text.replace(/(?<=\p{L})['’ʼ](?=\p{L}{2})/gu, '');
}
