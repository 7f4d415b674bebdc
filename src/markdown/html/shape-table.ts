/** Tables: cells that span rows and columns are filled in; what is a table for its looks alone is unwrapped. */
import type { Alignment, Cell } from './block-node.ts';
import type { Container, Marks } from './container.ts';
import type { Shaper } from './shaper.ts';

const MOST_COLUMNS = 1000;
const MOST_FILLED_CELLS = 50_000;
/** What stands deeper in tables is there for its looks: it is not asked, as each answer reads all that is in it. */
const DEEPEST_TABLE = 8;
/** A cell with more text than this is not repeated where it spans. */
const LONGEST_REPEATED = 80;

interface Row {
  readonly element: Element;
  readonly cells: readonly Element[];
}

interface GridCell {
  readonly element: Element;
  /** `false` where a spanning cell reaches in. */
  readonly isOrigin: boolean;
  /** Reaches over all of its row. */
  readonly spansAll: boolean;
}

/** Adds the table to the container: as a table, or, where it is none or none can stand, as its cells' content. */
export const shapeTable = (shaper: Shaper, table: Element, container: Container, marks: Marks): void => {
  const rows = rowsOf(table);
  container.boundary();
  for (const caption of table.children) {
    if (caption.localName === 'caption') {
      shaper.children(caption, container, marks);
      container.boundary();
    }
  }
  if (container.line) flattenRows(shaper, rows, container, marks);
  else if (shaper.tables > DEEPEST_TABLE || table.getAttribute('data-lanyard') === 'layout' || isLayout(rows))
    unwrapCells(shaper, rows, container, marks);
  else appendTable(shaper, rows, container, marks);
};

const rowsOf = (table: Element): Row[] => {
  const rows: Row[] = [];
  for (let part = table.firstElementChild; part !== null; part = part.nextElementSibling) {
    if (part.localName === 'tr') rows.push(rowOf(part));
    else if (/^t(?:head|body|foot)$/.test(part.localName)) rows.push(...rowsOf(part));
  }
  return rows;
};

const rowOf = (element: Element): Row => {
  const cells: Element[] = [];
  for (let cell = element.firstElementChild; cell !== null; cell = cell.nextElementSibling) {
    if (cell.localName === 'td' || cell.localName === 'th') cells.push(cell);
  }
  return { element, cells };
};

/** Tables side by side; or no header, and one column, blocks in most cells or headings in any. */
const isLayout = (rows: readonly Row[]): boolean => {
  const cells = rows.flatMap((row) => row.cells);
  if (cells.length <= 1 || rows.every((row) => row.cells.length <= 1))
    return !cells.some(isHeader) || cells.length <= 1;
  if (holdsTables(cells) || isBesidePicture(rows)) return true;
  if (cells.some(isHeader)) return false;
  if (rows.every((row) => row.cells.filter(isFilled).length <= 1)) return true;
  if (cells.some((cell) => cell.querySelector('table, h1, h2, h3, h4, h5, h6, hr') !== null)) return true;
  if (rows.length === 1 && cells.some((cell) => cell.querySelector('br + br') !== null)) return true;
  const filled = cells.filter(isFilled);
  const ofBlocks = filled.filter((cell) => cell.querySelector('pre, blockquote, p + p') !== null);
  return ofBlocks.length > 0 && (rows.length === 1 || ofBlocks.length * 2 >= filled.length || !isEven(rows));
};

/** A picture as high as the table, as beside the notes and warnings of DocBook. */
const isBesidePicture = (rows: readonly Row[]): boolean => {
  const first = rows[0]?.cells[0];
  return (
    first !== undefined &&
    rows.length > 1 &&
    spanOf(first, 'rowspan') >= rows.length &&
    !/\S/.test(first.textContent ?? '') &&
    rows.reduce((count, { cells }) => count + cells.length, 0) === rows.length + 1
  );
};

/** Each row has as many cells: what a table of data has, and seldom one for looks. */
const isEven = (rows: readonly Row[]): boolean =>
  rows.every((row) => row.cells.length === rows[0]?.cells.length);

/** True when half of the cells or more hold tables of rows and columns: it only puts those side by side. */
const holdsTables = (cells: readonly Element[]): boolean => {
  const data = cells.filter((cell) => !isHeader(cell) && /\S/.test(cell.textContent ?? ''));
  const holding = data.filter((cell) => cell.querySelector('table tr + tr > td + td') !== null);
  return holding.length > 0 && holding.length * 2 >= data.length;
};

const isFilled = (cell: Element): boolean =>
  /\S/.test(cell.textContent ?? '') || cell.querySelector('img') !== null;

const isHeader = (cell: Element): boolean => cell.localName === 'th';

