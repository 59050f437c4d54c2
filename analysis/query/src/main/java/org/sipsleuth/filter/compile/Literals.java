package org.sipsleuth.filter.compile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.filter.syntax.Operand;
import org.sipsleuth.filter.syntax.Operand.CharacterCode;
import org.sipsleuth.filter.syntax.Operand.Text;
import org.sipsleuth.filter.syntax.Operand.Word;
import org.sipsleuth.filter.syntax.Place;

/// Reads values as they are written in filters.
final class Literals {

    private static final int NANO_DIGITS = 9;
    private static final int MOST_DIGITS = 30;

    private Literals() {}

    /// A word, text or character as a value of this kind.
    static Value read(Operand literal, FieldKind kind) throws FilterSyntaxException {
        return switch (literal) {
            case Word word -> word(word, kind);
            case Text text -> text(text, kind);
            case CharacterCode character -> character(character, kind);
            default -> throw new IllegalArgumentException("not a literal: " + literal);
        };
    }

    private static Value word(Word word, FieldKind kind) throws FilterSyntaxException {
        return switch (kind) {
            case TEXT -> Value.Octets.of(word.text());
            case BYTES, PROTOCOL -> HexBytes.read(word);
            case WHOLE -> new Value.Whole(whole(word));
            case BOOLEAN -> new Value.Whole(truth(word));
            case REAL -> new Value.Real(decimal(word).doubleValue());
            case SPAN -> new Value.Whole(nanos(word));
            case MOMENT -> new Value.Whole(Moments.nanos(word.text(), word.place()));
            case IPV4, IPV6 -> Addresses.read(word.text(), kind, word.place());
            case LABEL -> throw label(word.place());
        };
    }

    private static Value text(Text text, FieldKind kind) throws FilterSyntaxException {
        byte[] bytes = text.bytes().getBytes(StandardCharsets.ISO_8859_1);
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        return switch (kind) {
            case TEXT, BYTES, PROTOCOL -> new Value.Octets(bytes, 0, bytes.length);
            case MOMENT -> new Value.Whole(Moments.nanos(utf8, text.place()));
            case IPV4, IPV6 -> Addresses.read(utf8, kind, text.place());
            case WHOLE, BOOLEAN, REAL, SPAN ->
                    throw new FilterSyntaxException("expected " + kind.text() + " without quotes", text.place());
            case LABEL -> throw label(text.place());
        };
    }

    private static Value character(CharacterCode character, FieldKind kind) throws FilterSyntaxException {
        if (kind.isOctets()) {
            return new Value.Octets(new byte[]{(byte) character.code()}, 0, 1);
        }
        if (kind == FieldKind.WHOLE) {
            return new Value.Whole(character.code());
        }
        throw new FilterSyntaxException("expected " + kind.text(), character.place());
    }

    private static FilterSyntaxException label(Place place) {
        return new FilterSyntaxException("the other side has no value to compare: it is present or absent", place);
    }

    /// Decimal, 0x…, 0b…, or octal with a leading 0, as C has it.
    private static long whole(Word word) throws FilterSyntaxException {
        String text = word.text().toLowerCase(Locale.ROOT);
        int radix = 10;
        String digits = text;
        if (text.startsWith("0x")) {
            radix = 16;
            digits = text.substring(2);
        } else if (text.startsWith("0b")) {
            radix = 2;
            digits = text.substring(2);
        } else if (text.startsWith("0") && text.length() > 1) {
            radix = 8;
            digits = text.substring(1);
        }
        boolean plain = !digits.isEmpty() && digits.chars().allMatch(c -> c < 128);
        try {
            if (plain) {
                return Long.parseLong(digits, radix);
            }
        } catch (NumberFormatException tooLargeOrNone) {
            // the error is reported below
        }
        boolean minus = digits.indexOf('-') > 0;
        throw new FilterSyntaxException(minus ? "expected a whole number; to subtract, write blanks around the minus"
                : "expected a whole number that fits into 64 bits: 200, 0xc8, 0b101", word.place());
    }

    private static long truth(Word word) throws FilterSyntaxException {
        return switch (word.text().toLowerCase(Locale.ROOT)) {
            case "true" -> 1;
            case "false" -> 0;
            default -> whole(word) == 0 ? 0 : 1;
        };
    }

    private static BigDecimal decimal(Word word) throws FilterSyntaxException {
        String text = word.text();
        boolean plain = text.length() <= MOST_DIGITS && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
        try {
            if (plain) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException several) {
            // the error is reported below
        }
        throw new FilterSyntaxException("expected a number, as in 1.5", word.place());
    }

    private static long nanos(Word word) throws FilterSyntaxException {
        try {
            return decimal(word).movePointRight(NANO_DIGITS).setScale(0, RoundingMode.DOWN).longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new FilterSyntaxException("expected a number of seconds below 9 223 372 036", word.place());
        }
    }
}
