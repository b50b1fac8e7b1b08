/** Every colour of the product, once per theme: the style sheet and antd's theme are both derived from here. */
const light = {
  ground: '#f6f7f9',
  card: '#ffffff',
  raised: '#ffffff',
  sunken: '#eef1f4',
  hairline: '#e5e8ec',
  outline: '#878f9c',
  ink: '#1c2430',
  'ink-2': '#5b6675',
  'ink-3': '#8a94a3',
  action: '#1f5fd0',
  'action-strong': '#174ba8',
  'action-tint': '#e8effb',
  'on-action': '#ffffff',
  red: '#d4281e',
  'red-ink': '#b8221a',
  'red-tint': '#fdeceb',
  yellow: '#d9920a',
  'yellow-ink': '#855600',
  'yellow-tint': '#fdf3e0',
  green: '#1f8a4c',
  'green-ink': '#18713e',
  'green-tint': '#e6f4ec',
  grey: '#8a94a3',
  'grey-ink': '#5b6675',
  'grey-tint': '#eef1f4',
  wrong: '#a63d00',
  'wrong-tint': '#fcefe6',
  mark: '#fff1b8',
  flag: '#1c2430',
  scrim: 'rgba(15, 22, 34, 0.45)',
  shadow: '0 6px 24px rgba(15, 22, 34, 0.14), 0 1px 3px rgba(15, 22, 34, 0.1)',
} as const;

export type TokenName = keyof typeof light;
type Palette = Readonly<Record<TokenName, string>>;

const dark: Palette = {
  ground: '#0e1420',
  card: '#161d2b',
  raised: '#1d2636',
  sunken: '#111827',
  hairline: '#2a3446',
  outline: '#6b778a',
  ink: '#e6ebf2',
  'ink-2': '#a5b0c0',
  'ink-3': '#7c889a',
  action: '#2f6fe0',
  'action-strong': '#8bb4ff',
  'action-tint': '#1a2b4d',
  'on-action': '#ffffff',
  red: '#e5483d',
  'red-ink': '#ff9089',
  'red-tint': '#3a1b1e',
  yellow: '#e0a02a',
  'yellow-ink': '#f0bd62',
  'yellow-tint': '#362a14',
  green: '#36a568',
  'green-ink': '#6fcf97',
  'green-tint': '#16301f',
  grey: '#8a94a3',
  'grey-ink': '#a5b0c0',
  'grey-tint': '#232d3d',
  wrong: '#f2a06b',
  'wrong-tint': '#35231a',
  mark: '#5a4a12',
  flag: '#e6ebf2',
  scrim: 'rgba(4, 8, 14, 0.62)',
  shadow: '0 6px 24px rgba(0, 0, 0, 0.5), 0 1px 3px rgba(0, 0, 0, 0.4)',
};

export const THEMES = { light, dark } as const satisfies Record<string, Palette>;
export type Theme = keyof typeof THEMES;

/** Sizes in px that both the style sheet and antd's theme need. */
export const SIZES = {
  radius: 6,
  'row-height': 40,
  'row-height-dense': 32,
  control: 32,
  touch: 44,
} as const;

export const FONT =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, -apple-system, "Segoe UI", sans-serif';

const declarations = (entries: readonly (readonly [string, string])[]): string =>
  entries.map(([name, value]) => `--${name}:${value};`).join('');

/** The tokens as CSS variables; a page without a theme follows the system. */
export function tokensCss(): string {
  const dark = `color-scheme:dark;${declarations(Object.entries(THEMES.dark))}`;
  const sizes = Object.entries(SIZES).map(([name, px]) => [name, `${px}px`] as const);
  return [
    `:root{${declarations([...sizes, ['font', FONT]])}}`,
    `:root,[data-theme=light]{color-scheme:light;${declarations(Object.entries(THEMES.light))}}`,
    `[data-theme=dark]{${dark}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme]){${dark}}}`,
  ].join('\n');
}
