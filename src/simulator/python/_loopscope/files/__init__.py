"""What a path or a descriptor leads to that is no file of the in-memory folder.

- ``calls`` are the calls of ``os`` on descriptors, ``paths`` those that open a path, and ``open``;
- ``descriptor_file`` is Python's file object on a descriptor, ``transfers`` how it reads and writes;
- ``open_files``, ``pipes`` and ``named_pipes`` are what a descriptor stands for, besides sockets;
- ``nodes`` puts sockets and named pipes into the file system.
"""
