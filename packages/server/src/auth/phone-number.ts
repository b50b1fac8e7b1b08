/** A phone number as it is dialled for a code: digits only, without China's country code. */
export const dialledPhone = (phone: string): string =>
  phone.replaceAll(/[^\d]/g, '').replace(/^86(?=1\d{10}$)/, '');
