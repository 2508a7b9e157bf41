import { kindOfNotice } from './boilerplate-notices.ts';

type FormKind = 'comments' | 'navigation' | 'related' | 'share' | 'other' | 'legal' | 'credit';

/**
 * The kind of a line whose form shows it, whatever its words; null if it may belong to the body.
 * @param opening the line in lower case without marks at its beginning
 * @param bare the same without marks at its end, empty for a longer line
 */
export function kindOfForm(line: string, opening: string, bare: string): FormKind | null {
  if (isCounter(opening)) return 'comments';
  if (isStamp(bare) || leadsOn(line) || isBreadcrumb(line) || isLabelledAddress(line) || isSpokenMarkup(line))
    return 'navigation';
  if (line.startsWith('[') && shortcode.test(line)) return 'other';
  if (isFollowRequest(line, opening)) return 'share';
  if (isRole(line)) return 'other';
  if (isSignature(line) || isContact(line) || correction.test(line) || isAuthorContact(line)) return 'other';
  if (ageMark.test(line)) return 'legal';
  if (isSignOff(line)) return 'credit';
  return isCredit(line) ? 'credit' : kindOfNotice(line, opening);
}

/** `Correction, 20 September 2031: …` */
const correction = /^(?:corrections?|clarifications?),? \(?[\p{L}\d., ]{4,24}\)?: /iu;

/** `[gallery ids="1,2"]`, `[embed]https://…[/embed]`: what WordPress puts something else in place of; not `[applause]`. */
const shortcode =
  /^\[[a-z][\w-]{1,30}(?: [\w-]{1,30}=[^\]]{1,200}\](?:[^[]{0,300}\[\/[a-z][\w-]{1,30}\])?|\][^[]{0,300}\[\/[a-z][\w-]{1,30}\])$/;

/** `18+ Play responsibly.` */
const ageMark = /^(?:6|12|16|18|21)\+(?: \p{Lu}.{0,160}[.!])?$/u;

/** `24 comments`, `11 responses to …`, `3 shares`. */
function isCounter(text: string): boolean {
  return /^\d[\d,.k]{0,8} (comments?|responses?|replies|reply|shares?|likes?|views?|thoughts? on|reactions?|retweets?)\b/.test(
    text,
  );
}

/** `Lena Ost/OPA`, `Lena Ost / Ostby Images`: a photographer and an agency, and nothing else. */
function isCredit(line: string): boolean {
  return (
    line.length <= longestCredit &&
    line.includes('/') &&
    /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,3} ?\/ ?(?:(?:\p{Lu}{2,6}\/)?(?:\p{Lu}{2,6}|dpa|afp|ansa|efe)|(?:\p{Lu}[\p{L}.]+ ){0,3}(?:Images|Press|Pictures|Photos?|Agency|Reuters|Getty))$/u.test(
      line,
    )
  );
}

/** UTF-16 code units. */
const longestCredit = 70;

/** `The post Crane falls appeared first on Harbour Mail.`: WordPress puts it at the end of every item of a feed. */
function isSignature(line: string): boolean {
  return /^The post .{1,300} (?:first )?appeared (?:first )?on .{1,120}$/i.test(line);
}

/** `Tel.: +48 22 555 01 23`, `press@labour.example`: how to reach a press office, and nothing else. */
function isContact(line: string): boolean {
  return (
    line.length <= longestCredit &&
    (/^(?:tel|telephone|telefon|phone|fax|mobile|mob)\.?(?: no\.?)?:? ?[+(\d][\d ()/+.-]{5,25}$/i.test(
      line,
    ) ||
      /^(?:e-?mail:? ?)?[\w.+-]{1,40}@[\w.-]{1,40}\.[a-z]{2,10}$/i.test(line) ||
      /^\p{L}[\p{L}\p{M}.,|’'-]{0,20}(?: [\p{L}\p{M}.,|’'-]{1,20}){0,4}:? [(<]?[\w.+-]{1,40}@[\w.-]{1,40}\.[a-z]{2,10}[)>]?$/iu.test(
        line,
      ))
  );
}

/** UTF-16 code units of a note on where to find an outlet or an author. */
const longestNote = 220;

