import { BANNED_NAMES, IMPORT_RULES, PACKAGES_ALLOWED } from './import-table.ts';
import { importsOf, resolveImport, type SourceFile } from './source-files.ts';
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

const shapeViolations = ({ path, text }: SourceFile): readonly Violation[] => {
  const found: Violation[] = [];
  if (BANNED_NAMES.test(path)) found.push({ file: path, what: 'has a name that says nothing' });
  if (BARREL.test(text)) found.push({ file: path, what: 'only passes on what others export' });
  return found;
};

const settingsViolations = ({ path, text }: SourceFile): readonly Violation[] =>
  /set_config\(\s*'app\./.test(text) &&
  path !== 'packages/server/src/db/transact.ts' &&
  !isTest(path) &&
  !path.startsWith('tools/')
    ? [{ file: path, what: 'sets app.* settings; only db/transact.ts may' }]
    : [];

const environmentViolations = ({ path, text }: SourceFile): readonly Violation[] =>
  /process\.env/.test(text) && path.startsWith('packages/') && !isTest(path)
    ? [{ file: path, what: 'reads process.env; only main.mjs may' }]
    : [];

/** Every rule of the house that reading one file can show. */
export const violationsOf = (file: SourceFile): readonly Violation[] => [
  ...importViolations(file),
  ...shapeViolations(file),
  ...settingsViolations(file),
  ...environmentViolations(file),
  ...textViolations(file),
];
