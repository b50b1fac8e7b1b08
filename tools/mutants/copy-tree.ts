import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The files git knows or would know, as they are now. */
const filesOf = (root: string): readonly string[] =>
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
    .split('\0')
    .filter((file) => file !== '' && existsSync(path.join(root, file)));

/** npm's packages as links to those of `root`; our own workspaces as links inside the copy. */
const linkPackages = (root: string, copy: string): void => {
  const from = path.join(root, 'node_modules');
  const to = path.join(copy, 'node_modules');
  mkdirSync(path.join(to, '@xiaoer'), { recursive: true });
  for (const name of readdirSync(from)) {
    if (name !== '@xiaoer' && name !== '.vite') symlinkSync(path.join(from, name), path.join(to, name));
  }
  for (const name of readdirSync(path.join(from, '@xiaoer'))) {
    symlinkSync(path.join('../../packages', name), path.join(to, '@xiaoer', name));
    const own = path.join(root, 'packages', name, 'node_modules');
    if (existsSync(own)) symlinkSync(own, path.join(copy, 'packages', name, 'node_modules'));
  }
};

/** A copy of the working tree that can be broken: the tree itself is never touched, whatever ends the run. */
export const copyTree = (root: string): string => {
  const copy = mkdtempSync(path.join(tmpdir(), 'xiaoer-mutants-'));
  for (const file of filesOf(root)) cpSync(path.join(root, file), path.join(copy, file), { recursive: true });
  linkPackages(root, copy);
  return copy;
};
