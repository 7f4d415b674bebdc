/** The page as a clip, and the note field with the cursor in it. `Ctrl/⌘+Enter` saves and closes. */
import { useState } from 'preact/hooks';
import { clipLink } from '../app/clip-link.ts';
import { clipSelection } from '../app/clip-selection.ts';
import { keepNotes, textNote } from '../app/keep-note.ts';
import type { Situation } from '../app/read-situation.ts';
import type { PageClip } from '../capture/page-clip.ts';
import { readImages } from '../capture/read-images.ts';
import { isReadable } from '../capture/read-tab.ts';
import { LINK_KINDS } from '../model/note.ts';
import type { ActiveTab } from '../platform/tabs.ts';
import { Button } from '../ui/components/button.tsx';
import { Choices } from '../ui/components/field.tsx';
import { CheckIcon, InfoIcon } from '../ui/components/icons.tsx';
import { MarkdownField } from '../ui/components/markdown-field.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { commandLabel, hasCommandKey } from '../ui/keys.ts';
import { linkKindLabel, sessionName } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { useDraft } from '../ui/use-draft.ts';
import { useFocusAtFirst } from '../ui/use-focus-at-first.ts';
import { type ClipState, linkOf, selectionOf, useClip } from './use-clip.ts';

const DRAFT = 'popup:note';
const CONFIRMED_MS = 700;

type Saving = 'idle' | 'saving' | 'saved';

export const ClipForm = ({
  tab,
  page,
  situation,
}: {
  readonly tab: Promise<ActiveTab | null>;
  readonly page: Promise<PageClip | null>;
  readonly situation: Situation | undefined;
}) => {
  const ports = usePorts();
  const report = useReport();
  const draft = useDraft(DRAFT);
  const state = useClip(tab, page, situation?.place);
  const [saving, setSaving] = useState<Saving>('idle');
  const note = useFocusAtFirst<HTMLTextAreaElement>(true);

  const save = async (what: 'clip' | 'twice' | 'note'): Promise<void> => {
    if (situation === undefined || saving !== 'idle') return;
    const { place } = situation;
    const remark = draft.text.trim();
    const { clip } = state;
    if ((what === 'note' || clip === null) && remark === '') return;
    setSaving('saving');
    try {
      const selection = selectionOf(state);
      if (what === 'note' || clip === null) await keepNotes(ports, place, [textNote(remark)], DRAFT);
      else if (selection !== null) {
        const images = await readImages(state.tabId ?? -1, clip.selection?.images ?? []);
        const source = {
          ...selection.source,
          title: state.title.trim() || clip.title,
        } as typeof selection.source;
        await clipSelection(ports, place, { note: { ...selection, source }, images, remark }, DRAFT);
      } else {
        await clipLink(ports, place, linkOf(state, clip, remark), {
          draftTarget: DRAFT,
          twice: what === 'twice',
        });
      }
      draft.clear();
      setSaving('saved');
      setTimeout(() => window.close(), CONFIRMED_MS);
    } catch (error) {
      setSaving('idle');
      report(error);
    }
  };

  if (saving === 'saved') {
    return (
      <div class="popup-saved" role="status">
        <span class="popup-tick">
          <CheckIcon />
        </span>
        {t('keptIn', situation?.event ? sessionName(situation.session) : t('inbox'))}
      </div>
    );
  }
  return (
    <form
      class="popup-body"
      onSubmit={(event) => {
        event.preventDefault();
        void save('clip');
      }}
    >
      <PageCard state={state} />
      <MarkdownField
        label={t('noteField')}
        placeholder={t('popupNotePlaceholder')}
        rows={2}
        areaRef={note}
        value={draft.text}
        onText={draft.type}
        onKey={(event) => {
          if (event.key !== 'Enter' || !hasCommandKey(event)) return false;
          void save(event.shiftKey ? 'note' : 'clip');
          return true;
        }}
      />
      <div class="popup-actions">
        <Button look="primary" submit disabled={saving !== 'idle' || situation === undefined}>
          {t(state.existing !== null && selectionOf(state) === null ? 'updateClip' : 'clip')}
          <kbd>{commandLabel('Enter')}</kbd>
        </Button>
        {state.existing !== null && selectionOf(state) === null && (
          <Button onClick={() => void save('twice')}>{t('clipAgain')}</Button>
        )}
        <Button
          look="quiet"
          title={commandLabel('Shift+Enter')}
          disabled={draft.text.trim() === '' || saving !== 'idle'}
          onClick={() => void save('note')}
        >
          {t('noteOnly')}
        </Button>
      </div>
    </form>
  );
};

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);

const PageCard = ({ state }: { readonly state: ClipState }) => {
  const { clip } = state;
  const facts =
    clip === null ? [] : [clip.site || hostOf(clip.canonicalUrl), clip.author, clip.publishedOn.slice(0, 10)];
  return (
    <div class="page-card">
      <input
        class="page-title"
        dir="auto"
        aria-label={t('linkTitle')}
        placeholder={t('linkTitle')}
        value={state.title}
        onInput={(event) => state.setTitle(event.currentTarget.value)}
      />
      <p class="page-facts" title={clip?.canonicalUrl}>
        {facts.filter(Boolean).join(' · ') || ' '}
      </p>
      {clip !== null && !isReadable(clip) && (
        <p class="popup-hint">
          <InfoIcon /> {t('pageNotReadable')}
        </p>
      )}
      {state.existing !== null && selectionOf(state) === null && (
        <p class="popup-hint">
          <InfoIcon /> {t('clippedHereAlready')}
        </p>
      )}
      {clip?.selection != null && (
        <label class="page-selection">
          <input
            type="checkbox"
            checked={state.withSelection}
            onChange={(event) => state.setWithSelection(event.currentTarget.checked)}
          />
          <span class="page-selection-text" dir="auto">
            {clip.selection.text}
          </span>
        </label>
      )}
      {selectionOf(state) === null && (
        <Choices
          label={t('linkKind')}
          value={state.linkKind}
          options={LINK_KINDS.map((kind) => ({ value: kind, label: linkKindLabel(kind) }))}
          onChoose={state.setLinkKind}
        />
      )}
    </div>
  );
};
