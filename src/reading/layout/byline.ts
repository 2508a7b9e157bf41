import { isJob } from '../html/author-names.ts';
import { nameBehindLead, withoutOtherLead } from '../html/visible-byline.ts';
import { dayIn, isLabelledStamp } from '../html/visible-day.ts';
import { monthPattern } from '../text/calendar.ts';
import { isDateline } from '../text/line-words.ts';
import type { ClassifiedLine } from '../text/lines.ts';

const dayPattern = new RegExp(
  `(\\b\\d{1,2}(st|nd|rd|th)?\\.? (${monthPattern})\\b|\\b(${monthPattern})\\.? \\d{1,2}\\b|\\b\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b|\\b\\d{4}-\\d\\d-\\d\\d\\b)`,
  'i',
);
const dayBehindName = new RegExp(` ?[,|•·–—-]? ?(on )?(published|updated)?:? ?${dayPattern.source}.*$`, 'is');

const stampWords = /^(originally |first |last |date )?(published|updated|posted|created|modified|written)\b/i;

/** What a speech is called in its title, which often ends with its day: `Statement by …, Osterby, 3 May 2019`. */
const occasion =
  /\b(?:remarks|statement|speech|address|interview|answers|replies|comments|briefing|conference|lecture|testimony|keynote|toast|sermon|message|letter|transcript)\b/i;
/** Words of a list's item that is a stamp; a longer one says what happened on its day. */
const mostInItem = 6;
/** `14. März 2031`: the number is that of a day, not of an item. */
const dayInFront = /^\d{1,2}\. \p{L}{3,12} \d{4}(?!\d)/u;
/** A title with an occasion has at least as many words. */
const fewestTitleWords = 5;
const dayAtEnd = new RegExp(`${dayPattern.source}(?:,? \\d{4})?[)\\s]*$`, 'i');

/** Whether a line names a speech or the like and the day it was given. */
export function isOccasion(text: string): boolean {
  return occasion.test(text) && dayAtEnd.test(text);
}

/** A line with the day or time of publication and little more. */
function isStampLine({ line, shape, isOwnDay }: ClassifiedLine): boolean {
  if (shape.words > 24 || isOwnDay || isDateline(line.text)) return false;
  if (shape.words >= fewestTitleWords && occasion.test(line.text) && !stampWords.test(line.text))
    return false;
  const saysSo = stampWords.test(line.text);
  // `The week ahead: Jan 2-8`
  if (!saysSo && /^\p{Lu}[\p{L}'’-]* \p{L}+ \p{L}+[^:]{0,40}: \P{L}*\p{L}{3,9}\.? \d/u.test(line.text))
    return false;
  if (!saysSo && shape.item && shape.words > mostInItem && !dayInFront.test(line.text)) return false;
  if (saysSo && shape.words <= 16 && !shape.prose) return true;
  const isProse = shape.prose && !/\d ?[ap]\.m\.$/i.test(line.text);
  if (saysSo ? shape.small > 5 : shape.words > 16 || isProse || shape.small >= 4) return false;
  if (!saysSo && shape.words > 8 && shape.closed && !/[ap]\.m\.$/i.test(line.text)) return false;
  if (/:$/.test(line.text) && shape.small >= 3) return false;
  return dayPattern.test(line.text) || isDayInOtherWords(line.text);
}

/** A dateline with nothing behind it, which may have its author above. */
function isDayline({ line }: ClassifiedLine): boolean {
  return isDateline(line.text) && dayPattern.test(line.text);
}

/** `14. března 2031 10:07`, `2031年3月14日`; with a label also two days, `Publié le 14 mars 2031, mis à jour le 15 mars 2031` */
function isDayInOtherWords(text: string): boolean {
  if (!/(?:19|20)\d\d/.test(text)) return false;
  return text.length <= longestStamp ? dayIn(text) !== null : isLabelledStamp(text);
}

/** UTF-16 code units. */
const longestStamp = 60;

/** Whether the line names the author or the day of publication. */
export function isBylineAt(above: ClassifiedLine[], index: number): boolean {
  const label = above[index]!;
  if (isStampLine(label)) return true;
  const { text } = label.line;
  if (/^(by|text by|written by|posted by|author:?|reported by|story by|words by)\s+\p{Lu}/iu.test(text)) {
    return label.shape.words <= 16 && !label.shape.closed;
  }
  if (label.shape.words <= 16 && !label.shape.closed && nameBehindLead(text) !== null) return true;
  if (isNameLine(text) && isJob(above[index + 1]?.line.text ?? '')) return true;
  const neighbours = [above[index - 1], above[index + 1]];
  return isNameLine(text) && neighbours.some(other => other && (isStampLine(other) || isDayline(other)));
}

/** `Main Menu`, `Sign In`: links that lead around a site. */
const navigation =
  /\b(?:menu|navigation|search|subscribe|sign|log|login|share|newsletters?|newsfeed|home|page|stories|latest|breaking|read|related|advertisement|sponsored|comments?|print|download|follow|skip|content|sections?|topics?|archives?|videos?|podcasts?|photos?|gallery)\b/i;

/** Two to four words, each with a capital, and nothing else but perhaps the author's job behind them. */
function isNameLine(line: string): boolean {
  const text = withoutJob(line);
  return !navigation.test(text) && /^\p{Lu}[\p{L}'’.-]{0,30}( \p{Lu}[\p{L}'’.-]{0,30}){1,3}$/u.test(text);
}

/** `Anna Berg` of `Anna Berg, Transport correspondent` */
function withoutJob(text: string): string {
  const comma = text.indexOf(', ');
  return comma > 0 && isJob(text.slice(comma + 2)) ? text.slice(0, comma) : text;
}

const betweenParts = /\s[|•·–—-]\s/;

/** The author's name in a byline, null if it has only a day. */
export function bylineName(text: string): string | null {
  const named =
    /^(?:by|text by|written by|posted by|author:?|reported by|story by|words by)\s+(\p{Lu}.{2,80})$/iu.exec(
      text,
    );
  // `3 May 2031 | By Anna Berg`
  const author = text
    .split(betweenParts)
    .map(nameBehindLead)
    .find(name => name !== null);
  if (author) return author;
  if (!named) return isNameLine(text) && !dayPattern.test(text) ? withoutOtherLead(withoutJob(text)) : null;
  return named[1]!.replace(/\s+/g, ' ').replace(dayBehindName, '').trim() || null;
}
