package org.sipsleuth.capture.tls;

import java.util.Arrays;
import java.util.HexFormat;

/// What both sides of a connection agreed on, as far as their hellos were seen.
final class Handshake {

    static final int TLS_1_2 = 0x0303;
    static final int TLS_1_3 = 0x0304;

    private static final int RANDOM_FROM = 2;
    private static final int RANDOM_BYTES = 32;
    private static final int AFTER_RANDOM = RANDOM_FROM + RANDOM_BYTES;

    private static final int ENCRYPT_THEN_MAC = 22;
    private static final int EARLY_DATA = 42;
    private static final int SUPPORTED_VERSIONS = 43;

    /// The random of a server hello that asks for another client hello (RFC 8446 §4.1.3).
    private static final byte[] RETRY =
            HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

    private byte[] clientRandom = new byte[0];
    private byte[] serverRandom = new byte[0];
    private boolean offersEarlyData;
    private boolean wasAskedAgain;
    private boolean macIsOutside;
    private int version;
    private int suite;

    /// Takes a client hello without its header. One with a new random begins a new handshake.
    void clientHello(byte[] body) {
        if (body.length < AFTER_RANDOM) {
            return;
        }
        byte[] random = Arrays.copyOfRange(body, RANDOM_FROM, AFTER_RANDOM);
        if (Arrays.equals(random, clientRandom)) {
            return;
        }
        if (hasClientHello()) {
            serverRandom = new byte[0];
            version = 0;
        }
        clientRandom = random;
        int suites = vectorEnd(body, AFTER_RANDOM, 1);
        int compressions = vectorEnd(body, suites, Short.BYTES);
        int extensions = vectorEnd(body, compressions, 1);
        offersEarlyData = extension(body, extensions, EARLY_DATA) >= 0;
    }

    /// Takes a server hello without its header.
    void serverHello(byte[] body) {
        int afterSession = vectorEnd(body, AFTER_RANDOM, 1);
        if (afterSession < 0 || afterSession + 3 > body.length) {
            return;
        }
        byte[] random = Arrays.copyOfRange(body, RANDOM_FROM, AFTER_RANDOM);
        if (Arrays.equals(random, RETRY)) {
            wasAskedAgain = true;
            offersEarlyData = false;
            return;
        }
        serverRandom = random;
        suite = u16(body, afterSession);
        int extensions = afterSession + 3; // the suite, and one byte of compression
        int chosen = extension(body, extensions, SUPPORTED_VERSIONS);
        version = chosen >= 0 && chosen + 2 <= body.length ? u16(body, chosen) : u16(body, 0);
        macIsOutside = extension(body, extensions, ENCRYPT_THEN_MAC) >= 0;
    }

    /// Where the vector that begins here ends, or -1 if it is not there.
    private static int vectorEnd(byte[] body, int from, int lengthBytes) {
        if (from < 0 || from + lengthBytes > body.length) {
            return -1;
        }
        int length = lengthBytes == 1 ? body[from] & 0xff : u16(body, from);
        int end = from + lengthBytes + length;
        return end <= body.length ? end : -1;
    }

    /// Where the content of an extension begins, or -1.
    private static int extension(byte[] body, int from, int wanted) {
        int end = vectorEnd(body, from, Short.BYTES);
        int at = from + Short.BYTES;
        while (at + 4 <= end) {
            int content = at + 4;
            if (u16(body, at) == wanted) {
                return content;
            }
            at = content + u16(body, at + Short.BYTES);
        }
        return -1;
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << Byte.SIZE | (bytes[at + 1] & 0xff);
    }

    boolean hasClientHello() {
        return clientRandom.length > 0;
    }

    /// Whether both hellos were seen.
    boolean isComplete() {
        return hasClientHello() && serverRandom.length > 0;
    }

    boolean isTls13() {
        return version == TLS_1_3;
    }

    /// Whether a change of the cipher says nothing, as in TLS 1.3.
    boolean ignoresCipherChange() {
        return isTls13() || wasAskedAgain;
    }

    boolean offersEarlyData() {
        return offersEarlyData;
    }

    /// Whether CBC suites make the MAC last.
    boolean macIsOutside() {
        return macIsOutside;
    }

    int version() {
        return version;
    }

    int suite() {
        return suite;
    }

    byte[] clientRandom() {
        return clientRandom;
    }

    /// The server's random, then the client's.
    byte[] randoms() {
        byte[] both = Arrays.copyOf(serverRandom, 2 * RANDOM_BYTES);
        System.arraycopy(clientRandom, 0, both, RANDOM_BYTES, RANDOM_BYTES);
        return both;
    }
}
