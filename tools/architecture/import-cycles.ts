import { importsAtRunTime, resolveImport, type SourceFile } from './source-files.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

const graphOf = (files: readonly SourceFile[]): Graph => {
  const paths = new Set(files.map(({ path }) => path));
  return new Map(
    files.map((file) => [
      file.path,
      importsAtRunTime(file)
        .map((specifier) => resolveImport(file.path, specifier))
        .filter((target): target is string => target !== undefined && paths.has(target)),
    ]),
  );
};

/** Walks on from the last file of `trail`; answers with the first way back to a file of the trail. */
const wayBack = (
  graph: Graph,
  trail: readonly string[],
  done: Set<string>,
): readonly string[] | undefined => {
  const at = trail.at(-1) ?? '';
  done.add(at);
  for (const next of graph.get(at) ?? []) {
    if (trail.includes(next)) return [...trail.slice(trail.indexOf(next)), next];
    const found = done.has(next) ? undefined : wayBack(graph, [...trail, next], done);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Files that import each other in a circle when they run, as one line each; what imports types only is gone by then. */
export const importCycles = (files: readonly SourceFile[]): readonly string[] => {
  const graph = graphOf(files);
  const done = new Set<string>();
  return [...graph.keys()]
    .map((path) => (done.has(path) ? undefined : wayBack(graph, [path], done)))
    .filter((cycle) => cycle !== undefined)
    .map((cycle) => cycle.join(' -> '));
};
