/** Sends one text message. Answers when the gateway has taken it; throws when it has not. */
export type SmsSender = (message: { readonly phone: string; readonly text: string }) => Promise<void>;

/** For development: the message goes to the program's own log. */
export const logSmsSender =
  (log: (line: string) => void): SmsSender =>
  async ({ phone, text }) =>
    log(`SMS to ${phone}: ${text}`);

/** A gateway that takes `{phone, text}` as JSON with a bearer token. */
export const httpSmsSender =
  ({ url, token }: { readonly url: string; readonly token: string }): SmsSender =>
  async (message) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`);
  };
