import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import { canonicalJson } from './canonical-json.ts';
import { sha256 } from './merkle.ts';

/** Neither a leaf (0x00) nor a node (0x01) of RFC 6962. */
const CHAIN = Buffer.of(0x02);

/** What the first batch names as the root before it. */
export const NO_ROOT = Buffer.alloc(32);

/** A row of seal_root without its signature. */
export type Batch = {
  readonly tenant_id: TenantId;
  readonly batch: number;
  readonly first_leaf: number;
  readonly leaf_count: number;
  readonly tree_root: Buffer;
  readonly previous_root: Buffer;
  readonly key_id: string;
  readonly sealed_at: Instant;
};

/** The root that is signed and printed: it fixes the batch, its place, its time and, through the one before, all history. */
export const chainedRoot = (batch: Batch): Buffer => {
  const entry = {
    tenant_id: batch.tenant_id,
    batch: batch.batch,
    first_leaf: batch.first_leaf,
    leaf_count: batch.leaf_count,
    tree_root: batch.tree_root.toString('hex'),
    previous_root: batch.previous_root.toString('hex'),
    key_id: batch.key_id,
    sealed_at: batch.sealed_at,
  };
  return sha256(CHAIN, Buffer.from(canonicalJson(entry)));
};
