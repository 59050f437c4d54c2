package org.sipsleuth.view.dialogs.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.sipsleuth.compare.DialogComparison;
import org.sipsleuth.compare.HostParts;
import org.sipsleuth.compare.MessageComparison;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.report.compare.DialogComparisonText;
import org.sipsleuth.report.compare.MessageComparisonText;

/// What is compared.
sealed interface Compared {

    /// How wide copied text is.
    int TEXT_COLUMNS = 170;

    /// How many rows there are.
    int size();

    /// Whether both sides differ in a row.
    boolean isDifferent(int row);

    /// What the left side is.
    String left();

    /// What the right side is.
    String right();

    /// All of it as text.
    String text();

    /// Two messages.
    record Messages(MessageComparison comparison, String left, String right) implements Compared {

        @Override
        public int size() {
            return comparison.pairs().size();
        }

        @Override
        public boolean isDifferent(int row) {
            return comparison.pairs().get(row).isDifferent();
        }

        @Override
        public String text() {
            StringBuilder text = new StringBuilder();
            try {
                new MessageComparisonText(comparison, true, TEXT_COLUMNS).writeTo(text, left, right);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.toString();
        }
    }

    /// Two dialogs.
    ///
    /// @param parts who plays which part
    /// @param leftLadder labels of the left dialog's messages
    /// @param rightLadder the same for the right dialog
    record Dialogs(DialogComparison comparison, HostParts parts, Ladder leftLadder, Ladder rightLadder, String left,
            String right) implements Compared {

        @Override
        public int size() {
            return comparison.rows().size();
        }

        @Override
        public boolean isDifferent(int row) {
            return comparison.rows().get(row).isDifferent();
        }

        @Override
        public String text() {
            StringBuilder text = new StringBuilder();
            try {
                new DialogComparisonText(comparison, true, TEXT_COLUMNS).writeTo(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.toString();
        }
    }
}
