/** Addresses without what only tracks the reader: a maintained list, and what it leaves out. */
import { TRACKING_EVERYWHERE, TRACKING_ON_SITES } from './tracking-parameters.ts';

/** Whole families of parameters; the lists leave their members out. */
export const TRACKING_PREFIXES =
  /^(?:utm_|mtm_|pk_|piwik_|hsa_|_hs|vero_|oly_|trk_|matomo_|at_(?:medium|campaign|custom))/i;

const TRACKING_NAMES = new Set(
  `${TRACKING_EVERYWHERE} dclid gbraid wbraid msclkid twclid ttclid li_fat_id igshid igsh yclid ysclid _openstat s_cid sr_share rb_clickid ref_src ref_url ml_subscriber ml_subscriber_hash wickedid srsltid spm scm feature_source guccounter guce_referrer guce_referrer_sig trackingid trk referer_id share_source share_medium vd_source si_source`
    .toLowerCase()
    .split(' '),
);

/** Parameters that track on some hosts and mean something on others. */
const HOST_NAMES: readonly (readonly [RegExp, string])[] = [
  ...TRACKING_ON_SITES,
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/, 'si feature pp ab_channel source_ve_path'],
  [/(?:^|\.)(?:twitter|x)\.com$/, 's t ref_src ref_url'],
  [/(?:^|\.)linkedin\.com$/, 'refId'],
  [/(?:^|\.)medium\.com$/, 'sk'],
  [/(?:^|\.)spotify\.com$/, 'si nd'],
];

/** Names that track on this host alone. */
const namesOn = (hostname: string): ReadonlySet<string> =>
  new Set(HOST_NAMES.flatMap(([host, names]) => (host.test(hostname) ? names.split(' ') : [])));

const isTracking = (name: string, ofHost: ReadonlySet<string>): boolean =>
  TRACKING_PREFIXES.test(name) || TRACKING_NAMES.has(name.toLowerCase()) || ofHost.has(name);

/** The address without tracking parameters; what remains of its query stands letter for letter. */
export const cleanAddress = (address: string): string => {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const parameters = url.search.slice(1).split('&');
  const ofHost = namesOn(url.hostname);
  const kept = parameters.filter((parameter) => !isTracking(nameOf(parameter), ofHost));
  if (kept.length < parameters.length) url.search = kept.join('&');
  if (/^#(?:utm_|xtor=|at_medium|$)/i.test(url.hash)) url.hash = '';
  return url.href;
};

const nameOf = (parameter: string): string => {
  const name = parameter.split('=', 1)[0] ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    // Not percent-encoded as it should be: compared as it stands.
    return name;
  }
};
