export type LibraryErrorKind =
  | 'newer-schema'
  | 'older-schema'
  | 'emptied'
  | 'no-database'
  | 'foreign-database'
  | 'unwritable'
  | 'full'
  | 'busy';

/** Why the library could not be opened or written, with one sentence on what to do about it. */
export class LibraryError extends Error {
  readonly kind: LibraryErrorKind;
  /** What the owner can do, a whole sentence. */
  readonly fix: string;

  constructor(kind: LibraryErrorKind, message: string, fix: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'LibraryError';
    this.kind = kind;
    this.fix = fix;
  }
}
