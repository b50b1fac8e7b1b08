/** Where to go after signing in: only a path of this site, never back to the sign-in page. */
export function returnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])/.test(wanted)) return '/';
  return wanted.startsWith('/sign-in') ? '/' : wanted;
}

/** The address of the sign-in page that leads back here. */
export const signInAddress = (here: string): string => {
  const back = returnPath(here);
  return back === '/' ? '/sign-in' : `/sign-in?back=${encodeURIComponent(back)}`;
};
