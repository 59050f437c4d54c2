package org.sipsleuth.view.inspector;

import static org.sipsleuth.view.fx.Texts.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;

/// Writes values for the inspector.
final class FactText {

    private static final int CONTROL_PICTURES = 0x2400;
    private static final int SPACE = 0x20;
    private static final int LATIN_1_LAST = 0xff;
    private static final int ASCII_LAST = 0x7f;
    private static final char INVISIBLE = '\u2426';

    private FactText() {}

    /// The value with every character seen: controls as their pictures, other invisible characters
    /// (which could turn or hide text) as `␦`.
    static String visible(String value) {
        StringBuilder seen = new StringBuilder(value.length());
        decoded(value)
                .codePoints()
                .forEach(
                        c -> {
                            if (c < SPACE) {
                                seen.append((char) (CONTROL_PICTURES + c));
                            } else if (isInvisible(c)) {
                                seen.append(INVISIBLE);
                            } else {
                                seen.appendCodePoint(c);
                            }
                        });
        return seen.toString();
    }

    /// Messages are text of one character a byte; where the bytes are UTF-8 they are read as such.
    private static String decoded(String value) {
        boolean bytes =
                value.chars().allMatch(c -> c <= LATIN_1_LAST)
                        && value.chars().anyMatch(c -> c > ASCII_LAST);
        if (!bytes) {
            return value;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return value; // Latin-1, as it stands
        }
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    true;
            default -> false;
        };
    }

    /// `INVITE in frame 12`.
    static String messageInFrame(MessageTable messages, int message) {
        return text(
                "inspector.in.frame",
                messages.typeName(messages.type(message)),
                messages.frame(message));
    }

    /// A span of time: `3.2 s`, `41 ms`.
    static String span(long nanos) {
        long magnitude = Math.abs(nanos);
        if (magnitude < 1_000_000L) {
            return String.format(Locale.ENGLISH, "%.0f µs", nanos / 1e3);
        }
        if (magnitude < 1_000_000_000L) {
            return String.format(Locale.ENGLISH, "%.1f ms", nanos / 1e6);
        }
        return String.format(Locale.ENGLISH, "%,.3f s", nanos / 1e9);
    }

    /// The name of a message's file.
    static String fileName(SipIndex index, int message) {
        return String.valueOf(
                index.files().get(index.messages().file(message)).path().getFileName());
    }
}
