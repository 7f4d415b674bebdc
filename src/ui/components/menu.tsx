/** A menu that opens from a button, on the browser's own popover: light dismissal, Escape, arrows, Home and End. */
import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { isComposing } from '../keys.ts';
import { CheckIcon } from './icons.tsx';

export interface MenuEntry {
  readonly key: string;
  readonly label: string;
  readonly aside?: string | undefined;
  readonly icon?: JSX.Element;
  /** For one of several of which one is taken. */
  readonly checked?: boolean;
  /** A line stands before it. */
  readonly apart?: true;
  readonly run: () => void;
}

const GAP_PX = 4;
const EDGE_PX = 8;

/** Puts the menu under its button, or above it where there is more room, inside the window. */
const place = (menu: HTMLElement, button: HTMLElement): void => {
  const from = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = window.innerHeight - from.bottom;
  const top =
    below >= height + GAP_PX || below >= from.top ? from.bottom + GAP_PX : from.top - height - GAP_PX;
  const left = Math.min(from.left, window.innerWidth - width - EDGE_PX);
  menu.style.top = `${Math.max(EDGE_PX, Math.min(top, window.innerHeight - height - EDGE_PX))}px`;
  menu.style.left = `${Math.max(EDGE_PX, left)}px`;
};

const itemsOf = (menu: HTMLElement): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>('.menu-item')];

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

export const Menu = ({
  label,
  entries,
  children,
  class: buttonClass,
  title,
}: {
  /** Name of the button and of the menu. */
  readonly label: string;
  /** A function is asked when the menu opens: a long list of cards then costs no entries. */
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly title?: string;
}) => {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const shown = !isOpen ? [] : typeof entries === 'function' ? entries() : entries;
  const onToggle = (event: Event): void => {
    const box = menu.current;
    if (box === null || button.current === null) return;
    const open = event instanceof ToggleEvent && event.newState === 'open';
    button.current.setAttribute('aria-expanded', String(open));
    if (!open) {
      setOpen(false);
      return;
    }
    place(box, button.current);
    (box.querySelector<HTMLElement>('[aria-checked="true"]') ?? itemsOf(box)[0])?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const box = menu.current;
    const step = STEPS[event.key];
    if (box === null || isComposing(event)) return;
    if (event.key === 'Tab') box.hidePopover();
    if (step === undefined) return;
    event.preventDefault();
    const items = itemsOf(box);
    const index = document.activeElement instanceof HTMLElement ? items.indexOf(document.activeElement) : -1;
    items[step(index, items.length)]?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={buttonClass ?? 'button button-quiet button-icon'}
        aria-label={label}
        title={title ?? label}
        aria-haspopup="menu"
        aria-expanded="false"
        popovertarget={id}
      >
        {children}
      </button>
      <div
        ref={menu}
        id={id}
        class="menu"
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        // Emptied only once it is closed: the browser gives the focus back to the button from an entry that is still there.
        onBeforeToggle={(event) => {
          if (event.newState === 'open') setOpen(true);
        }}
        onToggle={onToggle}
        onKeyDown={onKeyDown}
        onClick={() => menu.current?.hidePopover()}
      >
        {shown.flatMap((entry) => [
          entry.apart && <hr key={`before ${entry.key}`} class="menu-line" />,
          <button
            key={entry.key}
            type="button"
            class="menu-item"
            tabIndex={-1}
            {...(entry.checked === undefined
              ? { role: 'menuitem' as const }
              : { role: 'menuitemradio' as const, 'aria-checked': entry.checked })}
            onClick={entry.run}
          >
            {entry.icon}
            <span class="menu-item-text" dir="auto">
              {entry.label}
            </span>
            {entry.aside !== undefined && <span class="menu-item-aside">{entry.aside}</span>}
            {entry.checked === true && <CheckIcon />}
          </button>,
        ])}
      </div>
    </>
  );
};
