import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';

/** Words with chords over them, out of the studio. */

export async function copySheet(w: Workspace): Promise<void> {
  await navigator.clipboard.writeText(w.song.lyrics.sheet());
  w.say(t('The words are on the clipboard.'));
}

export function saveSheet(w: Workspace): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([w.song.lyrics.sheet()], { type: 'text/plain;charset=utf-8' }));
  link.download = `${w.song.name.replace(/[\\/:*?"<>|]/g, ' ').trim() || 'song'}.txt`;
  link.setAttribute('router-ignore', '');
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** As it is printed: paragraphs stay on one page where they fit on one. */
const ON_PAPER = `
  @page { margin: 18mm; }
  body { margin: 0; background: white; color: black; font: 12pt/1.35 monospace; }
  h1 { margin: 0 0 0.8em; font: 600 18pt/1.2 sans-serif; }
  pre { margin: 0 0 1.35em; font: inherit; white-space: pre-wrap; break-inside: avoid; }`;

export function printSheet(w: Workspace): void {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0';
  frame.setAttribute('aria-hidden', 'true');
  document.body.append(frame);
  const page = frame.contentDocument!;
  const part = (tag: string, text: string) => {
    const element = page.createElement(tag);
    element.textContent = text;
    return element;
  };
  const { name } = w.song;
  const sheet = w.song.lyrics.sheet();
  const words = sheet.startsWith(`${name}\n`) ? sheet.slice(name.length) : sheet;
  page.title = name;
  page.head.append(part('style', ON_PAPER));
  page.body.append(part('h1', name), ...words.trim().split(/\n{2,}/).map(paragraph => part('pre', paragraph)));
  frame.contentWindow!.addEventListener('afterprint', () => frame.remove());
  frame.contentWindow!.print();
}
