import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathToRoot, subtree, type Tree } from './tree.ts';

const NODES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
type Node = (typeof NODES)[number];

/** Every node hangs below an earlier one or is a root: no circle. */
const forests: fc.Arbitrary<Tree<Node>> = fc
  .tuple(...NODES.map((_node, index) => fc.option(fc.nat(Math.max(0, index - 1)), { nil: undefined })))
  .map(
    (parents) =>
      new Map(
        NODES.map((node, index) => {
          const parent = parents[index];
          return [node, index === 0 || parent === undefined ? undefined : NODES[parent]];
        }),
      ),
  );
const anyGraph: fc.Arbitrary<Tree<Node>> = fc
  .array(fc.option(fc.constantFrom(...NODES), { nil: undefined }), { minLength: 8, maxLength: 8 })
  .map((parents) => new Map(NODES.map((node, index) => [node, parents[index]])));
const node = fc.constantFrom(...NODES);

describe('laws of trees', () => {
  it('one node lies below another exactly when the other lies on its way up', () => {
    fc.assert(
      fc.property(forests, node, node, (tree, below, above) => {
        expect(subtree(tree, above).includes(below)).toBe(pathToRoot(tree, below).includes(above));
      }),
    );
  });

  it('the way up and the part below end even when the data runs in a circle', () => {
    fc.assert(
      fc.property(anyGraph, node, (tree, at) => {
        for (const found of [pathToRoot(tree, at), subtree(tree, at)]) {
          expect(found[0]).toBe(at);
          expect(new Set(found).size).toBe(found.length);
        }
      }),
    );
  });

  it('an unknown node has no way up and nothing below', () => {
    const tree: Tree<string> = new Map([['a', undefined]]);
    expect(pathToRoot(tree, 'x')).toEqual([]);
    expect(subtree(tree, 'x')).toEqual([]);
  });
});
