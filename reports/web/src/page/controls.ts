// The bar with which a reader picks what to see. Everything in it is a native control, for the keyboard's sake.
import type {Choices, Named} from '../data';
import type {Range, Store} from './state';

function labelled(text: string, control: HTMLElement): HTMLElement {
  const label = document.createElement('label');
  const name = document.createElement('span');
  name.textContent = text;
  label.append(name, control);
  return label;
}

function select(name: string, choices: [string, string][], onChange: (value: string) => void): HTMLElement {
  const box = document.createElement('select');
  box.name = name;
  for (const [value, text] of choices) box.add(new Option(text, value));
  box.addEventListener('change', () => onChange(box.value));
  return box;
}

/** A list of check boxes that opens below its name and closes with Escape. */
function picker(name: string, all: Named[], onChange: (hidden: Set<number>) => void): HTMLElement {
  const hidden = new Set<number>();
  const details = document.createElement('details');
  details.className = 'picker';
  const summary = document.createElement('summary');
  const group = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = `Show these ${name.toLowerCase()}`;
  group.append(legend);
  const boxes = all.map((one) => {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = true;
    box.value = String(one.id);
    box.addEventListener('change', () => {
      if (box.checked) hidden.delete(one.id);
      else hidden.add(one.id);
      tell();
    });
    const label = document.createElement('label');
    const text = document.createElement('span');
    text.textContent = one.name;
    label.append(box, text);
    group.append(label);
    return box;
  });
  const everything = document.createElement('button');
  everything.type = 'button';
  everything.textContent = 'All';
  everything.addEventListener('click', () => {
    hidden.clear();
    for (const box of boxes) box.checked = true;
    tell();
  });
  group.append(everything);
  const tell = () => {
    summary.textContent = `${name}: ${hidden.size === 0 ? 'all' : all.length - hidden.size + ' of ' + all.length}`;
    // The last one that is left cannot be taken away: an empty page says nothing.
    for (const box of boxes) box.disabled = box.checked && hidden.size === all.length - 1;
    onChange(new Set(hidden));
  };
  summary.textContent = `${name}: all`;
  details.append(summary, group);
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    details.open = false;
    summary.focus();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!details.contains(event.target as Node)) details.open = false;
  });
  return details;
}

export function addControls(choices: Choices, store: Store): void {
  const bar = document.createElement('form');
  bar.className = 'controls';
  bar.setAttribute('aria-label', 'What to show');
  bar.addEventListener('submit', (event) => event.preventDefault());
  if (choices.hasChance) {
    const ranges: [Range, string][] = [['p10', 'P10 to P90'], ['p5', 'P5 to P95'], ['p25', 'P25 to P75']];
    bar.append(labelled('Range', select('range', ranges, (range) => store.change({range: range as Range}))));
  }
  if (choices.hasCash) {
    bar.append(labelled('NPV', select('basis', [['economic', 'economic'], ['cash', 'cash-releasing']],
                                      (basis) => store.change({basis: basis as 'economic' | 'cash'}))));
  }
  if (choices.options.length > 1) {
    bar.append(picker('Options', choices.options, (hiddenOptions) => store.change({hiddenOptions})));
  }
  if (choices.initiatives.length > 1) {
    bar.append(picker('Initiatives', choices.initiatives, (hiddenInitiatives) => store.change({hiddenInitiatives})));
  }
  if (bar.childElementCount > 0) document.querySelector('header')?.after(bar);
}
