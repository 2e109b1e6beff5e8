/**
 * Listens for a dialog's `close`. The browser tells it in a task of its own, and by then the dialog may have been opened again:
 * such a late word of the time before must not shut it.
 */
export function whenShut(shut: () => void): (event: Event) => void {
  return event => {
    if (!(event.currentTarget as HTMLDialogElement).open) {
      shut();
    }
  };
}
