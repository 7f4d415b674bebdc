/** Mathematics as its TeX source: pages print it twice, once to be seen and once to be read. */
import {
  attributeOf,
  childElementsOf,
  findIn,
  isElement,
  nameOf,
  nextSiblingOf,
  textOf,
} from './dom-access.ts';

export interface Formula {
  readonly tex: string;
  readonly display: boolean;
}

const MATH_CLASS =
  /(?:^|\s)(?:katex|katex-display|mwe-math-element|MathJax(?:_Display|_SVG|_SVG_Display|_CHTML)?|MJX\w*|math-tex)(?:\s|$)/;
const TEX_ANNOTATION =
  'annotation[encoding="application/x-tex"], annotation[encoding="TeX"], annotation[encoding="application/x-latex"], annotation[encoding="LaTeX"]';
const MATH_IMAGE =
  /(?:^|\s)(?:mwe-math-fallback-image-(?:inline|display)|latex|tex|eq_latex|equation_image|math)(?:\s|$)/;

/** `undefined`: no formula. `null`: only the picture of one whose source stands elsewhere. */
export const readMath = (element: Element, className: string): Formula | null | undefined => {
  const name = nameOf(element);
  if (name === 'script') return scriptFormula(attributeOf(element, 'type'), textOf(element) ?? '');
  if (name === 'math') return formulaOf(element, attributeOf(element, 'display') === 'block');
  if (name === 'mjx-container') return formulaOf(element, attributeOf(element, 'display') === 'true');
  if (name === 'img') return imageFormula(element, className);
  const drawn = attributeOf(element, 'data-formula');
  if (drawn !== '') return { tex: drawn, display: name !== 'span' };
  if (className === '' || !MATH_CLASS.test(className)) return undefined;
  if (/MathJax/.test(className) && isBeforeSource(element)) return null;
  const math = findIn(element, 'math');
  if (math === null && findIn(element, TEX_ANNOTATION) === null) {
    if (!/MathJax|MJX/.test(className)) return undefined;
    // MathJax 2 keeps the source in a script element next to what it draws.
    return null;
  }
  const display = /display/i.test(className) || attributeOf(math ?? element, 'display') === 'block';
  return formulaOf(element, display);
};

/** MathJax 2 puts what it draws right before the script that has the source. */
const isBeforeSource = (drawn: Element): boolean => {
  let next = nextSiblingOf(drawn);
  while (next !== null && !isElement(next)) next = nextSiblingOf(next);
  return next !== null && nameOf(next) === 'script' && attributeOf(next, 'type').startsWith('math/tex');
};

const scriptFormula = (type: string, text: string): Formula | null | undefined =>
  type.startsWith('math/tex') ? { tex: text.trim(), display: type.includes('mode=display') } : undefined;

/** Services that draw the TeX in the address: its source is said twice there, and a picture is none. */
const DRAWN_FORMULA =
  /\/equation\?tex=([^&#]+)|\/latex\.php\?latex=([^&#]+)|\bcht=tx&(?:\w+=[^&]*&)*chl=([^&#]+)|\/\/latex\.codecogs\.com\/[^?]*\?([^#]+)|\/\/[\w.-]+\/formula\/([^?#]*%5C[^?#]*)/i;
/** How it is to be drawn. */
const DRAWING = /^(?:\\(?:inline|dpi\{\w+\}|bg_\w+)\s*)+(?=\W)/;

const imageFormula = (image: Element, className: string): Formula | undefined => {
  const alt = attributeOf(image, 'alt').trim();
  const drawn = DRAWN_FORMULA.exec(attributeOf(image, 'src'))?.slice(1).find(Boolean) ?? '';
  if (drawn !== '') {
    // The words beside the picture may name it only.
    const tex = /\\|[\^_=+]/.test(alt) ? alt : decoded(drawn).replace(DRAWING, '');
    return { tex: withoutStyle(tex), display: false };
  }
  const said = className !== '' && MATH_IMAGE.test(className);
  return said && alt !== '' ? { tex: withoutStyle(alt), display: false } : undefined;
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replace(/\+(?=\\|%5C)/gi, ' '));
  } catch {
    // A stray percent sign: as it stands.
    return text;
  }
};

const formulaOf = (element: Element, display: boolean): Formula => {
  const annotation = findIn(element, TEX_ANNOTATION);
  const math = nameOf(element) === 'math' ? element : findIn(element, 'math');
  const stated =
    (annotation === null ? '' : (textOf(annotation) ?? '').trim()) ||
    attributeOf(element, 'data-latex') ||
    (math === null ? '' : attributeOf(math, 'alttext'));
  return { tex: withoutStyle(stated) || texOf(math ?? element, 0), display };
};

const withoutStyle = (tex: string): string =>
  /^\{\\(?:display|text)style\s([\s\S]*)\}$/.exec(tex.trim())?.[1]?.trim() ?? tex.trim();

/** Presentation MathML in TeX, as far as notes go. */
const texOf = (element: Element, depth: number): string => {
  const children = childElementsOf(element);
  if (depth > 50 || children.length === 0) return (textOf(element) ?? '').trim();
  const parts = children.map((child) => texOf(child, depth + 1));
  const [first = '', second = '', third = ''] = parts;
  switch (nameOf(element)) {
    case 'msup':
      return `${first}^{${second}}`;
    case 'msub':
      return `${first}_{${second}}`;
    case 'msubsup':
    case 'munderover':
      return `${first}_{${second}}^{${third}}`;
    case 'munder':
      return `${first}_{${second}}`;
    case 'mover':
      return `${first}^{${second}}`;
    case 'mfrac':
      return `\\frac{${first}}{${second}}`;
    case 'msqrt':
      return `\\sqrt{${parts.join(' ')}}`;
    case 'mroot':
      return `\\sqrt[${second}]{${first}}`;
    case 'mtable':
      return `\\begin{matrix} ${parts.join(' \\\\ ')} \\end{matrix}`;
    case 'mtr':
      return parts.join(' & ');
    case 'annotation':
    case 'annotation-xml':
      return '';
    case 'semantics':
      return first;
    default:
      return parts.join(' ');
  }
};
