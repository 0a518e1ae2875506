// Every table can be sorted by any of its columns: a click, or Enter on the button in the header. Sums stay at the end.

/** Numbers before words, "never" after all numbers; what is empty comes last either way. */
export function sortKey(text: string): number | string {
  const plain = text.replace(/[\s,\u2007\u2008]/g, '');
  if (plain === '') return '';
  if (plain === 'never') return Infinity;
  const number = /^[<>]?(-?\d+(?:\.\d+)?)/.exec(plain);
  // "< 1 %" lies below 1 %, "> 99 %" above 99 %.
  if (number) return Number(number[1]) + (plain[0] === '<' ? -1e-9 : plain[0] === '>' ? 1e-9 : 0);
  return text.trim();
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a === b ? 0 : a < b ? -1 : 1;
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return String(a).localeCompare(String(b));
}

/** What a cell holds, without the error behind a figure. */
export function cellText(cell: Element | undefined): string {
  if (!cell) return '';
  const copy = cell.cloneNode(true) as Element;
  for (const error of copy.querySelectorAll('small')) error.remove();
  return copy.textContent ?? '';
}

function sortRows(table: HTMLTableElement, column: number, descending: boolean): void {
  const body = table.tBodies[0]!;
  const rows = Array.from(body.rows);
  const sums = rows.filter((row) => row.classList.contains('sum'));
  const keyed = rows.filter((row) => !row.classList.contains('sum')).map((row) => ({row, key: sortKey(cellText(row.cells[column]))}));
  keyed.sort((a, b) => {
    if (a.key === '' || b.key === '') return a.key === b.key ? 0 : a.key === '' ? 1 : -1;
    return descending ? compare(b.key, a.key) : compare(a.key, b.key);
  });
  body.append(...keyed.map(({row}) => row), ...sums);
}

export function makeSortable(table: HTMLTableElement): void {
  if ((table.tBodies[0]?.rows.length ?? 0) < 2) return;
  const headers = Array.from(table.querySelectorAll<HTMLTableCellElement>('thead th[data-column]'));
  for (const header of headers) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener('click', () => {
      // Figures first from the largest down, words from A on.
      const isFigure = header.classList.contains('n');
      const now = header.getAttribute('aria-sort');
      const descending = now === null ? isFigure : now === 'ascending';
      for (const other of headers) other.removeAttribute('aria-sort');
      header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      sortRows(table, Number(header.dataset.column), descending);
    });
  }
}
