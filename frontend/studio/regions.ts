import type { Workspace } from './workspace/workspace';
import type { TuttiStudio } from './tutti-studio';

interface Region {
  isThere(): boolean;
  has(focused: Element | null): boolean;
  enter(): void;
}

/** The window's places in the order that F6 goes through them: arrangement, editor, side panel, top bar, the tour's card. */
export class Regions {
  private readonly all: readonly Region[];

  constructor(private readonly studio: TuttiStudio, workspace: Workspace) {
    const part = (selector: string) => studio.renderRoot.querySelector<HTMLElement>(selector);
    const within = (selector: string, focused: Element | null) => focused !== null && (part(selector)?.contains(focused) ?? false);
    const slotted = (slot: string, focused: Element | null) => focused?.closest(`[slot="${slot}"]`) !== null && focused !== null;
    this.all = [
      { isThere: () => true, has: focused => within('tutti-arrangement', focused), enter: () => this.work('arrangement') },
      { isThere: () => workspace.editorOpen, has: focused => within('tutti-editor', focused), enter: () => this.work('notes') },
      { isThere: () => studio.sideOpen, has: focused => slotted('side', focused), enter: () => focusFirst(studio.querySelector('[slot="side"]')) },
      { isThere: () => true, has: focused => within('header', focused) || slotted('title', focused) || slotted('people', focused),
        enter: () => focusFirst(part('tutti-transport')?.shadowRoot?.querySelector('.play') ?? null) },
      { isThere: () => part('tutti-tour')?.hasAttribute('open') ?? false, has: focused => within('tutti-tour', focused),
        enter: () => focusFirst(part('tutti-tour')?.shadowRoot?.querySelector('button') ?? null) }
    ];
    this.workspace = workspace;
  }

  private readonly workspace: Workspace;

  /** Goes to the next place that is there, or the one before. */
  step(by: 1 | -1): void {
    const focused = this.studio.shadowRoot?.activeElement ?? document.activeElement;
    const now = this.all.findIndex(region => region.has(focused));
    const from = now < 0 ? (this.workspace.place === 'notes' ? 1 : 0) : now;
    for (let steps = 1; steps <= this.all.length; steps++) {
      const next = this.all[(from + by * steps + this.all.length * steps) % this.all.length];
      if (next.isThere()) {
        next.enter();
        return;
      }
    }
  }

  /** Back to the drawing that keys work on. */
  work(place = this.workspace.place): void {
    this.workspace.goTo(place);
    void this.studio.focusPlace(true);
  }
}

/** Focuses an element, or the first in it that takes the focus. */
function focusFirst(root: Element | null): void {
  const first = root?.matches(FOCUSABLE) ? root : root?.querySelector(FOCUSABLE);
  (first as HTMLElement | null)?.focus();
}

const FOCUSABLE = 'button:not(:disabled), input, textarea, a[href], vaadin-tab[selected], [tabindex="0"]';
