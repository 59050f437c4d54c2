package org.sipsleuth.view.dialogs.table.cell;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.view.ui.MessageClass;

/// The outcome of a dialog as a small icon, shown by shape and colour. A dialog of an incident has
/// no sign that all is well: the attacker's call was completed, too.
///
/// @param isOfIncident whether a dialog that went well is part of an incident
record OutcomeSign(Outcome outcome, boolean isOfIncident) {

    OutcomeSign {
        isOfIncident = isOfIncident && outcome.isGood();
    }

    FontIcon icon() {
        FontIcon icon = new FontIcon(shape());
        icon.getStyleClass().addAll("state-icon", colour().styleClass());
        return icon;
    }

    Feather shape() {
        return isOfIncident ? Feather.ALERT_TRIANGLE : shape(outcome);
    }

    MessageClass colour() {
        return isOfIncident ? MessageClass.FAILURE : colour(outcome);
    }

    private static Feather shape(Outcome outcome) {
        return switch (outcome) {
            case SETTING_UP -> Feather.PHONE_OUTGOING;
            case RINGING -> Feather.BELL;
            case ESTABLISHED -> Feather.PHONE_CALL;
            case COMPLETED, SUCCEEDED -> Feather.CHECK_CIRCLE;
            case DROPPED -> Feather.PHONE_OFF;
            case EARLY_DIALOG_ENDED -> Feather.PHONE_MISSED;
            case CANCELLED -> Feather.CORNER_UP_LEFT;
            case REDIRECTED, CONTINUED -> Feather.PHONE_FORWARDED;
            case REFUSED -> Feather.SLASH;
            case FAILED -> Feather.X_OCTAGON;
            case PENDING -> Feather.CLOCK;
            case PARTIAL -> Feather.HELP_CIRCLE;
        };
    }

    private static MessageClass colour(Outcome outcome) {
        return switch (outcome) {
            case SETTING_UP, RINGING, PENDING, PARTIAL, CANCELLED, EARLY_DIALOG_ENDED -> MessageClass.PROVISIONAL;
            case ESTABLISHED -> MessageClass.REQUEST;
            case COMPLETED, SUCCEEDED -> MessageClass.SUCCESS;
            case REDIRECTED, CONTINUED -> MessageClass.REDIRECTION;
            case REFUSED -> MessageClass.CLIENT_ERROR;
            case DROPPED, FAILED -> MessageClass.FAILURE;
        };
    }
}
