package org.sipsleuth.view.dialogs.table.cell;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.view.ui.MessageClass;

/// The outcome of a dialog as a small icon, shown by shape and colour.
final class OutcomeSign {

    private OutcomeSign() {}

    static FontIcon of(Outcome outcome) {
        FontIcon icon = new FontIcon(shape(outcome));
        icon.getStyleClass().addAll("state-icon", colour(outcome).styleClass());
        return icon;
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
            case REDIRECTED -> Feather.PHONE_FORWARDED;
            case REFUSED -> Feather.SLASH;
            case FAILED -> Feather.X_OCTAGON;
            case PENDING -> Feather.CLOCK;
            case PARTIAL -> Feather.HELP_CIRCLE;
        };
    }

    private static MessageClass colour(Outcome outcome) {
        return switch (outcome) {
            case SETTING_UP, RINGING, PENDING, PARTIAL, CANCELLED, EARLY_DIALOG_ENDED ->
                    MessageClass.PROVISIONAL;
            case ESTABLISHED -> MessageClass.REQUEST;
            case COMPLETED, SUCCEEDED -> MessageClass.SUCCESS;
            case REDIRECTED -> MessageClass.REDIRECTION;
            case REFUSED -> MessageClass.CLIENT_ERROR;
            case DROPPED, FAILED -> MessageClass.FAILURE;
        };
    }
}
