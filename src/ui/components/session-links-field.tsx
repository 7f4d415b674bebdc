/** Page, slides and recording of a session: none, an address, or still to come. */
import { useId } from 'preact/hooks';
import { SESSION_LINK_KINDS, type SessionLinkKind } from '../../model/session.ts';
import { sessionLinkLabel } from '../labels.ts';
import type { LinkDraft } from '../session-draft.ts';
import { t } from '../strings.ts';

type Links = Readonly<Record<SessionLinkKind, LinkDraft>>;

const LinkRow = ({
  kind,
  link,
  wrong,
  onLink,
}: {
  readonly kind: SessionLinkKind;
  readonly link: LinkDraft;
  readonly wrong: boolean;
  readonly onLink: (link: LinkDraft) => void;
}) => {
  const id = useId();
  const name = sessionLinkLabel(kind);
  return (
    <div class="link-row">
      <label class="field-label" for={id}>
        {name}
      </label>
      <input
        id={id}
        class="input"
        inputMode="url"
        placeholder={link.pending ? t('linkToComeHint') : t('linkAddressExample')}
        value={link.pending ? '' : link.url}
        disabled={link.pending}
        aria-invalid={wrong}
        {...(wrong ? { 'aria-describedby': `${id}-error` } : {})}
        onInput={(event) => onLink({ url: event.currentTarget.value, pending: false })}
      />
      <label class="choice">
        <input
          type="checkbox"
          checked={link.pending}
          aria-label={t('linkToComeOf', name)}
          onChange={(event) => onLink({ ...link, pending: event.currentTarget.checked })}
        />
        <span>{t('linkToCome')}</span>
      </label>
      {wrong && (
        <span class="field-error" id={`${id}-error`}>
          {t('formNoAddress')}
        </span>
      )}
    </div>
  );
};

export const SessionLinksField = ({
  links,
  onLinks,
  wrong = [],
}: {
  readonly links: Links;
  readonly onLinks: (links: Links) => void;
  readonly wrong?: readonly SessionLinkKind[];
}) => (
  <fieldset class="links">
    <legend class="field-label">{t('sessionLinks')}</legend>
    {SESSION_LINK_KINDS.map((kind) => (
      <LinkRow
        key={kind}
        kind={kind}
        link={links[kind]}
        wrong={wrong.includes(kind)}
        onLink={(link) => onLinks({ ...links, [kind]: link })}
      />
    ))}
  </fieldset>
);
