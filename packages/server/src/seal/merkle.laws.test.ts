import { array, assert, nat, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafHash, merkleRoot, sha256 } from './merkle.ts';

const leaf = uint8Array({ maxLength: 8 }).map((bytes) => leafHash(Buffer.from(bytes)));

/** RFC 6962, section 2.1, word for word. */
const definition = (leaves: readonly Buffer[]): Buffer => {
  const [first] = leaves;
  if (first === undefined) return sha256();
  if (leaves.length === 1) return first;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Buffer.of(1), definition(leaves.slice(0, k)), definition(leaves.slice(k)));
};

describe('merkleRoot', () => {
  it('grown leaf by leaf equals the recursive definition', () => {
    assert(
      property(array(leaf, { maxLength: 70 }), (leaves) => {
        expect(merkleRoot(leaves).equals(definition(leaves))).toBe(true);
      }),
    );
  });

  it('changes when any leaf changes', () => {
    assert(
      property(array(leaf, { minLength: 1, maxLength: 40 }), nat(), (leaves, at) => {
        const changed = leaves.with(at % leaves.length, leafHash(Buffer.from('another leaf')));
        expect(merkleRoot(changed).equals(merkleRoot(leaves))).toBe(false);
      }),
    );
  });
});
