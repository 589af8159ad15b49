"""What a path or a descriptor leads to that is no file of the in-memory folder.

- ``calls`` are the calls of ``os`` on descriptors, ``control`` is ``fcntl``, ``paths`` are those that
  open a path, and ``open``;
- ``standard_streams`` are a process's first three, and Python's streams upon them;
- ``descriptor_file`` is Python's file object on a descriptor, ``transfers`` how it reads and writes;
- ``open_files``, ``pipes`` and ``named_pipes`` are what a descriptor stands for, besides sockets;
- ``nodes`` puts sockets and named pipes into the file system.
"""
