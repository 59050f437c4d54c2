"""Reads SIP over UDP and TCP out of what tcpdump wrote: classic pcap, Ethernet, IPv4 or IPv6.

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
LENGTH = re.compile(rb"\n(?:content-length|l)[ \t]*:[ \t]*([0-9]+)", re.I)
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
    """What a capture holds, in its order: UDP packets, each at the frame that completes it, and SIP
    messages of TCP connections, likewise."""
    parts, streams, found = {}, {}, []
    for frame in (assembled(*each, parts) for each in frames(path)):
        if frame:
            packet = udp(*frame)
            found += [packet] if packet else tcp(*frame, streams)
    return found


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
            length = struct.pack(">H", header - 14 + len(payload))
            return frame, time, data[:16] + length + data[18:20] + b"\0\0" + data[22:header] + payload
    return None


def internet(data):
    """Protocol, source, target and payload of an IP packet; None if the frame holds another thing."""
    if data[12:14] == b"\x08\x00":
        start, end = 14 + (data[14] & 15) * 4, 14 + struct.unpack_from(">H", data, 16)[0]
        return data[23], address(data[26:30]), address(data[30:34]), data[start:end]
    if data[12:14] == b"\x86\xdd":
        end = 54 + struct.unpack_from(">H", data, 18)[0]
        return data[20], address(data[22:38]), address(data[38:54]), data[54:end]
    return None


def udp(frame, time, data):
    found = internet(data)
    if not found or found[0] != 17:
        return None
    _, source, target, payload = found
    source_port, target_port = struct.unpack_from(">HH", payload)
    return Packet(frame, time, data[6:12].hex(":"), source, source_port, target, target_port, payload[8:])


def tcp(frame, time, data, streams):
    """The SIP messages that a frame completes; streams: what each connection sent so far, per direction."""
    found = internet(data)
    if not found or found[0] != 6:
        return []
    _, source, target, payload = found
    source_port, target_port, number = struct.unpack_from(">HHI", payload)
    sent, syn = payload[(payload[12] >> 4) * 4:], payload[13] & 2
    stream = (source, source_port, target, target_port)
    if syn or stream not in streams:
        streams[stream] = [(number + (1 if syn else 0)) & 0xFFFFFFFF, b"", {}]
    state = streams[stream]
    if sent:
        state[2][number] = sent
    while True:  # what continues the stream, also if it came early or twice
        fits = [n for n in state[2] if ((state[0] - n) & 0xFFFFFFFF) <= len(state[2][n])]
        if not fits:
            break
        known = (state[0] - fits[0]) & 0xFFFFFFFF
        fresh = state[2].pop(fits[0])[known:]
        state[0], state[1] = (state[0] + len(fresh)) & 0xFFFFFFFF, state[1] + fresh
    messages = []
    while True:
        state[1] = state[1].lstrip(b"\r\n")
        head, end, rest = state[1].partition(b"\r\n\r\n")
        length = LENGTH.search(head)
        size = len(head) + 4 + (int(length.group(1)) if length else 0)
        if not end or len(state[1]) < size:
            return messages
        messages.append(Packet(frame, time, data[6:12].hex(":"), source, source_port, target, target_port, state[1][:size]))
        state[1] = state[1][size:]


def address(bytes_):
    return str(ipaddress.ip_address(bytes(bytes_)))


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
