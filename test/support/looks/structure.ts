/** What is wrong with a page's layout on any machine, whatever its fonts: overflow, clipped or tiny words, small targets. */
import type { Page } from 'playwright-core';

/** One line for each fault. */
export const layoutFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    const say = (what: string, element: Element, more = ''): void => {
      faults.push(
        `${what}: <${element.localName} class="${element.className}"> ${more || (element.textContent ?? '').trim().slice(0, 60)}`,
      );
    };
    if (root.scrollWidth > root.clientWidth)
      faults.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);
    const top = document.querySelector('dialog[open]') ?? document;
    const seen = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('.visually-hidden') === null;
    /** What its scrolling boxes show of it. */
    const inSight = (element: Element): { left: number; right: number; top: number; bottom: number } => {
      let { left, right, top: above, bottom } = element.getBoundingClientRect();
      for (let box = element.parentElement; box !== null; box = box.parentElement) {
        if (getComputedStyle(box).overflowY === 'visible') continue;
        const edge = box.getBoundingClientRect();
        [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        [above, bottom] = [Math.max(above, edge.top), Math.min(bottom, edge.bottom)];
      }
      return { left, right, top: above, bottom };
    };
    const ownText = (element: Element): boolean =>
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
    for (const element of top.querySelectorAll('body *')) {
      if (!(element instanceof HTMLElement) || !seen(element)) continue;
      const style = getComputedStyle(element);
      const clips = /hidden|clip/.test(style.overflowX);
      // Words may end in dots only where they are said in full elsewhere.
      if (ownText(element) && clips && element.scrollWidth > element.clientWidth + 1) {
        const whole = element.closest('[title], [aria-label]');
        if (style.textOverflow !== 'ellipsis' || whole === null) say('words are cut off', element);
      }
      if (ownText(element) && Number.parseFloat(style.fontSize) < 11)
        say(`words of ${style.fontSize}`, element);
      const box = element.getBoundingClientRect();
      if (
        element.matches(
          'button, select, input:not([type=file], [type=radio], [type=checkbox]), textarea, [role=tab], [role=menuitem]',
        )
      ) {
        if (box.width < 24 || box.height < 24)
          say(
            'a target under 24 px',
            element,
            `${Math.round(box.width)} × ${Math.round(box.height)} ${element.getAttribute('aria-label') ?? ''}`,
          );
        if (box.left < -0.5 || box.right > root.clientWidth + 0.5) {
          let scroller = element.parentElement;
          while (scroller !== null && !/auto|scroll/.test(getComputedStyle(scroller).overflowX))
            scroller = scroller.parentElement;
          if (scroller === null) say('a control beside the window', element);
        }
      }
    }
    const buttons = [...top.querySelectorAll('button')]
      .filter(seen)
      .map((button) => ({ button, box: inSight(button) }));
    for (const [index, one] of buttons.entries()) {
      for (const other of buttons.slice(index + 1)) {
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        const apart =
          wide <= 2 || high <= 2 || one.button.contains(other.button) || other.button.contains(one.button);
        const layered = [one, other].some(
          ({ button }) =>
            button.closest('.toasts, .menu, .recap-bar, .composer, .details, dialog, [popover]') !== null,
        );
        if (!apart && !layered)
          say(
            'two controls over one another',
            one.button,
            `${one.button.getAttribute('aria-label')} / ${other.button.getAttribute('aria-label')}`,
          );
      }
    }
    return faults;
  });

/**
 * What would have to be scrolled sideways to be read, one line for each. Code, tables and a timetable may: their lines mean
 * something (WCAG 1.4.10).
 */
export const sidewaysScrollers = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body, body *')]
      .filter(
        (element) =>
          element.checkVisibility() &&
          element.scrollWidth > element.clientWidth + 1 &&
          /auto|scroll/.test(getComputedStyle(element).overflowX) &&
          element.closest('pre, table, .timetable, .table-scroll, textarea, input, [role=tablist]') ===
            null &&
          element.querySelector(':scope > table') === null,
      )
      .map(
        (element) =>
          `${element.localName}.${element.className} ${element.scrollWidth - element.clientWidth} px`,
      ),
  );
