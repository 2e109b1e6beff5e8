/** Keys as the table of commands writes them: "Ctrl+Shift+Z", "?", "ArrowUp", "Space". Ctrl is Cmd on a Mac. */

export const MAC = /Mac|iPad|iPhone/.test(navigator.platform);

/** The key of an event in the table's way of writing. */
export function keyOf(event: KeyboardEvent): string {
  const name = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const letter = event.key.length === 1 && event.key !== ' ' && event.key.toUpperCase() === event.key.toLowerCase();
  let text = '';
  if (MAC ? event.metaKey : event.ctrlKey) {
    text += 'Ctrl+';
  }
  if (event.altKey) {
    text += 'Alt+';
  }
  if (event.shiftKey && !letter) {
    text += 'Shift+';
  }
  return text + name;
}

const WORDS: Record<string, string> = {
  ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Delete: 'Del', Backspace: '⌫', Escape: 'Esc', Enter: '↵'
};

/** How a key is written for people. */
export function keyWords(key: string): string {
  if (key === '+' || key.endsWith('++')) {
    return key;
  }
  return key.split('+').map(part => WORDS[part] ?? (MAC && part === 'Ctrl' ? '⌘' : part)).join(' ');
}

/** Whether keys belong to a field that is being written in. */
export function isWriting(event: Event): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement
    && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName)
      || (target instanceof HTMLInputElement && !/^(checkbox|radio|range|button)$/.test(target.type)));
}
