import type { Removed } from '../model/document.ts';

type NoticeKind = Extract<Removed['kind'], 'navigation' | 'related' | 'share' | 'other' | 'legal'>;

/** UTF-16 code units; a longer line is a paragraph of the article. */
const longestNotice = 260;

/** Words in any order: a verb, and what it is done to. */
const either = (verb: string, object: string) => `(?:${verb}) ${object}|${object} (?:${verb})`;

/** Buttons of a page: what is done with the article, its link or its sound. */
const buttons = new RegExp(
  `^(?:${[
    '(?:copy|share|save|bookmark|print|email|gift|rate|download|play|pause|republish|translate|report|listen to|add|comment on) (?:the |this |to (?:your )?)?(?:link|url|address|article|story|page|audio|video|report|bookmarks|favou?rites|reading list)(?: to (?:article|clipboard|friends?)| with friends| link)?',
    '(?:skip|close|hide|report) (?:this )?ad|report (?:a|an) (?:problem|mistake|error|typo)(?: (?:with|in) this (?:article|story|page))?',
    '(?:open|view|see|show|enlarge) (?:the )?(?:image|photo|picture|gallery)s?(?: (?:in|on) (?:gallery|full ?screen))?',
    '(?:read|listen to|watch|see|lire|leer|ler|leggi)(?: (?:this|it|the|cet|este|esta|questo)(?: \\p{L}{4,10})?)? (?:in|en|em|auf) \\p{Lu}?\\p{L}{4,12}(?: here)?',
    '(?:paid for|presented|brought to you|sponsored) by [^.,!?]{2,40}|(?:gesponsert von|patrocinado por|sponsorisé par) [^.,!?]{2,40}',
    'add us (?:on|to|as) .{3,40}|(?:make|set|add|choose) us (?:as )?(?:a|your) preferred source.{0,20}',
    '\\d{1,3}[- ]?min(?:ute)?s?[- ]listen|listen · \\d{1,3} min',
    either(
      'teilen|kopieren|anhören|vorlesen|merken|drucken|speichern|empfehlen|verschenken|kommentieren|versenden',
      '(?:den |diesen )?(?:artikel|beitrag|link|text|seite)',
    ),
    '(?:auf|per|via|über) [\\p{L}. -]{1,20} (?:teilen|versenden)|zur merkliste hinzufügen|auf die merkliste',
    '(?:compartir|copiar|guardar|escuchar|imprimir|comentar|enviar|regalar)(?: (?:en|por|el|la|esta?|este))? (?:enlace|link|nota|artículo|noticia|facebook|twitter|x|whatsapp|telegram|linkedin|correo)',
    "(?:partager|copier|écouter|imprimer|commenter|envoyer|offrir|enregistrer)(?: (?:sur|par))? (?:l[’']|le |la |cet |cette )?(?:article|lien|page|facebook|twitter|x|whatsapp|telegram|linkedin|mail|e-mail)|ajouter à (?:vos|mes) (?:favoris|sélections)",
    "(?:copia(?:re)?|condividi(?:re)?|ascolta|stampa|salva|copiar|partilhar|compartilhar|ouvir|salvar)(?: su| no| na)? (?:il |l[’']|o |a |este |esta )?(?:link|articolo|artigo|notícia|matéria|facebook|twitter|x|whatsapp|telegram)",
    '(?:скопіювати|скопировать|копіювати|копировать) (?:посилання|ссылку)|(?:поділитися|поширити|поделиться)(?: (?:у|в|во|на) .{1,20}| статтею| статьей| новиною| новостью)?',
  ].join('|')})[.:!…]?$`,
  'iu',
);

