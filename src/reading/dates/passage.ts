import type { Document, Sentence, Span } from '../model/document.ts';
import type { ReadDate } from '../model/reading.ts';
import type { Passage } from './forms/form.ts';

/** Nouns for a document that has a day of its own. */
const documentNoun =
  /\b(?:letter|memo|memorandum|diary|journal|e-?mail|telegram|cable|note|notice|dispatch|document|report|petition|affidavit|circular|editorial|article|column|minutes|logbook|entry|fax|message)\b/i;
const datedBy = /\b(?:dated|of|from|on|written|sent|(?:diary|journal|entry|logbook|log) for)\s$/i;
/** UTF-16 code units between the noun and its day. */
const longestName = 100;

/** Whether the words before a day say that a document is dated by it: `A letter of Senator Price, dated`. */
function datesDocument(before: string): boolean {
  const clause = before
    .slice(-longestName)
    .split(/[.;:“”"]/)
    .at(-1)!;
  return datedBy.test(clause) && documentNoun.test(clause);
}

/** Where a section begins, and the year that its heading names alone. */
type Section = { end: number; year: number | null };

/** The sections of an article: its headings, and in a chronology the lines that are nothing but a year. */
function sectionsOf({ input, paragraphs, removed }: Document): Section[] {
  const isYear = ({ start, end }: Span) => end - start <= 6 && loneYear.test(input.slice(start, end));
  const headings = paragraphs.filter(paragraph => paragraph.kind === 'heading' || isYear(paragraph));
  // A year above the body is a link to an archive, unless further ones divide the body.
  const years = paragraphs.some(isYear) ? removed.filter(isYear) : [];
  return [...headings, ...years]
    .sort((a, b) => a.end - b.end)
    .map(({ start, end }) => {
      const found = input.slice(start, end).match(/\b(?:1[89]|20)\d\d\b/g) ?? [];
      return { end, year: found.length === 1 ? Number(found[0]) : null };
    });
}

const loneYear = /^(?:1[89]|20)\d\d[:.]?$/;

/** `2014: A Year of Storms`, `The Year in Film: 2023`, `Key events of 2019` */
const summedUp =
  /^["“]?(?<y>(?:1[89]|20)\d\d)(?::|\s(?:in|[-–—])\s)|(?::|\b(?:in|of|year))\s(?<z>(?:1[89]|20)\d\d)["”]?$/i;

/** The year that a title says the article sums up, null if it names none so, or several. */
function summedUpYear(title: string): number | null {
  const found = summedUp.exec(title)?.groups;
  const isOnly = (title.match(/\b(?:1[89]|20)\d\d\b/g)?.length ?? 0) === 1;
  return found && isOnly ? Number(found.y ?? found.z) : null;
}

/** `born on 14 November 1948`, `The last one was on 2 June 1953.`: no account is of that time for it. */
const inPassing =
  /\b[Bb]orn (?:on |in )?(?:the )?$|^The (?:last|previous|worst|biggest|deadliest) [\p{L} ]{0,40}\bwas (?:on|in) (?:the )?$/u;

/** UTF-16 code units at the beginning of a sentence in which a year sets the time of all of it. */
const sentenceOpening = 6;

/** Follows what the text is about in time, sentence by sentence, and supplies it to the dates that leave it out. */
export class PassageTracker {
  private readonly document: Document;
  private readonly sections: Section[];
  private readonly titleYear: number | null;
  private sectionYear: number | null = null;
  private sentenceYear: number | null = null;
  /** The month of a year that the sentence begins with: `By June 2019, …`. */
  private sentenceMonth: string | null = null;
  /** The paragraph of a sentence that began with a month whose year is known: the one before, and this one. */
  private accounts: { before: number | null; now: number | null } = { before: null, now: null };
  private last: { date: string; paragraph: number } | null = null;
  /** The last document that is dated, such as a letter. */
  private quoted: { day: string; paragraph: number } | null = null;

  constructor(document: Document) {
    this.document = document;
    this.sections = sectionsOf(document);
    this.titleYear = summedUpYear(document.title ?? '');
  }

  enterSentence(sentence: Sentence): void {
    this.sentenceYear = null;
    this.sentenceMonth = null;
    this.accounts = { before: this.accounts.now, now: null };
    const head = this.sections.findLast(({ end }) => end <= sentence.end);
    this.sectionYear = head?.year ?? null;
  }

  passageAt({ paragraph }: Sentence): Passage {
    const isNear = this.last !== null && paragraph - this.last.paragraph <= 1;
    return {
      year: this.sentenceYear ?? this.sectionYear,
      section: this.sentenceYear === null ? this.sectionYear : null,
      title: this.sentenceYear === null && this.sectionYear === null ? this.titleYear : null,
      date: this.sentenceMonth ?? (isNear ? this.last!.date : null),
      isAccount: this.accounts.before === paragraph,
      isOwn: this.sentenceMonth !== null,
    };
  }

  /** The day of the document whose words are quoted at an offset, null if that is the article's own text. */
  documentDayAt({ paragraph }: Sentence, offset: number): string | null {
    if (this.quoted === null || paragraph - this.quoted.paragraph > 1) return null;
    return this.isQuoted({ paragraph }, offset) ? this.quoted.day : null;
  }

  /** Takes note of a date; gives whether it is that of a document, such as a letter. */
  add(date: ReadDate, sentence: Sentence, before: string): boolean {
    const value = date.value?.split('/')[0] ?? '';
    const setsYear =
      value.length === 4 && date.basis === 'explicit' && date.start - sentence.start <= sentenceOpening;
    if ((value.length >= 7 && !inPassing.test(before)) || setsYear)
      this.last = { date: value, paragraph: sentence.paragraph };
    if (setsYear) this.sentenceYear = Number(value);
    const isExplicit = date.basis === 'explicit';
    if (value.length === 7 && date.start - sentence.start <= sentenceOpening) {
      if (isExplicit) this.sentenceMonth ??= value;
      if (isExplicit || this.accounts.before === sentence.paragraph) this.accounts.now = sentence.paragraph;
    }
    const isOfDocument = value.length === 10 && date.basis === 'explicit' && datesDocument(before);
    if (isOfDocument) this.quoted = { day: value, paragraph: sentence.paragraph };
    return isOfDocument;
  }

  /** Whether an offset is inside quotation marks. */
  isQuoted({ paragraph }: Pick<Sentence, 'paragraph'>, offset: number): boolean {
    const text = this.document.input.slice(
      Math.max(this.document.paragraphs[paragraph]!.start, offset - longestQuote),
      offset,
    );
    const [opening, closing] = [text.lastIndexOf('“'), text.lastIndexOf('”')];
    if (opening >= 0 || closing >= 0) return opening > closing;
    return (text.match(/"/g)?.length ?? 0) % 2 === 1;
  }
}

/** UTF-16 code units. */
const longestQuote = 3_000;
