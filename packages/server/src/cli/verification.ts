import { DEPARTMENTS_CALENDAR, OFFICERS_CALENDAR } from '../../../../templates/calendars/china.ts';
import { configurationReader } from '../configuration/read-configuration.ts';
import { DEMAND_RECOUNTS } from '../demand/recount.ts';
import { newId } from '../execute/new-id.ts';
import { house } from '../house.ts';
import type { PublicKeys } from '../seal/seal-keys.ts';
import type { Verification } from '../seal/verify-database.ts';
import { createCutter } from '../words/cutter.ts';

/** All that `verify` and `restore` check: every aggregate's fold, and what else is derived from the log. */
export const verificationOf = (publicKeys: PublicKeys, root?: string): Verification => {
  const configuration = configurationReader({ officer: OFFICERS_CALENDAR, department: DEPARTMENTS_CALENDAR });
  const { registry } = house({ configuration, cutter: createCutter(), secret: '', newId });
  return { refolds: registry, recounts: DEMAND_RECOUNTS, publicKeys, root };
};
