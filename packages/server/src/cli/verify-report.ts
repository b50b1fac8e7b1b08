import { millisecondsBetween, type Instant } from '@xiaoer/domain/time/instant';
import { zoneNow } from '../db/zone-clock.ts';
import type { TenantReport, VerifyReport } from '../seal/verify-database.ts';

/** Events wait so long at most while a worker runs. */
const TAIL_LIMIT_SECONDS = 60;

const nameOf = ({ code, tenantId }: TenantReport): string => code ?? `tenant ${tenantId}`;

/** Seconds the oldest waiting event has waited. */
export const tailSeconds = ({ tail, clockBehindMs }: TenantReport, now: Instant): number | undefined =>
  tail.oldestAt === undefined
    ? undefined
    : Math.max(0, Math.round(millisecondsBetween(tail.oldestAt, zoneNow(now, clockBehindMs)) / 1_000));

const tailLine = (tenant: TenantReport, now: Instant): readonly string[] => {
  const seconds = tailSeconds(tenant, now);
  if (seconds === undefined) return [];
  const late =
    seconds > TAIL_LIMIT_SECONDS ? ` (more than ${TAIL_LIMIT_SECONDS} s: no worker has run since)` : '';
  return [
    `${nameOf(tenant)}: ${tenant.tail.events} events wait to be sealed, the oldest for ${seconds} s${late}`,
  ];
};

const tenantLines = (tenant: TenantReport, now: Instant): readonly string[] => {
  const { events, streams, leaves, batches, lastRoot, findings, findingCount } = tenant;
  const name = nameOf(tenant);
  const unsaid = findingCount - findings.length;
  return [
    `${name}: ${events} events in ${streams} streams, ${leaves} sealed in ${batches} batches, last root ${lastRoot ?? 'none'}`,
    ...tailLine(tenant, now),
    ...findings.map(({ kind, message }) => `${name}: ${kind}: ${message}`),
    ...(unsaid > 0 ? [`${name}: and ${unsaid} more`] : []),
  ];
};

const rootLine = ({ root }: VerifyReport): readonly string[] => {
  if (root === undefined) return [];
  const { hash, found } = root;
  return [
    found === undefined
      ? `root ${hash} belongs to no chain: what it sealed was cut off or replaced`
      : `root ${hash} is batch ${found.batch} of tenant ${found.tenantId}`,
  ];
};

/** What `verify` found, in lines for people; the last one is the verdict. */
export const reportLines = (report: VerifyReport, now: Instant): readonly string[] => {
  const count = report.tenants.reduce((sum, { findingCount }) => sum + findingCount, 0);
  return [
    ...report.tenants.flatMap((tenant) => tenantLines(tenant, now)),
    ...rootLine(report),
    report.ok ? 'Verified: everything agrees.' : `Not verified: ${count} differences.`,
  ];
};
