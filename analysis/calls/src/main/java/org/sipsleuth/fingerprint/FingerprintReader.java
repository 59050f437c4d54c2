package org.sipsleuth.fingerprint;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.field.ParameterScan;
import org.sipsleuth.sip.field.SipGrammar;
import org.sipsleuth.sip.field.ViaScan;

/// Reads fingerprints of requests, one after the other, as bytes that are equal for equal ones;
/// [#decode] gives the fingerprint. Allocates nothing for each.
public final class FingerprintReader {

    private static final int COOKIE_BYTES = 7;
    private static final int LONGEST_SESSION_NAME = 24;

    private final FingerprintBytes out = new FingerprintBytes();
    private final IdentifierGrammar grammar = new IdentifierGrammar(out);
    private final ViaScan via = new ViaScan();
    private final ParameterScan parameter = new ParameterScan();

    private int userAgent;
    private int topVia;
    private int from;
    private int to;
    private int contact;

    /// Reads the fingerprint of the request that `layout` speaks of.
    ///
    /// @return how many of [#bytes] it fills
    public int read(byte[] buffer, SipLayout layout) {
        out.clear();
        find(layout);
        if (userAgent >= 0) {
            out.put(buffer, layout.valueFrom(userAgent), layout.valueTo(userAgent));
        }
        out.separate();
        if (layout.has(Part.METHOD)) {
            out.put(buffer, layout.from(Part.METHOD), layout.to(Part.METHOD));
        }
        out.separate();
        headerOrder(buffer, layout);
        out.separate();
        via(buffer, layout);
        out.separate();
        callId(buffer, layout);
        out.separate();
        if (layout.has(Part.FROM_TAG)) {
            grammar.write(buffer, layout.from(Part.FROM_TAG), layout.to(Part.FROM_TAG));
        }
        out.separate();
        address(buffer, layout, from);
        out.put(',');
        address(buffer, layout, to);
        out.put(',');
        address(buffer, layout, contact);
        out.separate();
        if (layout.has(Part.SDP)) {
            sdp(buffer, layout.from(Part.SDP), layout.to(Part.SDP));
        }
        return out.size();
    }

    /// The bytes of the last one.
    public byte[] bytes() {
        return out.bytes();
    }

    /// The fingerprint of bytes that were read.
    public static Fingerprint decode(String text) {
        String[] parts = FingerprintBytes.parts(text);
        return new Fingerprint(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7],
                parts[8]);
    }

    /// Finds the first header field of each kind that is looked at.
    private void find(SipLayout layout) {
        userAgent = topVia = from = to = contact = -1;
        for (int i = layout.fieldCount() - 1; i >= 0; i--) {
            HeaderName name = layout.fieldName(i);
            if (name == HeaderName.USER_AGENT) {
                userAgent = i;
            } else if (name == HeaderName.VIA) {
                topVia = i;
            } else if (name == HeaderName.FROM) {
                from = i;
            } else if (name == HeaderName.TO) {
                to = i;
            } else if (name == HeaderName.CONTACT) {
                contact = i;
            }
        }
    }

    /// The names in order, those with credentials left out, so that a request and its repetition
    /// with credentials are alike.
    private void headerOrder(byte[] buffer, SipLayout layout) {
        HeaderName last = null;
        for (int i = 0; i < layout.fieldCount(); i++) {
            @Nullable HeaderName name = layout.fieldName(i);
            boolean isRepeated = name != null && name == last;
            last = name;
            if (!isRepeated && name != HeaderName.AUTHORIZATION && name != HeaderName.PROXY_AUTHORIZATION) {
                out.comma();
                out.put(buffer, layout.fieldFrom(i), layout.nameTo(i));
            }
        }
    }

    private void via(byte[] buffer, SipLayout layout) {
        if (topVia < 0) {
            out.separate();
            return;
        }
        via.read(buffer, layout.valueFrom(topVia), layout.valueTo(topVia));
        if (via.portFrom >= 0) {
            out.put(':');
        }
        boolean isFirst = true;
        parameter.begin(via.parametersFrom);
        while (parameter.next(buffer, via.end)) {
            boolean isOfServer = parameter.isNamed(buffer, "received");
            if (!isOfServer) {
                if (!isFirst) {
                    out.put(',');
                }
                out.put(buffer, parameter.nameFrom, parameter.nameTo);
                isFirst = false;
            }
        }
        out.separate();
        if (via.branchFrom >= 0) {
            branch(buffer, via.branchFrom, via.branchTo);
        }
    }

    private void branch(byte[] buffer, int from, int to) {
        int after = from + COOKIE_BYTES;
        if (to < after || !ViaScan.isCookie(buffer, from, after)) {
            out.put('!');
            after = from;
        }
        if (after < to && !SipGrammar.isDigit(buffer[after]) && !SipGrammar.isAlpha(buffer[after])) {
            out.put(buffer, after, after + 1);
            after++;
        }
        grammar.write(buffer, after, to);
    }

    private void callId(byte[] buffer, SipLayout layout) {
        if (!layout.has(Part.CALL_ID)) {
            return;
        }
        int end = layout.to(Part.CALL_ID);
        int at = layout.from(Part.CALL_ID);
        while (at < end && buffer[at] != '@') {
            at++;
        }
        grammar.write(buffer, layout.from(Part.CALL_ID), at);
        if (at < end) {
            out.put('@');
        }
    }

    private void address(byte[] buffer, SipLayout layout, int field) {
        if (field < 0) {
            return;
        }
        int p = layout.valueFrom(field);
        int end = layout.valueTo(field);
        int bracket = p;
        if (p < end && buffer[p] == '"') {
            int quoted = SipGrammar.quotedEnd(buffer, p, end);
            bracket = quoted < 0 ? end : quoted;
        }
        while (bracket < end && buffer[bracket] != '<' && buffer[bracket] != ';') {
            bracket++;
        }
        if (bracket == end || buffer[bracket] == ';') {
            out.put(':');
            return;
        }
        if (bracket > p) {
            out.put(buffer[p] == '"' ? '"' : 'w');
            if (SipGrammar.isLws(buffer[bracket - 1])) {
                out.put(' ');
            }
        }
        out.put('<');
    }

    private void sdp(byte[] a, int from, int to) {
        int lastFrom = 0;
        int lastTo = 0;
        int p = from;
        while (p < to) {
            int lineTo = p;
            while (lineTo < to && a[lineTo] != '\n' && a[lineTo] != '\r') {
                lineTo++;
            }
            int shownTo = shownTo(a, p, lineTo);
            boolean isRepeated = shownTo - p == lastTo - lastFrom && isSame(a, p, lastFrom, shownTo - p);
            if (shownTo > p && !isRepeated) {
                out.comma();
                out.put(a, p, shownTo);
                lastFrom = p;
                lastTo = shownTo;
            }
            p = lineTo + 1;
        }
    }

    /// Up to where a line is part of the fingerprint.
    private static int shownTo(byte[] a, int from, int to) {
        if (to - from < 2) {
            return from;
        }
        if (a[from] == 's') {
            return Math.min(to, from + LONGEST_SESSION_NAME);
        }
        return a[from] == 'a' ? SipGrammar.tokenEnd(a, from + 2, to) : from + 1;
    }

    private static boolean isSame(byte[] a, int one, int other, int length) {
        for (int i = 0; i < length; i++) {
            if (a[one + i] != a[other + i]) {
                return false;
            }
        }
        return true;
    }
}
