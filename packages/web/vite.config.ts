import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { antdCssPlugin } from './build/antd-css.ts';
import { schemaFreePlugin } from './build/schema-free.ts';
import { tokensCssPlugin } from './build/tokens-css.ts';

/** Browsers named in the requirements: offices on Windows 7 stop at Chrome/Edge 109. */
const BROWSERS = ['chrome109', 'edge109', 'safari16'];

/** What every page asks for comes in one piece: packed together it is smaller than as twelve crumbs. */
const FIRST = [
  { name: 'first', tags: ['$initial' as const] },
  {
    name: 'first',
    test: /contract\/src\/(sign-in|route|primitives)\.ts|inert-zod|access\/(language|role)\.ts|lib\/client\/(call|problem-of)\.ts/,
  },
];

/** The frame of every page behind the sign-in; the pages before it need none of this. */
const SHELL = {
  name: 'shell',
  test: /src\/app\/shell\/(?!help|navigation\.ts)|src\/ui\/(menu|list-keys|form\/bar-inputs)\.|useRouterState|lib\/(session\/use-me|format\/(day|present))\.ts/,
};

export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  plugins: [react(), tokensCssPlugin(), antdCssPlugin(), schemaFreePlugin()],
  build: {
    target: BROWSERS,
    cssTarget: BROWSERS,
    // Every page's chunks are named in the entry: names of their own would cost it 1 kB. The manifest tells whose is whose.
    rolldownOptions: {
      output: {
        chunkFileNames: 'assets/[hash].js',
        assetFileNames: 'assets/[hash][extname]',
        codeSplitting: { includeDependenciesRecursively: false, groups: [...FIRST, SHELL] },
      },
    },
    // Any other mode (`gallery`) is a build to look at.
    outDir: mode === 'production' ? 'dist' : `../../node_modules/.cache/web-${mode}`,
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { port: 5173, proxy: { '/api': process.env.API_ORIGIN ?? 'http://localhost:3000' } },
}));
