/** Where the printed code leads: the form of the portal, which then says that it was reached by it. */
export const RAISE_BY_CODE = '/portal/raise?via=qr';

/** How a demand comes in from an address that was reached so. */
export const channelOf = ({ via }: Readonly<Record<string, unknown>>): 'qr' | 'portal' =>
  via === 'qr' ? 'qr' : 'portal';
