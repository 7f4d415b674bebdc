/** The composer: Enter keeps, Shift+Enter breaks the line, lists continue; a draft from the first character. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keepNotes, type NewNote, textNote } from '../app/keep-note.ts';
import type { Situation } from '../app/read-situation.ts';
import { INBOX, type Place } from '../model/note.ts';
import { pasteInto } from '../surface/paste.ts';
import { useKeepFiles } from '../surface/use-keep-files.ts';
import { IconButton } from '../ui/components/button.tsx';
import { Choices } from '../ui/components/field.tsx';
import {
  ImageIcon,
  LightbulbIcon,
  MessageCircleQuestionIcon,
  PencilIcon,
  QuoteIcon,
} from '../ui/components/icons.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { WritingField } from '../ui/components/writing-field.tsx';
import { sessionName } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { isEmptyListItem, nextListMarker } from '../ui/text-edit.ts';
import { useCaret } from '../ui/use-caret.ts';
import { useDraft } from '../ui/use-draft.ts';
import { asQuestion } from '../ui/writing-edits.ts';

const DRAFT = 'composer';
const ANSWER_DRAFT = 'composer-answer';

const LIST = '- ';

const KINDS = ['text', 'question', 'quote', 'takeaway'] as const;
type Kind = (typeof KINDS)[number];
/** What the composer is asked to begin: a list, a note of a kind, or the choice of images. */
export type Asked = 'list' | 'images' | Kind;

const newNote = (kind: Kind, text: string, answer: string): NewNote =>
  kind === 'question' ? { kind, markdown: text, answer, source: null } : textNote(text, kind);

/** What the next note begins with: the marker of the list that the last line was in. */
const continuation = (kind: Kind, text: string): string =>
  kind === 'text' ? nextListMarker(text.slice(text.lastIndexOf('\n') + 1)) : '';

