import { Icon } from '../../ui/icons.tsx';
import './explore-button.css';

export interface ExploreButtonProps {
  /** How it looks: as one tool among others, as one with words, or as what is to be done here. */
  readonly as: 'tool' | 'words' | 'main';
  readonly onExplore: () => void;
}

/** Tries the program in other orders that asyncio allows. */
export function ExploreButton({ as, onExplore }: ExploreButtonProps) {
  const words = as === 'main' ? 'Try 1,000 orders' : 'Try other orders';
  return (
    <button
      type="button"
      class={as === 'main' ? 'snippet-check explore-main' : 'snippet-tool'}
      data-explores
      aria-label={words}
      title={`${words}: timers, answers and threads may come later than they do`}
      onClick={onExplore}
    >
      <Icon name="orders" />
      {as !== 'tool' && <span class="explore-words">{words}</span>}
    </button>
  );
}
