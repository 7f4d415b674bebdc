/** The post's Markdown as it will be written: to be read, selected and copied, not changed. */
import type { TargetedClipboardEvent, TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';
import type { Recap } from '../recap/recap.ts';
import { hasCommandKey } from '../ui/keys.ts';
import { t } from '../ui/strings.ts';
import { chunkId, headOf, type RecapChunk } from './recap-chunks.ts';

const HEADING = /^(#{1,6} .*)$/;

/** Headings stand out; everything else is as it is. */
const Lines = ({ text }: { readonly text: string }) => {
  const [first = '', ...rest] = text.split('\n');
  return HEADING.test(first) ? (
    <>
      <b>{first}</b>
      {`\n${rest.join('\n')}`}
    </>
  ) : (
    text
  );
};

export const SourceView = ({
  name,
  recap,
  chunks,
  flashed,
}: {
  /** Of the event: the page's heading. */
  readonly name: string;
  readonly recap: Recap;
  readonly chunks: readonly RecapChunk[];
  readonly flashed: string | null;
}) => {
  const box = useRef<HTMLPreElement>(null);
  const selectAll = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    if (!hasCommandKey(event) || event.key.toLowerCase() !== 'a') return;
    event.preventDefault();
    if (box.current !== null) getSelection()?.selectAllChildren(box.current);
  };
  // The pieces are blocks, between which the browser would copy line feeds of its own.
  const copyExactly = (event: TargetedClipboardEvent<HTMLElement>): void => {
    const selection = getSelection();
    if (selection === null || selection.rangeCount === 0 || box.current === null) return;
    const text = selection.getRangeAt(0).cloneContents().textContent ?? '';
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  return (
    <section
      class="source-scroll"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
      tabIndex={0}
      aria-label={t('previewSource')}
      onKeyDown={selectAll}
      onCopy={copyExactly}
    >
      <h1 class="visually-hidden">{name}</h1>
      <pre ref={box} class="source">
        <code class="source-piece source-head">{headOf(recap)}</code>
        {chunks.map((chunk) => (
          <code
            key={chunk.key}
            id={chunkId(chunk.key)}
            tabIndex={-1}
            class={flashed === chunk.key ? 'source-piece is-flashed' : 'source-piece'}
            dir="auto"
            style={{ containIntrinsicBlockSize: `auto ${chunk.markdown.split('\n').length * 1.6}em` }}
          >
            <Lines text={chunk.markdown} />
          </code>
        ))}
      </pre>
    </section>
  );
};
