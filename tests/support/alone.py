"""Run as a program in a network namespace of its own: PORT LOG COMMAND...

Brings the loopback device up, makes sure that nothing else can be reached, starts the command, waits until
the app answers, and prints what it listens on.
"""

import errno
import fcntl
import socket
import struct
import sys
from pathlib import Path

from processes import healthy, listening, started

SIOCSIFFLAGS, IFF_UP = 0x8914, 1


def cut_off() -> None:
    """Bring the loopback device up, and end the program unless nothing else can be reached."""
    with socket.socket() as device:
        fcntl.ioctl(device, SIOCSIFFLAGS, struct.pack("16sh", b"lo", IFF_UP))
    # documentation reserves this address: nobody answers, and here not even a route leads to it
    with socket.socket(type=socket.SOCK_DGRAM) as probe:
        if probe.connect_ex(("192.0.2.1", 9)) != errno.ENETUNREACH:
            sys.exit("the network is not cut off")


def main() -> None:
    port, log, command = int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
    cut_off()
    with started(command, Path.cwd(), log) as server:
        healthy(server, port, log)
        for address, opened in sorted(listening(server)):
            print(f"{address}:{opened}")


if __name__ == "__main__":
    main()
