#!/usr/bin/env python3
"""Records TLS sessions for the tests: what both sides wrote, what went over the wire, and the keys.

usage: record.py          the sessions that show what TLS does
       record.py call     sessions that carry the call of `encapsulation/call.txt`

Needs Python 3.11 and OpenSSL 3. Most sessions are spoken between two objects of Python's ssl module
in memory; those that need a key update, early data or a cipher suite that Python does not choose
are spoken by `openssl s_client` and `openssl s_server` over the loopback interface.
"""
import os, re, socket, ssl, subprocess, sys, tempfile, threading, time

HERE = os.path.dirname(os.path.abspath(__file__))
NO_ENCRYPT_THEN_MAC = 1 << 19


def sip(start, cseq, body=""):
    return (f"{start}\r\nVia: SIP/2.0/TLS 192.0.2.1;branch=z9hG4bK{cseq}\r\nFrom: <sip:a@example.org>;tag=1\r\n"
            f"To: <sip:b@example.org>\r\nCall-ID: tls@example.org\r\nCSeq: {cseq} OPTIONS\r\n"
            f"Content-Length: {len(body)}\r\n\r\n{body}").encode()


REQUEST = sip("OPTIONS sip:b@example.org SIP/2.0", 1)
RESPONSE = sip("SIP/2.0 200 OK", 1)
SECOND = sip("OPTIONS sip:b@example.org SIP/2.0", 2, "x" * 200)
ANSWER = sip("SIP/2.0 200 OK", 2)
TALK = [("client", [REQUEST]), ("server", [RESPONSE]), ("client", [SECOND[:100], SECOND[100:]]), ("server", [ANSWER])]


def call():
    """The call as a talk: who says what, and in which parts."""
    with open(os.path.join(HERE, "../../encapsulation/call.txt"), "rb") as file:
        said = re.split(rb"^# (call..)\n", file.read(), flags=re.MULTILINE)[1:]
    for who, text in zip(said[::2], said[1::2]):
        text = text.replace(b"\n", b"\r\n")
        parts = [text[:100], text[100:]] if b"INVITE sip" in text else [text]
        yield "client" if who == b"caller" else "server", parts


