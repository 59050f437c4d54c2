package org.sipsleuth.sip;

import org.sipsleuth.sip.field.CSeqScan;
import org.sipsleuth.sip.field.SipGrammar;
import org.sipsleuth.sip.field.UriCheck;
import org.sipsleuth.sip.field.ViaScan;

/// Reads a header that is written as nearly all are: each field on a line of its own, one value to
/// a field, nothing folded, nothing wrong. The result is that of [HeaderScan], which reads every
/// other header. It is much less code to compile, which takes most of the time of reading a file:
/// without it `info` of a million messages takes 25 % longer (decision 31).
///
/// It keeps no list of the fields.
final class PlainHeader {

    private static final int EXPIRES_DIGITS = 9;

    private static final int VIA = 1;
    private static final int FROM = 1 << 1;
    private static final int TO = 1 << 2;
    private static final int CALL_ID = 1 << 3;
    private static final int CSEQ = 1 << 4;
    private static final int MAX_FORWARDS = 1 << 5;
    private static final int CONTENT_LENGTH = 1 << 6;
    private static final int CONTENT_TYPE = 1 << 7;
    private static final int USER_AGENT = 1 << 8;
    private static final int SERVER = 1 << 9;

    private static final long BRANCH = SipGrammar.word("branch");
    private static final long TAG = SipGrammar.word("tag");

    private static final int MANDATORY = VIA | FROM | TO | CALL_ID | CSEQ;

    private final UriCheck uri;
    private int seen;
    private int vias;

    /// The value of the parameter that was looked for last, or -1.
    private int wantedFrom;

    private int wantedTo;

    /// The URI of the address that was read last.
    private int uriFrom;

    private int uriTo;

    PlainHeader(UriCheck uri) {
        this.uri = uri;
    }

    /// Reads on from the end of the start line.
    ///
    /// @return where the body begins; -1 if the header is not plain: then the layout has nothing
    ///     beyond the start line
    int read(byte[] a, SipLayout layout) {
        int to = layout.messageTo();
        int p = layout.startLineTo();
        layout.scratch.body.header().clear();
        seen = 0;
        vias = 0;
        int fields = 0;
        while (p + 3 < to && a[p] == '\r' && a[p + 1] == '\n') {
            p += 2;
            if (a[p] == '\r') {
                boolean plain = a[p + 1] == '\n' && hasAll(layout);
                layout.viaCount(plain ? vias : 0);
                return plain ? p + 2 : -1;
            }
            p = ++fields > SipLayout.MAX_FIELDS ? to : field(a, p, to, layout);
        }
        return -1;
    }

    private boolean hasAll(SipLayout layout) {
        int needed = layout.isRequest() ? MANDATORY | MAX_FORWARDS : MANDATORY;
        return (seen & needed) == needed;
    }

    /// Reads a header field up to its line end; up to the end of all if it is not plain.
    private int field(byte[] a, int from, int to, SipLayout layout) {
        int colon = SipGrammar.nameEnd(a, from, to);
        if (colon == from || colon + 1 >= to || a[colon] != ':') {
            return to;
        }
        int value = a[colon + 1] == ' ' ? colon + 2 : colon + 1;
        int end = SipGrammar.skipPrintable(a, value, to);
        HeaderName name = HeaderName.find(a, from, colon);
        ReadField read = name == null ? null : name.read();
        boolean plain = read == null ? name != null || SipGrammar.tokenEnd(a, from, colon) == colon
                : value(read, a, value, end, layout);
        return plain ? end : to;
    }

    private boolean value(ReadField field, byte[] a, int from, int to, SipLayout layout) {
        return switch (field) {
            case VIA -> isTrimmed(a, from, to) && via(a, from, to, layout);
            case FROM -> first(FROM) && isTrimmed(a, from, to) && address(a, from, to) && wantedFrom >= 0
                    && keep(Part.FROM_TAG, wantedFrom, wantedTo, layout) && keep(Part.FROM_URI, uriFrom, uriTo, layout);
            case TO -> first(TO) && isTrimmed(a, from, to) && address(a, from, to)
                    && keep(Part.TO_TAG, wantedFrom, wantedTo, layout) && keep(Part.TO_URI, uriFrom, uriTo, layout);
            case CONTACT -> isTrimmed(a, from, to) && address(a, from, to);
            case ROUTE, RECORD_ROUTE ->
                    isTrimmed(a, from, to) && FieldChecks.isRoute(layout.scratch.address, a, from, to);
            case CALL_ID -> first(CALL_ID) && from < to && UriCheck.callIdEnd(a, from, to) == to
                    && keep(Part.CALL_ID, from, to, layout);
            case CSEQ -> first(CSEQ) && isTrimmed(a, from, to) && cseq(a, from, to, layout);
            case MAX_FORWARDS -> first(MAX_FORWARDS) && hops(SipGrammar.number(a, from, to));
            case CONTENT_LENGTH -> first(CONTENT_LENGTH) && length(a, from, to, layout);
            case CONTENT_TYPE -> first(CONTENT_TYPE) && isTrimmed(a, from, to) && isMediaType(a, from, to)
                    && keepType(a, from, to, layout);
            case CONTENT_DISPOSITION -> {
                layout.scratch.body.header().disposition(from, to);
                yield isTrimmed(a, from, to);
            }
            case CONTENT_ENCODING -> {
                layout.scratch.body.header().encoding(from, to);
                yield isTrimmed(a, from, to);
            }
            case USER_AGENT -> isTrimmed(a, from, to) && agent(true, from, to, layout);
            case SERVER -> isTrimmed(a, from, to) && agent(false, from, to, layout);
            case EXPIRES -> to - from <= EXPIRES_DIGITS && SipGrammar.number(a, from, to) >= 0;
            case DATE -> isTrimmed(a, from, to) && FieldChecks.isDate(a, from, to);
        };
    }

