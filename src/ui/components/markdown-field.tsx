/** A text area for Markdown: grows, continues lists, knows the formatting keys, and leaves compositions alone. */
import type { AriaAttributes, Ref, TargetedClipboardEvent, TargetedKeyboardEvent } from 'preact';
import { hasCommandKey, isComposing } from '../keys.ts';
import { continueList, indentList, linkOverSelection, type TextEdit, toggleMark } from '../text-edit.ts';

type AreaKey = TargetedKeyboardEvent<HTMLTextAreaElement>;

export interface MarkdownFieldProps {
  readonly value: string;
  readonly onText: (text: string, caret: number) => void;
  readonly label: string;
  readonly placeholder?: string;
  readonly areaRef?: Ref<HTMLTextAreaElement>;
  readonly rows?: number;
  /** Asked before the field's own keys; true when the key was taken. Never asked for a key of a composition. */
  readonly onKey?: (event: AreaKey) => boolean;
  /** Asked before the field's own paste; true when it was taken. */
  readonly onPasteData?: (data: DataTransfer, area: HTMLTextAreaElement) => boolean;
  readonly onBlur?: () => void;
  /** Tab goes to the next field also from a list. */
  readonly tabLeaves?: boolean;
  /** What belongs to a list of completions that is open: handed on to the text area. */
  readonly list?: AriaAttributes;
}

/** Applies an edit so that the browser's own undo knows it. */
export const applyEdit = (area: HTMLTextAreaElement, edit: TextEdit): void => {
  area.focus();
  area.setSelectionRange(edit.from, edit.to);
  // The only way into a text area's undo history; browsers keep it for that.
  if (edit.insert !== '' || edit.from !== edit.to) {
    document.execCommand(edit.insert === '' ? 'delete' : 'insertText', false, edit.insert);
  }
  area.setSelectionRange(edit.start, edit.end);
};

/** The field's text and selection. */
export const selectionOf = (area: HTMLTextAreaElement) => ({
  text: area.value,
  start: area.selectionStart,
  end: area.selectionEnd,
});

const MARKS: Readonly<Record<string, string>> = { b: '**', i: '*', e: '`' };

/** The edit that a key asks for; `null` for none. */
const editForKey = (event: AreaKey): TextEdit | null => {
  const selection = selectionOf(event.currentTarget);
  if (event.key === 'Enter' && !hasCommandKey(event) && !event.altKey) return continueList(selection);
  if (event.key === 'Tab') return indentList(selection, event.shiftKey);
  const mark =
    hasCommandKey(event) && !event.shiftKey && !event.altKey ? MARKS[event.key.toLowerCase()] : undefined;
  return mark === undefined ? null : toggleMark(selection, mark);
};

export const MarkdownField = (props: MarkdownFieldProps) => {
  const onKeyDown = (event: AreaKey): void => {
    if (isComposing(event)) return;
    if (props.onKey?.(event) === true) {
      event.preventDefault();
      return;
    }
    if (event.key === 'Tab' && props.tabLeaves === true) return;
    const edit = editForKey(event);
    if (edit === null) return;
    event.preventDefault();
    applyEdit(event.currentTarget, edit);
  };
  const onPaste = (event: TargetedClipboardEvent<HTMLTextAreaElement>): void => {
    const data = event.clipboardData;
    if (data === null) return;
    const area = event.currentTarget;
    const edit = linkOverSelection(selectionOf(area), data.getData('text/plain'));
    if (edit !== null) applyEdit(area, edit);
    else if (props.onPasteData?.(data, area) !== true) return;
    event.preventDefault();
  };
  return (
    <textarea
      ref={props.areaRef ?? null}
      class="input grows"
      dir="auto"
      // A page that is loaded again gets the draft, not what a browser remembers of the field.
      autocomplete="off"
      rows={props.rows ?? 1}
      aria-label={props.label}
      placeholder={props.placeholder}
      value={props.value}
      onInput={(event) => props.onText(event.currentTarget.value, event.currentTarget.selectionStart)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onBlur={() => props.onBlur?.()}
      {...props.list}
    />
  );
};
