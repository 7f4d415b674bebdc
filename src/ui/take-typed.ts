/** What a person types into the field of the document itself, before any code of ours runs. */

/** Hands the text of the document's own text area over, once; to be made before the first rendering. */
export const createTakeTyped = (): (() => string) => {
  let typed = document.querySelector('textarea')?.value ?? '';
  return () => {
    const taken = typed;
    typed = '';
    return taken;
  };
};
