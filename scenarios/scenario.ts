import type { CategoryCommand } from '@xiaoer/domain/catalogue/commands';
import type { DemandCommand } from '@xiaoer/domain/demand/commands';
import type { DutyRosterCommand } from '@xiaoer/domain/duty-roster/duty-roster';
import type { EnterpriseCommand } from '@xiaoer/domain/enterprise/commands';
import type { Id, PersonId } from '@xiaoer/domain/kernel/ids';
import type { OrganisationCommand } from '@xiaoer/domain/organisation/commands';
import type { PackageCommand } from '@xiaoer/domain/package/commands';
import type { PersonCommand } from '@xiaoer/domain/person/commands';
import type { PolicySessionCommand } from '@xiaoer/domain/policy-session/policy-session';
import type { ProjectCommand } from '@xiaoer/domain/project/project';
import type { SettingsCommand } from '@xiaoer/domain/settings/commands';
import type { TerritoryCommand } from '@xiaoer/domain/territory/commands';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import type { VisitCommand } from '@xiaoer/domain/visit/visit';

/** Ids from the scenario's seed and a name: the same on every machine and day. */
export type IdOf = <Kind extends string>(name: string) => Id<Kind>;

/** A command by the name of its aggregate, as a person's click would send it. */
export type StoryCommand =
  | { readonly aggregate: 'organisation'; readonly command: OrganisationCommand }
  | { readonly aggregate: 'territory'; readonly command: TerritoryCommand }
  | { readonly aggregate: 'person'; readonly command: PersonCommand }
  | { readonly aggregate: 'category'; readonly command: CategoryCommand }
  | { readonly aggregate: 'settings'; readonly command: SettingsCommand }
  | { readonly aggregate: 'duty-roster'; readonly command: DutyRosterCommand }
  | { readonly aggregate: 'enterprise'; readonly command: EnterpriseCommand }
  | { readonly aggregate: 'visit'; readonly command: VisitCommand }
  | { readonly aggregate: 'policy-session'; readonly command: PolicySessionCommand }
  | { readonly aggregate: 'project'; readonly command: ProjectCommand }
  | { readonly aggregate: 'demand'; readonly command: DemandCommand }
  | { readonly aggregate: 'package'; readonly command: PackageCommand };

export type ScenarioStep = StoryCommand & {
  readonly at: Instant;
  readonly id: string;
  /** `founder`: before anybody has a role. `oneTimeLink`: a body without an account, for which the server vouches. */
  readonly by: PersonId | 'founder' | 'oneTimeLink';
  /** Steps with the same word, one after another, are one list: all or nothing, as an import is. */
  readonly together?: string;
  /** The story tells of a command that was refused, and why. */
  readonly refusedWith?: string;
};

/** Somebody whom a newcomer may sign in as, with the sample password. */
export type SampleSignIn = {
  readonly account: string;
  readonly personId: PersonId;
  readonly role: string;
  readonly name: string;
};

export type Relation = '=' | '>=' | 'about';

/** A figure of the public report: what the program must compute from its records on the freeze date. */
export type ExpectedFigure = {
  readonly figure: string;
  readonly relation: Relation;
  readonly value: number;
};

export type Story = {
  readonly steps: readonly ScenarioStep[];
  /** The simulated clock goes on to here after the last step. */
  readonly until: Instant;
  readonly signIns: readonly SampleSignIn[];
};

/** A configuration and a story, replayed through the commands that a user's click reaches. */
export type Scenario = {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly summary: string;
  readonly seed: string;
  readonly period: { readonly from: LocalDate; readonly to: LocalDate };
  readonly freezeDate: LocalDate;
  readonly expected: readonly ExpectedFigure[];
  readonly story: (idOf: IdOf) => Story;
};
