/** The post as it stands: rendered, or as the Markdown that will be written. */
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import type { RecapRecords } from '../app/load-recap.ts';
import type { Id } from '../model/ids.ts';
import type { Recap } from '../recap/recap.ts';
import { Button } from '../ui/components/button.tsx';
import { CopyIcon } from '../ui/components/icons.tsx';
import { type MessageKey, t } from '../ui/strings.ts';
import { EditInPreview } from './edit-in-preview.tsx';
import { postDateText } from './event-dates.ts';
import { chunkId, chunksOf, type RecapChunk } from './recap-chunks.ts';
import { RenderedPiece } from './rendered-piece.tsx';
import { SourceView } from './source-view.tsx';

const MODES = ['rendered', 'source'] as const;
type Mode = (typeof MODES)[number];

const MODE_LABELS: Readonly<Record<Mode, MessageKey>> = {
  rendered: 'previewRendered',
  source: 'previewSource',
};

const FLASH_MS = 1600;

/** Leads the preview to a place; `time` tells one wish from the next. */
export interface ShowWish {
  readonly sessionId: Id | null;
  /** Opens the editor of this note. */
  readonly noteId?: Id;
  /** Takes the focus to the piece as well. */
  readonly focus?: true;
  readonly time: number;
}

/** The piece of a session; for the overview, the first. */
const pieceFor = (chunks: readonly RecapChunk[], sessionId: Id | null): RecapChunk | undefined =>
  sessionId === null ? chunks[0] : chunks.find((chunk) => chunk.sessionId === sessionId);

export const Preview = ({
  records,
  recap,
  wish,
  onCopy,
  empty,
}: {
  readonly records: RecapRecords;
  readonly recap: Recap;
  readonly wish: ShowWish | null;
  readonly onCopy: () => void;
  /** Shown below the front matter while there is neither a session nor a note. */
  readonly empty: ComponentChildren;
}) => {
  const id = useId();
  const [mode, setMode] = useState<Mode>('rendered');
  // Once: a passage that was left is not opened again when its preview comes back.
  const [wanted, setWanted] = useState<ShowWish | null>(null);
  const [flashed, setFlashed] = useState<string | null>(null);
  const chunks = useMemo(() => chunksOf(recap), [recap]);
  const images = useMemo(() => new Map(records.images.map((image) => [image.id, image])), [records.images]);

  // Led there once, not again with every change of the post.
  useEffect(() => {
    if (wish === null) return undefined;
    setWanted(wish);
    if (wish.noteId !== undefined) setMode('rendered');
    const piece = pieceFor(chunks, wish.sessionId);
    if (piece === undefined) return undefined;
    const element = document.getElementById(chunkId(piece.key));
    if (wish.sessionId === null) element?.closest('.sheet')?.scrollTo({ top: 0 });
    else element?.scrollIntoView({ block: 'start' });
    if (wish.focus === true) element?.focus({ preventScroll: true });
    setFlashed(piece.key);
    const timer = setTimeout(() => setFlashed(null), FLASH_MS);
    return () => clearTimeout(timer);
  }, [wish]);

  const choose = (next: Mode): void => {
    setWanted(null);
    setMode(next);
  };
  const onTabKey = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    const next = mode === 'rendered' ? 'source' : 'rendered';
    choose(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };

  return (
    <section class="preview" aria-label={t('preview')}>
      <div class="preview-bar">
        <div class="tabs" role="tablist" aria-label={t('preview')} onKeyDown={onTabKey}>
          {MODES.map((name) => (
            <button
              key={name}
              id={`${id}-${name}`}
              type="button"
              class="tab"
              role="tab"
              aria-selected={mode === name}
              aria-controls={`${id}-panel`}
              tabIndex={mode === name ? 0 : -1}
              onClick={() => choose(name)}
            >
              {t(MODE_LABELS[name])}
            </button>
          ))}
        </div>
        <span class="preview-path" title={t('previewPath')}>
          <bdi>{`${recap.folder === '' ? '' : `${recap.folder}/`}${recap.path}`}</bdi>
        </span>
        {mode === 'source' && (
          <Button look="quiet" onClick={onCopy}>
            <CopyIcon /> {t('exportCopy')}
          </Button>
        )}
      </div>
      <div
        id={`${id}-panel`}
        class="sheet"
        role="tabpanel"
        aria-labelledby={`${id}-${mode}`}
        lang={records.event.language}
      >
        {mode === 'source' ? (
          <SourceView name={records.event.name} recap={recap} chunks={chunks} flashed={flashed} />
        ) : (
          <article class="post">
            <PostHead facts={recap.facts} language={records.event.language} />
            <EditInPreview notes={records.notes} wanted={wanted}>
              {chunks.map((chunk) => (
                <RenderedPiece key={chunk.key} chunk={chunk} images={images} flash={flashed === chunk.key} />
              ))}
              {recap.pages.map((page) => (
                <section key={page.path} class="post-page">
                  <PostHead facts={page.facts} language={records.event.language} />
                  {chunksOf(page).map((chunk) => {
                    const key = `${page.path} ${chunk.key}`;
                    return (
                      <RenderedPiece key={key} chunk={{ ...chunk, key }} images={images} flash={false} />
                    );
                  })}
                </section>
              ))}
            </EditInPreview>
            {records.sessions.length === 0 && records.notes.length === 0 && empty}
          </article>
        )}
      </div>
    </section>
  );
};

/** The front matter, quietly. */
const PostHead = ({ facts, language }: Pick<Recap, 'facts'> & { readonly language: string }) => {
  const { title, description } = facts;
  const words = [...new Set([...facts.tags, ...facts.keywords])];
  return (
    <header class="post-head">
      <h1 dir="auto">{title}</h1>
      {description !== '' && (
        <p class="post-description" dir="auto">
          {description}
        </p>
      )}
      <p class="post-facts">
        <time dateTime={facts.date} title={facts.date}>
          {postDateText(facts.date, language)}
        </time>
        {words.map((word) => (
          <span key={word} class="post-tag" dir="auto">
            {word}
          </span>
        ))}
      </p>
    </header>
  );
};
