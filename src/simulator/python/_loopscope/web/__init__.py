"""The simulated web: what is behind every host name that is not this machine.

It is no part of the program: no process, no thread and no task of it. Requests arrive after the
latency of their host, are answered as a route says, else as their address says, else by an echo.

- ``settings`` has what programs may set: latencies, routes, who refuses; ``loopscope.web`` sets them;
- ``peer`` is the far end of a connection; ``service`` speaks HTTP at it, ``requests`` reads requests,
  ``secure`` puts TLS between the two;
- ``answers`` says what a request gets, ``by_address`` what can be asked for in a path.

Loaded when a program first connects to another machine.
"""
