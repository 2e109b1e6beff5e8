import { css } from 'lit';

/** How a place looks that is drawn on canvases: they fill it, the focus is a line around it, a sentence beside them is only heard. */
export const stageStyles = css`
  .stage {
    position: relative;
    width: 100%;
    height: 100%;
    overflow: hidden;
    outline: none;
    touch-action: none;
    user-select: none;
  }

  .stage:focus-visible::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 1px solid var(--tutti-accent);
    pointer-events: none;
  }

  canvas {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }

  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
