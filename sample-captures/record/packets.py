"""Reads SIP over UDP out of what tcpdump wrote: classic pcap, Ethernet, IPv4, nothing in pieces.

It does not know SipSleuth's own reader, so that a truth made with it can judge that reader.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import ipaddress
import re
import struct
from collections import namedtuple

# hardware: the address of the network card that sent it
Packet = namedtuple("Packet", "frame time hardware source source_port target target_port payload")

CALL_ID = re.compile(rb"\n(?:call-id|i)[ \t]*:[ \t]*(.*?)[ \t]*\r?(?:\n(?![ \t])|$)", re.I | re.S)
BRANCH = re.compile(rb"\n(?:via|v)[ \t]*:[^\n]*;branch=([^;,\s]+)", re.I)
CSEQ = re.compile(rb"\ncseq[ \t]*:[ \t]*[0-9]+[ \t]+(\S+)", re.I)
START = re.compile(rb"[\r\n]*(?:SIP/2\.0[ \t]+([0-9]{3})|([^\s/:]+)[ \t])", re.I)


def frames(path):
    """The frames of a capture, in its order: number, time in microseconds, bytes."""
    with open(path, "rb") as file:
        data = file.read()
    magic, link = data[:4], struct.unpack_from("<I", data, 20)[0]
    if magic != b"\xd4\xc3\xb2\xa1" or link != 1:
        raise ValueError(f"{path}: not a little-endian pcap of Ethernet frames")
    offset, frame = 24, 0
    while offset + 16 <= len(data):
        seconds, micros, length, whole = struct.unpack_from("<IIII", data, offset)
        bytes_, frame, offset = data[offset + 16:offset + 16 + length], frame + 1, offset + 16 + length
        if length != whole:
            raise ValueError(f"{path}: frame {frame} is cut")
        yield frame, seconds * 1_000_000 + micros, bytes_


def read(path):
    """The UDP packets of a capture, in its order; one in fragments at the frame that completes it."""
    parts = {}
    whole = (assembled(*frame, parts) for frame in frames(path))
    return [packet for packet in (udp(*frame) for frame in whole if frame) if packet]


def assembled(frame, time, data, parts):
    """The frame as if it had never been fragmented, or None while fragments are missing."""
    flags = struct.unpack_from(">H", data, 20)[0] if data[12:14] == b"\x08\x00" else 0
    if not flags & 0x3FFF:
        return frame, time, data
    header, total = 14 + (data[14] & 15) * 4, struct.unpack_from(">H", data, 16)[0]
    mine = parts.setdefault((data[26:34], data[18:20], data[23]), {})
    mine[(flags & 0x1FFF) * 8] = data[header:14 + total], not flags & 0x2000
    payload = b""
    while len(payload) in mine:
        piece, is_last = mine[len(payload)]
        payload += piece
        if is_last:
            del parts[data[26:34], data[18:20], data[23]]
            return frame, time, data[:20] + b"\0\0" + data[22:header] + payload
    return None


def udp(frame, time, data):
    if data[12:14] != b"\x08\x00" or data[23] != 17:
        return None
    start = 14 + (data[14] & 15) * 4
    source_port, target_port, length = struct.unpack_from(">HHH", data, start)
    return Packet(frame, time, data[6:12].hex(":"), address(data[26:30]), source_port, address(data[30:34]), target_port,
                  data[start + 8:start + length])


def address(bytes_):
    return str(ipaddress.IPv4Address(bytes_))


def call_id(payload):
    """The first Call-ID of a message, or an empty text."""
    head = re.split(rb"\r?\n\r?\n", payload.lstrip(b"\r\n"), maxsplit=1)[0]
    found = CALL_ID.search(head)
    return found.group(1).decode("utf-8", "replace") if found else ""


def branches(payload):
    """The branch parameters of the Via headers of a message, each with the method of its CSeq."""
    head = re.split(rb"\r?\n\r?\n", payload.lstrip(b"\r\n"), maxsplit=1)[0]
    method = CSEQ.search(head)
    return [(branch, method.group(1)) for branch in BRANCH.findall(head)] if method else []


def kind(payload):
    """A method or a status code, or `?` for what is no SIP message."""
    found = START.match(payload)
    return (found.group(1) or found.group(2)).decode("utf-8", "replace") if found else "?"
