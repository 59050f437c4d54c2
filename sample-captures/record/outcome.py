"""What an attack is, who did it to whom, and what came of it, from the messages of a recording.

Follows docs/SIMULATOR.md, "Who, whom, with which result". Knows nothing of SipSleuth's own reader.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import ipaddress
import re
from collections import namedtuple

import packets

# from_user, to_user: the user parts; vias: how many Via header fields
Message = namedtuple("Message", "packet request method status call cseq from_user to_user vias")

ATTEMPTED, PARTIAL, SUCCEEDED = "attempted", "partial", "succeeded"
NOT_FOUND = (404, 410, 604)
EXISTS = (401, 403, 405, 407, 420, 480, 486, 488, 600, 603, 606)
FLOODS = {"INVITE": "invite_flood", "REGISTER": "register_flood", "OPTIONS": "options_flood"}


def message(packet):
    """The parts of a SIP message that matter here, or None."""
    kind = packets.kind(packet.payload)
    cseq = re.search(rb"\n(?:cseq)[ \t]*:[ \t]*([0-9]+)[ \t]+([^\s]+)", packet.payload, re.I)
    if kind == "?":
        return None
    request = not kind.isdigit()
    method = kind if request else cseq.group(2).decode("utf-8", "replace") if cseq else ""
    return Message(packet, request, method, 0 if request else int(kind), packets.call_id(packet.payload),
                   int(cseq.group(1)) if cseq else -1, user(packet.payload, b"from|f"), user(packet.payload, b"to|t"),
                   len(re.findall(rb"\n(?:via|v)[ \t]*:", packet.payload, re.I)))


def user(payload, names):
    found = re.search(rb"\n(?:" + names + rb")[ \t]*:[^\r\n]*?sips?:([^@>;\s]+)@", payload, re.I)
    return found.group(1).decode("utf-8", "replace") if found else ""


def kind(trafficclass, mine):
    """The word for incidents that a class and the attack's messages mean; None for odd dialogs."""
    requests = [m for m in mine if m.request]
    methods = [m.method for m in requests]
    most = max(set(methods), key=methods.count) if methods else ""
    if trafficclass == "scan":
        several = len({m.packet.target for m in requests if m.packet.source == requests[0].packet.source}) > 1
        return "host_scan" if several else "extension_enumeration"
    if trafficclass == "dos":
        return FLOODS.get(most, "other_flood")
    return {"password_cracking": "password_guessing", "firewall_traversal": "firewall_pinhole",
            "mutation": "malformed_messages", "odd_dialog": None}.get(trafficclass, trafficclass)


