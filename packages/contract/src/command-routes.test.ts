import { CATEGORY_COMMAND_TYPES } from '@xiaoer/domain/catalogue/commands';
import { DUTY_ROSTER_COMMAND_TYPES } from '@xiaoer/domain/duty-roster/duty-roster';
import { ENTERPRISE_COMMAND_TYPES } from '@xiaoer/domain/enterprise/commands';
import { ORGANISATION_COMMAND_TYPES } from '@xiaoer/domain/organisation/commands';
import { PERSON_COMMAND_TYPES } from '@xiaoer/domain/person/commands';
import { POLICY_SESSION_COMMAND_TYPES } from '@xiaoer/domain/policy-session/policy-session';
import { PROJECT_COMMAND_TYPES } from '@xiaoer/domain/project/project';
import { SETTINGS_COMMAND_TYPES } from '@xiaoer/domain/settings/commands';
import { TERRITORY_COMMAND_TYPES } from '@xiaoer/domain/territory/commands';
import { VISIT_COMMAND_TYPES } from '@xiaoer/domain/visit/visit';
import { describe, expect, it } from 'vitest';
import { ROUTES } from './routes.ts';

/** Only the set-up of a zone opens its settings. */
const WITHOUT_ROUTE = ['OpenSettings'];

const COMMANDS = {
  organisation: ORGANISATION_COMMAND_TYPES,
  territory: TERRITORY_COMMAND_TYPES,
  person: PERSON_COMMAND_TYPES,
  category: CATEGORY_COMMAND_TYPES,
  settings: SETTINGS_COMMAND_TYPES,
  'duty roster': DUTY_ROSTER_COMMAND_TYPES,
  enterprise: ENTERPRISE_COMMAND_TYPES,
  visit: VISIT_COMMAND_TYPES,
  'policy session': POLICY_SESSION_COMMAND_TYPES,
  project: PROJECT_COMMAND_TYPES,
};

const changing = ROUTES.filter(({ method }) => method === 'POST');
const rules = changing.map(({ access }) => (access.auth === 'session' ? access.rule : ''));

describe('every command', () => {
  it.each(Object.entries(COMMANDS))('on a %s has exactly one route', (_, types) => {
    const wanted = types.filter((type) => !WITHOUT_ROUTE.includes(type));
    expect(wanted.map((type) => [type, rules.filter((rule) => rule === type).length])).toEqual(
      wanted.map((type) => [type, 1]),
    );
  });

  it('on an existing record asks for the version that was shown', () => {
    const commands: readonly string[] = Object.values(COMMANDS).flat();
    const blind = changing.filter(
      ({ path, access, ifMatch }) =>
        path.includes('{id}') &&
        access.auth === 'session' &&
        commands.includes(access.rule) &&
        ifMatch !== true,
    );
    expect(blind.map(({ path }) => path)).toEqual([]);
  });

  it('has an address of its own', () => {
    const addresses = ROUTES.map(({ method, path }) => `${method} ${path}`);
    expect(addresses.filter((address, at) => addresses.indexOf(address) !== at)).toEqual([]);
  });
});
