package org.sipsleuth.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sipsleuth.sip.field.SipGrammar;

/// Makes a [SipMessage] from the layout of its bytes.
final class MessageReader {

    private final byte[] bytes;
    private final SipLayout layout = new SipLayout();

    MessageReader(byte[] bytes, boolean isCut) {
        this.bytes = bytes;
        if (!SipParser.parse(bytes, 0, bytes.length, isCut, layout)) {
            throw new IllegalArgumentException("no SIP message");
        }
    }

    SipMessage message() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return layout.isRequest()
                ? new SipRequest(part(Part.METHOD), part(Part.REQUEST_URI), startLine(), fields(), body(), defects(),
                        cut(), text)
                : new SipResponse(layout.statusCode(), part(Part.REASON), startLine(), fields(), body(), defects(),
                        cut(), text);
    }

    private SipCut cut() {
        if (!layout.isCut()) {
            return SipCut.NONE;
        }
        return layout.isHeaderCut() ? SipCut.HEADER : SipCut.BODY;
    }

    private String startLine() {
        int to = layout.messageFrom();
        while (to < bytes.length && bytes[to] != '\r' && bytes[to] != '\n') {
            to++;
        }
        return decoded(layout.messageFrom(), to);
    }

    private List<HeaderField> fields() {
        List<HeaderField> fields = new ArrayList<>(layout.fieldCount());
        for (int i = 0; i < layout.fieldCount(); i++) {
            int from = layout.fieldFrom(i);
            String written = decoded(from, layout.nameTo(i));
            HeaderName name = layout.fieldName(i);
            String canonical = name == null ? written : name.text();
            String value = unfolded(layout.valueFrom(i), layout.valueTo(i));
            fields.add(new HeaderField(written, canonical, value, from, layout.fieldTo(i) - from));
        }
        return fields;
    }

    private List<ParseDefect> defects() {
        List<ParseDefect> defects = new ArrayList<>(layout.defectCount());
        for (int i = 0; i < layout.defectCount(); i++) {
            int from = layout.defectFrom(i);
            defects.add(new ParseDefect(layout.defectKind(i), from, layout.defectTo(i) - from));
        }
        defects.sort(Comparator.comparingInt(ParseDefect::offset));
        return defects;
    }

    private SipBody body() {
        int sdp = layout.has(Part.SDP) ? layout.from(Part.SDP) : layout.to(Part.BODY);
        return new SipBody(layout.from(Part.BODY), sdp, layout.has(Part.SDP) ? layout.to(Part.SDP) : sdp,
                SessionDescription.of(bytes, layout), layout.isBodyEncoded());
    }

    private String part(Part part) {
        return layout.text(part, bytes);
    }

    /// The unfolded value: each line end with the white space around it becomes one space.
    private String unfolded(int from, int to) {
        byte[] joined = new byte[to - from];
        int length = 0;
        for (int p = from; p < to; p++) {
            if (bytes[p] == '\r' || bytes[p] == '\n') {
                while (length > 0 && SipGrammar.isLws(joined[length - 1])) {
                    length--;
                }
                p = SipGrammar.skipLws(bytes, p, to) - 1;
                joined[length++] = ' ';
            } else {
                joined[length++] = bytes[p];
            }
        }
        return decoded(joined, 0, length);
    }

    private String decoded(int from, int to) {
        return decoded(bytes, from, to);
    }

    /// Decodes UTF-8, with U+FFFD for invalid bytes.
    private static String decoded(byte[] a, int from, int to) {
        return new String(a, from, to - from, StandardCharsets.UTF_8);
    }
}
