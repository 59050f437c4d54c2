package org.sipsleuth.view.inspector.fact;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Locale;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.message.VisibleText;

/// Writes values for the inspector.
public final class FactText {

    private FactText() {}

    /// The value with every character seen, also those that could turn or hide text.
    public static String visible(String value) {
        return VisibleText.ofValue(value, Integer.MAX_VALUE);
    }

    /// `INVITE in frame 12`.
    public static String messageInFrame(SipIndex index, int message) {
        MessageTable messages = index.messages();
        return text("inspector.in.frame", messages.typeName(messages.type(message)), index.citation(message));
    }

    /// A span of time: `3.2 s`, `41 ms`.
    public static String span(long nanos) {
        if (nanos == 0) {
            return "0 s";
        }
        long magnitude = Math.abs(nanos);
        if (magnitude < 1_000_000L) {
            return String.format(Locale.ENGLISH, "%.0f µs", nanos / 1e3);
        }
        if (magnitude < 1_000_000_000L) {
            return String.format(Locale.ENGLISH, "%.1f ms", nanos / 1e6);
        }
        return String.format(Locale.ENGLISH, "%,.3f s", nanos / 1e9);
    }

    /// The name of a file.
    public static String fileName(SipIndex index, int file) {
        return FileName.last(index.files().get(file).path());
    }
}
