/** Addresses without what only tracks the reader: the parameters that large senders add, as their own pages name them. */

/** Whole families of parameters. */
const TRACKING_PREFIXES =
  /^(?:utm_|mtm_|pk_|piwik_|hsa_|_hs|vero_|oly_|trk_|matomo_|at_(?:medium|campaign|custom))/i;

const TRACKING_NAMES = new Set(
  'fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid li_fat_id igshid igsh yclid ysclid _openstat mc_cid mc_eid mkt_tok s_cid ncid cmpid sr_share rb_clickid ref_src ref_url __s ml_subscriber ml_subscriber_hash wickedid srsltid ga_source ga_medium ga_term ga_content ga_campaign spm scm feature_source guccounter guce_referrer guce_referrer_sig trackingid trk referer_id share_source share_medium vd_source si_source'.split(
    ' ',
  ),
);

/** Parameters that track on some hosts and mean something on others. */
const HOST_NAMES: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [
    /(?:^|\.)(?:youtube\.com|youtu\.be)$/,
    new Set(['si', 'feature', 'pp', 'ab_channel', 'embeds_referring_euri', 'source_ve_path']),
  ],
  [/(?:^|\.)(?:twitter|x)\.com$/, new Set(['s', 't', 'ref_src'])],
  [/(?:^|\.)(?:linkedin\.com)$/, new Set(['trk', 'trackingId', 'lipi', 'refId'])],
  [/(?:^|\.)(?:medium\.com)$/, new Set(['source', 'sk'])],
  [/(?:^|\.)(?:spotify\.com)$/, new Set(['si', 'nd', 'context'])],
  [
    /(?:^|\.)(?:amazon\.[a-z.]+)$/,
    new Set(['ref', 'ref_', 'pf_rd_p', 'pf_rd_r', 'pd_rd_r', 'pd_rd_w', 'pd_rd_wg', 'qid', 'sr', 'tag']),
  ],
];

const isTracking = (name: string, hostname: string): boolean =>
  TRACKING_PREFIXES.test(name) ||
  TRACKING_NAMES.has(name.toLowerCase()) ||
  HOST_NAMES.some(([host, names]) => host.test(hostname) && names.has(name));

/** The address without tracking parameters; what remains of its query stands letter for letter. */
export const cleanAddress = (address: string): string => {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const parameters = url.search.slice(1).split('&');
  const kept = parameters.filter((parameter) => !isTracking(nameOf(parameter), url.hostname));
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
