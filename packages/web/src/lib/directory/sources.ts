import { useCategorySource } from './categories.ts';
import { useEnterpriseSource, usePersonSource, useProjectSource, useStaffSource } from './found.ts';
import { useTerritorySource, useUnitSource } from './places.ts';

/** Where the options of a form's fields come from; each is called by the field that shows it. */
export const sources = {
  units: useUnitSource,
  territories: useTerritorySource,
  staff: useStaffSource,
  people: usePersonSource,
  enterprises: useEnterpriseSource,
  projects: useProjectSource,
  categories: useCategorySource,
} as const;
