/** Markdown as it reads: shown as plain text at once, rendered when it comes into sight. */
import { useEffect, useRef } from 'preact/hooks';
import { imageUrlsIn } from '../image-urls.ts';
import { usePorts } from '../ports-context.ts';
import { t, uiLanguage } from '../strings.ts';
import { useReport } from './toasts.tsx';

const loadRenderer = () => import('../../markdown/render.ts');

type Renderer = Awaited<ReturnType<typeof loadRenderer>>;
let renderer: Promise<Renderer> | undefined;

/** Calls back once, when the element comes near the visible part of the page. */
const onceNear = (element: Element, near: () => void): (() => void) => {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      near();
    },
    { rootMargin: '400px' },
  );
  observer.observe(element);
  return () => observer.disconnect();
};

/** Characters above which a text is not rendered in a list of notes. */
const MAX_RENDERED = 50_000;
const SHOWN_OF_LONG = 4_000;

export const MarkdownView = ({ markdown }: { readonly markdown: string }) => {
  const { store } = usePorts();
  const report = useReport();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const target = box.current;
    if (target === null) return undefined;
    let wanted = true;
    if (markdown.length > MAX_RENDERED) {
      const size = new Intl.NumberFormat(uiLanguage()).format(markdown.length);
      target.textContent = `${markdown.slice(0, SHOWN_OF_LONG)}…\n\n${t('noteTooLong', size)}`;
      return undefined;
    }
    target.textContent = markdown;
    const render = async (): Promise<void> => {
      renderer ??= loadRenderer();
      const [{ renderMarkdown }, urls] = await Promise.all([renderer, imageUrlsIn(store, markdown)]);
      if (wanted) renderMarkdown(target, markdown, { resolveImage: (address) => urls.get(address) ?? null });
    };
    const stop = onceNear(target, () => void render().catch(report));
    return () => {
      wanted = false;
      stop();
    };
  }, [store, markdown, report]);
  return <div ref={box} class="prose" dir="auto" />;
};
