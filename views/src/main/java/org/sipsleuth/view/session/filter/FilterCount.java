package org.sipsleuth.view.session.filter;

import static org.sipsleuth.view.ui.Texts.text;

import org.sipsleuth.filter.MessageSet;

/// How much a filter selects, in words: `12 messages, 3 dialogs`.
public final class FilterCount {

    private FilterCount() {}

    /// Of what a filter found.
    public static String of(MessageSet found) {
        return text("session.filter.count", found.size(), found.dialogCount());
    }
}
