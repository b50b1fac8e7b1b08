import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One entry of Vite's manifest, as far as sizes need it. */
export type Chunk = { readonly file: string; readonly imports?: readonly string[] };
export type Manifest = Readonly<Record<string, Chunk>>;

/** What a page loads before it is usable: the entry and the lazy chunks it stands on, by source file. */
export type PageBudget = {
  readonly page: string;
  readonly sources: readonly string[];
  readonly budgetKb: number;
};
export type PageSize = PageBudget & { readonly kb: number; readonly missing: readonly string[] };

const ENTRY = 'index.html';

/** Every chunk reached from these by static imports, each once. */
export function reached(manifest: Manifest, from: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key)) return;
    seen.add(key);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const key of from) visit(key);
  return seen;
}

/** The gzipped script of each page in kB (1,000 bytes); sources that the build does not have are named. */
export function pageSizes(
  manifest: Manifest,
  pages: readonly PageBudget[],
  gzippedBytes: (file: string) => number,
): readonly PageSize[] {
  return pages.map((page) => {
    const missing = page.sources.filter((source) => manifest[source] === undefined);
    const chunks = [...reached(manifest, [ENTRY, ...page.sources])];
    const bytes = chunks.reduce((sum, key) => sum + gzippedBytes(manifest[key]?.file ?? ''), 0);
    return { ...page, kb: Math.round(bytes / 100) / 10, missing };
  });
}

/** Reads the manifest and measures its files. */
export function measure(dist: string, pages: readonly PageBudget[]): readonly PageSize[] {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest;
  return pageSizes(manifest, pages, (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
}
