import { hash } from 'node:crypto';

/** RFC 6962, section 2.1: leaves and nodes are hashed with different prefixes, so that neither can pass for the other. */
const LEAF = Buffer.of(0x00);
const NODE = Buffer.of(0x01);

export const sha256 = (...parts: readonly Buffer[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');

export const leafHash = (entry: Buffer): Buffer => sha256(LEAF, entry);

/** The same for an entry that is text: U+0000 before it is the byte 0x00 before its UTF-8, without a copy. */
export const leafHashOfText = (entry: string): Buffer => hash('sha256', `\u0000${entry}`, 'buffer');

const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(NODE, left, right);

/** A Merkle tree that grows leaf by leaf and remembers only the roots of its complete subtrees: log2(n) hashes. */
export type GrowingTree = {
  readonly add: (leaf: Buffer) => void;
  /** MTH of all leaves so far; SHA-256 of nothing when there are none. */
  readonly root: () => Buffer;
};

export const growingTree = (): GrowingTree => {
  const complete: { readonly hash: Buffer; readonly leaves: number }[] = [];
  const add = (leaf: Buffer): void => {
    let right = { hash: leaf, leaves: 1 };
    for (let left = complete.at(-1); left?.leaves === right.leaves; left = complete.at(-1)) {
      complete.pop();
      right = { hash: nodeHash(left.hash, right.hash), leaves: left.leaves * 2 };
    }
    complete.push(right);
  };
  const root = (): Buffer => {
    const last = complete.at(-1);
    if (last === undefined) return sha256();
    return complete.slice(0, -1).reduceRight((right, left) => nodeHash(left.hash, right), last.hash);
  };
  return { add, root };
};

/** MTH of RFC 6962 over leaf hashes. */
export const merkleRoot = (leaves: readonly Buffer[]): Buffer => {
  const tree = growingTree();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
};
