package org.sipsleuth.sip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The positions of the parts of one message in a buffer. Reused for the next message,
/// so that reading a million messages allocates nothing; filled by [SipParser] only.
///
/// Offsets are positions in the buffer that was parsed; a part that is absent has the offset
/// -1. Not thread-safe.
@SuppressWarnings("EnumOrdinal") // the ordinals index arrays that never leave the process
public final class SipLayout {

    /// The most header fields that are kept. Those after it are read, and lead to parts and
    /// defects, but are not listed; [DefectKind#TOO_MANY_FIELDS] records that.
    public static final int MAX_FIELDS = 1_000;

    /// The most defects that are kept. The ones after it are not counted.
    public static final int MAX_DEFECTS = 64;

    /// The most defects of one kind that are kept, so that no kind hides the others.
    public static final int MAX_DEFECTS_OF_A_KIND = 8;

    private static final int PARTS = Part.values().length;
    private static final HeaderName[] NAMES = HeaderName.values();
    private static final DefectKind[] KINDS = DefectKind.values();

    /// Numbers per header field: name id, name, value (each from, to), end. It begins with its
    /// name.
    private static final int FIELD_INTS = 6;

    private static final int DEFECT_INTS = 3;
    private static final int FIRST_FIELDS = 32;
    private static final int FIRST_DEFECTS = 8;
    private static final int UNKNOWN = -1;

    /// The initial capacity of the lists.
    private static final int[] NONE = {};

    final SipParser.Scratch scratch;

    /// Where each part begins and ends.
    private final int[] parts = new int[PARTS * 2];

    private int[] fields = NONE;
    private int fieldCount;
    private int[] defects = NONE;
    private int defectCount;
    private final byte[] defectsOfKind = new byte[KINDS.length];
    private boolean request;
    private int statusCode;
    private long cseqNumber;
    private long contentLength;
    private int messageFrom;
    private int messageTo;
    private int startLineTo;
    private int vias;
    private boolean hasViaFault;
    private boolean bodyEncoded;
    private boolean cut;
    private int cutFrom;

    /// An empty layout.
    public SipLayout() {
        this(new SipParser.Scratch());
    }

    private SipLayout(SipParser.Scratch scratch) {
        this.scratch = scratch;
    }

    /// Another one, for the next message of the same thread: both share what parsing needs beside
    /// them, so that many of them stay in the processor's cache.
    public SipLayout sibling() {
        return new SipLayout(scratch);
    }

    /// Whether the message is a request.
    public boolean isRequest() {
        return request;
    }

    /// The status code of a response, 0 for a request. A code of more than three digits, which
    /// is a defect, is also reported as 0.
    public int statusCode() {
        return statusCode;
    }

    /// The sequence number of CSeq, 0 … 2³¹−1 (RFC 3261 §8.1.1.5), or -1 if it is missing or no
    /// such number.
    public long cseqNumber() {
        return cseqNumber;
    }

    /// Whether the capture kept only the beginning of the message, and the body that Content-Length
    /// announces is not among it. What the cut touches is no part, no header field and no defect.
    public boolean isCut() {
        return cut;
    }

    /// Whether it was cut within its header, so that fields may be missing.
    public boolean isHeaderCut() {
        return cut && cutFrom >= 0;
    }

    /// Where the header field, or the line of the header, begins that was cut; -1 if none was.
    public int cutFrom() {
        return cutFrom;
    }

    /// Whether the message has the part. A part that is present can be empty.
    public boolean has(Part part) {
        return from(part) >= 0;
    }

    /// Where the part begins, or -1.
    public int from(Part part) {
        return parts[part.ordinal() * 2];
    }

    /// The part as text: UTF-8 with U+FFFD for invalid bytes; empty if absent.
    ///
    /// @param buffer the buffer that was parsed
    public String text(Part part, byte[] buffer) {
        return has(part) ? new String(buffer, from(part), to(part) - from(part), StandardCharsets.UTF_8) : "";
    }

    /// Where the part ends (exclusive), or -1.
    public int to(Part part) {
        return has(part) ? parts[part.ordinal() * 2 + 1] : -1;
    }

    /// Where the message begins: after leading empty lines (RFC 3261 §7.5).
    public int messageFrom() {
        return messageFrom;
    }

