import type { DemandEventType } from '@xiaoer/domain/demand/events';

/** `staff` take it for themselves and their meetings; `unit`: it goes to a unit of ours; `outside`: to a body outside. */
export type FileReaders = {
  readonly readers: 'staff' | 'unit' | 'outside' | 'whoever may read its record';
  /** The internal words of a demand that stand in it, by event and field. Nothing else that staff keep for themselves. */
  readonly internal: readonly `${DemandEventType}.${string}`[];
};

const STAFF = { readers: 'staff', internal: [] } as const;

/**
 * Who reads each file that the house gives. Only staff can take one, but lists are official documents: they are handed round,
 * reported upwards and printed, so they say who works on what until when and never what staff wrote for each other alone.
 */
export const FILE_READERS: Readonly<Record<string, FileReaders>> = {
  '/api/lists/{kind}/export': STAFF,
  '/api/demands/export': STAFF,
  /** What the desk wrote for the unit when it routed the demand. */
  '/api/demands/{id}/referral-sheet': { readers: 'unit', internal: ['DemandRouted.note'] },
  /** The letter's own words, which are for its addressee and not for the asker. */
  '/api/demands/{id}/liaison-letter': { readers: 'outside', internal: ['DemandReferred.letter'] },
  '/api/imports/template.xlsx': STAFF,
  '/api/enterprises/export': STAFF,
  '/api/organisations/export': STAFF,
  '/api/packages/export': STAFF,
  '/api/people/export': STAFF,
  '/api/policy-sessions/export': STAFF,
  '/api/projects/export': STAFF,
  '/api/visits/export': STAFF,
  /** As it was uploaded; which records name it as outward decides who may have it. */
  '/api/files/{id}': { readers: 'whoever may read its record', internal: [] },
};
