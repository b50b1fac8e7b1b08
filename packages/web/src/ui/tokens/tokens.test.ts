import { expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { THEMES, tokensCss } from './tokens.ts';
import type { Theme, TokenName } from './tokens.ts';

const THEME_NAMES = Object.keys(THEMES) as Theme[];
const ratio = (theme: Theme, text: TokenName, ground: TokenName): number =>
  contrast(THEMES[theme][text], THEMES[theme][ground]);

test('contrast of black on white is 21 and of a colour on itself is 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#1f5fd0', '#1f5fd0')).toBe(1);
});

test.each(THEME_NAMES)('every text colour reads at 4.5:1 on every ground it is used on (%s)', (theme) => {
  const pairs: readonly (readonly [TokenName, TokenName])[] = [
    ...(['ink', 'ink-2'] as const).flatMap((text) =>
      (['ground', 'card', 'raised', 'sunken'] as const).map((ground) => [text, ground] as const),
    ),
    ...(['red', 'yellow', 'green', 'grey', 'action'] as const).flatMap((hue) => {
      const text = hue === 'action' ? 'action-strong' : (`${hue}-ink` as const);
      return [
        [text, `${hue}-tint`],
        [text, 'card'],
        [text, 'ground'],
      ] as const;
    }),
    ['on-action', 'action'],
    ['wrong', 'card'],
    ['wrong', 'wrong-tint'],
    ['ink', 'mark'],
  ];
  const unreadable = pairs.filter(([text, ground]) => ratio(theme, text, ground) < 4.5);
  expect(unreadable).toEqual([]);
});

test.each(THEME_NAMES)('shapes and outlines of controls stand out at 3:1 (%s)', (theme) => {
  const faint = (['red', 'green', 'grey', 'outline'] as const).filter(
    (name) => ratio(theme, name, 'card') < 3,
  );
  expect(faint).toEqual([]);
});

test('the style sheet names every token in light, in dark and for the system’s dark', () => {
  const css = tokensCss();
  for (const name of Object.keys(THEMES.light)) expect(css.split(`--${name}:`)).toHaveLength(4);
});
