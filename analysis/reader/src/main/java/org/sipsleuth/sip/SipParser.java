package org.sipsleuth.sip;

import java.util.Arrays;
import org.sipsleuth.sip.body.BodyScan;
import org.sipsleuth.sip.field.AddressScan;
import org.sipsleuth.sip.field.CSeqScan;
import org.sipsleuth.sip.field.QuoteScan;
import org.sipsleuth.sip.field.SipGrammar;
import org.sipsleuth.sip.field.UriCheck;
import org.sipsleuth.sip.field.ViaScan;

/// Finds the parts of a SIP message in its bytes, tolerantly: any bytes that begin with a request
/// line or a status line are a message, and faults in the rest become defects.
///
/// The time is proportional to the bytes, whatever they are, and nothing is allocated but once
/// the layout's arrays, which grow to a bound.
public final class SipParser {

    private static final byte DELETE = 0x7f;
    private static final int LEAST_CODE = 100;

    private SipParser() {}

    /// Whether bytes that begin with `first` can be a SIP message at all: visible ASCII, or an
    /// empty line before the message. Cheap enough to reject RTP before anything is
    /// copied.
    public static boolean mayBegin(byte first) {
        return (first > ' ' && first != DELETE) || first == '\r' || first == '\n';
    }

    /// Whether a line is one that a message begins with. Stricter than parsing, for lines found in
    /// a stream: the method has to be a token, so that no header field looks like a start line.
    ///
    /// @param from where the line begins
    /// @param to where it ends (exclusive), without its line end
    public static boolean isStartLine(byte[] buffer, int from, int to) {
        return from < to && mayBegin(buffer[from]) && StartLine.isOne(buffer, from, to);
    }

    /// Whether a header goes on behind a line that ended with CR CR LF, which is the line end of
    /// some senders: with another field, or with the empty line that ends it.
    ///
    /// @param from the place behind the line end
    /// @param to up to where bytes are known
    public static boolean isHeaderBehind(byte[] buffer, int from, int to) {
        return HeaderScan.goesOn(buffer, from, to);
    }

    /// Parses one message.
    ///
    /// @param buffer holds the message; never changed
    /// @param from where the datagram begins
    /// @param to where it ends (exclusive)
    /// @param layout receives the result, which replaces its content
    /// @return whether the bytes are a SIP message; if not, the layout is undefined
    public static boolean parse(byte[] buffer, int from, int to, SipLayout layout) {
        boolean sip = begin(buffer, from, to, layout);
        if (sip) {
            complete(buffer, layout);
        }
        return sip;
    }

    /// The same of a message of which only the beginning may have been captured.
    ///
    /// @param isCut whether bytes that follow were not captured
    public static boolean parse(byte[] buffer, int from, int to, boolean isCut, SipLayout layout) {
        boolean sip = begin(buffer, from, to, isCut, layout);
        if (sip) {
            complete(buffer, layout);
        }
        return sip;
    }

    /// Parses the start line of a message of which only the beginning may have been captured. A
    /// status line cut within its status code does not count.
    public static boolean begin(byte[] buffer, int from, int to, boolean isCut, SipLayout layout) {
        if (!begin(buffer, from, to, layout)) {
            return false;
        }
        layout.cut(isCut);
        boolean isCodeCut =
                isCut && !layout.isRequest() && layout.startLineTo() == to && layout.statusCode() < LEAST_CODE;
        if (isCodeCut) {
            layout.clear();
        }
        return !isCodeCut;
    }

    /// Parses the start line only, which decides whether the bytes are a SIP message; [#complete]
    /// parses the rest.
    public static boolean begin(byte[] buffer, int from, int to, SipLayout layout) {
        int begin = from;
        while (begin < to && (buffer[begin] == '\r' || buffer[begin] == '\n')) {
            begin++;
        }
        if (begin >= to || !mayBegin(buffer[begin])) {
            return false;
        }
        int printable = SipGrammar.skipPrintable(buffer, begin, to);
        int lineTo = lineEnd(buffer, printable, to);
        layout.clear();
        if (!StartLine.read(buffer, begin, lineTo, layout)) {
            layout.clear();
            return false;
        }
        if (printable < lineTo) {
            HeaderScan.checkText(buffer, begin, lineTo, layout);
        }
        layout.message(begin, to);
        layout.startLineTo(lineTo);
        return true;
    }

    /// Parses all that comes after the start line of a message that [#begin] found in the same
    /// buffer.
    public static void complete(byte[] buffer, SipLayout layout) {
        layout.scratch.clear();
        layout.scratch.body.header().clear();
        int lineTo = layout.startLineTo();
        int to = layout.messageTo();
        int header = HeaderScan.afterLineEnd(buffer, lineTo, to, layout);
        int body = HeaderScan.read(buffer, header, to, layout);
        // the line end may be CR LF, or CR CR LF, after which the header goes on
        boolean isOpen = body < 0 || (body == to && buffer[to - 1] == '\r');
        if (layout.isCut() && isOpen) {
            cutHeader(buffer, header, to, layout);
            body(buffer, -1, to, layout);
        } else {
            FieldChecks.missing(lineTo, layout);
            body(buffer, body, to, layout);
        }
    }

