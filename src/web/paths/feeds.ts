/** Where the pages of feed links live, and the addresses a feed is subscribed to by. */

export const SUBSCRIBE_PATH = '/subscribe';

export const feedsPath = (unitId: string): string => `/units/${encodeURIComponent(unitId)}/feeds`;
export const ownFeedsPath = (unitId: string): string => `${feedsPath(unitId)}/mine`;
export const feedSheetPath = (unitId: string): string => `${feedsPath(unitId)}/sheet`;
export const feedLinkPath = (unitId: string, linkId: string, step: 'rotate' | 'revoke'): string =>
  `${feedsPath(unitId)}/${encodeURIComponent(linkId)}/${step}`;

export interface SubscribeAddresses {
  readonly https: string;
  /** Opens the calendar program of an iPhone, a Mac, of Outlook and Thunderbird. */
  readonly webcal: string;
  /** Google's own page to add a calendar; it takes no plain https address. */
  readonly google: string;
  readonly outlookWeb: string;
  /** Our page with these links, for a phone's camera: not every phone knows what to do with `webcal:`. */
  readonly page: string;
}

export function subscribeAddresses(publicUrl: string, token: string, name: string): SubscribeAddresses {
  const https = `${publicUrl}/feeds/${token}.ics`;
  const webcal = https.replace(/^https?:/, 'webcal:');
  return {
    https,
    webcal,
    google: `https://calendar.google.com/calendar/r?${new URLSearchParams({ cid: webcal })}`,
    outlookWeb: `https://outlook.office.com/calendar/0/addfromweb?${new URLSearchParams({ url: https, name })}`,
    page: `${publicUrl}${SUBSCRIBE_PATH}/${token}`,
  };
}

/** RFC 1918, RFC 6761, RFC 6762, RFC 8375, loopback and link-local; names are not resolved. */
const INNER_HOST =
  /^(localhost|[^.]+|.*\.(localhost|local|lan|internal|intranet|home\.arpa)|127\..*|10\..*|192\.168\..*|169\.254\..*|172\.(1[6-9]|2\d|3[01])\..*|\[(::1|f[cd].*|fe80.*)\])$/i;

/** Whether only machines in one's own network can reach the address: Google and Outlook on the web then cannot. */
export function isInnerAddress(publicUrl: string): boolean {
  return INNER_HOST.test(new URL(publicUrl).hostname);
}
