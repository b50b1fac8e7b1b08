import { join } from 'node:path';
import { measure } from './page-sizes.ts';
import type { PageBudget } from './page-sizes.ts';

const SHELL = 'src/app/shell/shell.tsx';

/** Cold script until usable, gzipped kB (1,000 bytes). A page is its lazy chunk and, behind the sign-in, the shell. */
const PAGES: readonly PageBudget[] = [
  { page: 'sign-in', sources: ['src/app/sign-in/sign-in-page.tsx'], budgetKb: 120 },
  { page: 'set-up', sources: ['src/app/set-up/set-up-page.tsx'], budgetKb: 120 },
  { page: 'empty page in the shell', sources: [SHELL], budgetKb: 130 },
  { page: 'register', sources: [SHELL, 'src/demand/register/register-page.tsx'], budgetKb: 200 },
  { page: 'raise in the portal', sources: [SHELL, 'src/demand/portal/portal-raise-page.tsx'], budgetKb: 200 },
  { page: 'my desk', sources: [SHELL, 'src/demand/desk/desk-page.tsx'], budgetKb: 300 },
  { page: 'one demand', sources: [SHELL, 'src/demand/page/demand-page.tsx'], budgetKb: 300 },
];

const sizes = measure(join(import.meta.dirname, '../../packages/web/dist'), PAGES);
for (const { page, kb, budgetKb, missing } of sizes) {
  const verdict =
    missing.length > 0 ? `not built: ${missing.join(', ')}` : kb < budgetKb ? 'ok' : 'TOO LARGE';
  console.log(`${page.padEnd(28)} ${kb.toFixed(1).padStart(7)} kB of ${budgetKb} kB  ${verdict}`);
}
process.exitCode = sizes.every(({ kb, budgetKb, missing }) => kb < budgetKb && missing.length === 0) ? 0 : 1;
