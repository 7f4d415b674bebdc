/** A list of words as chips: tags, keywords. Enter or a comma ends a word, Backspace takes the last one back. */
import { useId, useRef, useState } from 'preact/hooks';
import { isComposing } from '../keys.ts';
import { t } from '../strings.ts';
import { endsWord, withWords } from '../word-list.ts';
import { XIcon } from './icons.tsx';

export const WordsField = ({
  label,
  hint,
  words,
  onWords,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly words: readonly string[];
  readonly onWords: (words: readonly string[]) => void;
}) => {
  const id = useId();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const take = (typed: string): void => {
    setText('');
    const next = withWords(words, typed);
    if (next.length !== words.length) onWords(next);
  };
  const remove = (word: string): void => {
    onWords(words.filter((other) => other !== word));
    input.current?.focus();
  };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <div class="words input">
        {words.map((word) => (
          <span key={word} class="word">
            <bdi>{word}</bdi>
            <button
              type="button"
              class="word-remove"
              aria-label={t('removeWord', word)}
              onClick={() => remove(word)}
            >
              <XIcon />
            </button>
          </span>
        ))}
        <input
          ref={input}
          id={id}
          class="words-input"
          dir="auto"
          autocomplete="off"
          value={text}
          {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
          onInput={(event) => {
            const typed = event.currentTarget.value;
            if (!event.isComposing && endsWord(typed)) take(typed);
            else setText(typed);
          }}
          onKeyDown={(event) => {
            if (isComposing(event)) return;
            if (event.key === 'Enter' && text.trim() !== '') {
              event.preventDefault();
              take(text);
            }
            const last = words.at(-1);
            if (event.key === 'Backspace' && text === '' && last !== undefined) {
              event.preventDefault();
              onWords(words.slice(0, -1));
              setText(last);
            }
          }}
          onBlur={() => take(text)}
        />
      </div>
      {hint !== undefined && (
        <span class="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
};
