package org.sipsleuth.view.dialogs.compare;

import javafx.beans.binding.DoubleBinding;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.sipsleuth.compare.DialogRow;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.MessageClass;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.UtcTime;

/// A row of two dialogs side by side, as a strip of each one's ladder.
final class DialogCell extends HBox {

    private static final int LONGEST_LABEL = 120;
    private static final int PAUSE_DIGITS = 6;

    DialogCell(Compared.Dialogs dialogs, int number, DoubleBinding sideWidth) {
        DialogRow row = dialogs.comparison().rows().get(number);
        getStyleClass().add("comparison-row");
        switch (row.kind()) {
            case ONLY_LEFT -> getStyleClass().add("only-left");
            case ONLY_RIGHT -> getStyleClass().add("only-right");
            case OTHER_TYPE -> getStyleClass().add("changed");
            case SAME -> {
                if (row.isDifferent()) {
                    getStyleClass().add("moved");
                }
            }
        }
        LadderStrip left = strip(dialogs, row, true);
        LadderStrip right = strip(dialogs, row, false);
        left.prefWidthProperty().bind(sideWidth);
        right.prefWidthProperty().bind(sideWidth);
        left.maxWidthProperty().bind(sideWidth);
        right.maxWidthProperty().bind(sideWidth);
        Label sign = new Label(sign(row));
        sign.getStyleClass().add("comparison-sign");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        String words = words(row);
        if (!words.isEmpty()) {
            sign.setTooltip(new Tooltip(words));
            sign.setAccessibleText(words);
        }
        getChildren().setAll(left, sign, right);
    }

    private static LadderStrip strip(Compared.Dialogs dialogs, DialogRow row, boolean isLeft) {
        return new LadderStrip(dialogs.parts().all().stream().map(part -> part.isIn(isLeft)).toList(),
                arrow(dialogs, row, isLeft));
    }

    private static LadderStrip.Arrow arrow(Compared.Dialogs dialogs, DialogRow row, boolean isLeft) {
        int message = isLeft ? row.left() : row.right();
        if (message < 0) {
            return LadderStrip.Arrow.NOTHING;
        }
        Ladder ladder = isLeft ? dialogs.leftLadder() : dialogs.rightLadder();
        SipIndex index = isLeft ? dialogs.comparison().index() : dialogs.comparison().rightIndex();
        MessageTable messages = index.messages();
        long pause = isLeft ? row.leftPauseNanos() : row.rightPauseNanos();
        String again = messages.isRetransmission(message) ? "↻ " : "";
        return new LadderStrip.Arrow(dialogs.parts().source(message, isLeft),
                dialogs.parts().destination(message, isLeft),
                (pause < 0 ? "" : "+") + UtcTime.seconds(pause, PAUSE_DIGITS),
                again + VisibleText.ofValue(ladder.label(ladder.rowOf(message)), LONGEST_LABEL),
                MessageClass.of(messages.type(message)));
    }

    private static String sign(DialogRow row) {
        return switch (row.kind()) {
            case ONLY_LEFT -> "<";
            case ONLY_RIGHT -> ">";
            case OTHER_TYPE -> "≠";
            case SAME ->
                    (row.is(DialogRow.Mark.OTHER_WAY) ? "⇄" : "") + (row.is(DialogRow.Mark.OTHER_PAUSE) ? "Δt" : "");
        };
    }

    private static String words(DialogRow row) {
        return switch (row.kind()) {
            case ONLY_LEFT -> Texts.text("dialogs.compare.only.left");
            case ONLY_RIGHT -> Texts.text("dialogs.compare.only.right");
            case OTHER_TYPE -> Texts.text("dialogs.compare.other.type");
            case SAME -> {
                String way = row.is(DialogRow.Mark.OTHER_WAY) ? Texts.text("dialogs.compare.other.way") : "";
                String pause = row.is(DialogRow.Mark.OTHER_PAUSE) ? Texts.text("dialogs.compare.other.pause") : "";
                yield way.isEmpty() || pause.isEmpty() ? way + pause : way + "\n" + pause;
            }
        };
    }
}
