import { addDays, type LocalDate } from '@xiaoer/domain/time/local-date';
import { dateOf } from '@xiaoer/domain/time/instant';
import type { Scene, Standing } from './scene.ts';

export const byClerk = ({ cast }: Scene) => cast.clerkId;
export const byCaller = ({ cast }: Scene) => cast.callerId;
export const byContact = ({ cast }: Scene) => cast.contactId;
export const byLeader = ({ cast }: Scene) => cast.leaderId;
export const byInspector = ({ cast }: Scene) => cast.inspectorId;
export const byFirstContact = ({ cast }: Scene) => cast.firstContact.personId;
export const byHandler = (_: Scene, { lead }: Standing) => lead.handlerId;
export const byHead = (_: Scene, { lead }: Standing) => lead.headId;

/** A day so many days after the move. */
export const daysOn = ({ at }: Standing, days: number): LocalDate => addDays(dateOf(at), days);

/** An id of something within the demand. */
export const partId = <Kind extends string>({ idOf, key }: Scene, kind: Kind, part: string | number) =>
  idOf<Kind>(`${key} ${kind} ${part}`);
