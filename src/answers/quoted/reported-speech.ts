/** Verbs of reports whose subject is who speaks, in the past and the present. */
const saying = [
  'acknowledged|added|admitted|announced|argued|asserted|cautioned|claimed|commented|complained|conceded|confirmed',
  'declared|denied|emphasi[sz]ed|explained|hinted|insisted|noted|predicted|recalled|remarked|replied|responded|said',
  'says|signall?ed|stated|stressed|suggested|told|tweeted|urged|vowed|warned|wrote',
].join('|');
const reporting = new RegExp(`\\b(?:${saying}|called)\\b`);
const firstNames = /(?:\p{Lu}[\p{L}.’'-]{0,20} ){1,3}$/u;
const ofSomeone = /\b(?:to|of|by|with|for|from|about|against|near|like|on|than|as) $/;
/** Verbs that report as well where their subject is before them. */
const telling = `${saying}|rejected|promised|pledged|declined|refused|made (?:it )?(?:clear|plain)`;
const verb = `(?:(?:has|had|have|also|later|then|again|\\p{Ll}{2,20}ly) ){0,2}(?:${telling})\\b`;
const inverted = new RegExp(`[,”"] (?:${saying}) (?:[\\p{L}.’'-]{1,20} ){0,4}$`, 'u');

/** What is before someone's name, and behind it, where they report something. */
const reports: readonly { before(text: string): boolean; behind: RegExp }[] = [
  // `NAME, the mayor of Tarn, also said`, but not `a friend of NAME said`
  {
    before: text => !ofSomeone.test(text),
    behind: new RegExp(`^(?:, [^,“”"]{1,100},)? ${verb}`, 'u'),
  },
  // `The mayor, NAME, said`, but not `built by NAME, said the union`
  { before: text => text.endsWith(', '), behind: new RegExp(`^, ${verb}`, 'u') },
  // `…, said Mayor NAME`, but not `Smith said Mayor NAME wanted it`
  {
    before: text => inverted.test(text),
    behind: /^(?!\p{L})/u,
  },
  {
    before: text => /\b[Aa]ccording to (?:[\p{L}.’'-]{1,20} ){0,4}$/u.test(text),
    behind: /^(?!\p{L})/u,
  },
];

/** Whether what is between two texts is in quotation marks, which may have been opened before: someone else’s words. */
function isQuoted(before: string, behind: string): boolean {
  const marks = (text: string) => text.split('"').length - 1;
  const isOpen = (marks(before) + marks(behind)) % 2 === 1;
  const isWithin = (open: string, close: string) => {
    const [next, end] = [behind.indexOf(open), behind.indexOf(close)];
    return before.lastIndexOf(open) > before.lastIndexOf(close) || (end >= 0 && (next < 0 || end < next));
  };
  return marks(before) % 2 === (isOpen ? 0 : 1) || isWithin('“', '”') || isWithin('«', '»');
}

/**
 * Whether a sentence reports what someone said in other words: of a surname, what its owner said, not what others said
 * of them; without a surname, what anyone said.
 */
export function reportsSpeech(text: string, surname: string | null): boolean {
  if (surname === null) return reporting.test(text);
  for (let at = text.indexOf(surname); at >= 0; at = text.indexOf(surname, at + 1)) {
    const before = text.slice(0, at);
    if (/\p{L}$/u.test(before) || isQuoted(before, text.slice(at))) continue;
    const [beforeName, behindName] = [before.replace(firstNames, ''), text.slice(at + surname.length)];
    if (reports.some(each => each.behind.test(behindName) && each.before(beforeName))) return true;
  }
  return false;
}
