// A chart as a picture: to the clipboard where the browser allows it, else to a file.
import {font, ink} from '../look';
import {say} from './copy';

const space = 'http://www.w3.org/2000/svg';
const margin = 16;
const titleHeight = 34;
const sharpness = 2;  // for slides

/** The drawing under its title, on white. */
function drawingOf(svg: SVGSVGElement, title: string): {markup: string; width: number; height: number} {
  const width = Number(svg.getAttribute('width'));
  const height = Number(svg.getAttribute('height'));
  const all = document.createElementNS(space, 'svg');
  const full = {width: width + 2 * margin, height: height + titleHeight + 2 * margin};
  all.setAttribute('xmlns', space);
  all.setAttribute('width', String(full.width));
  all.setAttribute('height', String(full.height));
  const paper = document.createElementNS(space, 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', '#fff');
  const text = document.createElementNS(space, 'text');
  text.setAttribute('x', String(margin));
  text.setAttribute('y', String(margin + 16));
  text.setAttribute('fill', ink);
  text.setAttribute('style', `font:600 16px ${font}`);
  text.textContent = title;
  const chart = svg.cloneNode(true) as SVGSVGElement;
  chart.setAttribute('x', String(margin));
  chart.setAttribute('y', String(margin + titleHeight));
  all.append(paper, text, chart);
  return {markup: new XMLSerializer().serializeToString(all), ...full};
}

export async function pictureOf(svg: SVGSVGElement, title: string): Promise<Blob> {
  const {markup, width, height} = drawingOf(svg, title);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * sharpness;
  canvas.height = height * sharpness;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

function save(picture: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(picture);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export async function copyPicture(plot: HTMLElement, title: string): Promise<void> {
  const svg = plot.querySelector('svg');
  if (!svg) return;
  const picture = await pictureOf(svg, title);
  try {
    await navigator.clipboard.write([new ClipboardItem({'image/png': picture})]);
    say('Picture copied');
  } catch {
    save(picture, `${plot.dataset.chart ?? 'chart'}.png`);
    say('Picture saved');
  }
}
