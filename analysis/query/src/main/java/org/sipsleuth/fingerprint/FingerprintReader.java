package org.sipsleuth.fingerprint;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.field.SipGrammar;

/// Reads fingerprints of requests, one after the other, as bytes that are equal for equal ones;
/// [#decode] gives the fingerprint. Allocates nothing for each.
public final class FingerprintReader {

    /// What a part of a fingerprint may be long, in bytes; the rest is not read.
    private static final int MOST_BYTES = 600;

    private static final int PARTS = 6;
    private static final byte SEPARATOR = 0x1f;
    private static final byte[] COOKIE = "z9hG4bK".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH_STEP = 4;

    private final byte[] bytes = new byte[PARTS * (MOST_BYTES + 1)];
    private int size;
    private int partFrom;

    /// Reads the fingerprint of the request that `layout` speaks of.
    ///
    /// @return how many of [#bytes] it fills
    public int read(byte[] buffer, SipLayout layout) {
        size = 0;
        partFrom = 0;
        userAgent(buffer, layout);
        separate();
        text(buffer, layout, Part.METHOD);
        separate();
        headerOrder(buffer, layout);
        separate();
        branch(buffer, layout);
        separate();
        callId(buffer, layout);
        separate();
        if (layout.has(Part.FROM_TAG)) {
            grammar(buffer, layout.from(Part.FROM_TAG), layout.to(Part.FROM_TAG));
        }
        return size;
    }

    /// The bytes of the last one.
    public byte[] bytes() {
        return bytes;
    }

    /// The fingerprint of bytes that were read.
    public static Fingerprint decode(String text) {
        String[] parts = text.split(String.valueOf((char) SEPARATOR), -1);
        return new Fingerprint(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
    }

    private void separate() {
        bytes[size++] = SEPARATOR;
        partFrom = size;
    }

    private void put(int c) {
        if (size < partFrom + MOST_BYTES) {
            bytes[size++] = (byte) (c >= 0 && c < ' ' ? ' ' : c);
        }
    }

    private void put(byte[] buffer, int from, int to) {
        for (int p = from; p < to && size < partFrom + MOST_BYTES; p++) {
            put(buffer[p]);
        }
    }

    private void text(byte[] buffer, SipLayout layout, Part part) {
        if (layout.has(part)) {
            put(buffer, layout.from(part), layout.to(part));
        }
    }

    private void userAgent(byte[] buffer, SipLayout layout) {
        for (int i = 0; i < layout.fieldCount(); i++) {
            if (layout.fieldName(i) == HeaderName.USER_AGENT) {
                put(buffer, layout.valueFrom(i), layout.valueTo(i));
                return;
            }
        }
    }

    /// The names in order, those with credentials left out, so that a request and its repetition
    /// with credentials are alike.
    private void headerOrder(byte[] buffer, SipLayout layout) {
        HeaderName last = null;
        for (int i = 0; i < layout.fieldCount() && size < partFrom + MOST_BYTES; i++) {
            @Nullable HeaderName name = layout.fieldName(i);
            boolean isRepeated = name != null && name == last;
            last = name;
            if (isRepeated
                    || name == HeaderName.AUTHORIZATION
                    || name == HeaderName.PROXY_AUTHORIZATION) {
                continue;
            }
            if (size > partFrom) {
                put(',');
            }
            put(buffer, layout.fieldFrom(i), layout.nameTo(i));
        }
    }

    private void branch(byte[] buffer, SipLayout layout) {
        if (!layout.has(Part.BRANCH)) {
            return;
        }
        int from = layout.from(Part.BRANCH);
        int to = layout.to(Part.BRANCH);
        int after = from;
        while (after < to && after - from < COOKIE.length && buffer[after] == COOKIE[after - from]) {
            after++;
        }
        if (after - from < COOKIE.length) {
            put('!');
            after = from;
        }
        while (after < to && (buffer[after] == '-' || buffer[after] == '.')) {
            after++;
        }
        grammar(buffer, after, to);
    }

    private void callId(byte[] buffer, SipLayout layout) {
        if (!layout.has(Part.CALL_ID)) {
            return;
        }
        int from = layout.from(Part.CALL_ID);
        int to = layout.to(Part.CALL_ID);
        int at = from;
        while (at < to && buffer[at] != '@') {
            at++;
        }
        grammar(buffer, from, at);
        if (at < to) {
            put('@');
        }
    }

    /// A letter for the alphabet, and the length: of random digits and letters in fours, because
    /// their lengths vary.
    private void grammar(byte[] buffer, int from, int to) {
        boolean digits = true;
        boolean hex = true;
        boolean groups = true;
        boolean letters = true;
        int dashes = 0;
        for (int p = from; p < to; p++) {
            byte b = buffer[p];
            boolean isDigit = SipGrammar.isDigit(b);
            boolean isHex = isDigit || (b >= 'a' && b <= 'f');
            digits &= isDigit;
            hex &= isHex;
            dashes += b == '-' ? 1 : 0;
            groups &= isHex || b == '-' || (b >= 'A' && b <= 'F');
            letters &= isDigit || SipGrammar.isAlpha(b);
        }
        int length = to - from;
        if (digits) {
            number('d', length / LENGTH_STEP);
        } else if (hex) {
            number('x', length);
        } else if (groups && dashes > 0) {
            number('u', length);
        } else {
            number(letters ? 'a' : 'o', length / LENGTH_STEP);
        }
    }

    private void number(char alphabet, int length) {
        put(alphabet);
        for (char digit : String.valueOf(length).toCharArray()) {
            put(digit);
        }
    }
}
