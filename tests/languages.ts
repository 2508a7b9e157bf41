import { loadLanguages } from '../src/languages/languages.ts';

/** Every start of a program reads them, which takes a while: here they are read once a process. */
export const languages = loadLanguages();
