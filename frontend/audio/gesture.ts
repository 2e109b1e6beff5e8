/** Browsers let a page sound only once a person has pressed something in it. */
export function needsGesture(context: AudioContext): boolean {
  const { userActivation } = navigator as Navigator & { userActivation?: { readonly hasBeenActive: boolean } };
  return context.state !== 'running' && userActivation?.hasBeenActive === false;
}

/** Lets a context sound with the first press, key or pointer, anywhere in the page. */
export async function withFirstGesture(context: AudioContext): Promise<void> {
  await new Promise<void>(resolve => {
    const first = () => {
      removeEventListener('pointerdown', first, true);
      removeEventListener('keydown', first, true);
      resolve();
    };
    addEventListener('pointerdown', first, true);
    addEventListener('keydown', first, true);
  });
  await context.resume();
}