    /// Where the message ends (exclusive): after the body, before any surplus bytes.
    public int messageTo() {
        return messageTo;
    }

    /// How many header fields are kept, at most [#MAX_FIELDS]; in the order of the message. A
    /// line without a colon does not count.
    public int fieldCount() {
        return fieldCount;
    }

    /// The name of the `i`-th header field, whether it is written long or compact; null if it
    /// is not a known one.
    public @Nullable HeaderName fieldName(int i) {
        int name = fields[fieldAt(i)];
        return name == UNKNOWN ? null : NAMES[name];
    }

    /// Whether a header field of this name is kept.
    public boolean hasField(HeaderName name) {
        for (int i = 0; i < fieldCount; i++) {
            if (fieldName(i) == name) {
                return true;
            }
        }
        return false;
    }

    /// Where the `i`-th header field begins: with its name.
    public int fieldFrom(int i) {
        return fields[fieldAt(i) + 1];
    }

    /// Where the name of the `i`-th header field ends (exclusive).
    public int nameTo(int i) {
        return fields[fieldAt(i) + 2];
    }

    /// Where the value of the `i`-th header field begins, white space before it left out.
    public int valueFrom(int i) {
        return fields[fieldAt(i) + 3];
    }

    /// Where the value of the `i`-th header field ends (exclusive), white space after it left
    /// out.
    public int valueTo(int i) {
        return fields[fieldAt(i) + 4];
    }

    /// Where the `i`-th header field ends (exclusive): after its last line's end.
    public int fieldTo(int i) {
        return fields[fieldAt(i) + 5];
    }

    /// How many defects were found, each kind at each place once; at most [#MAX_DEFECTS].
    public int defectCount() {
        return defectCount;
    }

    /// What the `i`-th defect is.
    public DefectKind defectKind(int i) {
        return KINDS[defects[defectAt(i)]];
    }

    /// Where the `i`-th defect begins in the buffer.
    public int defectFrom(int i) {
        return defects[defectAt(i) + 1];
    }

    /// Where the `i`-th defect ends in the buffer (exclusive).
    public int defectTo(int i) {
        return defects[defectAt(i) + 2];
    }

    void clear() {
        Arrays.fill(parts, -1);
        fieldCount = 0;
        if (defectCount > 0) {
            Arrays.fill(defectsOfKind, (byte) 0);
            defectCount = 0;
        }
        contentLength = -1;
        request = false;
        statusCode = 0;
        cseqNumber = -1;
        messageFrom = -1;
        messageTo = -1;
        vias = 0;
        hasViaFault = false;
        bodyEncoded = false;
        cut = false;
        cutFrom = -1;
    }

    void cut(boolean isCut) {
        cut = isCut;
    }

    /// Removes what touches the end of a header that was cut.
    ///
    /// @param fieldsFrom where the first header field begins
    /// @param ends where the last line ends begin, if the bytes end with line ends; else the end
    void cutHeader(int fieldsFrom, int ends) {
        int end = messageTo;
        cutFrom = fieldsFrom;
        if (fieldCount > 0 && fieldTo(fieldCount - 1) < end) {
            cutFrom = fieldTo(fieldCount - 1);
        } else if (fieldCount > 0) { // it may go on, on a folded line at least
            cutFrom = fieldFrom(fieldCount - 1);
            fieldCount -= ends == end ? 1 : 0;
        }
        int callId = from(Part.CALL_ID);
        int callIdTo = to(Part.CALL_ID);
        for (int i = 0; i < PARTS; i++) {
            if (parts[i * 2 + 1] == end) {
                parts[i * 2] = -1;
                parts[i * 2 + 1] = -1;
            }
        }
        if (callIdTo == end && callId < callIdTo) {
            part(Part.CUT_CALL_ID, callId, callIdTo);
        }
        hasViaFault = true; // there may be more
        contentLength = -1;
        keepDefectsBefore(Math.min(cutFrom, ends));
    }