UPGRADE = [
    ("client", [b"GET /ws HTTP/1.1\r\nHost: example.org\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                b"Sec-WebSocket-Protocol: sip\r\n\r\n"]),
    ("server", [b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                b"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Protocol: sip\r\n\r\n"])]


def framed(talk):
    """A talk as WebSocket frames (RFC 6455 §5.2)."""
    for side, parts in talk:
        text, masked = b"".join(parts), 0x80 if side == "client" else 0
        head, mask = bytes([0x81, masked | 126]) + len(text).to_bytes(2, "big"), b"\x12\xa5\x7f\xc3"
        if masked:
            head, text = head + mask, bytes(octet ^ mask[i % 4] for i, octet in enumerate(text))
        yield side, [head + text]


def certificate(folder, kind):
    key, cert = os.path.join(folder, kind + ".key"), os.path.join(folder, kind + ".pem")
    how = ["rsa:2048"] if kind == "rsa" else ["ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
    subprocess.run(["openssl", "req", "-x509", "-nodes", "-newkey", *how, "-keyout", key, "-out", cert,
                    "-subj", "/CN=example.org", "-days", "30"], check=True, capture_output=True)
    return cert, key


class Recording:
    def __init__(self):
        self.lines, self.said = [], {"client": b"", "server": b""}

    def wire(self, side, data):
        if data:
            self.lines.append(f"{side} {data.hex()}")

    def whole(self):
        self.lines.append("whole so far")

    def save(self, name, keys, about, with_said=True):
        with open(os.path.join(HERE, name + ".txt"), "w") as out:
            out.write(f"# {about}\n")
            for line in open(keys):
                if not line.startswith("#"):
                    out.write("key " + line)
            out.write("\n".join(self.lines) + "\n")
            for side, data in self.said.items() if with_said else ():
                out.write(f"said-{side} {data.hex()}\n")


class Side:
    def __init__(self, name, context, recording, session=None):
        self.name, self.recording = name, recording
        self.into, self.out = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.tls = context.wrap_bio(self.into, self.out, server_side=name == "server",
                                    session=session) if session else context.wrap_bio(
                                        self.into, self.out, server_side=name == "server")

    def flush(self, other):
        data = self.out.read()
        self.recording.wire(self.name, data)
        other.into.write(data)

    def handshake(self, other):
        try:
            self.tls.do_handshake()
            done = True
        except ssl.SSLWantReadError:
            done = False
        self.flush(other)
        return done

    def say(self, other, *parts):
        for part in parts:
            self.tls.write(part)
            self.recording.said[self.name] += part
        self.flush(other)
        heard = b""
        while len(heard) < sum(map(len, parts)):
            heard += other.tls.read(65536)
        other.flush(self)


def in_memory(name, about, certs, suite=None, version=None, curve=None, options=0, resume=False,
              upgrade=(), talk=None):
    with tempfile.TemporaryDirectory() as folder:
        keys = os.path.join(folder, "keys")
        client, server = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        client.check_hostname, client.verify_mode = False, ssl.CERT_NONE
        server.load_cert_chain(*certs)
        client.keylog_filename = keys
        for context in (client, server):
            context.maximum_version = context.minimum_version = version
            context.options |= options
        if suite:
            client.set_ciphers(suite + ":@SECLEVEL=0")
            server.set_ciphers(suite + ":@SECLEVEL=0")
        if curve:
            server.set_ecdh_curve(curve)
        session = None
        for last in ([False, True] if resume else [True]):
            recording = Recording()
            a, b = Side("client", client, recording, session), Side("server", server, recording)
            ready_a = ready_b = False
            while not (ready_a and ready_b):
                ready_a = ready_a or a.handshake(b)
                ready_b = ready_b or b.handshake(a)
            for words in [*upgrade, *(talk or TALK)]:
                speaker, listener = (a, b) if words[0] == "client" else (b, a)
                speaker.say(listener, *words[1])
                if words not in upgrade:
                    recording.whole()
            session = a.tls.session
            assert last or not a.tls.session_reused
            assert not (last and resume) or a.tls.session_reused
            for side, other in ((a, b), (b, a)):
                try:
                    side.tls.unwrap()
                except ssl.SSLError:
                    pass  # it waits for the other's farewell
                side.flush(other)
        recording.save(name, keys, f"{about} ({a.tls.cipher()[0]}, {a.tls.version()})", not talk)


class Proxy:
    """Stands between the two programs and writes down what passes."""

    def __init__(self, port, recording):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port, self.target, self.recording = self.listener.getsockname()[1], port, recording
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        near, _ = self.listener.accept()
        far = socket.create_connection(("127.0.0.1", self.target))
        threading.Thread(target=self.pump, args=("server", far, near), daemon=True).start()
        self.pump("client", near, far)

    def pump(self, side, source, sink):
        while data := source.recv(65536):
            self.recording.wire(side, data)
            sink.sendall(data)


def programs(name, about, certs, suite, client_steps, early=False, with_said=True):
    """client_steps: what s_client and s_server are told, as (side, bytes, is it said)."""
    with tempfile.TemporaryDirectory() as folder:
        keys, session = os.path.join(folder, "keys"), os.path.join(folder, "session")
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        recording = Recording()
        server = subprocess.Popen(
            ["openssl", "s_server", "-accept", str(port), "-cert", certs[0], "-key", certs[1], "-tls1_3",
             "-ciphersuites", suite, "-early_data"],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.5)
        try:
            call = ["openssl", "s_client", "-tls1_3", "-ciphersuites", suite]
            if early:
                asked = subprocess.Popen(call + ["-connect", f"127.0.0.1:{port}", "-sess_out", session],
                                         stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                         stderr=subprocess.DEVNULL)
                time.sleep(1)
                asked.stdin.write(b"Q\n")
                asked.stdin.close()
                asked.wait(5)
                first = os.path.join(folder, "first")
                with open(first, "wb") as out:
                    out.write(REQUEST)
                recording.said["client"] += REQUEST
                call += ["-sess_in", session, "-early_data", first]
            proxy = Proxy(port, recording)
            client = subprocess.Popen(call + ["-connect", f"127.0.0.1:{proxy.port}", "-keylogfile", keys],
                                      stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL)
            time.sleep(1)
            for side, data, said in client_steps:
                program = client if side == "client" else server
                program.stdin.write(data)
                program.stdin.flush()
                if said:
                    recording.said[side] += data
                time.sleep(0.4)
                if said:
                    recording.whole()
            client.kill()
            time.sleep(0.3)
        finally:
            server.kill()
        recording.save(name, keys, f"{about} ({suite}, TLSv1.3)", with_said)


def main():
    with tempfile.TemporaryDirectory() as folder:
        ec, rsa = certificate(folder, "ec"), certificate(folder, "rsa")
        twelve, thirteen = ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3
        for suite in ("ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384",
                      "ECDHE-ECDSA-CHACHA20-POLY1305"):
            in_memory("tls12-" + suite.lower(), "TLS 1.2", ec, suite, twelve)
        for suite in ("ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES128-SHA256", "ECDHE-ECDSA-AES256-SHA384"):
            in_memory("tls12-" + suite.lower(), "TLS 1.2, encrypt then MAC", ec, suite, twelve)
            in_memory("tls12-mte-" + suite.lower(), "TLS 1.2, MAC then encrypt", ec, suite, twelve,
                      options=NO_ENCRYPT_THEN_MAC)
        in_memory("tls12-rsa", "TLS 1.2, RSA key exchange", rsa, "AES256-GCM-SHA384", twelve)
        in_memory("tls12-ccm", "TLS 1.2, a suite that the JDK does not know", ec, "ECDHE-ECDSA-AES128-CCM", twelve)
        in_memory("tls12-ticket", "TLS 1.2, resumed by a ticket", ec, "ECDHE-ECDSA-AES128-GCM-SHA256", twelve,
                  resume=True)
        in_memory("tls12-session-id", "TLS 1.2, resumed by a session id", ec, "ECDHE-ECDSA-AES128-GCM-SHA256",
                  twelve, options=ssl.OP_NO_TICKET, resume=True)
        in_memory("tls13-resumed", "TLS 1.3, resumed by a pre-shared key", ec, version=thirteen, resume=True)
        in_memory("tls13-retry", "TLS 1.3, with a HelloRetryRequest", ec, version=thirteen, curve="secp521r1")
        talk = [("client", REQUEST, True), ("server", RESPONSE, True), ("client", SECOND, True),
                ("server", ANSWER, True)]
        for suite in ("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256",
                      "TLS_AES_128_CCM_SHA256"):
            programs("tls13-" + suite[4:].lower().replace("_", "-"), "TLS 1.3", ec, suite, talk)
        update = [("client", REQUEST, True), ("server", RESPONSE, True), ("client", b"k\n", False),
                  ("client", SECOND, True), ("server", b"K\n", False), ("server", ANSWER, True),
                  ("client", SECOND, True)]
        programs("tls13-key-update", "TLS 1.3, both sides change their keys", ec, "TLS_AES_128_GCM_SHA256", update)
        programs("tls13-early", "TLS 1.3, resumed with early data", ec, "TLS_AES_128_GCM_SHA256",
                 [("server", RESPONSE, True), ("client", SECOND, True), ("server", ANSWER, True)], early=True)


def record_call():
    talk = list(call())
    with tempfile.TemporaryDirectory() as folder:
        ec, rsa = certificate(folder, "ec"), certificate(folder, "rsa")
        twelve, thirteen = ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3
        gcm = "ECDHE-ECDSA-AES128-GCM-SHA256"
        for suite in (gcm, "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305",
                      "ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES128-SHA256", "ECDHE-ECDSA-AES256-SHA384"):
            in_memory("call-tls12-" + suite[12:].lower(), "TLS 1.2", ec, suite, twelve, talk=talk)
        for suite in ("ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES256-SHA384"):
            in_memory("call-tls12-mte-" + suite[12:].lower(), "TLS 1.2, MAC then encrypt", ec, suite, twelve,
                      options=NO_ENCRYPT_THEN_MAC, talk=talk)
        in_memory("call-tls12-rsa", "TLS 1.2, RSA key exchange", rsa, "AES256-GCM-SHA384", twelve, talk=talk)
        in_memory("call-tls12-ticket", "TLS 1.2, resumed by a ticket", ec, gcm, twelve, resume=True, talk=talk)
        in_memory("call-tls12-session-id", "TLS 1.2, resumed by a session id", ec, gcm, twelve,
                  options=ssl.OP_NO_TICKET, resume=True, talk=talk)
        in_memory("call-tls13-resumed", "TLS 1.3, resumed by a pre-shared key", ec, version=thirteen, resume=True,
                  talk=talk)
        in_memory("call-tls13-websocket", "TLS 1.3, WebSocket", ec, version=thirteen, upgrade=UPGRADE,
                  talk=list(framed(talk)))
        steps = [(side, b"".join(parts), True) for side, parts in talk]
        for suite in ("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"):
            programs("call-tls13-" + suite[4:].lower().replace("_", "-"), "TLS 1.3", ec, suite, steps,
                     with_said=False)
        steps[4:4] = [("client", b"k\n", False), ("server", b"K\n", False)]
        programs("call-tls13-key-update", "TLS 1.3, both sides change their keys", ec, "TLS_AES_128_GCM_SHA256",
                 steps, with_said=False)


if __name__ == "__main__":
    sys.exit(record_call() if sys.argv[1:] == ["call"] else main())