/** An article that goes on below an advertisement. */
const advertisement = new RegExp(
  [
    '^(?:advertisement|advert|ad|sponsored)\\s?[·•|–—:-]\\s?(?:scroll|continue|content|story|article)\\b.{0,30}$',
    '^(?:article|story|content|report|post|reporting|our reporting|your article)\\b.{0,12}\\b(?:continues?|resumes?) (?:below|after|beneath|under)\\b.{0,30}$',
    '^(?:this|the) ad(?:vertisement|vert)?\\b.{0,60}\\b(?:article|story|content)\\b.{0,30}$',
    '(?:artikel|text|beitrag|geht es|weiter)\\b.{0,30}\\b(?:nach|unter) (?:der|dieser|einer) (?:anzeige|werbung)\\b.{0,25}$|^nach der (?:anzeige|werbung)(?: geht es)? weiter',
    '(?:contin[uú]a|contin[uú]e|sigue|siga|segue)(?: .{0,40})? (?:publicidad|anuncio|publicidade|anúncio|pubblicità)[.:]?$',
    "^(?:la suite|l[’']article|l[’']info).{0,20}(?:après|sous|ci-dessous) (?:la|cette|une) publicité[.:]?$",
    '^(?:продовження|продолжение|читати далі|читать далее).{0,20} (?:реклами|рекламы)[.:]?$',
  ].join('|'),
  'iu',
);

/** What outlets say of their own article: where it was published first, what was changed in it, who paid for it. */
const ownArticle = new RegExp(
  [
    '\\bthis (?:article|story)\\b[^.!?“”"]{0,30}\\b(?:(?:originally|first|also|re-?|co-?) ?(?:published|appeared|printed)(?!.{0,25}\\b(?:19|20)\\d\\d)|republished|reprinted|reproduced|updated|corrected|amended|revised|changed|clarified|translated|adapted|excerpted|produced (?:by|in partnership|with|as)|funded|made possible|supported)\\b',
    '\\bthis (?:column|piece|essay|report|commentary|analysis|interview|letter)\\b[^.!?“”"]{0,20}\\b(?:(?:originally|first) (?:published|appeared)|republished|reprinted|was updated|has been updated)\\b',
    '^this (?:reporting|coverage|series|podcast)\\b[^.!?“”"]{0,20}\\b(?:supported|funded|made possible)\\b',
    '\\bthis (?:interview|conversation|transcript|exchange)\\b[^.!?“”"]{0,20}\\b(?:edited|condensed|shortened|abridged)\\b',
    '^(?:a|this) version of (?:this|the) (?:article|story|column|essay|report|post)\\b',
    '\\bcontributed (?:reporting|to this (?:report|story|article|piece|post))(?: (?:from|in|for) [^.]{2,40})?[.)]{0,2}$|^this is a (?:developing|breaking)(?: news)? story\\b',
    '^to (?:read|continue|keep|access|unlock|finish)\\b.{0,50}\\b(?:article|story|reading|account|subscri\\w{2,7}|register|sign|log)\\b.{0,40}$',
    "^this (?:is an?|article is|story is|content is) .{0,14}(?:subscriber|member|premium)s?\\b.{0,25}$|^you(?: have|[’']ve) .{1,16}(?:free )?(?:articles?|stories) (?:left|remaining)\\b",
    '^a correction was made\\b|^when we (?:learn of|make) a mistake\\b',
    '^(?:re)?(?:printed|published|produced) (?:with|by) (?:the )?permission\\b|^(?:excerpted|adapted) from\\b',
    '(?:^|\\bthis )(?:summary|translation|transcript|headline|bullets?|article|text|voice|audio)\\b.{0,25}\\b(?:generated|created|translated|written|produced|summari[sz]ed|narrated|read)\\b.{0,25}\\b(?:ai|artificial intelligence|machine|algorithm|computer|synthetic|automated)\\b(?!.{0,80}\\b(?:said|says|told|court|police|ministry)\\b)',
    '^ai-?(?:generated|powered|assisted)? (?:summary|overview|translation|highlights)$',
    '^(?:\\p{L}{2,12} ){0,4}trans(?:kript|[ck]ri)\\p{L}{0,8}(?!\\p{L})[^“”"„«]{0,60}(?:automat|machine|maschinell|computer|rush deadline|errors?(?!\\p{L})|fehler|erreurs|errores|errori)(?!.{0,80}\\b(?:said|says|told|court|police|ministry)\\b)',
    '^(?:dieser|dieses) (?:artikel|text|beitrag|interview|bericht|kommentar)\\b.{0,40}(?:erschien|veröffentlicht|aktualisiert|ergänzt|korrigiert|übersetzt|gekürzt)',
    '^cet (?:article|entretien|texte)\\b.{0,30}(?:publié|modifié|mis à jour|traduit|corrigé|actualisé|réservé)',
    '^est[ea] (?:artículo|nota|noticia|entrevista|texto|artigo|matéria)\\b.{0,30}(?:publicad|actualizad|corregid|traducid|editad|modificad|atualizad)',
    '^(?:цей|ця|этот|эта) (?:матеріал|стаття|текст|новина|материал|статья|новость)(?!\\p{L}).{0,30}(?:оновлен|опубл|оновлю|обновл|перекладен|перевед|створен|создан)',
  ].join('|'),
  'iu',
);

