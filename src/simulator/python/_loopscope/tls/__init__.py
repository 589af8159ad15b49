"""TLS that is pretended: the handshakes, the checks and the words of OpenSSL, and nothing encrypted.

Loaded when a program first needs it. What CPython has in C, and Pyodide's ``ssl`` has not, is here:

- ``conversation`` is one side of a connection as bytes in and bytes out; ``records`` what they are
  cut into, ``failures`` what is said where it fails;
- ``certificates`` reads certificates, by ``der``, ``making`` makes some, ``verification`` believes
  them or not. Whoever vouches for one is believed to have done so: signatures are not looked at;
- ``contexts``, ``objects`` and ``sockets`` are what ``SSLContext``, ``SSLObject`` and ``SSLSocket``
  lack, ``connections`` and ``carriers`` what the two latter share.
"""
