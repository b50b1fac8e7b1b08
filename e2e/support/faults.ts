import type { BrowserContext, ConsoleMessage } from 'playwright-core';

/** A refusal is part of a story; the browser reports every one of them. A fault of the server or a missing asset is not. */
const isRefusalOfApi = (message: ConsoleMessage): boolean =>
  /^Failed to load resource: .* status of 4\d\d /.test(message.text()) &&
  new URL(message.location().url).pathname.startsWith('/api/');

/**
 * Collects what no page of the product may do: an error on the console (the browser reports a violated content security
 * policy there too), an error nobody caught, a request that leaves this machine.
 */
export const watchFaults = (context: BrowserContext, origin: string): string[] => {
  const faults: string[] = [];
  context.on('console', (message) => {
    if (message.type() !== 'error' || isRefusalOfApi(message)) return;
    faults.push(`${message.page()?.url() ?? ''}: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`${error.page()?.url() ?? ''}: ${String(error.error())}`));
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (/^(http|ws)s?:$/.test(protocol) && asked !== origin) faults.push(`asked ${request.url()}`);
  });
  return faults;
};
