import type { DemandChange } from '@xiaoer/contract/demand-commands';
import { CLOSING_FORMS } from './closing-forms.ts';
import type { BodyOfChange, DemandForm } from './form.ts';
import { HANDLING_FORMS } from './handling-forms.ts';
import { INTAKE_FORMS } from './intake-forms.ts';

/** The form of every command on a demand; a command without one does not compile. */
export const FORMS: { readonly [Type in DemandChange]: DemandForm<BodyOfChange<Type>> } = {
  ...INTAKE_FORMS,
  ...HANDLING_FORMS,
  ...CLOSING_FORMS,
};