    private static void cutHeader(byte[] buffer, int header, int to, SipLayout layout) {
        int ends = to;
        while (ends > header && (buffer[ends - 1] == '\r' || buffer[ends - 1] == '\n')) {
            ends--;
        }
        boolean isLineEndCut = header == to && buffer[to - 1] == '\r';
        int lineTo = isLineEndCut ? layout.startLineTo() : header;
        int fields = layout.startLineTo() == to ? layout.messageFrom() : lineTo;
        layout.cutHeader(fields, ends);
    }

    /// The same, but for the list of header fields, which may be left out.
    public static void completeParts(byte[] buffer, SipLayout layout) {
        int to = layout.messageTo();
        int body = layout.scratch.plain.read(buffer, layout);
        if (body >= 0) {
            body(buffer, body, to, layout);
        } else {
            complete(buffer, layout);
        }
    }

    private static int lineEnd(byte[] buffer, int from, int to) {
        int p = from;
        while (p < to && buffer[p] != '\r' && buffer[p] != '\n') {
            p = SipGrammar.skipPrintable(buffer, p + 1, to);
        }
        return p;
    }

    /// Finds the end of the body (RFC 3261 §18.3), and its defects.
    ///
    /// @param bodyFrom where it begins; -1 if the message ends before its header does
    private static void body(byte[] a, int bodyFrom, int to, SipLayout layout) {
        int from = bodyFrom < 0 ? to : bodyFrom;
        int bodyTo = to;
        long length = layout.contentLength();
        if (length >= 0 && bodyFrom >= 0) {
            if (length > to - from) {
                if (!layout.isCut()) {
                    layout.defect(DefectKind.BODY_CUT, to, to);
                }
            } else {
                layout.cut(false); // all of it was captured
                bodyTo = from + (int) length;
            }
            if (bodyTo < to) {
                layout.defect(DefectKind.BODY_SURPLUS, bodyTo, to);
            }
        }
        layout.part(Part.BODY, from, bodyTo);
        layout.message(layout.messageFrom(), bodyTo);
        if (bodyTo == from) {
            return;
        }
        int type = layout.from(Part.CONTENT_TYPE);
        if (type < 0 && SipGrammar.skipLws(a, from, bodyTo) == bodyTo) {
            return;
        }
        if (type < 0) {
            layout.defect(DefectKind.NO_CONTENT_TYPE, from, bodyTo);
        }
        session(a, from, bodyTo, layout);
    }

    /// Finds the session description in a body, and its defects.
    private static void session(byte[] a, int from, int to, SipLayout layout) {
        BodyScan body = layout.scratch.body;
        body.read(a, from, to);
        if (body.isEncoded) {
            layout.encodedBody();
        }
        boolean isEndMissing = layout.isCut() || layout.has(DefectKind.BODY_CUT, 1);
        if (body.faultFrom >= 0 && !(body.isUnclosed && isEndMissing)) {
            layout.defect(DefectKind.MULTIPART, body.faultFrom, body.faultTo);
        }
        int sdpTo = layout.isCut() && body.sdpTo == to ? lastLine(a, body.sdpFrom, to) : body.sdpTo;
        if (body.sdpFrom >= 0 && (sdpTo > body.sdpFrom || !layout.isCut())) {
            layout.part(Part.SDP, body.sdpFrom, sdpTo);
            boolean isOpen = layout.isCut() && body.sdpTo == to;
            layout.scratch.sdp.check(a, body.sdpFrom, sdpTo, isOpen, layout);
        }
    }

    /// Where the last line of a range begins, which may be empty.
    private static int lastLine(byte[] a, int from, int to) {
        int p = to;
        while (p > from && a[p - 1] != '\n') {
            p--;
        }
        return p;
    }

    /// The scanners used for parsing, kept so that parsing allocates nothing. Each
    /// reads one value at a time; they keep no results.
    @SuppressWarnings("EnumOrdinal") // the ordinals are bits that never leave the process
    static final class Scratch {

        final AddressScan address = new AddressScan();
        final ViaScan via = new ViaScan();
        final UriCheck uri = new UriCheck();
        final CSeqScan cseq = new CSeqScan();
        final BodyScan body = new BodyScan();
        final SdpScan sdp = new SdpScan();
        final QuoteScan quotes = new QuoteScan();
        final PlainHeader plain = new PlainHeader(uri);

        private final long[] seen = new long[HeaderName.values().length / Long.SIZE + 1];

        /// Starts a new header.
        void clear() {
            Arrays.fill(seen, 0);
        }

        /// Marks the name as seen.
        ///
        /// @return whether it was not before
        boolean firstOf(HeaderName name) {
            int word = name.ordinal() / Long.SIZE;
            long bit = 1L << name.ordinal();
            boolean first = (seen[word] & bit) == 0;
            seen[word] |= bit;
            return first;
        }

        boolean hasSeen(HeaderName name) {
            return (seen[name.ordinal() / Long.SIZE] & 1L << name.ordinal()) != 0;
        }
    }
}
