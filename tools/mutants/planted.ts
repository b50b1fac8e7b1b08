/** A fault planted on purpose: `find` stands once in `file`, and `tests` must notice when it reads `replace`. */
export type Fault = {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly tests: readonly string[];
};

type Planted = readonly [name: string, file: string, find: string, replace: string];

export const DOMAIN = 'packages/domain/src';
export const SERVER = 'packages/server/src';

/** Faults in the files of a folder, and the tests beside them that must notice. */
export const planted = (
  folder: string,
  tests: readonly string[],
  faults: readonly Planted[],
): readonly Fault[] =>
  faults.map(([name, file, find, replace]) => ({
    name,
    file: `${folder}/${file}`,
    find,
    replace,
    tests: tests.map((test) => `${folder}/${test}`),
  }));
