import { isGivenName } from '../../../names/gender.ts';
import { memoize } from '../../../system/memoize.ts';
import type { NameIndex, OrganizationKind } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import {
  type EntityContext,
  type EntityMention,
  inSentence,
  isNamePart,
  isTaken,
  organization,
} from '../mentions/entity.ts';
import { legalForms } from './headed-words.ts';

/**
 * Organizations by the form of their names: by a first word (`Radio Tarn`, `Banca di Torvesio`, `FC Tarn`), by a last one
 * (`Tarn IF`), `Doctors for Peace`, `House of Councillors`,
 * `Arbeitsamt`; and by the words right behind (`Rovers manager`, `Clean Rivers, an aid group`).
 */
export function namedByForm(context: EntityContext): EntityMention[] {
  const { words, index, runs, taken, isShouted } = context;
  const found: EntityMention[] = [];
  for (const { from, to } of runs) {
    if (isShouted[words[from]!.sentence]) continue;
    const possible = formsOpenedBy(words[from]!.text) & formsClosedBy(words[to - 1]!.text);
    for (let at = 0; at < forms.length; at++) {
      if (!(possible & (1 << at))) continue;
      const form = forms[at]!;
      const named = form.find(words, from, to, index);
      if (named === null || isTaken(taken, named.from, named.to)) continue;
      found.push(organization(named.from, named.to, form.kind, 'form'));
      break;
    }
  }
  return found;
}

type Range = { from: number; to: number };

/** `find`: where the organization is that an unbroken run of name parts begins, is or ends; null if it names none so. */
type Form = {
  name: string;
  kind: OrganizationKind;
  /** What the first or the last word of the run is, in lower case: a run without it has not the form. */
  first?: RegExp;
  last?: RegExp;
  find: (words: Word[], from: number, to: number, index: NameIndex) => Range | null;
};

const broadcasters = /^(?:radio|tv|télé|tele|television|televisión|canal|rádio)$/;
const dailies = /^(?:daily|sunday|evening|morning)$/;
const numbers = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})$/;
const firmStarts =
  /^(?:banca|banco|banque|caisse|cassa|compagnie|compañía|crédit|credit|credito|crédito|groupe|gruppo|grupo|société|societe|sociedad|società|companhia|nippon|pt|kombinat)$/;
const bodyStarts =
  /^(?:academia|akademia|akademie|académie|accademia|asociación|asociacion|associação|associazione|centro|colectivo|comité|comisión|confederación|consejo|coordinadora|federación|foro|fundación|fundacion|fundação|fondazione|fondation|instituto|institut|istituto|laboratorio|ligue|movimiento|movimento|mouvement|observatorio|observatoire|partido|partito|parti|sindicato|unión|universidad|universidade|università|université|universität|uniwersytet|unyon|kilusang|samahan|partai|persatuan|sindikat|syndicat|savez|udruženje|stranka)$/;
const fighters =
  /^(?:katibat?|jund|jaysh|jaish|liwa|hezb|hizb|lashkar|jamaat|jama['’]at|harakat|tehreek|tehrik|ansaroul|ansarul|ansaru|kata['’]?ib)$/;
const clubStarts =
  /^(?:A[CFKS]|AFC|BK|CSKA|F[CK]|HJK|IFK|NK|OGC|RSC|TSV|VfB|VfL|Dinamo|Dynamo|Lokomotiv|Spartak|Shakhtar|Borussia|Hapoel|Maccabi|Atl[eé]tico|Deportivo|Sporting)$/;
const clubEnds = /^(?:AFC|BK|CF|F[CFK]|I[FK]|IFK|SK)$/;
const clubNouns =
  /^(?:rovers|united|city|wanderers|athletic|albion|rangers|town|county|villa|hotspur|argyle|thistle|orient|rangers|harriers|swifts|spartans|stars|dynamo|sporting|racing|athletico)$/;
const clubPeople =
  /^(?:manager|coach|boss|captain|skipper|striker|forward|midfielder|defender|goalkeeper|keeper|winger|fullback|full-back|playmaker|fans|supporters|players|chairman|chief|assistant|substitute)$/;
