import type { Plugin } from 'vite';

/**
 * In a production build the browser trusts the server's answers and the server checks every input, so the
 * contract's schemas need not travel: each call on `z` returns the same inert value. Parsing with it is a bug.
 */
const INERT = `
const inert = new Proxy(function () {}, {
  get: (_, name) => {
    if (name === 'parse' || name === 'safeParse' || name === 'parseAsync') throw new Error('schemas are not in this build');
    return name === Symbol.toPrimitive ? () => '' : name === Symbol.iterator ? () => [][Symbol.iterator]() : inert;
  },
  apply: () => inert,
  construct: () => inert,
});
export const z = inert;
export default inert;`;

/** Leaves zod out of the production scripts (26 kB gz on every page). */
export const schemaFreePlugin = (): Plugin => ({
  name: 'xiaoer:schema-free',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id === 'zod' ? '\0xiaoer-inert-zod' : undefined),
  load: (id) => (id === '\0xiaoer-inert-zod' ? INERT : undefined),
});
