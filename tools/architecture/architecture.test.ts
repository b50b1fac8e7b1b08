import { describe, expect, it } from 'vitest';
import { importCycles } from './import-cycles.ts';
import { sourceFiles } from './source-files.ts';
import { violationsOf } from './violations.ts';

const PLANTED = [
  {
    rule: 'an aggregate imports another',
    path: 'packages/domain/src/visit/planted.ts',
    text: "import { decide } from '../demand/decide.ts';",
  },
  {
    rule: 'the domain uses a package',
    path: 'packages/domain/src/time/planted.ts',
    text: "import { z } from 'zod';",
  },
  {
    rule: 'the domain reads files',
    path: 'packages/domain/src/time/planted.ts',
    text: "import { readFileSync } from 'node:fs';",
  },
  {
    rule: 'a server slice imports another',
    path: 'packages/server/src/visit/planted.ts',
    text: "import { x } from '../demand/store.ts';",
  },
  {
    rule: 'the platform imports a slice',
    path: 'packages/server/src/execute/planted.ts',
    text: "import { x } from '../demand/store.ts';",
  },
  {
    rule: 'a web feature imports another',
    path: 'packages/web/src/visit/planted.ts',
    text: "import { x } from '../demand/demand-page.tsx';",
  },
  {
    rule: 'the design system knows a business word',
    path: 'packages/web/src/ui/planted.ts',
    text: "import type { Demand } from '@xiaoer/domain/demand/state';",
  },
  {
    rule: 'the contract reaches into the server',
    path: 'packages/contract/src/planted.ts',
    text: "import { x } from '@xiaoer/server/db/connect';",
  },
  { rule: 'a name says nothing', path: 'packages/server/src/http/utils.ts', text: '' },
  {
    rule: 'a file only passes on exports',
    path: 'packages/domain/src/time/planted.ts',
    text: "export * from './limits.ts';\n",
  },
  {
    rule: 'an import climbs out of its package',
    path: 'packages/web/src/visit/parts/planted.ts',
    text: "import { x } from '../../../../contract/src/visit.ts';",
  },
  {
    rule: 'a file has a default export',
    path: 'packages/web/src/visit/planted.ts',
    text: 'const page = 1;\nexport default page;\n',
  },
  {
    rule: 'a file names an export default',
    path: 'packages/web/src/visit/planted.ts',
    text: 'const page = 1;\nexport { page as default };\n',
  },
  {
    rule: 'somebody else sets app settings',
    path: 'packages/server/src/execute/planted.ts',
    text: "select set_config('app.tenant', '1', true)",
  },
  {
    rule: 'somebody else sets app settings by a command',
    path: 'packages/server/src/execute/planted.ts',
    text: "begin; set local app.tenant = '1'",
  },
  {
    rule: 'somebody else reads the environment',
    path: 'packages/server/src/http/planted.ts',
    text: 'process.env.PORT',
  },
  {
    rule: 'a script reads the environment',
    path: 'packages/server/src/planted.mjs',
    text: 'process.env.PORT',
  },
  {
    rule: 'the entrance needs a new Node before it has asked for one',
    path: 'packages/server/src/main.mjs',
    text: "import { enableCompileCache } from 'node:module';",
  },
  {
    rule: 'a slice writes the table of another',
    path: 'packages/server/src/visit/planted.ts',
    text: 'await tx.query("update demand set status = $1")',
  },
  {
    rule: 'the platform writes rows of a slice',
    path: 'packages/server/src/execute/planted.ts',
    text: "return [{ table: 'enterprise', upsert: rows, key: ['enterprise_id'] }];",
  },
  {
    rule: 'a query asks for every column',
    path: 'packages/server/src/visit/planted.ts',
    text: "db.query('select v.* from visit v')",
  },
  { rule: 'a file is too long', path: 'packages/web/src/visit/planted.ts', text: '\n'.repeat(401) },
  {
    rule: 'a check is switched off',
    path: 'packages/web/src/visit/planted.ts',
    text: '// oxlint-disable-next-line no-console',
  },
  {
    rule: 'the compiler is told to look away',
    path: 'packages/server/src/visit/planted.ts',
    text: '// @ts-expect-error later',
  },
  {
    rule: 'Chinese is written with an ASCII comma',
    path: 'packages/server/src/visit/planted.ts',
    text: "const sentence = '诉求已答复,请您评价';",
  },
  {
    rule: 'Chinese is written with an ASCII colon',
    path: 'packages/server/src/visit/planted.ts',
    text: 'const line = `诉求编号:${number}`;',
  },
  {
    rule: 'a page puts names together with a Chinese mark in every language',
    path: 'packages/web/src/visit/planted.ts',
    text: "const names = visitors.map(({ name }) => name).join('、');",
  },
  {
    rule: 'the domain waits',
    path: 'packages/domain/src/visit/planted.ts',
    text: 'export const decide = async (state: State) => state;',
  },
  {
    rule: 'somebody opens another pool',
    path: 'packages/server/src/visit/planted.ts',
    text: 'const pool = new Pool({ max: 5 });',
  },
];

/** Three files of one room; the last one's import closes the circle. */
const circle = (closing: string) => [
  { path: 'packages/domain/src/time/one.ts', text: "import { two } from './two.ts';\n" },
  {
    path: 'packages/domain/src/time/two.ts',
    text: "import { three } from '@xiaoer/domain/time/three';\nexport const two = three;\n",
  },
  { path: 'packages/domain/src/time/three.ts', text: `${closing}\nexport const three = 3;\n` },
];

describe('an import cycle', () => {
  it('is nowhere in the house', () => {
    expect(importCycles(sourceFiles())).toEqual([]);
  });

  it.each([
    "import { one } from './one.ts';",
    "import { type Two, one } from './one.ts';",
    "export { one } from './one.ts';",
    "import './one.ts';",
    "const load = () => import('./one.ts');",
  ])('is seen when %s closes it', (closing) => {
    const names = ['one', 'two', 'three', 'one'].map((name) => `packages/domain/src/time/${name}.ts`);
    expect(importCycles(circle(closing))).toEqual([names.join(' -> ')]);
  });

  it.each([
    "import type { One } from './one.ts';",
    "import { type One, type Other } from './one.ts';",
    "export type { One } from './one.ts';",
    '',
  ])('is not made by what is gone when the program runs (%s)', (closing) => {
    expect(importCycles(circle(closing))).toEqual([]);
  });
});

describe('the house', () => {
  it('keeps its import table and its names', () => {
    expect(sourceFiles().flatMap(violationsOf)).toEqual([]);
  });

  it.each(PLANTED)('is seen to be broken when $rule', (planted) => {
    expect(violationsOf(planted)).toHaveLength(1);
  });

  it('is read whole', () => {
    const paths = sourceFiles().map((file) => file.path);
    expect(paths.length).toBeGreaterThan(100);
    expect(paths).toEqual(expect.arrayContaining(['packages/server/src/main.mjs', 'tools/setup/check.mjs']));
  });
});
