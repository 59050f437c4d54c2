package org.sipsleuth.filter.complete;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.sipsleuth.capture.IpText;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.field.Value.Octets;
import org.sipsleuth.filter.syntax.StringLiteral;

/// Writes values as filters have them, so that they read as the same values.
final class Literal {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final long NANOS = 1_000_000_000L;
    private static final int NANO_DIGITS = 9;

    private Literal() {}

    /// A value of a kind.
    static String of(Value value, FieldKind kind) {
        return switch (value) {
            case Value.Whole whole -> number(whole.number(), kind);
            case Value.Real real -> new BigDecimal(real.number()).toPlainString();
            case Octets octets -> {
                byte[] bytes = new byte[octets.length()];
                System.arraycopy(octets.array(), octets.from(), bytes, 0, bytes.length);
                yield kind.isAddress() ? IpText.of(bytes) : text(bytes);
            }
        };
    }

    /// A value that is written as a word.
    static String ofWord(String word, FieldKind kind) {
        return kind.isOctets() ? text(word.getBytes(StandardCharsets.UTF_8)) : word;
    }

    private static String text(byte[] bytes) {
        return StringLiteral.quotedBytes(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static String number(long number, FieldKind kind) {
        return switch (kind) {
            case SPAN -> BigDecimal.valueOf(number, NANO_DIGITS).stripTrailingZeros().toPlainString();
            case MOMENT -> StringLiteral.quoted(
                    MOMENT.format(Instant.ofEpochSecond(Math.floorDiv(number, NANOS), Math.floorMod(number, NANOS))));
            case TEXT, BYTES, PROTOCOL, WHOLE, REAL, BOOLEAN, IPV4, IPV6, LABEL -> Long.toString(number);
        };
    }
}