/** What a page asks of its reader as it is, and what it may ask of anyone unless it says of whom. */
const requests =
  'sign (?:in|up)|subscribe|log ?in|click|contact (?!between|with|is|was|has)|download|e-?mail|register|jetzt|hier|melden sie|schreiben sie|signalez|écrivez-nous|connectez|inscrivez|abonnez|cliquez|inicia sesión|escríbenos|suscríbete|cuéntanos|haz clic|accedi|abbonati|scrivici|напишіть|повідомте|виділіть|напишите|сообщите|выделите';
const askings =
  'tell|let|write|send|share|get|call|join|support|read|listen|consider|drop|follow|help|become';
/** A question to the reader, and behind it what to do. */
const question = new RegExp(
  `^[^.!?“"„«]{5,90}\\? (?:please |just |bitte )?(?:(?:${requests})|(?:${askings}) [^.!?]{0,50}\\b(?:us|our|here|newsletter|comments|app|live)\\b)[^“"„«]{0,90}$`,
  'iu',
);
const wasUseful =
  /^(?:was|did you (?:find|like|enjoy)|is|how (?:useful|helpful) was) (?:this|the) (?:article|story|page|content|summary|translation|information)\b[^.!?]{0,30}\?$/i;

/** What pages say of cookies and of what others put on them. */
const consentWords =
  /\b(?:cookies?|your (?:choices|consent)|personal data|browsing data|personal information|privacy (?:settings|preferences)|third[- ]part(?:y|ies)|(?:our|\d{1,4}) partners|embed(?:ded content)?|legitimate interests?|tracking|(?:this|our) (?:web)?site)\b|(?:einwilligung|datenschutz-?einstellungen|personenbezogene daten|externe[rn]? inhalte?|drittplattform|(?:unsere|\d{1,4}) partner|tracking)|(?:données personnelles|partenaires|consentement|contenu est bloqué)|(?:datos personales|consentimiento|nuestros socios)/giu;
/** Words that speak to the reader, or for the outlet. */
export const toReader =
  /(?<!\p{L})(?:you|your|please|we|our|bitte|sie|ihre?[mnr]?|wir|ich|mir|uns|vous|votre|vos|nous|nos|tu|tus|usted|su|nosotros|nuestros|nuestras|você|nossos?|nossas?|tuoi?|tue|nostr[oiae]|proszę|twoj[aeią]|twój|państwa?|ви|вас|вам|ваш\p{L}{0,3}|ми|нас|наш\p{L}{0,3}|вы|мы|пожалуйста)(?!\p{L})/iu;
/** Different terms of consent that make a line that speaks to the reader a notice. */
const fewestConsentWords = 2;
const hosted =
  /^(?:this|dieser|ce|este) (?:content|video|post|embed|map|element|inhalt|contenu|contenido)\b.{0,60}(?:cookies?|privacy|datenschutz|third party|extern|hosted)/iu;

