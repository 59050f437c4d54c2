package org.sipsleuth.filter.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Reader;
import org.sipsleuth.filter.field.ValueDependency;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.field.SipGrammar;

/// The values of header fields as they are in the message: a value for each header field, lists not
/// split.
final class HeaderFields {

    /// Those that Wireshark reads as numbers.
    private static final Set<HeaderName> NUMBERS = EnumSet.of(HeaderName.CONTENT_LENGTH, HeaderName.EXPIRES,
            HeaderName.MAX_BREADTH, HeaderName.MAX_FORWARDS, HeaderName.RETRY_AFTER, HeaderName.RSEQ);

    /// Those whose names in Wireshark are others.
    private static final Map<String, HeaderName> OTHER_NAMES =
            Map.of("sip.ETag", HeaderName.SIP_ETAG, "sip.If_Match", HeaderName.SIP_IF_MATCH, "sip.Policy_Contact",
                    HeaderName.POLICY_CONTACT, "sip.Policy_ID", HeaderName.POLICY_ID, "sip.Suppress_If_Match",
                    HeaderName.SUPPRESS_IF_MATCH, "sip.uui", HeaderName.USER_TO_USER);

    private static final long MAX_NUMBER = 0xffff_ffffL;

    private HeaderFields() {}

    static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (HeaderName name : HeaderName.values()) {
            boolean isRead = name == HeaderName.CALL_ID || name == HeaderName.CSEQ;
            if (!isRead) { // by other fields
                fields.add(of("sip." + name.text(), name));
            }
        }
        fields.add(of("sip.CSeq", HeaderName.CSEQ));
        OTHER_NAMES.forEach((other, name) -> fields.add(of(other, name)));
        return fields;
    }

    /// The field of a known header field.
    static Field of(String fieldName, HeaderName name) {
        boolean number = NUMBERS.contains(name);
        return Field.of(fieldName, number ? FieldKind.WHOLE : FieldKind.TEXT, "the header field " + name.text(),
                ValueDependency.TEXT, number ? numbers(name) : values(name));
    }

    /// The field of a header field that is not known by name.
    static Field ofUnknown(String fieldName, String header) {
        byte[] lower = header.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return Field.of(fieldName, FieldKind.TEXT, "the header field " + header, ValueDependency.TEXT,
                (row, values) -> {
                    byte[] buffer = row.buffer();
                    SipLayout layout = row.layout();
                    for (int i = 0; i < layout.fieldCount(); i++) {
                        if (layout.fieldName(i) == null
                                && isName(buffer, layout.fieldFrom(i), layout.nameTo(i), lower)) {
                            values.octets(buffer, layout.valueFrom(i), layout.valueTo(i));
                        }
                    }
                });
    }

    private static boolean isName(byte[] a, int from, int to, byte[] lower) {
        if (to - from != lower.length) {
            return false;
        }
        for (int i = 0; i < lower.length; i++) {
            if ((byte) SipGrammar.lower(a[from + i]) != lower[i]) {
                return false;
            }
        }
        return true;
    }

    private static Reader values(HeaderName name) {
        return (row, values) -> {
            byte[] buffer = row.buffer();
            SipLayout layout = row.layout();
            for (int i = 0; i < layout.fieldCount(); i++) {
                if (layout.fieldName(i) == name) {
                    values.octets(buffer, layout.valueFrom(i), layout.valueTo(i));
                }
            }
        };
    }

    /// As much of each value as is a number.
    private static Reader numbers(HeaderName name) {
        return (row, values) -> {
            byte[] buffer = row.buffer();
            SipLayout layout = row.layout();
            for (int i = 0; i < layout.fieldCount(); i++) {
                if (layout.fieldName(i) == name) {
                    int from = layout.valueFrom(i);
                    long number = number(buffer, from, layout.valueTo(i));
                    if (number >= 0) {
                        values.whole(number);
                    }
                }
            }
        };
    }

    /// The number at the beginning of the range, at most what fits into 32 bits; -1 if there is
    /// none.
    static long number(byte[] a, int from, int to) {
        int end = from;
        while (end < to && SipGrammar.isDigit(a[end])) {
            end++;
        }
        long number = SipGrammar.number(a, from, end);
        return Math.min(number, MAX_NUMBER);
    }
}
