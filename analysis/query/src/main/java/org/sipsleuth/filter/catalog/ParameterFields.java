package org.sipsleuth.filter.catalog;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Reader;
import org.sipsleuth.filter.field.Row;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.field.ValueDependency;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.field.SipGrammar;

/// The parameters of header fields that are made of them: credentials, challenges, reasons.
final class ParameterFields {

    private static final Set<HeaderName> AUTHENTICATION =
            EnumSet.of(HeaderName.AUTHORIZATION, HeaderName.PROXY_AUTHORIZATION, HeaderName.WWW_AUTHENTICATE,
                    HeaderName.PROXY_AUTHENTICATE, HeaderName.AUTHENTICATION_INFO);

    private static final Set<HeaderName> REASON = EnumSet.of(HeaderName.REASON);
    private static final Set<HeaderName> CHARGING = EnumSet.of(HeaderName.P_CHARGING_VECTOR);

    /// The names of Wireshark's fields with those of the parameters.
    private static final String[][] AUTH_PARAMETERS = {
        {"username", "username"},
        {"realm", "realm"},
        {"nonce", "nonce"},
        {"uri", "uri"},
        {"digest.response", "response"},
        {"algorithm", "algorithm"},
        {"opaque", "opaque"},
        {"qop", "qop"},
        {"cnonce", "cnonce"},
        {"nc", "nc"},
        {"domain", "domain"},
        {"stale", "stale"},
        {"auts", "auts"},
        {"rspauth", "rspauth"},
        {"nextnonce", "nextnonce"},
        {"ik", "ik"},
        {"ck", "ck"}};

    private ParameterFields() {}

    static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (String[] names : AUTH_PARAMETERS) {
            fields.add(text("sip.auth." + names[0], names[1] + " of credentials and challenges, in quotes if it is",
                    parameter(AUTHENTICATION, names[1])));
        }
        fields.add(text("sip.auth.scheme", "the scheme of credentials and challenges", words(AUTHENTICATION)));
        fields.add(text("sip.auth", "credentials and challenges, with the name of the header field",
                ParameterFields::allParameters));
        fields.add(text("sip.reason_protocols", "the protocol of Reason", words(REASON)));
        fields.add(cause("sip.reason_cause_q850", "the cause of Reason by Q.850", "q.850"));
        fields.add(cause("sip.reason_cause_sip", "the cause of Reason by SIP", "sip"));
        fields.add(text("sip.reason_text", "the text of Reason", parameter(REASON, "text")));
        fields.add(text("sip.icid_value", "the icid-value of P-Charging-Vector", parameter(CHARGING, "icid-value")));
        return fields;
    }

    private static Field text(String name, String description, Reader reader) {
        return Field.of(name, FieldKind.TEXT, description, ValueDependency.TEXT, reader);
    }

    private static Field cause(String name, String description, String protocol) {
        return Field.of(name, FieldKind.WHOLE, description, ValueDependency.TEXT, (row, values) -> {
            byte[] a = row.buffer();
            SipLayout layout = row.layout();
            for (int i = 0; i < layout.fieldCount(); i++) {
                int from = layout.valueFrom(i);
                int to = layout.valueTo(i);
                if (layout.fieldName(i) == HeaderName.REASON
                        && SipGrammar.isWord(a, from, SipGrammar.tokenEnd(a, from, to), protocol)) {
                    number(a, from, to, "cause", values);
                }
            }
        });
    }

    private static void number(byte[] a, int from, int to, String name, Values values) {
        Values texts = new Values();
        scan(a, from, to, name, texts);
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i) instanceof Value.Octets text) {
                long number = HeaderFields.number(a, text.from(), text.to());
                if (number >= 0) {
                    values.whole(number);
                }
            }
        }
    }

    private static void allParameters(Row row, Values values) {
        SipLayout layout = row.layout();
        for (int i = 0; i < layout.fieldCount(); i++) {
            if (layout.fieldName(i) != null && AUTHENTICATION.contains(layout.fieldName(i))) {
                values.octets(row.buffer(), layout.fieldFrom(i), layout.fieldTo(i));
            }
        }
    }

    /// The first word of each value.
    private static Reader words(Set<HeaderName> headers) {
        return (row, values) -> {
            byte[] a = row.buffer();
            SipLayout layout = row.layout();
            for (int i = 0; i < layout.fieldCount(); i++) {
                HeaderName name = layout.fieldName(i);
                int from = layout.valueFrom(i);
                int to = SipGrammar.tokenEnd(a, from, layout.valueTo(i));
                if (name != null && headers.contains(name) && from < to) {
                    values.octets(a, from, to);
                }
            }
        };
    }

    private static Reader parameter(Set<HeaderName> headers, String parameter) {
        return (row, values) -> {
            SipLayout layout = row.layout();
            for (int i = 0; i < layout.fieldCount(); i++) {
                HeaderName name = layout.fieldName(i);
                if (name != null && headers.contains(name)) {
                    scan(row.buffer(), layout.valueFrom(i), layout.valueTo(i), parameter, values);
                }
            }
        };
    }

    /// Adds the values of parameters of this name, between commas, semicolons or white space,
    /// with their quotes.
    private static void scan(byte[] a, int from, int to, String lower, Values values) {
        int p = from;
        while (p < to) {
            int nameTo = SipGrammar.tokenEnd(a, p, to);
            int sign = SipGrammar.skipLws(a, nameTo, to);
            if (nameTo == p || sign >= to || a[sign] != '=') {
                p = nameTo == p ? p + 1 : nameTo;
                continue;
            }
            int valueFrom = SipGrammar.skipLws(a, sign + 1, to);
            boolean quoted = valueFrom < to && a[valueFrom] == '"';
            int end = quoted ? SipGrammar.quotedEnd(a, valueFrom, to) : -1;
            int valueTo = end < 0 ? SipGrammar.valueEnd(a, valueFrom, to) : end;
            if (SipGrammar.isWord(a, p, nameTo, lower) && valueFrom < valueTo) {
                values.octets(a, valueFrom, valueTo);
            }
            p = Math.max(valueTo, sign + 1);
        }
    }
}