    private boolean first(int field) {
        boolean first = (seen & field) == 0;
        seen |= field;
        return first;
    }

    private static boolean keep(Part part, int from, int to, SipLayout layout) {
        layout.part(part, from, to);
        return true;
    }

    private static boolean keepType(byte[] a, int from, int to, SipLayout layout) {
        layout.scratch.body.header().type(a, from, to);
        return keep(Part.CONTENT_TYPE, from, to, layout);
    }

    private static boolean isTrimmed(byte[] a, int from, int to) {
        return from < to && a[from] != ' ' && a[to - 1] != ' ';
    }

    private static boolean hops(long number) {
        return number >= 0 && number <= FieldChecks.MAX_HOPS;
    }

    private static boolean length(byte[] a, int from, int to, SipLayout layout) {
        long bytes = SipGrammar.number(a, from, to);
        layout.contentLength(bytes);
        return bytes >= 0;
    }

    private boolean agent(boolean client, int from, int to, SipLayout layout) {
        if (first(client ? USER_AGENT : SERVER) && (client || (seen & USER_AGENT) == 0)) {
            layout.part(Part.USER_AGENT, from, to);
        }
        return true;
    }

    private static boolean cseq(byte[] a, int from, int to, SipLayout layout) {
        CSeqScan cseq = layout.scratch.cseq;
        cseq.read(a, from, to);
        if (cseq.malformed || cseq.number > Integer.MAX_VALUE) {
            return false;
        }
        layout.cseqNumber(cseq.number);
        layout.part(Part.CSEQ_METHOD, cseq.methodFrom, cseq.methodTo);
        return !layout.isRequest() || FieldChecks.isMethod(a, cseq.methodFrom, cseq.methodTo, layout);
    }

    private static boolean isMediaType(byte[] a, int from, int to) {
        int slash = SipGrammar.tokenEnd(a, from, to);
        return slash > from && slash + 1 < to && a[slash] == '/' && SipGrammar.isToken(a[slash + 1]);
    }

    /// `SIP/2.0/UDP host:port;branch=…`
    private boolean via(byte[] a, int from, int to, SipLayout layout) {
        int version = after('/', a, from, to);
        int transport = after('/', a, version, to);
        int host = after(' ', a, transport, to);
        int p = host == to || a[host] == '[' ? -1 : UriCheck.hostEnd(a, host, to);
        if (p > 0 && p < to && a[p] == ':') {
            p = UriCheck.portEnd(a, p + 1, to);
        }
        if (p < 0 || !parameters(a, p, to, BRANCH) || (wantedFrom >= 0 && ViaScan.isCookie(a, wantedFrom, wantedTo))) {
            return false;
        }
        vias++;
        if (first(VIA)) {
            layout.part(Part.BRANCH, wantedFrom, wantedTo);
        }
        return true;
    }

    /// The position after a token and this mark; the end if they do not stand there.
    private static int after(char mark, byte[] a, int from, int to) {
        int end = SipGrammar.tokenEnd(a, from, to);
        return end > from && end < to && a[end] == mark ? end + 1 : to;
    }

    /// `"name" <uri>;tag=…`, or words for the name, or none.
    private boolean address(byte[] a, int from, int to) {
        int p = from;
        if (a[p] == '"') {
            p = SipGrammar.quotedEnd(a, p, to);
            if (p < 0) {
                return false;
            }
        }
        while (p < to && (a[p] == ' ' || (a[from] != '"' && SipGrammar.isToken(a[p])))) {
            p++;
        }
        if (p == to || a[p] != '<') {
            return false;
        }
        uriFrom = p + 1;
        uriTo = UriCheck.usualEnd(a, uriFrom, to);
        boolean isUsual = uriTo > 0 && a[uriTo] == '>';
        return (isUsual || isSound(a, to)) && parameters(a, uriTo + 1, to, TAG);
    }

    private boolean isSound(byte[] a, int to) {
        uriTo = SipGrammar.printableBracketedEnd(a, uriFrom, to);
        int colon = SipGrammar.schemeEnd(a, uriFrom, uriTo);
        return uriTo < to && a[uriTo] == '>' && colon >= 0 && uri.isSound(a, uriFrom, colon, uriTo);
    }

    /// Reads `;name=value` up to the end, and notes the value of the first one that has the name,
    /// given as [SipGrammar#lowerCaseWord] of at most seven bytes.
    private boolean parameters(byte[] a, int from, int to, long wanted) {
        wantedFrom = -1;
        wantedTo = -1;
        int p = from;
        while (p < to) {
            int name = p + 1;
            int nameTo = SipGrammar.tokenEnd(a, name, to);
            if (a[p] != ';' || nameTo == name) {
                return false;
            }
            p = nameTo;
            if (p < to && a[p] == '=') {
                int value = p + 1;
                p = SipGrammar.tokenEnd(a, value, to);
                boolean isToken = p == to || a[p] == ';';
                p = isToken ? p : SipGrammar.valueEnd(a, p, to);
                if (p == value || a[value] == '"') {
                    return false;
                }
                if (wantedFrom < 0 && SipGrammar.lowerCaseWord(a, name, nameTo) == wanted) {
                    if (!isToken) {
                        return false;
                    }
                    wantedFrom = value;
                    wantedTo = p;
                }
            }
        }
        return true;
    }
}
