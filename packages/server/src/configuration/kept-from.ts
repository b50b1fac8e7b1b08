/** Where in a statement stand the arrays of the people and the units that a demand may be kept from. */
export type Whom = { readonly personIds: string; readonly unitIds: string };

/** In SQL: that a row of table demand is kept from one of them. What isKeptFrom in the domain judges of one demand. */
export const isKeptFromAny = (demand: string, { personIds, unitIds }: Whom): string =>
  `(${demand}.confidential and (${demand}.hidden_unit_ids && ${unitIds}::uuid[]
    or ${demand}.hidden_person_ids && ${personIds}::uuid[]))`;
