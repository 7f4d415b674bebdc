/** A note being edited in place: Enter keeps, Shift+Enter breaks the line, Escape takes it back; leaving keeps. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { deleteNotes } from '../app/delete-note.ts';
import { editNote, type NoteChanges } from '../app/edit-note.ts';
import type { Note } from '../model/note.ts';
import { useReport, useToast } from '../ui/components/toasts.tsx';
import { WritingField } from '../ui/components/writing-field.tsx';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { useDone } from '../ui/use-done.ts';
import { useDraft } from '../ui/use-draft.ts';
import { focusAtFirst } from '../ui/use-focus-at-first.ts';
import { pasteInto } from './paste.ts';
import { useKeepFiles } from './use-keep-files.ts';

export const NoteEditor = ({
  note,
  onDone,
}: {
  readonly note: Note;
  /** @param byKey the focus goes back to the card */
  readonly onDone: (byKey: boolean) => void;
}) => {
  const ports = usePorts();
  const report = useReport();
  const show = useToast();
  const done = useDone();
  const keepFiles = useKeepFiles();
  const target = `note:${note.id}`;
  const draft = useDraft(target, note.markdown, note.revision);
  const answerTarget = `answer:${note.id}`;
  const answer = useDraft(answerTarget, note.kind === 'question' ? note.answer : '', note.revision);
  const begun = useRef({ markdown: note.markdown, answer: note.kind === 'question' ? note.answer : '' });
  const area = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const closing = useRef(false);
  useLayoutEffect(() => {
    const field = area.current;
    focusAtFirst(field);
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  const discard = (): void => {
    closing.current = true;
    draft.discard();
    answer.discard();
    onDone(true);
  };
  const keep = async (byKey: boolean): Promise<void> => {
    if (closing.current) return;
    closing.current = true;
    const changes: NoteChanges = {
      markdown: draft.text,
      ...(note.kind === 'question' ? { answer: answer.text } : {}),
    };
    // What another window wrote meanwhile is not an edit of this one.
    const isText = (text: string, then: string, now: string): boolean => text === then || text === now;
    const same =
      isText(draft.text, begun.current.markdown, note.markdown) &&
      (note.kind !== 'question' || isText(answer.text, begun.current.answer, note.answer));
    try {
      if (same) {
        // A stored draft that has not been shown yet stays.
        if (draft.ready) draft.discard();
        if (answer.ready) answer.discard();
      } else if (draft.text.trim() === '' && note.kind !== 'link' && answer.text.trim() === '') {
        draft.discard();
        await deleteNotes(ports, [note.id]);
        done(t('noteDeleted'));
      } else {
        const base = Math.min(draft.baseRevision, answer.baseRevision);
        const { outcome } = await editNote(ports, note.id, base, changes, target, answerTarget);
        if (outcome === 'edited') done(t('noteSaved'));
        else show({ tone: 'info', text: t('bothVersionsKept') });
      }
      onDone(byKey);
    } catch (error) {
      closing.current = false;
      report(error);
    }
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.key === 'Escape') discard();
    else if (event.key === 'Enter' && !event.shiftKey) void keep(true);
    else return false;
    return true;
  };
  const onPasteData = (data: DataTransfer, field: HTMLTextAreaElement): boolean =>
    pasteInto(data, field, { keepFiles: (files) => void keepFiles(note, files), onError: report });
  const onBlur = (): void => {
    // The focus may only have gone to the other field of the same editor.
    setTimeout(() => {
      if (document.hasFocus() && !form.current?.contains(document.activeElement)) void keep(false);
    });
  };
  return (
    <div class="editor" ref={form}>
      <WritingField
        place={note}
        areaRef={area}
        label={t(note.kind === 'question' ? 'question' : 'noteField')}
        value={draft.text}
        onText={draft.type}
        onKey={onKey}
        onPasteData={onPasteData}
        onBlur={onBlur}
      />
      {note.kind === 'question' && (
        <WritingField
          place={note}
          label={t('answer')}
          placeholder={t('answer')}
          value={answer.text}
          onText={answer.type}
          onKey={onKey}
          onPasteData={onPasteData}
          onBlur={onBlur}
        />
      )}
      <p class="editor-hint">{t('editorHint')}</p>
    </div>
  );
};
