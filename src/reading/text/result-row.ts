/** A longer line is prose, however many names and figures it has. */
const maxLength = 400;
const maxRowWords = 14;

const rowWord = /[\p{L}\p{N}][\p{L}\p{N}'’.:-]*/gu;
const bracketed = /[\p{L}'’.] \((?:\d|\p{Lu})[^()]{0,30}\)/gu;
const endsInFigure = /\d[\d.:,-]{0,12}\*?\.?\)?$/;
const beginsWithRank = /^\d{1,3}[.=)]?\s/;
const beginsWithName = /^(?:\d{1,3}[.=)]?\s)?[-–]?\s?\p{Lu}/u;
const nameParticle = /^(?:de|da|do|dos|del|di|la|le|van|von|der|den|ten|bin|al|el|and)$/;
const calendarWord =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:\.|t\.?|uary|ruary|ch|il|e|y|ust|tember|ober|ember)?$/i;

/**
 * Whether a line is a row of results, a line-up or a list of names: `3. Anna Holm (Sweden) 12.92`,
 * `Norway - Ola Berg (31st), Jon Dahl (75th)`. One line proves little; several near each other are a table.
 */
export function isResultRow(text: string): boolean {
  if (text.length > maxLength || !/[\d,(]/.test(text)) return false;
  const words = text.match(rowWord) ?? [];
  const capitals = words.filter(word => /^\p{Lu}/u.test(word)).length;
  const lowercase = words.filter(word => /^\p{Ll}{3}/u.test(word)).length;
  if (capitals === 0 || lowercase > Math.max(2, words.length * 0.34)) return false;
  if (words.some((word, at) => isOfCalendar(word, words[at - 1], words[at + 1]))) return false;
  const brackets = text.match(bracketed)?.length ?? 0;
  if (brackets >= 2 || (brackets === 1 && /\d/.test(text))) return true;
  return isNameList(text) || isFigureRow(text, words.length, capitals, lowercase);
}

/** A year, or a month next to a number: `Jan` and `Jun` are first names too. */
function isOfCalendar(word: string, before = '', next = ''): boolean {
  if (/^(?:19|20)\d\d$/.test(word)) return true;
  return calendarWord.test(word) && (word.length > 4 || /^\d/.test(before) || /^\d/.test(next));
}

/** `Mike Holm, Brian Berg, Jan de Vries,` */
function isNameList(text: string): boolean {
  const parts = text.split(/[,;:]| - /).filter(part => part.trim() !== '');
  const named = parts.filter(isNamePart).length;
  return parts.length >= 3 && named >= 3 && named >= parts.length * 0.7;
}

function isNamePart(part: string): boolean {
  const words = part.replace(/\([^()]{0,30}\)/g, '').match(rowWord) ?? [];
  return (
    words.length > 0 &&
    words.length <= 5 &&
    /^\p{Lu}/u.test(words.find(word => word !== 'and') ?? '') &&
    words.every(
      (word, at) => /^\p{Lu}/u.test(word) || nameParticle.test(word) || (at > 0 && /^\d/.test(word)),
    )
  );
}

const figure = /(?<![\p{L}\d])\d{1,4}(?![\p{L}\d])/gu;
/** A row of standings has at least this many figures: played, won, lost, points. */
const standingFigures = 4;

/** A name with a rank before it or figures after it. */
function isFigureRow(text: string, words: number, capitals: number, lowercase: number): boolean {
  if (words > maxRowWords || lowercase > 3) return false;
  const hasRank = beginsWithRank.test(text);
  const figures = text.match(figure)?.length ?? 0;
  if (endsInFigure.test(text))
    return beginsWithName.test(text) && capitals >= (hasRank || figures >= standingFigures ? 1 : 2);
  return hasRank && lowercase === 0 && capitals >= 2 && capitals <= 3 && words === capitals + 1;
}