const unwrapCells = (shaper: Shaper, rows: readonly Row[], container: Container, marks: Marks): void => {
  shaper.tables += 1;
  for (const cell of rows.flatMap((row) => row.cells)) {
    shaper.children(cell, container, marks);
    container.boundary();
  }
  shaper.tables -= 1;
};

/** A table within a cell: one line for each row. */
const flattenRows = (shaper: Shaper, rows: readonly Row[], container: Container, marks: Marks): void => {
  for (const row of rows) {
    for (const cell of row.cells) {
      container.space(' ', marks);
      shaper.children(cell, container, marks);
      container.space(' ', marks);
    }
    container.boundary();
  }
};

const appendTable = (shaper: Shaper, rows: readonly Row[], container: Container, marks: Marks): void => {
  const grid = gridOf(rows);
  const lines = new Map<Element, Cell>();
  const lineOf = ({ element, isOrigin, spansAll }: GridCell): Cell => {
    if (!isOrigin && (spansAll || !isRepeated(element))) return [];
    let line = lines.get(element);
    if (line === undefined) {
      line = shaper.line(element, marks);
      lines.set(element, line);
    }
    return line;
  };
  const written = grid.map((row) => row.map((cell) => (cell === null ? [] : lineOf(cell))));
  const width = Math.max(...written.map((row) => row.length));
  const filled = written.map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, (): Cell => NO_CELL),
  ]);
  const hasHeader = rows[0] !== undefined && isHeaderRow(rows[0]);
  const header = hasHeader ? (filled[0] ?? []) : Array.from({ length: width }, (): Cell => NO_CELL);
  // Rows of nothing keep other rows apart.
  const body = (hasHeader ? filled.slice(1) : filled).filter((row) => row.some((cell) => cell.length > 0));
  if (body.length === 0 && header.every((cell) => cell.length === 0)) return;
  container.append({ kind: 'table', header, rows: body, alignments: alignmentsOf(grid, width) });
};

const NO_CELL: Cell = [];

/** What names its rows or columns is said for each of them; a long text or a picture once. */
const isRepeated = (cell: Element): boolean =>
  (cell.textContent ?? '').length <= LONGEST_REPEATED && cell.querySelector('img') === null;

/** The corner above the headers of rows may be a mere cell. */
const isHeaderRow = ({ element, cells }: Row): boolean =>
  element.parentElement?.localName === 'thead' ||
  (cells.some(isHeader) && cells.every((cell, index) => isHeader(cell) || (index === 0 && !isFilled(cell))));

const spanOf = (cell: Element, name: 'rowspan' | 'colspan'): number => {
  const span = Number.parseInt(cell.getAttribute(name) ?? '', 10);
  return span > 1 ? Math.min(span, name === 'colspan' ? MOST_COLUMNS : 1000) : 1;
};

/** Lays the cells out as HTML does (the table model, section 4.9.12), within limits on what spans can make. */
const gridOf = (rows: readonly Row[]): (GridCell | null)[][] => {
  const grid: (GridCell | null)[][] = rows.map(() => []);
  let budget = MOST_FILLED_CELLS;
  rows.forEach(({ cells }, top) => {
    let left = 0;
    for (const element of cells) {
      while (grid[top]?.[left] !== undefined && grid[top]?.[left] !== null) left += 1;
      const [width, height] = [spanOf(element, 'colspan'), spanOf(element, 'rowspan')];
      for (let y = top; y < Math.min(top + height, rows.length); y += 1) {
        for (let x = left; x < left + width && x < MOST_COLUMNS; x += 1) {
          const isOrigin = x === left && y === top;
          if (!isOrigin && budget-- <= 0) continue;
          const line = grid[y];
          if (line === undefined) continue;
          while (line.length < x) line.push(null);
          line[x] ??= { element, isOrigin, spansAll: cells.length === 1 && width > 1 };
        }
      }
      left += width;
    }
  });
  return grid;
};

/** Of each column: what its header says, else what most of its cells say. */
const alignmentsOf = (grid: readonly (readonly (GridCell | null)[])[], width: number): Alignment[] =>
  Array.from({ length: width }, (_, column) => {
    const votes = { left: 0, center: 0, right: 0, none: 0 };
    for (const row of grid) {
      const cell = row[column];
      if (cell?.isOrigin) votes[alignmentOf(cell.element) ?? 'none'] += 1;
    }
    const header = grid[0]?.[column];
    const stated = header?.isOrigin ? alignmentOf(header.element) : null;
    if (stated !== null) return stated;
    const most = (['left', 'center', 'right'] as const).find((side) => votes[side] > votes.none);
    return most ?? null;
  });

const alignmentOf = (cell: Element): Alignment => {
  const align = cell.getAttribute('align');
  return align === 'left' || align === 'center' || align === 'right' ? align : null;
};
