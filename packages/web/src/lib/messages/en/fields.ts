export const fields = {
  'field.required': 'Please fill this in',
  'field.too-small': 'At least {minimum}',
  'field.too-big': 'At most {maximum}',
  'field.invalid-type': 'Not in the right form',
  'field.invalid-format': 'Not in the right form',
  'field.invalid-value': 'Choose one from the list',
  'field.unrecognized-keys': 'Something here is not understood; reload the page and try again',
  'field.unknown-file': 'This file does not exist or is not yours; upload it again',
  'field.custom': 'This cannot be accepted',
  'field.other': 'This cannot be accepted',
} as const;