const campaigners =
  /^(?:architects|artists|citizens|clergy|consumers|doctors|engineers|families|farmers|fathers|friends|journalists|lawyers|mothers|nurses|parents|pharmacists|physicians|reporters|scholars|scientists|students|teachers|veterans|victims|voters|women|workers|writers|youth|americans|catholics|christians|jews|muslims|campaign|movement|partnership|alliance|coalition|council|network|action)$/;
const chambers =
  /^(?:assembly|chiefs|commons|councillors|counselors|delegates|deputies|elders|federation|keys|lords|nationalities|people|representatives|states|traditional)$/;
const bands =
  /^(?:brothers|daughters|defenders|eagles|falcons|fighters|guardians|hawks|heroes|knights|lions|martyrs|party|servants|sisters|soldiers|sons|tigers|warriors|wolves)$/;
/** Players whom only clubs have; towns have managers too. */
const players =
  /^(?:striker|midfielder|defender|goalkeeper|winger|full-back|fullback|fly-half|scrum-half|prop|hooker|flanker|lock|batsman|bowler|seamer|wicketkeeper|quarterback|linebacker|receiver|pitcher|outfielder|infielder|shortstop|catcher|goaltender|defenseman|centre-back|left-back|right-back)$/;
const germanHead =
  /^\p{Lu}\p{Ll}{3,}(?:verband|kammer|ministerium|gericht|gesellschaft|gewerkschaft|behörde|amt|landtag|parlament|anstalt|wirtschaftsrat|bahn)$|^Landtag$/u;
const groupNouns =
  /^(?:group|charity|company|firm|organi[sz]ation|association|think-?tank|nonprofit|non-profit|watchdog|lobby|consultancy|agency|institute|foundation|union|ngo|coalition|alliance|movement|party|militia|publisher|retailer|airline|operator|carrier|insurer|brokerage|brewer|carmaker|bank|manufacturer|start-?up|newspaper|magazine|broadcaster|newsletter|website|band|orchestra|club|council|assembly|federation|society|committee|forum|body|network|league|parliament|commission|court|board)$/;

/** Nouns that only clubs have, and what clubs do. */
const clubsOnly = /^(?:rovers|wanderers|united|athletic|albion|rangers|hotspur|harriers|argyle|thistle)$/;
const clubVerbs =
  /^(?:beat|beats|host|hosts|hosted|drew|draw|lost|won|win|signed|sold|sacked|face|faced|visit|visited|play|played|equalised|equalized|led|thrashed|trailed|scored|conceded|appointed)$/;
const clubsBefore =
  /^(?:beat|beats|host|hosts|hosted|against|over|visit|visited|face|faced|joined|left|signed)$/;

