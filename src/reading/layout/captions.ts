import { normalized } from '../text/line-words.ts';
import type { ClassifiedLine } from '../text/lines.ts';

/**
 * Marks captions: those recognizable by their own words, and those above a picture credit. Right above the credit
 * is the caption, and above that there may be a description of what the picture shows.
 */
export function markCaptions(lines: ClassifiedLine[]): void {
  for (const [index, label] of lines.entries()) {
    if (label.kind === null && (isCaptionByItself(label) || hasTrailingCredit(label))) label.kind = 'caption';
    if (label.kind !== 'credit' || label.shape.words > 25 || /^image caption/i.test(label.line.text))
      continue;
    if (isWholeCaption(label)) continue;
    const caption = lines[index - 1];
    if (!caption || caption.kind !== null || !couldBeCaption(caption)) continue;
    const description = lines[index - 2];
    const isDescribed = description?.kind === null && isDescription(description);
    if (!isDescribed && hasArticleWords(caption.line.text)) continue;
    caption.kind = 'caption';
    if (isDescribed) description.kind = 'caption';
  }
}

/**
 * Marks copies of a caption next to the line that has it with its credit: pages show one below the picture and give
 * another, sometimes with the outlet's name, to those who can't see it.
 */
export function markCaptionCopies(lines: ClassifiedLine[]): void {
  for (const [index, { kind, line }] of lines.entries()) {
    if ((kind !== 'credit' && kind !== 'legal') || line.text.length > longestCreditLine) continue;
    const whole = letters(line.text);
    for (const other of lines.slice(Math.max(0, index - copyReach), index + copyReach + 1)) {
      if (other.kind !== null || other.shape.words < fewestCopied) continue;
      const copy = other.line.text.replace(outletBehind, '').slice(0, comparedLength);
      if (whole.includes(letters(copy))) other.kind = 'caption';
    }
  }
}

/** In lines, in words and, the other two, in UTF-16 code units. */
const copyReach = 2;
const fewestCopied = 4;
const comparedLength = 300;
const longestCreditLine = 1_200;
const outletBehind = /\s[-–—|]\s\p{Lu}[^-–—|.]{2,40}$/u;

function letters(text: string): string {
  return normalized(text).replaceAll(' ', '');
}

/** `Image: Ines Roth in April. (Reuters)`: with what the picture shows, so that the line before it is no caption. */
function isWholeCaption({ line, shape }: ClassifiedLine): boolean {
  return shape.words >= 5 && /^(?:file )?(?:image|photo|picture)s?: .{8,300}\. ?\(?\p{Lu}/iu.test(line.text);
}

/** Agencies and words that credit a picture. */
const creditWord =
  /\b(?:getty|images?|reuters|ap|afp|epa|upi|pa|tass|xinhua|anadolu|shutterstock|alamy|istock|unsplash|flickr|wikimedia|photos?|photograph(?:er)?|pictures?|pool|handout|courtesy|credit|file|screenshot|illustration|press|agency|via)\b/i;
/** The credit behind the last sentence of a caption: `… as the war goes on. Getty Images`, `… is ill. via REUTERS`. */
const trailingCredit =
  /[.!?]["”’]?\s{1,4}((?:(?:[Vv]ia|[Pp]hotos?|[Cc]ourtesy(?: of)?|[Ii]mages?|[Cc]redit)[:\s]\s?)?[\p{Lu}@(][^.!?"“”]{1,60})$/u;
/** Words of a caption with its credit. */
const longestCaption = 70;
/** Words of a credit. */
const longestCredit = 8;

/** A sentence or two with a picture credit at the end, which has no full stop. */
function hasTrailingCredit({ line, shape }: ClassifiedLine): boolean {
  if (shape.words > longestCaption || /^["“”«]/.test(line.text)) return false;
  const credit = trailingCredit.exec(line.text)?.[1];
  return credit !== undefined && creditWord.test(credit) && credit.split(/\s+/).length <= longestCredit;
}

/** Words of a line with a smaller share of English function words than captions have. */
const fewestUnread = 10;
const leastSmall = 0.15;

function couldBeCaption({ line, shape }: ClassifiedLine): boolean {
  return (
    shape.words <= 40 &&
    !shape.item &&
    // In another language a caption that is a sentence can't be told from a paragraph.
    ((shape.words < fewestUnread && !shape.sentence) || shape.small > shape.words * leastSmall) &&
    !/["“”«»—]|[nN]['’]t\b|\.\.\.$|…$/.test(line.text) &&
    !hasFurtherSentences(line.text)
  );
}

/** Whether a sentence of some length ends, and another begins, behind the first. */
function hasFurtherSentences(text: string): boolean {
  const second = /[.!?]\s+\p{Lu}\p{L}{3}/u.exec(text);
  return second !== null && /[.!?]\s+\p{Lu}/u.test(text.slice(second.index + second[0].length));
}

/** `The mayor at the town hall in April. (Lena Ost/OPA)`; compiled only for a line that may have one, as that takes longer than an article. */
const slashCredit = /[\p{L}.]\s?[([]\p{Lu}[\p{L}'’. -]{3,40}\/\s?\p{Lu}[\p{L}. ]{1,30}[)\]]$/u;
/** `The mayor at the town hall. © Lena Ost, OPA` */
const markedCredit = /[\p{L}\d.]\s(?:©|\(c\)) ?\p{Lu}[^.!?©]{2,50}$/u;

/** `The mayor at the town hall (Photo: Lena Ost)` */
const bracketedCredit =
  /[\p{L}\d.,’”"] ?[([](?:photos?|pictures?|images?|fotos?|bild|fot|фото|crédits?|credits?|rendering|grafik|illustration)(?:\.|:| by| von| ©)[^()[\]]{2,60}[)\]]\.?$/iu;

/** A line that says who is where in a picture, or ends with the photographer after a wide gap. */
function isCaptionByItself({ line, shape }: ClassifiedLine): boolean {
  if (shape.words > 70 || /["“”«»]/.test(line.text)) return false;
  return (
    /\((far |second |third )?(from )?(left|right|cent(er|re)|pictured)\)/.test(line.text) ||
    (/[)\]]$/.test(line.text) && line.text.includes('/') && slashCredit.test(line.text)) ||
    (/[)\]]\.?$/.test(line.text) && bracketedCredit.test(line.text)) ||
    markedCredit.test(line.text) ||
    /[.)]\s{2,}(By|Photo|Picture|Credit|Courtesy)\b[^.]{2,60}$/.test(line.text)
  );
}

/** Words that sentences of an article use, and captions hardly ever. */
function hasArticleWords(text: string): boolean {
  return (
    /^(?:He|She)\b/.test(text) ||
    /\b(said|told|says|you|your|we|our|I|they|it|has|have|had|will|would|but|however|because)\b/i.test(text)
  );
}

function isDescription({ line, shape }: ClassifiedLine): boolean {
  if (shape.words > 16 || !/\.$/.test(line.text) || /["“”«»]/.test(line.text)) return false;
  return !/\b(said|told|says|was|were|had|has|have|will|would|he|she|they|it|we|but|however|that|also|did|not)\b/i.test(
    line.text,
  );
}
