import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ChipsField, TickField } from './inputs.tsx';

const drawn = (notes: { readonly hint?: string; readonly error?: string }): string =>
  renderToStaticMarkup(
    createElement(TickField, {
      name: 'kept',
      label: 'Keep',
      value: false,
      onChange: () => undefined,
      ...notes,
    }),
  );

/** What the tick is described by, in the order in which it is read out. */
const describedBy = (html: string): readonly (string | undefined)[] =>
  (/aria-describedby="([^"]*)"/.exec(html)?.[1] ?? '')
    .split(' ')
    .map((id) => new RegExp(`<p id="${id}"[^>]*>(.*?)</p>`).exec(html)?.[1]?.replaceAll(/<[^>]*>/g, ''));

it('ties a tick to its hint and to what is wrong with it', () => {
  expect(describedBy(drawn({ hint: 'They do not see it.', error: 'Not now.' }))).toEqual([
    'They do not see it.',
    'Not now.',
  ]);
  expect(drawn({ error: 'Not now.' })).toContain('aria-invalid="true"');
});

it('leaves a tick without either as it is', () => {
  expect(drawn({})).not.toContain('aria-describedby');
});

it('ties a group of choices to its hint and to what is wrong with it', () => {
  const choices = [{ value: 'reached', label: 'Reached' }];
  const group = { name: 'result', label: 'Result', value: '', onChange: () => undefined, choices };
  const wrong = renderToStaticMarkup(
    createElement(ChipsField, { ...group, hint: 'Once a day.', error: 'Too soon.' }),
  );
  expect(describedBy(wrong)).toEqual(['Once a day.', 'Too soon.']);
  expect(wrong).toContain('data-wrong');
  expect(renderToStaticMarkup(createElement(ChipsField, group))).not.toMatch(/aria-describedby|data-wrong/);
});
