/** Whether a picture is for bright or dark screens. */
export type Theme = 'light' | 'dark';

/** A day on the line: its text is as shown, already in the reader's language. */
export type PicturedDate = { day: string; text: string; isPlanned: boolean };

/** The articles of a week: `start` is its Monday as `YYYY-MM-DD`. */
export type PicturedWeek = { start: string; articles: number };

/** What a picture shows. Everything that changes a pixel is in here: equal content is drawn once. */
export type PictureContent = { title: string; note: string; theme: Theme } & (
  | { kind: 'dates'; dates: PicturedDate[] }
  | {
      kind: 'weeks';
      weeks: PicturedWeek[];
      /** Names of the twelve months, January first. */
      months: string[];
    }
);
