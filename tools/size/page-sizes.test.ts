import { expect, test } from 'vitest';
import { pageSizes, reached } from './page-sizes.ts';

const manifest = {
  'index.html': { file: 'entry.js', imports: ['_shared.js'] },
  '_shared.js': { file: 'shared.js', imports: ['index.html'] },
  'src/desk.tsx': { file: 'desk.js', imports: ['index.html', '_table.js'] },
  '_table.js': { file: 'table.js', imports: ['_shared.js'] },
};
const bytes = (file: string) =>
  ({ 'entry.js': 50_000, 'shared.js': 10_000, 'desk.js': 5_040, 'table.js': 2_000 })[file] ?? 0;

test('chunks are reached once, also around a circle', () => {
  expect([...reached(manifest, ['src/desk.tsx'])].sort()).toEqual([
    '_shared.js',
    '_table.js',
    'index.html',
    'src/desk.tsx',
  ]);
});

test('a page weighs the entry and all that its own chunks need', () => {
  const sizes = pageSizes(manifest, [{ page: 'desk', sources: ['src/desk.tsx'], budgetKb: 60 }], bytes);
  expect(sizes).toEqual([{ page: 'desk', sources: ['src/desk.tsx'], budgetKb: 60, kb: 67, missing: [] }]);
});

test('a page that was renamed is named, not weighed as nothing', () => {
  const [size] = pageSizes(manifest, [{ page: 'list', sources: ['src/list.tsx'], budgetKb: 60 }], bytes);
  expect(size?.missing).toEqual(['src/list.tsx']);
});