/** `Anna Berg can be reached at anna@harbourpost.no.`, `E-mail us at desk@harbourpost.no` */
function isAuthorContact(line: string): boolean {
  return (
    (line.length <= longestNote &&
      line.includes('@') &&
      !/["“”]/.test(line) &&
      /^(?:send|e-?mail) (?:your )?(?:tips?|letters?|questions?|comments?|corrections?|thoughts) to \S+@/i.test(
        line,
      )) ||
    /\b(?:can be (?:reached|contacted|emailed|e-mailed)|(?:reach|contact|get in touch with|e-?mail|write to|tweet) (?:him|her|them|me|us|the (?:writer|author|reporter|editor)s?)) (?:at|on|via|by)\b[^@]{0,80}@/i.test(
      line,
    )
  );
}

const networks =
  'twitter|facebook|instagram|telegram|whatsapp|linkedin|tiktok|threads|bluesky|mastodon|youtube|google\\+|pinterest|viber|vkontakte';
const followRequests = [
  new RegExp(
    `^(?:please |you can |and |puedes |podés |pode |vous pouvez |sie können |puoi )?(?:follow|like (?:us|me|our|this)|suivez|suivre|folgen sie|síganos|síguenos|siga|seguir|seguici|seguire|volg|följ|śledź|obserwuj|стежте|слідкуйте|підписуй\\p{L}{2,5}|читайте нас|следите|подписывай\\p{L}{2,5})(?!\\p{L})[^.!?]{0,90}\\b(?:${networks})(?!\\p{L})`,
    'iu',
  ),
  /^(?:devenez fan|become a fan|suivez-nous|folgen sie uns|folge uns|síguenos|síganos|siga-nos|seguici|volg ons|följ oss|śledź nas)(?!\p{L})/iu,
];

/** `… iscriviti alla nostra newsletter.` */
const newsletterRequest =
  /(?<!\p{L})(?:sign up|subscribe|iscriv(?:iti|etevi)|abonnez-vous|inscrivez-vous|suscríbe(?:te|tese)|suscríbase|subscreva|assine|inscreva-se|zapisz się|melden sie sich|abonnieren sie|melde dich|підпишіться|подпишитесь)(?!\p{L})[^.!?]{0,60}newsletter[^.!?]{0,40}[.!]?$/u;

/** `Follow Anna Berg on Twitter.`, `Please follow Harbour Matters on Twitter and Facebook.` */
function isFollowRequest(line: string, opening: string): boolean {
  return (
    line.length <= longestNote &&
    !/["“”]/.test(line) &&
    !/\b(?:said|says|told|wrote|asked)\b/.test(opening) &&
    (followRequests.some(form => form.test(opening)) ||
      (opening.includes('newsletter') && newsletterRequest.test(opening)))
  );
}

/** Words of a link that leads on. */
const longestLead = 9;

/** `More commentary »`, `Ask Anna a question >`: an arrow at the end of a short line that is no sentence and no quotation in French marks. */
function leadsOn(line: string): boolean {
  return /[^\s«».!?…] [»›>→]{1,2}$/.test(line) && !/[«‹]/.test(line) && line.split(' ').length <= longestLead;
}

/** `Home › News › Osterby`: the way to a page, in two steps and more, which is no quotation in French marks. */
function isBreadcrumb(line: string): boolean {
  return (
    line.length <= longestNote &&
    / [›»>] /.test(line) &&
    !/[«.!?]/.test(line) &&
    /^[^›»>]{2,40}(?: [›»>] [^›»>]{2,60}){2,6}$/.test(line)
  );
}

/** `Read this story: https://…`: an address of the web behind a label. */
function isLabelledAddress(line: string): boolean {
  return line.length <= longestNote && /^[^:.!?"“]{2,50}: ?(?:https?:\/\/|www\.)\S+$/i.test(line);
}

/** `Last updated 3 hours ago`, `vor 2 Stunden`, `hace 3 horas` */
const timeSince =
  /^(?:(?:last |first )?(?:updated|published|posted|aktualisiert|veröffentlicht|actualizado|publicado|mis à jour|publié|оновлено|обновлено|опубліковано|опубликовано):? )?(?:(?:vor|hace|il y a|há) \d{1,2} \p{L}{1,10}|\d{1,2} \p{L}{1,10} (?:ago|fa|temu|geleden|тому|назад))$/u;

/** `5 min read`, `3 hours ago`, `2 of 9` under a picture, an address of the web. */
function isStamp(text: string): boolean {
  return (
    /^\d{1,3} (min|minutes?|hours?|days?|weeks?|months?|years?)( read| ago)?$/.test(text) ||
    /^\d{1,3} (?:of|von|sur|de|из|з) \d{1,3}$/.test(text) ||
    /^\d{1,2} ?[mhd] ago(?: \d{1,2}[.:]\d\d(?: [a-z]{2,4})?)?$/.test(text) ||
    timeSince.test(text) ||
    /^(https?:\/\/|www\.)\S+$/.test(text)
  );
}

/** `list 1 of 3 Ferries stay in port`, `Licensing, opens new tab`: what pages say for those who have them read aloud. */
function isSpokenMarkup(line: string): boolean {
  return (
    line.length <= longestNote &&
    (/^list (?:\d{1,2} )?of \d{1,2}\b/.test(line) ||
      /[\p{L}.], opens (?:in )?(?:a )?new (?:tab|window)$/u.test(line))
  );
}

const roleOfName =
  /^(?:Redaktion|Redigatur|Fakten-?check|Grafik(?:en)?|Edit(?:or(?:ial)?|ing)|Fact-check(?:ing|er|ed)?|Graphics?|Illustrations?|Edición|Traducción|Traduction|Traduzione|Übersetzung|Tradução|Montage|Kamera|Schnitt|Producer|Camera|Переклад|Перевод|Редактор(?:ка)?)(?: ?:| de| von| by| par) \p{Lu}[\p{L}.’'-]+(?:(?:,| und| and| y| et| та| и)? \p{Lu}[\p{L}.’'-]+){1,4}\.?$/u;

/** `Übersetzung: Anna Berg`: who did something else than report, and nothing else. */
const isRole = (line: string) => line.length <= longestCredit && roleOfName.test(line);

const signOffOpening =
  /^[(—–-]{0,2} ?(?:(?:additional |with (?:additional )?)?reporting|writing|edited|editing|compiled|produced|translated)(?: and (?:writing|editing|translated))? by:? (?=\p{Lu})/iu;
const signOffWord =
  /^(?:\p{Lu}[\p{L}.'’-]*|and|in|from|wire|reports|agencies|additional|reporting|writing|editing|edited|by)[,;.)]{0,3}$/u;

/** `(Writing by Anna Berg, editing by Ola Nes)`, `— Compiled by Ola Nes`: names and what they did, and nothing else. */
function isSignOff(line: string): boolean {
  const [opening] = line.length <= longestNote ? (signOffOpening.exec(line) ?? []) : [];
  if (opening === undefined) return false;
  return line
    .slice(opening.length)
    .split(' ')
    .every(word => signOffWord.test(word));
}
