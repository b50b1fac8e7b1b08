import { refused } from '../kernel/decision.ts';
import { NAME_LENGTH, textProblem } from '../kernel/text.ts';
import type { Personal } from './state.ts';

export const EMAIL_LENGTH = 254;

/** Digits as people dial them in China or abroad: an optional +, then 5 to 15 digits; extensions go behind a hyphen. */
const PHONE = /^\+?\d[\d ]{3,18}\d(-\d{1,6})?$|^0\d{2,3}-\d{7,8}(-\d{1,6})?$/;
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** Why these details cannot be kept, or undefined. */
export const personalObjection = ({ name, phone, email }: Personal) => {
  const text = textProblem({
    'personal.name': { value: name, limit: NAME_LENGTH },
    'personal.email': { value: email, limit: EMAIL_LENGTH, optional: true },
  });
  if (text !== undefined) return refused('person.text-invalid', text);
  if (phone !== undefined && !PHONE.test(phone)) return refused('person.phone-invalid');
  return email === undefined || EMAIL.test(email) ? undefined : refused('person.email-invalid');
};
