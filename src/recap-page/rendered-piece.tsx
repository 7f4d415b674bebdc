/** One piece of the post as it will read: rendered when it comes near the visible part, anew when it changes. */
import { useEffect, useRef } from 'preact/hooks';
import type { Id } from '../model/ids.ts';
import type { Image } from '../model/image.ts';
import { useReport } from '../ui/components/toasts.tsx';
import { imageUrl } from '../ui/image-urls.ts';
import { usePorts } from '../ui/ports-context.ts';
import { markNotes } from './mark-notes.ts';
import { chunkId, type RecapChunk } from './recap-chunks.ts';

const loadRenderer = () => import('../markdown/render.ts');

const NEAR = '1200px';
/** A guess of the height of a piece that was not drawn yet. */
const LINE_REM = 1.9;
const LINE_CHARACTERS = 72;

const linesOf = (markdown: string): number =>
  markdown.split('\n').reduce((lines, line) => lines + Math.max(0.6, line.length / LINE_CHARACTERS), 0);

/** Gives an image the place it needs before it is decoded, so that nothing jumps. */
const reserve = (element: HTMLImageElement, image: Image | undefined): void => {
  if (image === undefined || image.width === 0) return;
  element.width = image.width;
  element.height = image.height;
};

export const RenderedPiece = ({
  chunk,
  images,
  flash,
}: {
  readonly chunk: RecapChunk;
  /** Records of the event's images. */
  readonly images: ReadonlyMap<Id, Image>;
  /** Changes when the person is led here. */
  readonly flash: boolean;
}) => {
  const { store } = usePorts();
  const report = useReport();
  const box = useRef<HTMLDivElement>(null);
  const near = useRef(false);
  const records = useRef(images);
  records.current = images;
  const noteIds = chunk.noteLines.map(({ noteId }) => noteId).join();
  const shownImages = [...chunk.images].map(([address, { imageId }]) => `${address} ${imageId}`).join('\n');
  const shown = useRef(chunk);
  shown.current = chunk;

  // `shownImages` and `noteIds` stand for the images and the notes of the piece.
  useEffect(() => {
    const target = box.current;
    if (target === null) return undefined;
    let wanted = true;
    const draw = async (): Promise<void> => {
      const urls = new Map<string, string>();
      const byUrl = new Map<string, Image | undefined>();
      for (const [address, { imageId }] of shown.current.images) {
        const url = await imageUrl(store, imageId);
        if (url === null) continue;
        urls.set(address, url);
        byUrl.set(url, records.current.get(imageId));
      }
      const { renderMarkdown } = await loadRenderer();
      if (!wanted) return;
      renderMarkdown(target, chunk.markdown, { resolveImage: (address) => urls.get(address) ?? null });
      for (const element of target.querySelectorAll('img')) reserve(element, byUrl.get(element.src));
      markNotes(target, shown.current);
      target.removeAttribute('data-waiting');
    };
    if (near.current) void draw().catch(report);
    const observer = new IntersectionObserver(
      (entries) => {
        if (near.current || !entries.some((entry) => entry.isIntersecting)) return;
        near.current = true;
        observer.disconnect();
        void draw().catch(report);
      },
      { rootMargin: NEAR },
    );
    if (!near.current) observer.observe(target);
    return () => {
      wanted = false;
      observer.disconnect();
    };
  }, [store, chunk.markdown, shownImages, noteIds, report]);

  return (
    <div
      ref={box}
      id={chunkId(chunk.key)}
      class={flash ? 'piece prose is-flashed' : 'piece prose'}
      dir="auto"
      data-waiting=""
      tabIndex={-1}
      style={{ containIntrinsicBlockSize: `auto ${Math.ceil(linesOf(chunk.markdown) * LINE_REM)}rem` }}
    />
  );
};
