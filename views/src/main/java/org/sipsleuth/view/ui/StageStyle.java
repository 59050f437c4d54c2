package org.sipsleuth.view.ui;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Collection;
import java.util.Locale;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.incident.Stage;

/// Colour, icon and word of a stage of an incident, the same everywhere. The colours are those of
/// Okabe and Ito, looked up in `sipsleuth.css`; a stage never shows by its colour alone.
public enum StageStyle {
    SCAN("fth-radio"),
    ENUMERATE("fth-users"),
    GUESS("fth-key"),
    USE("fth-phone-outgoing"),
    FLOOD("fth-activity"),
    SPIT("fth-volume-2"),
    HIJACK("fth-shuffle"),
    MALFORMED("fth-hash"),
    OTHER("fth-help-circle");

    private final String icon;

    StageStyle(String icon) {
        this.icon = icon;
    }

    /// The style of a kind.
    public static StageStyle of(IncidentKind kind) {
        return switch (kind.group()) {
            case SCAN -> SCAN;
            case ENUMERATE -> ENUMERATE;
            case GUESS -> GUESS;
            case USE -> USE;
            case FLOOD -> FLOOD;
            case SPIT -> SPIT;
            case HIJACK -> HIJACK;
            case MALFORMED -> MALFORMED;
            case OTHER -> OTHER;
        };
    }

    /// The CSS class of nodes that stand for it: `stage-scan`.
    public String styleClass() {
        return "stage-" + name().toLowerCase(Locale.ROOT);
    }

    /// A literal of the Feather icons.
    public String icon() {
        return icon;
    }

    /// The word for a stage: `Scan`. Calls on an account that was attacked before are its use, else
    /// they are fraud; calls that were all refused are neither.
    ///
    /// @param all the kinds of all stages of the incident
    public static String word(Stage stage, Collection<IncidentKind> all) {
        if (stage.kind() != IncidentKind.TOLL_FRAUD) {
            return stage.shortLabel().text();
        }
        if (!stage.isUse()) {
            return text("stage.refused");
        }
        boolean isOfAccount =
                all.contains(IncidentKind.PASSWORD_GUESSING) || all.contains(IncidentKind.ACCOUNT_TAKEOVER);
        return isOfAccount ? text("stage.use") : stage.shortLabel().text();
    }
}
