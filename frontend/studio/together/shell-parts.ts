import { run } from '../commands/commands';
import { openMenu } from '../menu/menu';
import type { Page } from '../pages';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';
import { openSteps } from './steps-menu';

interface Studio extends HTMLElement {
  workspace?: Workspace;
  sideOpen: boolean;
  page: Page;
}

/**
 * What of being together lies in the parts that the shell puts into the studio's slots: a portrait bears its person's id
 * in `data-person`, a button the command that it runs in `data-command`, and one of the side panel's tabs is the comments'.
 */
export class ShellParts {
  constructor(private readonly studio: Studio) {}

  connect(): void {
    this.studio.addEventListener('click', this.press);
    this.studio.addEventListener('keydown', this.key);
    this.studio.addEventListener('contextmenu', this.menu);
  }

  disconnect(): void {
    this.studio.removeEventListener('click', this.press);
    this.studio.removeEventListener('keydown', this.key);
    this.studio.removeEventListener('contextmenu', this.menu);
  }

  /** Goes by what is wanted and who calls, until the returned function is called. */
  hear(workspace: Workspace): () => void {
    const call = () => this.studio.toggleAttribute('mentioned', workspace.discussion.calls > 0);
    const stops = [
      workspace.wanted.on(what => {
        if (what === 'comments') {
          this.show('tutti-comments');
        } else if (what === 'library') {
          this.show('tutti-library');
        } else if (what === 'tray') {
          this.show('tutti-tray');
        } else if (what === 'steps') {
          this.showSteps(workspace);
        }
      }),
      workspace.changed.on(aspect => {
        if (aspect === 'tray') {
          this.studio.toggleAttribute('proposed', workspace.tray.unseen > 0);
        }
        if (aspect === 'song' || aspect === 'together') {
          call();
        }
        if (aspect === 'together' || aspect === 'people') {
          this.mark(workspace);
        }
      })
    ];
    workspace.discussion.hear();
    call();
    return () => stops.forEach(stop => stop());
  }

  /** The portrait of whom one goes along with is ringed. */
  private mark(workspace: Workspace): void {
    const { whom } = workspace.company;
    for (const portrait of this.studio.querySelectorAll<HTMLElement>('[data-person]')) {
      portrait.setAttribute('aria-pressed', String(portrait.dataset['person'] === whom));
    }
  }

  private readonly press = (event: Event): void => {
    const w = this.studio.workspace;
    const part = this.part(event);
    const person = part?.dataset['person'];
    if (w && person) {
      if (w.company.whom === person) {
        w.company.stop();
      } else {
        w.company.start(person);
      }
    } else if (w && part?.dataset['command']) {
      run(part.dataset['command'], w);
    }
  };

  private readonly key = (event: KeyboardEvent): void => {
    if ((event.key === 'Enter' || event.key === ' ') && this.part(event)?.dataset['person']) {
      event.preventDefault();
      this.press(event);
    }
  };

  private readonly menu = (event: MouseEvent): void => {
    const w = this.studio.workspace;
    const person = w?.song.people.find(each => each.person === this.part(event)?.dataset['person']);
    if (w && person) {
      event.preventDefault();
      const along = w.company.whom === person.person;
      openMenu(this.studio, { x: event.clientX, y: event.clientY, title: person.name, entries: [
        along ? { name: t('Go your own way'), key: 'Esc', run: () => w.company.stop() }
          : { name: t('Go along with {0}', person.name), run: () => w.company.start(person.person) },
        { name: t('Everyone to me'), run: () => run('gather', w) }
      ] });
    }
  };

  private part(event: Event): HTMLElement | undefined {
    return event.composedPath().find(node => node instanceof HTMLElement && ('person' in node.dataset || 'command' in node.dataset)) as HTMLElement | undefined;
  }

  private show(element: 'tutti-comments' | 'tutti-library' | 'tutti-tray'): void {
    const panel = this.studio.querySelector(element);
    const sheet = panel?.closest('vaadin-tabsheet') as (HTMLElement & { selected: number }) | null | undefined;
    const tabs = [...sheet?.querySelectorAll('vaadin-tab') ?? []];
    const place = tabs.findIndex(tab => tab.id === panel?.getAttribute('tab'));
    if (sheet && place >= 0) {
      sheet.selected = place;
    }
    if (this.studio.hasAttribute('narrow')) {
      this.studio.page = 'side';
    } else if (!this.studio.sideOpen) {
      this.studio.sideOpen = true;
      this.studio.dispatchEvent(new CustomEvent('side-open-changed'));
    }
  }

  private showSteps(workspace: Workspace): void {
    const button = this.studio.shadowRoot?.querySelector('tutti-transport')?.shadowRoot?.querySelector<HTMLElement>('.steps');
    const place = button?.getBoundingClientRect();
    openSteps(workspace, this.studio, place?.left ?? 8, (place?.bottom ?? 48) + 2);
  }
}
