package org.sipsleuth.view.dialogs.column;

import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.dialog.DialogState;
import org.sipsleuth.view.fx.MessageClass;
import org.sipsleuth.view.fx.StyledAs;

/// Draws the state of a dialog as a small icon, told by shape and colour.
final class StateIcon extends FontIcon {

    private final StyledAs colour = new StyledAs(this);

    StateIcon() {
        getStyleClass().add("state-icon");
    }

    void show(DialogState state) {
        setIconCode(shape(state));
        colour.set(Optional.of(colour(state).styleClass()));
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
