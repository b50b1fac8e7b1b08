import type { Plugin } from 'vite';
import { tokensCss } from '../src/ui/tokens/tokens.ts';

const VIRTUAL = 'virtual:tokens.css';

/** Serves the design tokens as CSS variables. */
export const tokensCssPlugin = (): Plugin => ({
  name: 'xiaoer:tokens-css',
  resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
  load: (id) => (id === `\0${VIRTUAL}` ? tokensCss() : undefined),
});