    /// Removes the defects that touch what was cut.
    ///
    /// @param place where that begins
    void keepDefectsBefore(int place) {
        int kept = 0;
        Arrays.fill(defectsOfKind, (byte) 0);
        for (int i = 0; i < defectCount; i++) {
            int at = i * DEFECT_INTS;
            if (defects[at + 1] < place && defects[at + 2] <= place) {
                System.arraycopy(defects, at, defects, kept * DEFECT_INTS, DEFECT_INTS);
                defectsOfKind[defects[at]]++;
                kept++;
            }
        }
        defectCount = kept;
    }

    void message(int from, int to) {
        messageFrom = from;
        messageTo = to;
    }

    void startLineTo(int to) {
        startLineTo = to;
    }

    int startLineTo() {
        return startLineTo;
    }

    /// How many values of Via the message has; 0 if one of them is malformed, or if there are more
    /// header fields than [#MAX_FIELDS].
    public int viaCount() {
        return hasViaFault || has(DefectKind.TOO_MANY_FIELDS, 1) ? 0 : vias;
    }

    void viaCount(int count) {
        vias = count;
    }

    void countVia(boolean isMalformed) {
        vias++;
        hasViaFault |= isMalformed;
    }

    /// Whether the body, or a part of it, is compressed or written in another alphabet
    /// (Content-Encoding, Content-Transfer-Encoding), so that a session description in it is not
    /// read.
    public boolean isBodyEncoded() {
        return bodyEncoded;
    }

    void encodedBody() {
        bodyEncoded = true;
    }

    void request() {
        request = true;
    }

    void statusCode(int code) {
        statusCode = code;
    }

    void cseqNumber(long number) {
        cseqNumber = number;
    }

    void contentLength(long bytes) {
        contentLength = bytes;
    }

    /// The value of Content-Length, or -1 if it is missing or malformed.
    public long contentLength() {
        return contentLength;
    }

    void part(Part part, int from, int to) {
        parts[part.ordinal() * 2] = from;
        parts[part.ordinal() * 2 + 1] = to;
    }

    /// Lists a header field; its value and end are set by [#fieldValue].
    void field(@Nullable HeaderName name, int from, int nameTo) {
        if (fieldCount == MAX_FIELDS) {
            defectOnce(DefectKind.TOO_MANY_FIELDS, from, nameTo);
            return;
        }
        int at = fieldCount * FIELD_INTS;
        if (at == fields.length) {
            fields = Arrays.copyOf(fields, Math.max(FIRST_FIELDS * FIELD_INTS, 2 * at));
        }
        fields[at] = name == null ? UNKNOWN : name.ordinal();
        fields[at + 1] = from;
        fields[at + 2] = nameTo;
        fieldCount++;
    }

    /// Completes the header field that was listed last, unless there were too many.
    void fieldValue(int from, int valueFrom, int valueTo, int to) {
        int at = (fieldCount - 1) * FIELD_INTS;
        if (fields[at + 1] == from) {
            fields[at + 3] = valueFrom;
            fields[at + 4] = valueTo;
            fields[at + 5] = to;
        }
    }

    void defect(DefectKind kind, int from, int to) {
        if (defectCount == MAX_DEFECTS || has(kind, MAX_DEFECTS_OF_A_KIND)) {
            return;
        }
        defectsOfKind[kind.ordinal()]++;
        int at = defectCount * DEFECT_INTS;
        if (at == defects.length) {
            defects = Arrays.copyOf(defects, Math.max(FIRST_DEFECTS * DEFECT_INTS, 2 * at));
        }
        defects[at] = kind.ordinal();
        defects[at + 1] = from;
        defects[at + 2] = to;
        defectCount++;
    }

    /// Records a defect unless its kind is recorded already.
    void defectOnce(DefectKind kind, int from, int to) {
        if (!has(kind, 1)) {
            defect(kind, from, to);
        }
    }

    /// Whether so many defects of a kind were recorded.
    boolean has(DefectKind kind, int count) {
        return defectsOfKind[kind.ordinal()] >= count;
    }

    private int fieldAt(int i) {
        if (i < 0 || i >= fieldCount) {
            throw new IndexOutOfBoundsException(i);
        }
        return i * FIELD_INTS;
    }

    private int defectAt(int i) {
        if (i < 0 || i >= defectCount) {
            throw new IndexOutOfBoundsException(i);
        }
        return i * DEFECT_INTS;
    }
}
