/** Parameters that only track, as tidy-url lists them (MIT, Kain); `test/capture/tracking-parameters.test.ts` writes this file. */

/** On every site, with spaces between. */
export const TRACKING_EVERYWHERE =
  '__hsfp __hssc __hstc __s cmpid elq elqCampaignId elqTrack elqTrackId elqaid elqat fbclid ga_campaign ga_content ga_medium ga_place ga_source ga_term gclid gclsrc hsCtaTracking int_campaign int_cmp_creative int_cmp_id int_cmp_name int_content int_medium int_source itm_audience itm_campaign itm_campaign_s itm_channel itm_content itm_medium itm_medium_s itm_source itm_source_s itm_term mbid mc_cid mc_eid mkt_tok ncid rdt_cid';

/** On hosts that match. */
export const TRACKING_ON_SITES: readonly (readonly [RegExp, string])[] = [
  [
    /amazon\.[a-z0-9]{0,3}/i,
    'colid coliid content-id crid dchild hvdvcmdl hvlocint hvpone hvpos hvptwo keywords linkCode linkId ms3_c nc1 nc2 pd_rd_i pd_rd_r pd_rd_w pd_rd_wg pf_rd_i pf_rd_m pf_rd_p pf_rd_r pf_rd_s pf_rd_t psc qid qu ref ref_ rnid sc_campaign sc_channel sc_country sc_geo sc_icampaign sc_ichannel sc_icontent sc_iplace sc_outcome smid spLa sprefix sr tag trk trkCampaign ufe',
  ],
  [
    /.*.reddit.com/i,
    '$android_deeplink_path $deeplink_path $og_redirect base_url campaign channel correlation_id domain keyword rdt ref ref_campaign ref_source share_id tags user_agent',
  ],
  [/www.twitch.tv/i, 'tt_content tt_email_id tt_medium'],
  [/open.spotify.com/i, '_branch_match_id _branch_referrer context si sp_cid'],
  [
    /www.google\..*/i,
    'aqs bih biw client dpr ei gs_l gs_lcp gs_lcrp gs_lp iflsig oq rlz sa sca_esv sclient si source sourceid sxsrf uact ved',
  ],
  [/.*.youtube.com/i, 'app cId embeds_referring_euri feature lId src'],
  [
    /www.tiktok.com/i,
    '_d _r attr_medium attr_source checksum enter_from enter_method is_copy_url is_from_webapp refer sec_uid sec_user_id sender_device sender_web_id share_app_id share_author_id share_item_id share_link_id social_sharing source tt_from u_code user_id',
  ],
  [/.*.facebook.com/i, 'fb_ref fb_source ref referral_code referral_story_type tracking'],
  [
    /.*.linkedin.com/i,
    'contextUrn destRedirectURL eid licu lipi midSig midToken originalReferer src trackingId trk trkEmail trkInfo upsellOrderOrigin upsellTrackingId upsellTrk',
  ],
  [/medium.com/i, 'source'],
  [/twitter.com/i, 'ref_src ref_url s src'],
  [/.*.apple.com/i, 'app at cid ct itscg itsct ls mt pt referrer src uo'],
  [/music.apple.com/i, 'cId i lId sr src'],
  [/play.google.com/i, 'pcampaignid referrer'],
  [/microsoft.com/i, 'icid refd'],
  [/instagram.com/i, 'igsh igshid source'],
  [/www.msn.com/i, 'cvid ocid pc'],
  [/yahoo.com/i, 'guccounter guce_referrer guce_referrer_sig soc_src soc_trk tsrc'],
  [/techcrunch.com/i, 'guccounter guce_referrer guce_referrer_sig'],
  [/^.*.squarespace.com/i, '_ga campaign channel source subcampaign subchannel'],
  [
    /^www.baidu.com/i,
    '__pc2ps_ab oq p_sign p_signature p_timestamp p_tk rqid rsf rsv_bp rsv_btype rsv_dl rsv_enter rsv_idx rsv_iqid rsv_pq rsv_spt rsv_sug1 rsv_sug2 rsv_sug3 rsv_sug4 rsv_sug5 rsv_sug6 rsv_sug7 rsv_sug8 rsv_sug9 rsv_t sa tn usm',
  ],
  [/^www.wsj.com/i, 'mod'],
  [/^www\.pinterest\..*/i, 'rs'],
  [/^www\.bing\.com/i, 'FORM ccid cdnurl ck cvid form ghacc ghsh pivotparams pq qs ru sc simid sk sp thid'],
  [/.*.cnn.com/i, 'hpt iid'],
  [/.*\.washingtonpost\.com/i, 'itid s_l'],
  [/stacks\.wellcomecollection\.org/i, 'source'],
  [/producthunt.com/i, 'ref'],
  [/cooking.nytimes.com/i, 'action algo imp_id module pgType region req_id smid surface variant'],
  [/(?:.*\.)?hashnode\.com/i, 'source'],
  [/s.amazon-adsystem.com/i, 'cb d dsig ex-fargs ex-fch'],
  [/theguardian.com/i, 'INTCMP REFPVID acquisitionData'],
];
