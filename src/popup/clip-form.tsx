/** The page as a clip, and the note field with the cursor in it. `Ctrl/⌘+Enter` saves and closes. */
import { useEffect, useState } from 'preact/hooks';
import { readSituation, type Situation } from '../app/read-situation.ts';
import type { PageClip } from '../capture/page-clip.ts';
import { isHidden, isReadable, noticeOf } from '../capture/read-tab.ts';
import { PageNotReadable } from '../model/errors.ts';
import { LINK_KINDS } from '../model/note.ts';
import type { ActiveTab } from '../platform/tabs.ts';
import { Button, withKeys } from '../ui/components/button.tsx';
import { Choices } from '../ui/components/field.tsx';
import { CheckIcon, FileTextIcon, InfoIcon } from '../ui/components/icons-popup.tsx';
import { MarkdownField } from '../ui/components/markdown-field.tsx';
import { useReport, useToast } from '../ui/components/toasts.tsx';
import { commandLabel, hasCommandKey, isComposing } from '../ui/keys.ts';
import { linkKindLabel, sessionName } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { useCaret } from '../ui/use-caret.ts';
import { useDraft } from '../ui/use-draft.ts';
import { useFocusAtFirst } from '../ui/use-focus-at-first.ts';

import type { SavedClip } from './save-clip.ts';
import { type ClipState, useClip } from './use-clip.ts';

const DRAFT = 'popup:note';
const CONFIRMED_MS = 700;
/** The code that saves is needed only after something was typed: it loads behind the first frame. */
const loadSaving = () => import('./save-clip.ts');
/** There is a sentence to read. */
const TOLD_MS = 4000;

const isPlain = ({ remoteImages, filled }: SavedClip): boolean => remoteImages === 0 && filled === null;

type Saving = 'idle' | 'saving' | 'saved';

export const ClipForm = ({
  tab,
  page,
  situation,
  takeTyped,
}: {
  readonly tab: Promise<ActiveTab | null>;
  readonly page: Promise<PageClip | null>;
  /** Hands over, once, what was typed into the document's own field before this code ran. */
  readonly takeTyped: () => string;
  readonly situation: Situation | undefined;
}) => {
  const ports = usePorts();
  const report = useReport();
  const [typed] = useState(takeTyped);
  const draft = useDraft(DRAFT, '', 0, {}, typed);
  const state = useClip(tab, page, situation?.place);
  const [saving, setSaving] = useState<Saving>('idle');
  const [saved, setSaved] = useState<SavedClip>({ remoteImages: 0, filled: null });
  const note = useFocusAtFirst<HTMLTextAreaElement>(true);
  useCaret(note, draft.found);
  useEffect(() => {
    requestIdleCallback(() => void loadSaving());
  }, []);

  const save = async (what: 'clip' | 'twice' | 'note'): Promise<void> => {
    if (saving !== 'idle') return;
    setSaving('saving');
    try {
      // The keys may be faster than the page and the store.
      const [clip, active, { place }] = await Promise.all([
        what === 'note' ? null : page,
        tab,
        situation ?? readSituation(ports),
      ]);
      const { typedTitle, chosenKind, withSelection, article } = state;
      const { saveClip } = await loadSaving();
      const outcome = await saveClip(ports, {
        what,
        place,
        // A whole article stands in for the selection.
        clip: article === null ? clip : state.clip,
        article,
        tabId: active?.id ?? null,
        remark: draft.text.trim(),
        typedTitle,
        chosenKind,
        withSelection,
        draftTarget: DRAFT,
      });
      if (outcome === null) {
        setSaving('idle');
        if (clip !== null && isHidden(clip)) report(new PageNotReadable(''));
        return;
      }
      draft.clear();
      setSaved(outcome);
      setSaving('saved');
      setTimeout(() => window.close(), isPlain(outcome) ? CONFIRMED_MS : TOLD_MS);
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
        {saved.remoteImages > 0 && <span>{t('imagesStayRemote', String(saved.remoteImages))}</span>}
        {saved.filled !== null && <span>{t('pendingFilled', sessionName(saved.filled.session))}</span>}
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
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !hasCommandKey(event) || isComposing(event)) return;
        event.preventDefault();
        void save(event.shiftKey ? 'note' : 'clip');
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
      />
      <div class="popup-actions">
        <Button look="primary" submit disabled={saving !== 'idle'}>
          {t(state.existing !== null ? 'updateClip' : 'clip')}
          <kbd>{commandLabel('Enter')}</kbd>
        </Button>
        {state.existing !== null && <Button onClick={() => void save('twice')}>{t('clipAgain')}</Button>}
        <Button
          look="quiet"
          title={withKeys(t('noteOnly'), commandLabel('Shift+Enter'))}
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
  const report = useReport();
  const show = useToast();
  const { clip } = state;
  const notice = clip === null ? undefined : noticeOf(clip);
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
      <div class="page-line">
        <p class="page-facts" title={clip?.canonicalUrl}>
          {facts.filter(Boolean).join(' · ') || ' '}
        </p>
        {clip !== null && isReadable(clip) && clip.selection === null && (
          <Button
            look="quiet"
            onClick={() => {
              state.takeArticle().then((found) => {
                if (!found) show({ tone: 'info', text: t('noArticle') });
              }, report);
            }}
          >
            <FileTextIcon /> {t('takeArticle')}
          </Button>
        )}
      </div>
      {notice !== undefined && (
        <p class="popup-hint">
          <InfoIcon /> {t(notice)}
        </p>
      )}
      {state.existing !== null && (
        <p class="popup-hint">
          <InfoIcon /> {t('clippedHereAlready')}
        </p>
      )}
      {state.article !== null && (
        <textarea
          class="input page-article"
          dir="auto"
          aria-label={t('wholeArticle')}
          value={state.article}
          onInput={(event) => state.setArticle(event.currentTarget.value)}
        />
      )}
      {clip?.selection != null && state.article === null && (
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
      {!state.takesSelection && (
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
