// Copies texts, tables and charts to the clipboard, and says that it did.
import {cellText} from './sort';

const status = document.createElement('p');
status.className = 'status';
status.setAttribute('role', 'status');

export function say(text: string): void {
  if (!status.isConnected) document.body.append(status);
  status.textContent = text;
  status.classList.add('said');
  setTimeout(() => status.classList.remove('said'), 2500);
}

/** Mail programs open attachments where the clipboard of pages is closed; the old way still works there. */
function copyByHand(text: string): boolean {
  const box = document.createElement('textarea');
  box.value = text;
  box.className = 'offscreen';
  document.body.append(box);
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  return done;
}

export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copyByHand(text)) {
      say('The browser does not let this page copy.');
      return;
    }
  }
  say(`${what} copied`);
}

/** A spreadsheet must not take words for a formula; figures keep their sign. */
function field(text: string): string {
  const plain = text.replace(/[\s\u2007\u2008]+/g, ' ').trim();
  if (/^-?[\d,]+(\.\d+)?$/.test(plain)) return plain.replaceAll(',', '');
  return /^[=+\-@]/.test(plain) ? `'${plain}` : plain;
}

function headerOf(header: HTMLTableCellElement): string {
  return [header.dataset.group, header.textContent].filter(Boolean).join(' ');
}

/** The rows that are shown, with tabs between the cells; an error gets a column of its own. */
export function tableAsText(table: HTMLTableElement): string {
  const rows = Array.from(table.tBodies[0]?.rows ?? []).filter((row) => !row.hidden);
  const headers = Array.from(table.querySelectorAll<HTMLTableCellElement>('thead [data-column]'))
    .sort((a, b) => Number(a.dataset.column) - Number(b.dataset.column));
  const withError = headers.map((_, i) => rows.some((row) => row.cells[i]?.querySelector('small')?.textContent));
  const lines = [headers.flatMap((header, i) => [field(headerOf(header)), ...(withError[i] ? ['\u00b1'] : [])])];
  for (const row of rows) {
    lines.push(headers.flatMap((_, i) => [
      field(cellText(row.cells[i])),
      ...(withError[i] ? [field((row.cells[i]?.querySelector('small')?.textContent ?? '').replace('\u00b1', ''))] : []),
    ]));
  }
  return lines.map((line) => line.join('\t')).join('\n');
}

export function button(text: string, label: string, onClick: () => void, look = 'tool'): HTMLButtonElement {
  const one = document.createElement('button');
  one.type = 'button';
  one.className = look;
  one.textContent = text;
  one.setAttribute('aria-label', label);
  one.addEventListener('click', onClick);
  return one;
}

export function addCopyButtons(): void {
  for (const table of document.querySelectorAll('table')) {
    const title = table.caption?.textContent ?? 'table';
    table.parentElement?.after(button('Copy table', `Copy table: ${title}`, () => void copyText(tableAsText(table), 'Table'), 'tool below'));
  }
  for (const sentence of document.querySelectorAll<HTMLElement>('.copyable')) {
    const text = sentence.textContent ?? '';
    sentence.append(' ', button('Copy', 'Copy the sentence', () => void copyText(text.trim(), 'Sentence')));
  }
}
