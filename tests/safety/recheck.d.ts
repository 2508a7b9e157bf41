/** The build in plain JavaScript: the package's main module would look for Java and programs first. */
declare module 'recheck/lib/browser.js' {
  const recheck: typeof import('recheck');
  export default recheck;
}
