import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAULTS } from './faults.ts';
import { plant } from './plant.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

describe('the planted faults', () => {
  it('are at least forty, each with a name of its own', () => {
    expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
    expect(FAULTS.length).toBeGreaterThanOrEqual(40);
  });

  it.each(FAULTS.map((fault) => [fault.name, fault] as const))(
    'fit the code as it is, and leave a program: %s',
    (_, fault) => {
      const planted = plant(textOf(fault.file), fault);
      expect(planted).not.toBe(textOf(fault.file));
      expect(() => stripTypeScriptTypes(planted)).not.toThrow();
    },
  );

  it('are refused where they no longer fit', () => {
    const fault = { name: 'gone', file: 'a.ts', find: 'x', replace: 'y', tests: [] };
    expect(() => plant('abc', fault)).toThrow('"gone" fits 0 times in a.ts');
    expect(() => plant('xx', fault)).toThrow('"gone" fits 2 times in a.ts');
  });
});