/** `(avec AFP)`, `(dpa/lno)`, `Con información de EFE`: an agency, and nothing else. */
const agency =
  /^(?:\((?:(?:[Aa]vec|[Mm]it|[Cc]on|[Ww]ith|[Ff]rom) )?(?:\p{L}{2,6}\/\p{L}{2,6}(?:\/\p{L}{2,6})?|\p{Lu}{2,6})\)|(?:[Aa]vec|[Cc]on información de|[Mm]it [Mm]aterial (?:von|der)) (?:l[’'])?\p{L}{2,12}\.?)$/u;

/** `>> Read the full interview here`, `→ All news from Osterby`: an arrow in front of a line that is no sentence. */
const arrowed = /^(?:(?:>>|›|→|⇒|►|▶|➡|➜|👉)\s?\p{L}[^.!?]{3,110}|\+{2,3} .{4,150} \+{2,3})$/u;
/** `See all articles by Anna Berg`, `More from Ola Nes` */
const moreBy =
  /^(?:(?:see|view|read|find) )?(?:more|all|other)(?: (?:of (?:her|his|their)|articles|stories|posts|news|work|reporting|columns|coverage)){0,2} (?:by|from) (?:this (?:author|writer|reporter)|\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,3})$/u;

/** UTF-16 code units of a button, or a name and nothing else. */
const longestButton = 80;
/** One of these is in every notice; most lines have none, which one look at each shows. */
const signs = {
  advertisement: /\bad\b|\badvert|anzeige|werbung|publici|anuncio|anúncio|pubblicità|реклам|continues? below/,
  ownArticle:
    /\bthis (?:article|story|column|piece|essay|report|comment|analysis|interview|letter|series|podcast|coverage|conversation|transcript|exchange|is an?|content)|^to |^you\b|\bcontributed\b|^this is a |\bversion of (?:this|the)|^a correction|mistake|trans[ck]ri|permission|^excerpted|^adapted|\bai\b|\bai-|artificial|machine|algorithm|computer|synthetic|automated|^dieser? |^dieses |^cet |^est[ea] |^(?:цей|ця|этот|эта) /,
  consent:
    /cookie|privacy|personal|browsing|third[- ]part|partner|embed|legitimate|tracking|einwilligung|datenschutz|personenbezogen|extern|données|consent|datos|socios/,
};

/**
 * The kind of a line that speaks of the page or the article itself, not of its subject; null for any other.
 * @param lower the line in lower case
 */
export function kindOfNotice(line: string, lower: string): NoticeKind | null {
  if (line.length > longestNotice || /^["“„«‘]/.test(line)) return null;
  if (signs.advertisement.test(lower) && advertisement.test(line)) return 'navigation';
  if (line.length <= longestButton && buttons.test(line)) return 'share';
  if (arrowed.test(line) || (/^(?:see|view|read|find|more|all|other)\b/.test(lower) && moreBy.test(line)))
    return 'related';
  if (signs.ownArticle.test(lower) && ownArticle.test(line)) return 'other';
  if (line.includes('?') && (question.test(line) || wasUseful.test(line))) return 'other';
  if (line.length <= longestButton && agency.test(line)) return 'other';
  const isNotice = signs.consent.test(lower) && (hosted.test(line) || isConsent(line));
  return isNotice && toReader.test(line) ? 'legal' : null;
}

function isConsent(line: string): boolean {
  const terms = new Set(line.match(consentWords)?.map(term => term.slice(0, stemLength).toLowerCase()));
  return terms.size >= fewestConsentWords && !line.endsWith('?') && !reporting.test(line);
}

const reporting =
  /\b(?:said|says|told|wrote|admitted|warned|according to|sagte|teilte|erklärte|dijo|afirmó|según|selon|a déclaré)\b/iu;
/** UTF-16 code units that singular and plural share. */
const stemLength = 6;