class Judged:
    """One attack. mine: its messages in order; honest: all others; addresses: those of its hosts, or
    None if they forge addresses. A call of others that reached an attacker does not make its caller one."""

    def __init__(self, kind_, mine, honest, addresses):
        self.kind, self.forged = kind_, addresses is None
        forged = self.forged
        first, self.sent = {}, []
        for m in mine:
            if m.request and m.call not in first and (forged or m.packet.source in addresses):
                first[m.call] = m
        actors = {m.packet.source for m in first.values()}
        for m in mine:
            if first.get(m.call) is m or (not forged and m.request and m.vias < 2 and m.packet.source in actors):
                self.sent.append(m)
        self.received = [m for m in mine if not m.request and m.packet.target in actors]
        self.actors = None if forged else ordered(actors)
        victims = {m.packet.target for m in self.sent}
        self.rang = self.phones_that_rang(mine) if kind_ == "invite_flood" else {}
        victims |= self.rang.keys()
        if kind_ == "rogue_challenge":  # also the phones behind the proxy, which it is about
            victims |= {m.packet.target for m in mine if m.request and m.method == "INVITE"}
        self.victims = ordered(victims)
        self.honest = honest

    @staticmethod
    def phones_that_rang(mine):
        """How many calls of a flood rang at which phone: who answered 180 or 183 to what a server passed on."""
        calls = {(m.packet.source, m.call) for m in mine if m.method == "INVITE" and m.status in (180, 183) and m.vias > 1}
        rang = {}
        for phone, _ in calls:
            rang[phone] = rang.get(phone, 0) + 1
        return rang

    def span(self):
        return (self.sent[0].packet.time, self.sent[-1].packet.time) if self.sent else (None, None)

    def accounts(self):
        if self.kind == "password_guessing":
            found = [m.to_user for m in self.sent if m.method == "REGISTER"]
        elif self.kind in ("toll_fraud", "account_takeover"):
            found = [m.from_user for m in self.sent if m.method in ("INVITE", "REGISTER")]
        elif self.kind == "registration_hijack":
            found = [m.to_user for m in self.sent if m.method == "REGISTER"]
        elif self.kind in ("message_spam", "voicemail_probing", "remote_control"):
            found = [m.to_user for m in self.sent if m.method in ("MESSAGE", "INVITE", "NOTIFY")]
        elif self.kind == "extension_enumeration" and self.statuses(*NOT_FOUND):
            found = [m.to_user for m in self.received if m.status in EXISTS or 100 < m.status < 400]
        else:
            found = []
        return list(dict.fromkeys(u for u in found if u))

    def statuses(self, *which):
        return [m for m in self.received if m.status in which]

    def outcome(self):
        answered = [m.method for m in self.received if 200 <= m.status < 300]
        rings = [m for m in self.received if m.method == "INVITE" and 100 < m.status < 200]
        match self.kind:
            case None:
                return None
            case "host_scan":
                return PARTIAL if self.received else ATTEMPTED
            case "extension_enumeration":
                return PARTIAL if self.accounts() else ATTEMPTED
            case "password_guessing":
                return SUCCEEDED if answered else ATTEMPTED
            case "toll_fraud" | "account_takeover":
                started = "REGISTER" in answered or rings
                return SUCCEEDED if "INVITE" in answered else PARTIAL if started else ATTEMPTED
            case "spit":
                return SUCCEEDED if "INVITE" in answered else PARTIAL if rings else ATTEMPTED
            case "message_spam":  # 202: accepted by a server, which may deliver it later
                return SUCCEEDED if self.statuses(200) else PARTIAL if answered else ATTEMPTED
            case "voicemail_probing":  # whether a PIN was right is known only to the voicemail: see `reached`
                return PARTIAL if "INVITE" in answered else ATTEMPTED
            case "firewall_pinhole":
                return SUCCEEDED if "INVITE" in answered else ATTEMPTED
            case "session_teardown" | "registration_hijack" | "media_redirect" | "call_hijack" | "remote_control":
                return SUCCEEDED if answered else ATTEMPTED
            case "malformed_messages" | "fuzzing":
                return PARTIAL if [m for m in self.received if m.status == 408 or m.status // 100 == 5] else ATTEMPTED
            case name if name.endswith("_flood"):
                return self.harm()
        return ATTEMPTED

    def harm(self):
        """What a flood did to the requests of others that reached its victims meanwhile."""
        begin, end = self.span()
        users = {m.to_user for m in self.sent}
        outcome, seen = PARTIAL if self.rang else ATTEMPTED, set()
        for m in self.honest:
            if not m.request or m.method == "ACK" or not begin <= m.packet.time <= end or m.packet.target not in self.victims:
                continue
            transaction = (m.call, m.cseq, m.method, m.packet.source)
            if transaction in seen:
                outcome = PARTIAL if outcome == ATTEMPTED else outcome
            seen.add(transaction)
            final = [a.status for a in self.honest if not a.request and a.status >= 200
                     and (a.call, a.cseq, a.method, a.packet.target) == transaction]
            refused = m.to_user in users and m.method == "INVITE" and final and final[0] in (480, 486, 600)
            if not final or final[0] in (408, 500, 503, 504) or refused:
                return SUCCEEDED
        return outcome


def ordered(addresses):
    return sorted(addresses, key=lambda address: (":" in address, ipaddress.ip_address(address)))
