package org.sipsleuth.dialog.field;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.field.SipGrammar;

/// The value of a header field in a dialog's first request or in its first response.
///
/// @param side which message
/// @param header the name of the header field, as registered if it is
public record HeaderValue(Side side, String header) implements DialogValue {

    private static final int LONGEST_NAME = 100;

    /// Which message of a dialog.
    public enum Side {
        REQUEST, RESPONSE;

        private String prefix() {
            return name().toLowerCase(Locale.ROOT) + ":";
        }
    }

    /// Takes the registered name for a known one, compact or long, in any case.
    ///
    /// @throws IllegalArgumentException if no header field can have this name
    public HeaderValue {
        if (!isName(header)) {
            throw new IllegalArgumentException("no name of a header field");
        }
        header = HeaderName.of(header).map(HeaderName::text).orElse(header);
    }

    /// Whether a header field can have this name (RFC 3261 §25.1: a token).
    public static boolean isName(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return bytes.length > 0 && bytes.length <= LONGEST_NAME
                && SipGrammar.tokenEnd(bytes, 0, bytes.length) == bytes.length;
    }

    /// The one with this key: `request:Subject`, `response:Server`.
    public static Optional<HeaderValue> of(String key) {
        for (Side side : Side.values()) {
            String prefix = side.prefix();
            if (key.regionMatches(true, 0, prefix, 0, prefix.length())) {
                String name = key.substring(prefix.length());
                return isName(name) ? Optional.of(new HeaderValue(side, name)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public String key() {
        return side.prefix() + header;
    }

    @Override
    public FieldKind kind() {
        return FieldKind.TEXT;
    }

    @Override
    public String description() {
        return "Header field " + header + " of the first " + side.name().toLowerCase(Locale.ROOT)
                + ", the first of this name";
    }
}
