/** What the browsers, and the loader of styles, say of a part that is gone. */
const GONE = /imported module|module script|preload CSS/;

/** Remembers that the page is loaded anew for this; not where nothing can be remembered: it would be for ever. */
function isFirst(message: string): boolean {
  try {
    if (sessionStorage.getItem(message) !== null) return false;
    sessionStorage.setItem(message, '1');
    return true;
  } catch {
    return false;
  }
}

/**
 * A page that stood open while the program was renewed asks for parts that are gone: it is loaded anew, once for each
 * such part. Says whether it is. Only when the page cannot go on: what is fetched ahead may fail in silence.
 */
export function renewPage(error: unknown): boolean {
  if (!(error instanceof Error) || !navigator.onLine) return false;
  const { message } = error;
  if (!GONE.test(message) || !isFirst(message)) return false;
  window.location.reload();
  return true;
}
