package org.sipsleuth.app.command.listing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.sipsleuth.app.command.output.HumanText;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// Times and texts of a capture as the listings write them.
final class Captured {

    private final SipIndex index;
    private final int[] digits;
    private final int finest;

    Captured(SipIndex index) {
        this.index = index;
        digits = index.files().stream().mapToInt(CaptureSummary::timeDigits).toArray();
        finest = index.files().stream().mapToInt(CaptureSummary::timeDigits).max().orElse(6);
    }

    /// How many digits after the point the clock of the message's file has.
    int digits(int message) {
        return digits[index.messages().file(message)];
    }

    /// When the message was captured, in seconds since the epoch.
    String time(int message) {
        return HumanText.seconds(index.messages().capturedAtNanos(message), digits(message));
    }

    /// A span of time in seconds, with the digits of the finest clock.
    String seconds(long nanos) {
        return HumanText.seconds(nanos, finest);
    }

    /// A part of a message, or empty text if it is absent: UTF-8 where the bytes are that, else ISO
    /// 8859-1, so that every byte shows.
    static String text(byte[] buffer, SipLayout layout, Part part) {
        int from = layout.from(part);
        return from < 0 ? "" : text(buffer, from, layout.to(part));
    }

    private static String text(byte[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] < 0) {
                return beyondAscii(buffer, from, to);
            }
        }
        return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String beyondAscii(byte[] buffer, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(buffer, from, to - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    /// What is wrong with a message, each kind once, in the order of their places.
    static String defects(SipLayout layout) {
        int count = layout.defectCount();
        if (count == 0) {
            return "";
        }
        Set<String> kinds = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            kinds.add(layout.defectKind(i).text());
        }
        return String.join("; ", kinds);
    }
}
