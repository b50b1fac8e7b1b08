import type { DemandCommand, ParticularsInput } from '@xiaoer/domain/demand/commands';
import type { Hiding, Holder } from '@xiaoer/domain/demand/parts';
import type { Channel, Remit, Urgency } from '@xiaoer/domain/demand/vocabulary';
import type { DemandId, OrganisationId, PersonId, VisitId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { IdOf } from '../../scenario.ts';
import type { ZoneEnterprise } from '../zone.ts';
import type { DemandWords } from './words.ts';

/** A unit with the people of it who act in the story. */
export type UnitCast = {
  readonly unitId: OrganisationId;
  readonly headId: PersonId;
  readonly handlerId: PersonId;
};

/** Who plays which part in one demand. */
export type Cast = {
  readonly contactId: PersonId;
  /** Registers it, or is found for it: answers until a unit accepts. */
  readonly firstContact: Holder & { readonly personId: PersonId };
  readonly clerkId: PersonId;
  /** Of the desk too, and never the one who answered. */
  readonly callerId: PersonId;
  readonly officerId: PersonId;
  readonly leaderId: PersonId;
  readonly inspectorId: PersonId;
  /** The unit of the catalogue, and two more for when it declines. */
  readonly units: readonly [UnitCast, UnitCast, UnitCast];
};

export type Scene = {
  readonly key: string;
  readonly idOf: IdOf;
  readonly demandId: DemandId;
  readonly number: string;
  readonly enterprise: ZoneEnterprise;
  readonly channel: Channel;
  readonly registrarId: PersonId;
  readonly visitId?: VisitId;
  readonly reference?: string;
  readonly original?: string;
  readonly recurrenceOf?: DemandId;
  readonly mergesInto?: DemandId;
  readonly hiding?: Hiding;
  readonly remit: Remit;
  readonly urgency: Urgency;
  readonly productionStopped: boolean;
  readonly particulars: ParticularsInput;
  readonly words: DemandWords;
  readonly cast: Cast;
  readonly body?: { readonly name: string; readonly organisationId: OrganisationId };
};

/** Where the scene stands when a move is made. */
export type Standing = {
  readonly at: Instant;
  /** The unit that leads, or is asked to. */
  readonly lead: UnitCast;
  /** How often this move was made before. */
  readonly turn: number;
};

/** One thing somebody does in a story, by role; what exactly comes from the scene. */
export type Move = {
  readonly by: (scene: Scene, standing: Standing) => PersonId | 'oneTimeLink';
  readonly command: (scene: Scene, standing: Standing) => DemandCommand;
  readonly refusedWith?: string;
};
