import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Aspect, Workspace } from './workspace';

/** Keeps an element up to date with the workspace that it was given. */
export class Watching implements ReactiveController {
  private stop?: () => void;
  private watched?: Workspace;

  constructor(
    private readonly host: ReactiveControllerHost & { workspace?: Workspace },
    private readonly aspects: readonly Aspect[],
    private readonly then: (aspect: Aspect) => void = () => host.requestUpdate()
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.host.workspace !== this.watched) {
      this.hostDisconnected();
      this.hostConnected();
    }
  }

  hostConnected(): void {
    this.watched = this.host.workspace;
    this.stop ??= this.watched?.changed.on(aspect => {
      if (this.aspects.includes(aspect)) {
        this.then(aspect);
      }
    });
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = undefined;
    this.watched = undefined;
  }
}
