package org.sipsleuth.view.inspector;

import static org.sipsleuth.view.ui.Texts.text;

import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.note.DialogNotes;
import org.sipsleuth.dialog.note.Hint;
import org.sipsleuth.dialog.note.MessageExplanation;
import org.sipsleuth.view.inspector.fact.Facts;

/// Explains a message and lists its hints.
final class NoteFacts {

    private final SipIndex index;
    private final int message;

    NoteFacts(SipIndex index, int message) {
        this.index = index;
        this.message = message;
    }

    /// Adds the section.
    void addTo(Facts.Collector facts) {
        facts.section(text("inspector.meaning")).plain("", MessageExplanation.of(index, message).text());
        for (Hint hint : DialogNotes.ofMessage(index, message)) {
            facts.warning(hint.rule().title(), hint.text());
        }
    }
}
