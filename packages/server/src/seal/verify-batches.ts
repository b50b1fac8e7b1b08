import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import { chainedRoot, NO_ROOT, type Batch } from './chained-root.ts';
import { eventFinding, type EventPlace, type Findings } from './findings.ts';
import { growingTree } from './merkle.ts';
import { orderedRows, type OrderedRows, type Querying } from './ordered-rows.ts';
import { isSignedBy, type PublicKeys } from './seal-keys.ts';

type RootRow = Batch & { readonly root: Buffer; readonly signature: Buffer };
type LeafRow = EventPlace & { readonly leaf: number; readonly hash: Buffer };

export type ChainCheck = {
  readonly tenantId: TenantId;
  readonly publicKeys: PublicKeys;
  readonly findings: Findings;
  /** Called with every root that belongs to the chain, in hex. */
  readonly onRoot: (root: string, batch: number) => void;
};

export type ChainSummary = {
  readonly batches: number;
  readonly leaves: number;
  readonly lastRoot: string | undefined;
  readonly lastSealedAt: Instant | undefined;
};

const isAfter = (one: EventPlace, other: EventPlace): boolean =>
  one.stream_id === other.stream_id ? one.version > other.version : one.stream_id > other.stream_id;

const checkSignature = (row: RootRow, { publicKeys, findings }: ChainCheck): void => {
  const key = publicKeys.get(row.key_id);
  const { batch } = row;
  if (key === undefined)
    findings.add({
      kind: 'signature',
      batch,
      message: `batch ${batch} is signed with key ${row.key_id}, which is not at hand`,
    });
  else if (!isSignedBy(key, row.root, row.signature))
    findings.add({ kind: 'signature', batch, message: `batch ${batch} is not signed by key ${row.key_id}` });
};

/** Place in the chain, root and signature of one batch; nothing about its leaves. */
const checkRoot = (row: RootRow, before: RootRow | undefined, check: ChainCheck): void => {
  const { findings } = check;
  const { batch } = row;
  const expected = before === undefined ? 1 : before.batch + 1;
  const firstLeaf = before === undefined ? 1 : before.first_leaf + before.leaf_count;
  if (batch !== expected)
    findings.add({
      kind: 'chain',
      batch: expected,
      message: `batch ${expected} is missing before batch ${batch}`,
    });
  else if (!row.previous_root.equals(before?.root ?? NO_ROOT))
    findings.add({ kind: 'chain', batch, message: `batch ${batch} does not follow from the root before it` });
  if (row.first_leaf !== firstLeaf)
    findings.add({
      kind: 'chain',
      batch,
      message: `batch ${batch} begins at leaf ${row.first_leaf}, not at ${firstLeaf}`,
    });
  if (!chainedRoot(row).equals(row.root))
    findings.add({
      kind: 'root',
      batch,
      message: `batch ${batch} was changed: its entry no longer leads to its root`,
    });
  checkSignature(row, check);
  check.onRoot(row.root.toString('hex'), batch);
};

const checkLeaves = async (
  row: RootRow,
  leaves: OrderedRows<LeafRow>,
  findings: Findings,
): Promise<number> => {
  const { batch } = row;
  const tree = growingTree();
  const end = row.first_leaf + row.leaf_count;
  let expected = row.first_leaf;
  let before: LeafRow | undefined;
  for (let leaf = leaves.head(); leaf !== undefined && leaf.leaf < end; leaf = leaves.head()) {
    if (leaf.leaf !== expected)
      findings.add({
        kind: 'leaf',
        batch,
        message: `leaves ${expected} to ${leaf.leaf - 1} of batch ${batch} are missing`,
      });
    if (before !== undefined && !isAfter(leaf, before))
      findings.add({ ...eventFinding('leaf', leaf, `stands out of order as leaf ${leaf.leaf}`), batch });
    tree.add(leaf.hash);
    expected = leaf.leaf + 1;
    before = leaf;
    await leaves.advance();
  }
  if (expected !== end)
    findings.add({
      kind: 'leaf',
      batch,
      message: `leaves ${expected} to ${end - 1} of batch ${batch} are missing`,
    });
  if (!tree.root().equals(row.tree_root))
    findings.add({
      kind: 'root',
      batch,
      message: `the leaves ${row.first_leaf} to ${end - 1} of batch ${batch} do not lead to its root`,
    });
  return end;
};

const checkStrayLeaves = async (leaves: OrderedRows<LeafRow>, findings: Findings): Promise<void> => {
  for (let leaf = leaves.head(); leaf !== undefined; leaf = leaves.head()) {
    findings.add(eventFinding('leaf', leaf, `stands as leaf ${leaf.leaf}, which no batch has signed`));
    await leaves.advance();
  }
};

/** Checks the tenant's chain of batches: order, roots, signatures, and that the leaves lead to them. */
export const verifyBatches = async (db: Querying, check: ChainCheck): Promise<ChainSummary> => {
  const values = [check.tenantId];
  const roots = await orderedRows<RootRow>(db, {
    text: `select tenant_id, batch, first_leaf, leaf_count, tree_root, previous_root, root, signature, key_id, sealed_at
      from seal_root where tenant_id = $1 order by batch`,
    values,
  });
  const leaves = await orderedRows<LeafRow>(db, {
    text: 'select leaf, stream_id, version, type, hash from seal_leaf where tenant_id = $1 order by leaf',
    values,
  });
  let before: RootRow | undefined;
  let batches = 0;
  for (let row = roots.head(); row !== undefined; row = roots.head()) {
    checkRoot(row, before, check);
    await checkLeaves(row, leaves, check.findings);
    before = row;
    batches += 1;
    await roots.advance();
  }
  await checkStrayLeaves(leaves, check.findings);
  return {
    batches,
    leaves: before === undefined ? 0 : before.first_leaf + before.leaf_count - 1,
    lastRoot: before?.root.toString('hex'),
    lastSealedAt: before?.sealed_at,
  };
};
