import { createExplorer } from '../../explore/explore.ts';
import type { Program } from '../../simulator/simulator.ts';
import { judgeRun } from '../run/judge-run.ts';
import type { Orders } from './orders.ts';
import { OrdersController, type OrdersControllerOptions } from './orders-controller.ts';
import { endWords } from './orders-words.ts';

export interface CreateOrdersOptions
  extends Pick<OrdersControllerOptions, 'simulator' | 'onChange'> {
  readonly onEnd: (orders: Orders, words: string) => void;
}

/** With all that tries orders and tells runs: it is fetched when somebody wants it. */
export function createOrdersController(
  program: Program,
  { simulator, onChange, onEnd }: CreateOrdersOptions,
): OrdersController {
  return new OrdersController(program, {
    ...{ simulator, createExplorer, onChange },
    judge: judgeRun,
    onEnd: (orders) => onEnd(orders, endWords(orders)),
    nowMs: () => performance.now(),
  });
}
