import { render } from 'preact';
import { ListenBar } from './listen-bar.tsx';
import { sentencesIn } from './sentences.ts';

/** Opens the voice's controls and begins to read the page; at a second call, does nothing. */
export function startListening(button: HTMLButtonElement): void {
  if (button.getAttribute('aria-pressed') === 'true') return;
  const roots = [...document.querySelectorAll('main .page-title, main .sl-markdown-content')];
  const host = document.createElement('div');
  document.body.append(host);
  button.setAttribute('aria-pressed', 'true');
  const close = () => {
    render(null, host);
    host.remove();
    button.setAttribute('aria-pressed', 'false');
    button.focus({ preventScroll: true });
  };
  render(<ListenBar sentences={sentencesIn(roots)} onClose={close} />, host);
}
