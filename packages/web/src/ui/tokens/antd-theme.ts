import { theme as antdAlgorithms } from 'antd';
import type { ThemeConfig } from 'antd';
import { FONT, SIZES, THEMES } from './tokens.ts';
import type { Theme } from './tokens.ts';

/** The class that scopes antd's CSS variables; the extracted style sheet and the provider agree on it. */
export const ANTD_SCOPE = 'ui-antd';

/** antd's theme, derived from the product's tokens. Styles are extracted at build time, so nothing is injected. */
export function antdTheme(name: Theme): ThemeConfig {
  const palette = THEMES[name];
  return {
    algorithm: name === 'dark' ? antdAlgorithms.darkAlgorithm : antdAlgorithms.defaultAlgorithm,
    hashed: false,
    cssVar: { key: ANTD_SCOPE },
    token: {
      colorPrimary: palette.action,
      colorLink: palette['action-strong'],
      colorError: palette.wrong,
      colorWarning: palette.yellow,
      colorSuccess: palette.green,
      colorText: palette.ink,
      colorTextSecondary: palette['ink-2'],
      colorTextTertiary: palette['ink-2'],
      colorTextPlaceholder: palette['ink-2'],
      colorBorder: palette.outline,
      colorBorderSecondary: palette.hairline,
      colorBgLayout: palette.ground,
      colorBgContainer: palette.card,
      colorBgElevated: palette.raised,
      borderRadius: SIZES.radius,
      controlHeight: SIZES.control,
      fontFamily: FONT,
      fontSize: 14,
      lineHeight: 22 / 14,
      fontWeightStrong: 600,
      motionDurationFast: '0.12s',
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.18s',
    },
  };
}
