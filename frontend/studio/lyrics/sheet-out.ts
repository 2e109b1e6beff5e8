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

export function printSheet(w: Workspace): void {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0';
  frame.setAttribute('aria-hidden', 'true');
  document.body.append(frame);
  const page = frame.contentDocument!;
  const sheet = page.createElement('pre');
  sheet.style.cssText = 'font:12pt/1.35 monospace;white-space:pre-wrap';
  sheet.textContent = w.song.lyrics.sheet();
  page.title = w.song.name;
  page.body.append(sheet);
  frame.contentWindow!.addEventListener('afterprint', () => frame.remove());
  frame.contentWindow!.print();
}