/** The first form that a run has counts. */
const forms: Form[] = [
  {
    name: 'Radio Tarn, TV Sever',
    kind: 'outlet',
    first: broadcasters,
    find: (_, from, to) => (to - from >= 2 ? { from, to } : null),
  },
  {
    name: 'Channel Nine',
    kind: 'outlet',
    last: /^channel$/,
    find: (words, _, to) =>
      numbers.test(inSentence(words, to, words[to - 1]!.sentence)?.lower ?? '')
        ? { from: to - 1, to: to + 1 }
        : null,
  },
  {
    name: 'the Daily Clarion',
    kind: 'outlet',
    first: dailies,
    find: (words, from, to, index) =>
      to - from === 2 &&
      words[from - 1]?.lower === 'the' &&
      !index.things.has(words[from + 1]!.lower) &&
      !index.offices.has(words[from + 1]!.lower)
        ? { from, to }
        : null,
  },
  {
    name: 'Banca di Torvesio',
    kind: 'company',
    first: firmStarts,
    find: withJoined,
  },
  {
    name: 'Laboratorio de Paz',
    kind: 'body',
    first: bodyStarts,
    find: withJoined,
  },
  {
    name: 'Katiba Tarn',
    kind: 'armed group',
    first: fighters,
    find: withJoined,
  },
  {
    name: 'Statistics Norland',
    kind: 'state',
    first: /^statistics$/,
    find: (words, from, to, index) =>
      to - from === 2 && index.countries.has(words[to - 1]!.lower) ? { from, to } : null,
  },
  {
    name: 'FC Tarn, Tarn IF',
    kind: 'team',
    find: (words, from, to) => {
      // Two of the short forms are function words too.
      if (words[from - 1]?.text === 'AS' && to - from <= 2) return { from: from - 1, to };
      if (words[to]?.text === 'IF' && words[from]!.text !== words[from]!.text.toUpperCase())
        return to - from <= 2 ? { from, to: to + 1 } : null;
      const isShort = to - from >= 2 && to - from <= 3;
      const isClub = clubStarts.test(words[from]!.text) || clubEnds.test(words[to - 1]!.text);
      return isShort && isClub ? { from, to } : null;
    },
  },
  {
    name: 'Rovers manager',
    kind: 'team',
    last: clubNouns,
    find: (words, from, to) => {
      const { lower, sentence } = words[to - 1]!;
      if (to - from > 3) return null;
      const next = inSentence(words, to, sentence);
      if (to - from === 1 && !clubsOnly.test(lower)) return null;
      if (next?.isCapitalized === false && clubPeople.test(next.lower)) return { from, to };
      const before = inSentence(words, from - 1, sentence)?.lower ?? '';
      const isPlaying = clubVerbs.test(next?.lower ?? '') || (to - from > 1 && clubsBefore.test(before));
      return isPlaying && (clubsOnly.test(lower) || /^(?:town|county)$/.test(lower)) ? { from, to } : null;
    },
  },
  {
    name: 'Doctors for Peace',
    kind: 'body',
    last: campaigners,
    find: (words, from, to) => {
      const { sentence } = words[to - 1]!;
      const isLink = /^(?:for|against|without)$/.test(inSentence(words, to, sentence)?.lower ?? '');
      if (!isLink || !isNamePart(inSentence(words, to + 1, sentence))) return null;
      // `In Tarn, Doctors for …`, but `Polish Lawyers for …`
      let end = to + 1;
      while (isNamePart(inSentence(words, end, sentence))) end++;
      return { from, to: end };
    },
  },
  {
    name: 'House of Councillors',
    kind: 'state',
    last: /^(?:house|chamber)$/,
    find: (words, _from, to) => {
      const { sentence } = words[to - 1]!;
      const isHouse = inSentence(words, to, sentence)?.lower === 'of';
      const at = inSentence(words, to + 1, sentence)?.lower === 'the' ? to + 2 : to + 1;
      const chamber = isHouse ? inSentence(words, at, sentence) : undefined;
      return chamber?.isCapitalized && chambers.test(chamber.lower) ? { from: to - 1, to: at + 1 } : null;
    },
  },
  {
    name: 'Sons of the Mountain',
    kind: 'body',
    last: bands,
    find: (words, from, to) => {
      const { sentence } = words[to - 1]!;
      if (to - from !== 1 || inSentence(words, to, sentence)?.lower !== 'of') return null;
      const at = inSentence(words, to + 1, sentence)?.lower === 'the' ? to + 2 : to + 1;
      if (!isNamePart(inSentence(words, at, sentence))) return null;
      let end = at + 1;
      while (isNamePart(inSentence(words, end, sentence))) end++;
      return end - at <= 2 ? { from, to: end } : null;
    },
  },
  {
    name: 'Kestrel plc',
    kind: 'company',
    find: (words, from, to, index) => {
      const next = inSentence(words, to, words[from]!.sentence);
      const rest = next && legalForms.get(next.text);
      if (!rest?.every((text, at) => words[to + 1 + at]?.text === text) || to - from > 4) return null;
      if (index.offices.has(words[from]!.lower)) return null;
      const isOpening = words[from]!.isSentenceStart && to - from > 1 && index.common.has(words[from]!.lower);
      return { from: isOpening ? from + 1 : from, to: to + 1 + rest.length };
    },
  },
  {
    name: 'Rovers striker',
    kind: 'team',
    find: (words, from, to, index) => {
      const { sentence, lower } = words[from]!;
      const next = inSentence(words, to, sentence);
      if (to - from > 2 || !next || next.isCapitalized || !players.test(next.lower)) return null;
      const given = inSentence(words, to + 1, sentence);
      if (!given?.isCapitalized || !isNamePart(inSentence(words, to + 2, sentence))) return null;
      const isLand = index.countries.has(lower) || index.demonyms.has(lower) || index.countryWords.has(lower);
      const isWord = index.common.has(lower) || index.offices.has(lower) || index.modifiers.has(lower);
      return isLand || (to - from === 1 && isWord) ? null : { from, to };
    },
  },
  {
    name: 'Arbeitsamt',
    kind: 'body',
    find: (words, from, to, index) => {
      const { text, known } = words[to - 1]!;
      return !known && germanHead.test(text) && !isGivenName(words[from]!.text, index) ? { from, to } : null;
    },
  },
  {
    name: 'Clean Rivers, an aid group',
    kind: 'body',
    find: (words, from, to, index) => (isGroup(words, from, to, index) ? { from, to } : null),
  },
];

