import { commandFor } from './commands/commands';
import { isWriting, keyOf } from './commands/keys';
import { copyChosen, cutChosen, paste } from './workspace/clipboard';
import type { Workspace } from './workspace/workspace';

/** The whole page's keys and the system's clipboard, turned into commands for where one is at work. */
export class Keyboard {
  /** The button that was pressed by pointer last. While it keeps the focus, space is for playing: browsers show it as reached by keys once any is pressed. */
  private pointed: HTMLElement | null = null;

  constructor(private readonly studio: HTMLElement, private readonly workspace: Workspace, private readonly after: (group: string) => void) {}

  connect(): void {
    window.addEventListener('pointerdown', this.point, true);
    window.addEventListener('keydown', this.key);
    document.addEventListener('copy', this.copy);
    document.addEventListener('cut', this.cut);
    document.addEventListener('paste', this.paste);
  }

  disconnect(): void {
    window.removeEventListener('pointerdown', this.point, true);
    window.removeEventListener('keydown', this.key);
    document.removeEventListener('copy', this.copy);
    document.removeEventListener('cut', this.cut);
    document.removeEventListener('paste', this.paste);
  }

  private readonly point = (event: PointerEvent): void => {
    const path = event.composedPath();
    if (!path.some(each => each instanceof HTMLElement && each.tagName === 'TUTTI-MENU')) { // a menu gives the focus back to what was pressed before
      this.pointed = path.map(pressableAt).find(each => each !== null) ?? null;
    }
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') {
      this.pointed = null;
    }
    if (event.defaultPrevented || event.isComposing || !this.concerns(event)) {
      return;
    }
    const control = pressable(event);
    if (control && (event.key === 'Enter' || (event.key === ' ' && control !== this.pointed && control.matches(':focus-visible')))) {
      return; // the key is the button's own
    }
    const command = commandFor(keyOf(event), this.workspace);
    if (!command || (isWriting(event) && !command.anywhere)) {
      return;
    }
    event.preventDefault();
    if (event.key === ' ') {
      control?.blur();
    }
    command.run(this.workspace);
    this.after(command.group);
  };

  /** Keys in a dialog over the studio are the dialog's own. */
  private concerns(event: Event): boolean {
    const path = event.composedPath();
    return path[0] === document.body || path.includes(this.studio);
  }

  private readonly copy = (event: ClipboardEvent): void => this.take(event, copyChosen);

  private readonly cut = (event: ClipboardEvent): void => this.take(event, cutChosen);

  private take(event: ClipboardEvent, how: (workspace: Workspace) => string | null): void {
    const words = window.getSelection();
    if (isWriting(event) || !this.concerns(event) || (words !== null && !words.isCollapsed)) {
      return; // words are copied, not music
    }
    const text = how(this.workspace);
    if (text !== null) {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    }
  }

  private readonly paste = (event: ClipboardEvent): void => {
    if (!isWriting(event) && this.concerns(event)) {
      event.preventDefault();
      paste(this.workspace, event.clipboardData?.getData('text/plain') ?? '');
      this.after('Edit');
    }
  };
}

function pressable(event: Event): HTMLElement | null {
  return pressableAt(event.composedPath()[0]);
}

function pressableAt(target: EventTarget | undefined): HTMLElement | null {
  return target instanceof HTMLElement && (target.tagName === 'BUTTON' || target.tagName === 'A' || target.getAttribute('role') === 'button'
    || target.tagName.startsWith('VAADIN-')) ? target : null;
}
