package org.sipsleuth.view.incident.part;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import org.sipsleuth.problem.CallClass;

/// Word, colour and shape of what a call was for those who called, the same in every part of the
/// page. The colours are looked up in `incident.css`.
public final class CallStyle {

    private CallStyle() {}

    /// Its words: `Answered, with a problem`.
    public static String words(CallClass calls) {
        return text("calls.class." + calls.word());
    }

    /// The CSS class of nodes that stand for it: `call-troubled`.
    public static String styleClass(CallClass calls) {
        return "call-" + calls.word();
    }

    /// The character that stands for it where colour alone would not do.
    public static String shape(CallClass calls) {
        return switch (calls) {
            case COMPLETED -> "●";
            case ESTABLISHED -> "◐";
            case TROUBLED -> "▲";
            case FAILED -> "✕";
            case UNANSWERED -> "■";
            case CANCELLED -> "◇";
            case REDIRECTED -> "◆";
            case UNDECIDED -> "○";
            case ATTACKER -> "⚠";
        };
    }
}
