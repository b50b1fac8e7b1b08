import { BANNED_NAMES, IMPORT_RULES, PACKAGES_ALLOWED } from './import-table.ts';
import { importsOf, resolveImport, staticImportsOf, type SourceFile } from './source-files.ts';
import { textViolations } from './text-rules.ts';

export type Violation = { readonly file: string; readonly what: string };

const isTest = (file: string): boolean => /\.(test|e2e)\.ts$/.test(file);

const importViolations = (file: SourceFile): readonly Violation[] => {
  const rule = IMPORT_RULES.find(({ from }) => from.test(file.path));
  if (rule === undefined) return [{ file: file.path, what: 'stands in no room of the import table' }];
  return importsOf(file).flatMap((specifier) => {
    const target = resolveImport(file.path, specifier);
    if (target === undefined) return packageViolation(file.path, specifier);
    if (specifier.startsWith('../../../') && !/^(templates|scenarios)\//.test(target))
      return [{ file: file.path, what: `climbs too far: ${specifier}` }];
    return rule.may.some((pattern) => pattern.test(target))
      ? []
      : [{ file: file.path, what: `${rule.name} may not import ${target}` }];
  });
};

const packageViolation = (file: string, specifier: string): readonly Violation[] => {
  if (isTest(file)) return [];
  const limit = PACKAGES_ALLOWED.find(({ from }) => from.test(file));
  return limit === undefined || limit.may.test(specifier)
    ? []
    : [{ file, what: `may not use the package ${specifier}` }];
};

const BARREL = /^(?:\s*export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s+from\s+['"][^'"]+['"];?\s*)+$/;

/** Tools that are configured by a file read its default export. */
const DEFAULT_EXPORT = /^\s*export\s+default\b|^\s*export\s*\{[^}]*\bas\s+default\b/m;

const shapeViolations = ({ path, text }: SourceFile): readonly Violation[] => {
  const found: Violation[] = [];
  if (BANNED_NAMES.test(path)) found.push({ file: path, what: 'has a name that says nothing' });
  if (BARREL.test(text)) found.push({ file: path, what: 'only passes on what others export' });
  if (DEFAULT_EXPORT.test(text) && !path.startsWith('tools/architecture/'))
    found.push({ file: path, what: 'has a default export' });
  return found;
};

const settingsViolations = ({ path, text }: SourceFile): readonly Violation[] =>
  /set_config\(\s*'app\.|\bset\s+(local\s+|session\s+)?app\./i.test(text) &&
  path !== 'packages/server/src/db/transact.ts' &&
  !isTest(path) &&
  !path.startsWith('tools/')
    ? [{ file: path, what: 'sets app.* settings; only db/transact.ts may' }]
    : [];

const ENTRANCE = 'packages/server/src/main.mjs';

const environmentViolations = ({ path, text }: SourceFile): readonly Violation[] =>
  /process\.env/.test(text) && path.startsWith('packages/') && path !== ENTRANCE && !isTest(path)
    ? [{ file: path, what: 'reads process.env; only main.mjs may' }]
    : [];

/** What an old Node has too: a name it lacks would end the program before it can say that the Node is too old. */
const OLD_MODULES: readonly string[] = ['node:path', 'node:v8'];

const entranceViolations = (file: SourceFile): readonly Violation[] =>
  file.path === ENTRANCE
    ? staticImportsOf(file)
        .filter((specifier) => !OLD_MODULES.includes(specifier))
        .map((specifier) => ({
          file: file.path,
          what: `imports ${specifier} before it knows how old Node is`,
        }))
    : [];

/** Every rule of the house that reading one file can show. */
export const violationsOf = (file: SourceFile): readonly Violation[] => [
  ...importViolations(file),
  ...shapeViolations(file),
  ...settingsViolations(file),
  ...environmentViolations(file),
  ...entranceViolations(file),
  ...textViolations(file),
];
