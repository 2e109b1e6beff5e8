import { engrave } from './engrave';

/**
 * Prints a score and nothing else of the page. It is drawn anew on sheets of A4, below the body, where theme/print.css shows it to
 * printers alone, and goes again after printing.
 */
export async function printScore(musicXml: string): Promise<void> {
  const sheets = document.createElement('div');
  sheets.className = 'tutti-print';
  sheets.ariaHidden = 'true';
  document.body.append(sheets);
  try {
    await engrave(sheets, musicXml, 'paper');
    await new Promise<void>(printed => {
      window.addEventListener('afterprint', () => printed(), { once: true });
      window.print();
    });
  } finally {
    sheets.remove();
  }
}
