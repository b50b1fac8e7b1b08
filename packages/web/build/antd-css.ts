import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import type { Plugin } from 'vite';
import { extractedElement } from '../src/ui/antd/extracted.ts';
import { ANTD_SCOPE } from '../src/ui/tokens/antd-theme.ts';
import type { Theme } from '../src/ui/tokens/tokens.ts';

const VIRTUAL = 'virtual:antd.css';
/** antd's rules for bare links would reach every link of the product. */
const BARE_LINKS = /(?<=^|\})a(?:[:[][^,{]*)?(?:,a[^,{]*)*\{[^}]*\}/g;
const CACHE_MAP = /\.data-ant-cssinjs-cache-path\{[^}]*\}/;

type Part = 'style' | 'token' | 'cssVar';

function extract(theme: Theme, types: Part[]): string {
  const cache = createCache();
  renderToString(createElement(StyleProvider, { cache }, extractedElement(theme)));
  return extractStyle(cache, { plain: true, types }).replace(CACHE_MAP, '').replace(BARE_LINKS, '');
}

/** antd's styles for the components in use: rules once, variables for light and for dark. */
export function antdCss(): string {
  const dark = extract('dark', ['token', 'cssVar']);
  return (
    extract('light', ['style', 'token', 'cssVar']) +
    dark.replaceAll(`.${ANTD_SCOPE}`, `[data-theme=dark] .${ANTD_SCOPE}`)
  );
}

const STYLE_FILE = /[\\/]antd[\\/]es[\\/][^\\/]+[\\/]style[\\/][\w-]+\.js$/;
const INJECTOR = /[\\/]@rc-component[\\/]util[\\/]es[\\/]Dom[\\/]dynamicCSS\.js$/;

/** No script may insert a style element (content security policy), and the extracted sheet already holds the rules. */
const SILENT_INJECTOR = `
const detached = () => document.createElement('style');
export const injectCSS = detached, updateCSS = detached, removeCSS = () => {}, clearContainerCache = () => {};`;

/** Replaces the hook that antd's style file exports by one that only names the scope of the extracted sheet. */
export function withoutStyleFunctions(code: string): string | undefined {
  const hook = code.search(/export default gen(Component)?StyleHooks?\(/);
  if (hook >= 0) return `${code.slice(0, hook)}export default () => ['', '${ANTD_SCOPE}'];`;
  const component = code.indexOf('export default genSubStyleComponent(');
  return component >= 0 ? `${code.slice(0, component)}export default () => null;` : undefined;
}

const serve = (apply: 'build' | 'serve', css: () => string): Plugin => ({
  name: `xiaoer:antd-css-${apply}`,
  apply,
  resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
  load: (id) => (id === `\0${VIRTUAL}` ? css() : undefined),
});

/** Serves the extracted sheet; a build leaves antd's style functions and its style injection out of the scripts. */
export function antdCssPlugin(): Plugin[] {
  return [
    serve('build', antdCss),
    serve('serve', () => ''),
    {
      name: 'xiaoer:antd-without-style-functions',
      apply: 'build',
      enforce: 'pre',
      transform: {
        filter: { id: [STYLE_FILE, INJECTOR] },
        handler: (code, id) => (INJECTOR.test(id) ? SILENT_INJECTOR : withoutStyleFunctions(code)),
      },
    },
  ];
}
