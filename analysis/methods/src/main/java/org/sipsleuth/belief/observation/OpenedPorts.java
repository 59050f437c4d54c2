package org.sipsleuth.belief.observation;

import java.util.Arrays;
import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.sip.field.SipGrammar;

/// Finds the RTP ports that session descriptions ask for (RFC 8866 §5.14): those of `m=` lines with
/// a protocol of RTP, the ones at port 0, which reject, left out. Allocates nothing but room.
final class OpenedPorts {

    /// More of one message are not counted: no session has them, a flood might.
    static final int MOST = 64;

    private static final long MOST_PORT = 65_535;
    private static final byte[] RTP = {'R', 'T', 'P', '/'};

    private final KeyedHash hash;
    private final long[] found = new long[MOST];
    private final long[] numbers = new long[MOST];
    private int count;
    private int firstOfMedium;
    private boolean inMedium;
    private long sessionAddress;

    OpenedPorts(KeyedHash hash) {
        this.hash = hash;
    }

    /// Looks through the body of a message, which may be one of several parts.
    ///
    /// @return how many ports there are
    int read(byte[] buffer, int from, int to) {
        count = 0;
        firstOfMedium = 0;
        inMedium = false;
        sessionAddress = 0;
        int line = from;
        while (line < to) {
            int end = line;
            while (end < to && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            line(buffer, line, end);
            line = end + 1;
        }
        return count;
    }

    /// What represents a port that was found.
    long port(int place) {
        return found[place];
    }

    private void line(byte[] a, int from, int to) {
        if (to - from < 3 || a[from + 1] != '=') {
            return;
        }
        switch (a[from]) {
            case 'v' -> {
                inMedium = false;
                sessionAddress = 0;
            }
            case 'c' -> connection(hash.hash(a, from + 2, to));
            case 'm' -> medium(a, from + 2, to);
            default -> {
            }
        }
    }

    /// An address belongs to the session, or to the medium that it follows.
    private void connection(long address) {
        if (!inMedium) {
            sessionAddress = address;
            return;
        }
        for (int i = firstOfMedium; i < count; i++) {
            found[i] = key(address, numbers[i]);
        }
    }

    private void medium(byte[] a, int from, int to) {
        inMedium = true;
        firstOfMedium = count;
        int p = SipGrammar.tokenEnd(a, from, to);
        int portFrom = SipGrammar.skipLws(a, p, to);
        int portTo = digitsEnd(a, portFrom, to);
        long port = SipGrammar.number(a, portFrom, portTo);
        long ports = 1;
        int after = portTo;
        if (after < to && a[after] == '/') {
            int end = digitsEnd(a, after + 1, to);
            ports = SipGrammar.number(a, after + 1, end);
            after = end;
        }
        if (port < 1 || port > MOST_PORT || !isRtp(a, after, to)) {
            return;
        }
        for (long i = 0; i < Math.min(Math.max(1, ports), MOST) && count < MOST; i++) {
            numbers[count] = port + 2 * i; // each with RTCP beside it
            found[count] = key(sessionAddress, numbers[count]);
            count++;
        }
    }

    private long key(long address, long port) {
        return hash.hash(address, port);
    }

    private static int digitsEnd(byte[] a, int from, int to) {
        int p = from;
        while (p < to && SipGrammar.isDigit(a[p])) {
            p++;
        }
        return p;
    }

    private static boolean isRtp(byte[] a, int from, int to) {
        int begin = SipGrammar.skipLws(a, from, to);
        int end = begin;
        while (end < to && a[end] != ' ') {
            end++;
        }
        for (int p = begin; p + RTP.length <= end; p++) {
            if (Arrays.equals(a, p, p + RTP.length, RTP, 0, RTP.length)) {
                return true;
            }
        }
        return false;
    }
}
