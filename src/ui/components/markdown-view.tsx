/** Markdown as it reads: shown as plain text at once, rendered when it comes into sight. */
import { useEffect, useRef } from 'preact/hooks';
import { imageUrlsIn } from '../image-urls.ts';
import { usePorts } from '../ports-context.ts';
import { renderSoon } from '../render-queue.ts';
import { t, uiLanguage } from '../strings.ts';
import { useReport } from './toasts.tsx';

const loadRenderer = () => import('../../markdown/render.ts');

type Renderer = Awaited<ReturnType<typeof loadRenderer>>;
let renderer: Promise<Renderer> | undefined;

const waiting = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** One observer for all: it calls each element's function once, when it comes near the visible part of the page. */
const sharedObserver = (): IntersectionObserver => {
  observer ??= new IntersectionObserver(
    (entries, self) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        self.unobserve(target);
        waiting.get(target)?.();
        waiting.delete(target);
      }
    },
    { rootMargin: '400px' },
  );
  return observer;
};

const onceNear = (element: Element, near: () => void): (() => void) => {
  waiting.set(element, near);
  sharedObserver().observe(element);
  return () => {
    waiting.delete(element);
    sharedObserver().unobserve(element);
  };
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
      renderSoon(() => {
        if (wanted)
          renderMarkdown(target, markdown, { resolveImage: (address) => urls.get(address) ?? null });
      });
    };
    const stop = onceNear(target, () => void render().catch(report));
    return () => {
      wanted = false;
      stop();
    };
  }, [store, markdown, report]);
  return <div ref={box} class="prose" dir="auto" />;
};
