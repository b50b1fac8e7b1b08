/** What can be wrong. `verify` prints it and scripts tell findings apart by it. */
export const FINDING_KINDS = [
  'changed',
  'removed',
  'inserted',
  'leaf',
  'root',
  'chain',
  'signature',
  'state',
  'recount',
  'tenant',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export type Finding = {
  readonly kind: FindingKind;
  readonly message: string;
  readonly streamId?: string | undefined;
  readonly version?: number | undefined;
  readonly type?: string | undefined;
  readonly batch?: number | undefined;
};

/** Keeps the first findings and counts them all, so that a ruined database does not fill the memory. */
export type Findings = {
  readonly add: (finding: Finding) => void;
  readonly first: () => readonly Finding[];
  readonly count: () => number;
};

const KEPT = 200;

export const collectFindings = (): Findings => {
  const kept: Finding[] = [];
  let count = 0;
  return {
    add: (finding) => {
      count += 1;
      if (kept.length < KEPT) kept.push(finding);
    },
    first: () => kept,
    count: () => count,
  };
};

export type EventPlace = {
  readonly stream_id: string;
  readonly version: number;
  readonly type?: string | undefined;
};

/** A finding about one event, which it names. */
export const eventFinding = (kind: FindingKind, place: EventPlace, what: string): Finding => ({
  kind,
  message: `stream ${place.stream_id} version ${place.version}${place.type === undefined ? '' : ` (${place.type})`} ${what}`,
  streamId: place.stream_id,
  version: place.version,
  type: place.type,
});
