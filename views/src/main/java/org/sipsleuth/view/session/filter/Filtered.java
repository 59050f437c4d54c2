package org.sipsleuth.view.session.filter;

import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.MessageSet;

/// What a filter leaves of an index.
///
/// @param text the filter
/// @param index what was asked
/// @param found the messages that fit
/// @param onlyMessages whether views show only these; else all messages of their dialogs
public record Filtered(String text, SipIndex index, MessageSet found, boolean onlyMessages) {

    /// Whether a dialog has a message that fits.
    public boolean hasDialog(int dialog) {
        return found.containsDialog(dialog);
    }

    /// Whether a message fits.
    public boolean fits(int message) {
        return found.contains(message);
    }

    /// Whether views show a message.
    ///
    /// @param dialog the message's
    public boolean shows(int message, int dialog) {
        return onlyMessages ? found.contains(message) : found.containsDialog(dialog);
    }

    /// Whether it also covers this index: the same one, or one that grew out of it, in which
    /// numbers are the same.
    public boolean isOf(SipIndex other) {
        return index == other
                || (files(index).equals(files(other)) && index.messages().size() <= other.messages().size());
    }

    static List<Path> files(SipIndex index) {
        return index.files().stream().map(CaptureSummary::path).toList();
    }

    Filtered withOnlyMessages(boolean only) {
        return new Filtered(text, index, found, only);
    }
}