export const Composer = ({
  situation,
  place,
  takeTyped,
  areaRef,
  asked,
  onTyping,
}: {
  /** `undefined` until the store has answered: keys are taken all the same. */
  readonly situation: Situation | undefined;
  /** Where notes go; promised while it is not known. */
  readonly place: Place | Promise<Place>;
  /** Hands over, once, what was typed into the document's own field before this code ran. */
  readonly takeTyped: () => string;
  readonly areaRef: RefObject<HTMLTextAreaElement | null>;
  /** A new object is a new wish. */
  readonly asked: { readonly what: Asked } | null;
  readonly onTyping: (typing: boolean) => void;
}) => {
  const ports = usePorts();
  const report = useReport();
  const keepFiles = useKeepFiles();
  const [kind, setKind] = useState<Kind>('text');
  const [kept, setKept] = useState(0);
  /** “Saved” is not said beside words that are not. */
  const [failed, setFailed] = useState(false);
  const [typed] = useState(takeTyped);
  const known = place instanceof Promise ? undefined : place;
  const draft = useDraft(DRAFT, '', 0, { kind, ...(known && { place: known }) }, typed);
  const answer = useDraft(ANSWER_DRAFT);
  const picker = useRef<HTMLInputElement>(null);
  const answerArea = useRef<HTMLTextAreaElement>(null);
  const typing = draft.text !== '' && !isEmptyListItem(draft.text);
  useEffect(() => {
    if (draft.ready) onTyping(typing);
  }, [onTyping, draft.ready, typing]);
  const isKnown = known !== undefined;
  const early = useRef(typed !== '');
  const aim = useRef(() => {});
  aim.current = () => {
    const text = draft.readText();
    if (early.current && text !== '') draft.type(text, areaRef.current?.selectionStart ?? text.length);
    early.current = false;
  };
  // What was typed before the place was known is a draft of that place now.
  useEffect(() => {
    if (isKnown) aim.current();
  }, [isKnown]);
  const foundKind = KINDS.find((one) => one === draft.found?.kind);
  useEffect(() => {
    if (foundKind !== undefined) setKind(foundKind);
  }, [foundKind]);
  useLayoutEffect(() => areaRef.current?.focus(), [areaRef]);
  useCaret(areaRef, draft.found);
  const hasAnswer = answer.text !== '';
  useEffect(() => {
    if (hasAnswer) setKind('question');
  }, [hasAnswer]);

  const choose = (chosen: Kind): void => {
    setKind(chosen);
    // The list goes on in notes alone.
    if (chosen !== 'text' && isEmptyListItem(draft.text)) draft.discard();
    areaRef.current?.focus();
  };
  const begin = useRef((_: Asked) => {});
  begin.current = (what) => {
    if (what === 'images') picker.current?.click();
    else if (what !== 'list') choose(what);
    else if (draft.readText() === '') {
      choose('text');
      draft.type(LIST, LIST.length);
    } else areaRef.current?.focus();
  };
  useEffect(() => {
    if (asked !== null) begin.current(asked.what);
  }, [asked]);

  const keep = async (): Promise<void> => {
    const text = draft.text.trimEnd();
    if (text.trim() === '' || isEmptyListItem(draft.text)) {
      if (draft.ready) draft.discard();
      // An answer without its question is not thrown away.
      areaRef.current?.focus();
      return;
    }
    const note = newNote(kind, text, answer.text.trim());
    const before = { text: draft.text, answer: answer.text };
    draft.clear(continuation(kind, text));
    if (kind === 'question') answer.clear();
    setKind('text');
    // Before the write: whoever has gone on by the end of it is left where they are.
    areaRef.current?.focus();
    try {
      await keepNotes(ports, place, [note], DRAFT, ...(kind === 'question' ? [ANSWER_DRAFT] : []));
      setKept((count) => count + 1);
      setFailed(false);
    } catch (error) {
      // The words stay on screen, with whatever was typed since.
      const typed = areaRef.current?.value ?? '';
      const since = isEmptyListItem(typed) ? '' : typed;
      draft.type([before.text, since].filter(Boolean).join('\n'), before.text.length);
      if (kind === 'question') answer.type(before.answer, before.answer.length);
      setKind(kind);
      setFailed(true);
      report(error);
    }
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.key === 'ArrowUp' && draft.text === '') {
      const cards = document.querySelectorAll<HTMLElement>('[data-note]');
      cards[cards.length - 1]?.focus();
      return true;
    }
    if (event.key !== 'Enter' || event.shiftKey) return false;
    if (
      kind === 'question' &&
      event.currentTarget === areaRef.current &&
      answer.text === '' &&
      !event.ctrlKey
    ) {
      answerArea.current?.focus();
      return true;
    }
    void keep();
    return true;
  };
  const onPasteData = (data: DataTransfer, area: HTMLTextAreaElement): boolean =>
    pasteInto(data, area, { keepFiles: (files) => void keepFiles(place, files), onError: report });
  return (
    <form
      class={`composer composer-${kind}`}
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <WritingField
        place={known ?? INBOX}
        areaRef={areaRef}
        label={situation === undefined ? t('noteField') : t('composerFor', sessionName(situation.session))}
        placeholder={t(
          kind === 'question'
            ? 'question'
            : kind === 'quote'
              ? 'quote'
              : kind === 'takeaway'
                ? 'takeaway'
                : 'composerPlaceholder',
        )}
        value={draft.text}
        tabLeaves={kind === 'question'}
        onText={(text, caret) => {
          early.current ||= !isKnown;
          const question = kind === 'text' ? asQuestion(text) : null;
          if (question !== null) setKind('question');
          draft.type(question ?? text, question === null ? caret : question.length);
        }}
        onKey={onKey}
        onPasteData={onPasteData}
      />
      {kind === 'question' && (draft.text !== '' || hasAnswer) && (
        <WritingField
          place={known ?? INBOX}
          areaRef={answerArea}
          label={t('answer')}
          placeholder={t('answerOptional')}
          value={answer.text}
          tabLeaves
          onText={answer.type}
          onKey={onKey}
          onPasteData={onPasteData}
        />
      )}
      <div class="composer-bar">
        <Choices
          label={t('noteKind')}
          value={kind}
          iconsOnly
          options={[
            { value: 'text', label: t('noteField'), icon: <PencilIcon /> },
            { value: 'question', label: t('questionAndAnswer'), icon: <MessageCircleQuestionIcon /> },
            { value: 'quote', label: t('quote'), icon: <QuoteIcon /> },
            { value: 'takeaway', label: t('takeaway'), icon: <LightbulbIcon /> },
          ]}
          onChoose={choose}
        />
        <IconButton label={t('addImages')} onClick={() => picker.current?.click()}>
          <ImageIcon />
        </IconButton>
        <input
          ref={picker}
          type="file"
          accept="image/png,image/jpeg,image/gif,image/webp,image/avif"
          multiple
          hidden
          aria-label={t('addImages')}
          onChange={(event) => {
            void keepFiles(place, [...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        <span class="composer-hint" key={kept}>
          {t(kept === 0 || failed ? 'composerHint' : 'savedHint')}
        </span>
        <span class="visually-hidden" role="status">
          {kept > 0 ? t('noteKeptCount', String(kept)) : ''}
        </span>
      </div>
    </form>
  );
};
