package org.sipsleuth.view.dialogs.row;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.dialog.DialogState;
import org.sipsleuth.view.fx.MessageClass;

/// The state of a dialog as a small icon, told by shape and colour.
final class StateSign {

    private StateSign() {}

    static FontIcon of(DialogState state) {
        FontIcon icon = new FontIcon(shape(state));
        icon.getStyleClass().addAll("state-icon", colour(state).styleClass());
        return icon;
    }

    private static Feather shape(DialogState state) {
        return switch (state) {
            case TRYING -> Feather.PHONE_OUTGOING;
            case RINGING -> Feather.BELL;
            case IN_CALL -> Feather.PHONE_CALL;
            case COMPLETED, SUCCEEDED -> Feather.CHECK_CIRCLE;
            case CANCELLED -> Feather.CORNER_UP_LEFT;
            case BUSY -> Feather.MINUS_CIRCLE;
            case REJECTED, REFUSED -> Feather.SLASH;
            case REDIRECTED -> Feather.PHONE_FORWARDED;
            case CHALLENGED -> Feather.LOCK;
            case FAILED -> Feather.X_OCTAGON;
            case UNANSWERED -> Feather.PHONE_MISSED;
            case PENDING -> Feather.CLOCK;
            case PARTIAL -> Feather.HELP_CIRCLE;
        };
    }

    private static MessageClass colour(DialogState state) {
        return switch (state) {
            case TRYING, RINGING, PENDING, PARTIAL, CANCELLED -> MessageClass.PROVISIONAL;
            case IN_CALL -> MessageClass.REQUEST;
            case COMPLETED, SUCCEEDED -> MessageClass.SUCCESS;
            case REDIRECTED -> MessageClass.REDIRECTION;
            case BUSY, CHALLENGED, UNANSWERED -> MessageClass.CLIENT_ERROR;
            case REJECTED, REFUSED, FAILED -> MessageClass.FAILURE;
        };
    }
}