/** The forms that a run may have by its first word, or by its last one, one bit each: most words are those of no form. */
const formsOpenedBy = memoize(text => formsWith(({ first }) => first, text));
const formsClosedBy = memoize(text => formsWith(({ last }) => last, text));

function formsWith(part: (form: Form) => RegExp | undefined, text: string): number {
  const lower = text.toLowerCase();
  return forms.reduce((bits, form, at) => (part(form)?.test(lower) === false ? bits : bits | (1 << at)), 0);
}

/** A run behind a first word, with what `di`, `de` and the like join to it. */
function withJoined(words: Word[], from: number, to: number): Range | null {
  const { sentence } = words[from]!;
  let end = to;
  for (let part = 0; part < 2; part++) {
    const link = inSentence(words, end, sentence)?.lower ?? '';
    if (!/^(?:de|di|del|della|delle|do|da|du|des|dei|y|et|e|für|der|ng|dan|ul)$/.test(link)) break;
    const at = /^(?:la|las|los|l|les|mga)$/.test(words[end + 1]?.lower ?? '') ? end + 2 : end + 1;
    if (!isNamePart(inSentence(words, at, sentence))) break;
    end = at + 1;
    while (isNamePart(inSentence(words, end, sentence))) end++;
  }
  return end - from >= 2 ? { from, to: end } : null;
}

/** `X, an aid group`, `X, a Tarn-based charity that …`: an article, and words of which the last is what X is. */
function isGroup(words: Word[], from: number, to: number, index: NameIndex): boolean {
  const { sentence, lower, isSentenceStart, known } = words[from]!;
  const near = (at: number) => inSentence(words, at, sentence);
  if (near(to)?.text !== ',' || !/^(?:an?|the)$/.test(near(to + 1)?.lower ?? '') || to - from > 4)
    return false;
  if (to - from === 1 && ((isSentenceStart && known) || index.common.has(lower))) return false;
  const isGiven = isGivenName(words[from]!.text, index);
  if (index.offices.has(words[to - 1]!.lower)) return false;
  if (index.places.has(lower) || index.demonyms.has(lower)) return false;
  for (let at = to + 2; at < to + 7; at++) {
    const word = near(at);
    if (!word || /^[,.;:]$/.test(word.text) || /^(?:of|for|in|who|and|at|with|from|to|by)$/.test(word.lower))
      return false;
    const next = near(at + 1);
    const isEnd =
      next === undefined ||
      /^(?:[,.;:)]|that|which|of|based|in|for|said|says|run|led|founded|with|owned)$/.test(next.lower);
    if (groupNouns.test(word.lower) && !word.isCapitalized && isEnd)
      return !isGiven || /^(?:that|which)$/.test(next?.lower ?? '');
  }
  return false;
}
