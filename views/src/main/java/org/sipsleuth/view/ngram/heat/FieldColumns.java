package org.sipsleuth.view.ngram.heat;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The columns of header fields, in the order that most messages have (RFC 3261 §7.3.1). A compact
/// form belongs to its long one (RFC 3261 §7.3.3), a field without a column of its own to *other*.
public final class FieldColumns {

    private static final List<String> NAMES = List.of("Start line", "Via", "Route", "Record-Route", "Max-Forwards",
            "From", "To", "Call-ID", "CSeq", "Contact", "Expires", "Allow", "Supported", "Authorization", "User-Agent",
            "Content-Type", "Content-Length", "other", "Body");

    private static final List<String> SHORT = List.of("Req", "Via", "Rte", "RR", "MF", "From", "To", "C-ID", "CS",
            "Con", "Exp", "Alw", "Sup", "Auth", "UA", "CT", "CL", "…", "body");

    private static final Map<String, String> LONG_FORMS = Map.of("v", "via", "f", "from", "t", "to", "i", "call-id",
            "m", "contact", "k", "supported", "c", "content-type", "l", "content-length");

    private static final Map<String, String> ALIKE =
            Map.of("proxy-authorization", "authorization", "server", "user-agent");

    /// The start line.
    public static final int START = 0;

    /// What has no column of its own.
    public static final int OTHER = NAMES.size() - 2;

    /// The body.
    public static final int BODY = NAMES.size() - 1;

    private FieldColumns() {}

    /// How many columns there are.
    public static int count() {
        return NAMES.size();
    }

    /// The name of a column.
    public static String name(int column) {
        return NAMES.get(column);
    }

    /// The same in a few letters.
    static String shortName(int column) {
        return SHORT.get(column);
    }

    /// The column of a header field.
    ///
    /// @param name as a message writes it
    public static int of(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        String written = LONG_FORMS.getOrDefault(lower, lower);
        String wanted = ALIKE.getOrDefault(written, written);
        for (int column = START + 1; column < OTHER; column++) {
            if (NAMES.get(column).equalsIgnoreCase(wanted)) {
                return column;
            }
        }
        return OTHER;
    }
}
