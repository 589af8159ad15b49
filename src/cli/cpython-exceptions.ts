/** CPython's own tests that pass natively and can't here, each kind with its reason. */

interface TestException {
  /** What the ids of its tests have in them. */
  readonly ids: RegExp;
  readonly reason: string;
}

/**
 * Tests of what spoils the memory of a CPython of 3.14.2, natively too: any test after them may fail.
 * Not run in the simulator.
 */
export const SPOILING = [
  'test_get_context_uninitialized_segfault',
  'test_register_task_resurrection',
] as const;

/**
 * Tests of faults that a later patch of 3.14 mended, by module. With the `asyncio` of 3.14.2 a native
 * 3.14.8 fails them as well, but for the three of `test_tasks` that are about its C code.
 */
const MENDED_LATER: Readonly<Record<string, readonly string[]>> = {
  test_base_events: [
    'test_create_connection_sock_transport_error_closes_sock',
    'test_create_connection_transport_error_closes_sock',
  ],
  test_events: ['test_writelines_empty_chunk'],
  test_graph: [
    'test_call_graph_finished_task',
    'test_capture_call_graph_generator_keeps_caller_frames',
    'test_stack_as_completed',
    'test_stack_as_completed_timeout',
    'test_stack_gather_survivor',
    'test_stack_wait_for_non_positive_timeout',
  ],
  test_selector_events: [
    'test_write_ready_resume_writing_closes',
    'test_write_sendmsg_resume_writing_closes',
  ],
  test_sendfile: ['test_sendfile_offset', 'test_sock_sendfile_offset'],
  test_server: ['test_close_with_hanging_client'],
  test_sock_lowlevel: ['test_sock_accept_racing'],
  test_streams: [
    'test_start_tls_buffered_data',
    'test_streamwriter_start_tls_updates_reader_transport',
    'test_unclosed_resource_warnings',
    'test_unhandled_exception_sync_callback',
  ],
  test_subprocess: [
    'test_pid_not_reaped_before_exit_published',
    'test_send_signal_never_targets_reaped_pid',
    'test_wait_even_if_pipe_is_open',
  ],
  test_tasks: [
    'test_eager_start_true_no_loop',
    'test_gather_discards_awaited_by_for_pending',
    'test_get_context_uninitialized_segfault',
    'test_register_task_resurrection',
    'test_run_coroutine_threadsafe_and_cancel',
    'test_shield_cancel_outer_in_task',
    'test_wait_discards_awaited_by_for_pending',
  ],
};

const KINDS: readonly TestException[] = [
  { ids: /_pty\b|_pty_|character_device/, reason: 'there are no pseudo-terminals here' },
  { ids: /\.TestFork\.|get_event_loop_new_process/, reason: 'a process cannot be forked here' },
  {
    ids: new RegExp(
      Object.entries(MENDED_LATER)
        .map(([module, names]) => `\\.${module}\\.\\w+\\.(?:${names.join('|')})$`)
        .join('|'),
    ),
    reason: 'what they test was mended in CPython after 3.14.2',
  },
];

/** Why a test can't pass here; null for all that can. */
export function exceptionOf(id: string): string | null {
  return KINDS.find(({ ids }) => ids.test(id))?.reason ?? null;
}
