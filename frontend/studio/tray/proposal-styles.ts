import { css } from 'lit';

export const proposalStyles = css`
  :host {
    display: block;
    padding: 8px 12px 10px;
    border-bottom: 1px solid var(--tutti-line);
  }

  :host([opened]) {
    background: var(--tutti-ground-2);
  }

  :host([old]) {
    opacity: 0.6;
  }

  .head {
    display: grid;
    grid-template-columns: 22px minmax(0, 1fr) auto;
    gap: 0 8px;
    align-items: center;
  }

  .disc, .face {
    display: grid;
    place-content: center;
    width: 22px;
    height: 22px;
    border-radius: 50%;
    color: var(--tutti-text-on-colour);
    font: 600 10px/1 var(--tutti-font);
  }

  .name {
    justify-content: start;
    text-align: left;
    gap: 6px;
    min-width: 0;
    height: 28px;
    padding: 0;
    overflow: hidden;
    color: var(--tutti-text);
  }

  .name:hover {
    background: transparent;
  }

  .name b {
    font-weight: 600;
    flex: 0 1 auto;
    min-width: 40px;
  }

  .name b, .name small, .where {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  small, time {
    color: var(--tutti-text-faint);
    font-size: var(--tutti-size-small);
  }

  .sign {
    color: var(--tutti-text-quiet);
  }

  .where, .quiet, .state, .rights {
    color: var(--tutti-text-quiet);
    font-size: var(--tutti-size-small);
  }

  .state.bad {
    color: var(--tutti-bad);
  }

  .making {
    display: flex;
    align-items: center;
    gap: 6px;
  }

  progress {
    flex: 1;
    min-width: 0;
    height: 6px;
    appearance: none;
    border: 0;
    border-radius: 3px;
    overflow: hidden;
    background: var(--tutti-ground-0);
  }

  progress::-webkit-progress-bar {
    background: var(--tutti-ground-0);
  }

  progress::-webkit-progress-value {
    background: var(--tutti-accent);
  }

  progress::-moz-progress-bar {
    background: var(--tutti-accent);
  }

  .steering {
    display: grid;
    gap: 8px;
    margin: 8px 0;
  }

  .stop, .cancel, .doing button, .accepted button {
    height: 28px;
  }

  .stale {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 6px 0;
    padding: 4px 4px 4px 8px;
    border: 1px dashed var(--tutti-warn);
    border-radius: var(--tutti-radius-small);
  }

  .stale span {
    flex: 1;
  }

  .stale button {
    height: 28px;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-top: 6px;
  }

  .chips:empty {
    display: none;
  }

  .chip {
    gap: 3px;
    min-width: 40px;
    height: 28px;
    padding: 0 6px;
    border: 1px solid var(--tutti-line-strong);
    font-feature-settings: 'tnum';
  }

  .take {
    margin-top: 8px;
    padding-top: 8px;
    border-top: 1px solid var(--tutti-line);
  }

  .take.hidden {
    display: flex;
    align-items: center;
    color: var(--tutti-text-faint);
  }

  .line {
    display: flex;
    align-items: center;
    gap: 4px;
  }

  .line + .line, .faces + .line {
    margin-top: 4px;
  }

  .label {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .up, .down, .veto {
    gap: 3px;
    min-width: 28px;
    height: 28px;
    padding: 0 5px;
  }

  .faces {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    margin: 4px 0;
    font-size: var(--tutti-size-small);
    color: var(--tutti-text-quiet);
  }

  .face {
    width: 18px;
    height: 18px;
    font-size: 9px;
  }

  .face.for {
    box-shadow: 0 0 0 1.5px var(--tutti-ground-2), 0 0 0 3px var(--tutti-good);
  }

  .face.against {
    box-shadow: 0 0 0 1.5px var(--tutti-ground-2), 0 0 0 3px var(--tutti-bad);
    border-radius: 4px;
  }

  .listens {
    display: inline-flex;
    align-items: center;
    gap: 3px;
  }

  .listens svg {
    color: var(--person);
  }

  .accept {
    height: 30px;
  }

  .accept[aria-disabled='true'], .keep[aria-disabled='true'] {
    color: var(--tutti-text-faint);
    border-style: dashed;
  }

  .why {
    flex: 1;
    font-size: var(--tutti-size-small);
    color: var(--tutti-text-quiet);
  }

  .accepted {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-top: 6px;
    color: var(--tutti-good);
  }

  .accepted span {
    flex: 1;
  }

  article {
    display: grid;
    grid-template-columns: 18px minmax(0, 1fr);
    gap: 0 8px;
    margin-top: 8px;
  }

  article p {
    margin: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  tutti-writing {
    margin-top: 8px;
  }

  .doing {
    display: flex;
    flex-wrap: wrap;
    gap: 0 2px;
    margin: 8px 0 4px -7px;
  }

  .doing button {
    font-size: var(--tutti-size-small);
  }

  summary {
    padding: 4px 0;
    cursor: pointer;
    font-size: var(--tutti-size-small);
    color: var(--tutti-text-quiet);
  }

  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 2px 10px;
    margin: 4px 0 0;
    font-size: var(--tutti-size-small);
  }

  dt {
    color: var(--tutti-text-faint);
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  @media (pointer: coarse) {
    .name, .chip, .up, .down, .veto, .accept, .stop, .cancel, .doing button, .accepted button, .stale button, .take.hidden button {
      height: var(--tutti-hit);
      min-width: var(--tutti-hit);
    }

    summary {
      padding: 13px 0;
    }
  }
`;
