import type { Part } from './parts.ts';

/** Names of figures and their values. */
export type Figures = Record<string, number>;

/** What a metric found in one file. */
export type Score = {
  metric: string;
  /** The file's name, without its folder. */
  file: string;
  /** How many documents were scored. */
  documents: number;
  /** What is printed before the figures, such as a table; may be empty. */
  details: string;
  figures: Figures;
};

/** A file that was not scored, and why. */
export type LeftOut = { file: string; reason: string };

/** What a metric works with. */
export type Bench = {
  part: Part;
  /** A folder for files that are needed only while scoring. */
  scratch: string;
  /** Runs a Python program; gives its standard output. */
  python(...words: string[]): string;
  /** Runs a command of Communiqué on a database of that name in the scratch folder. */
  communique(database: string, ...words: string[]): { code: number; out: string };
  /** Writes JSON Lines into the scratch folder; gives the path. */
  keep(name: string, lines: object[]): string;
};

/** A file, and how to score it. */
export type Task = {
  /** One of `metrics`. */
  metric: string;
  file: string;
  /** Throws where a program fails; an unsuitable file gives a reason. */
  run(bench: Bench): Score | LeftOut | Promise<Score | LeftOut>;
};

/** 2PR / (P + R), 0 where both are 0. */
export function f1Of(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** `count / of`, 0 where there is nothing. */
export function shareOf(count: number, of: number): number {
  return of === 0 ? 0 : count / of;
}

/** The figures to four places, as score.py gives them. */
export function rounded(figures: Figures): Figures {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(value * 10_000) / 10_000]),
  );
}
