package org.sipsleuth.view.dialogs.ladder.sheet;

/// Steps from arrow to arrow of a ladder, from top to bottom: the streams before each row, then its
/// message.
public final class ArrowSteps {

    private ArrowSteps() {}

    /// An arrow of a ladder.
    ///
    /// @param row its row; of a stream the one that it is before
    /// @param stream its place among the streams, or [#NO_STREAM] for a message
    public record Arrow(int row, int stream) {

        /// It is a message.
        public static final int NO_STREAM = -1;

        /// That of a message.
        public static Arrow ofRow(int row) {
            return new Arrow(row, NO_STREAM);
        }

        public boolean isStream() {
            return stream != NO_STREAM;
        }
    }

    /// The arrow below; the same at the end.
    public static Arrow below(LadderSheet sheet, Arrow at) {
        int next = at.isStream() ? at.stream() + 1 : sheet.firstStream(at.row() + 1);
        int row = at.isStream() ? at.row() : at.row() + 1;
        if (isBefore(sheet, next, row)) {
            return new Arrow(row, next);
        }
        return row < sheet.rows().size() ? Arrow.ofRow(row) : at;
    }

    /// The arrow above; the same at the beginning.
    public static Arrow above(LadderSheet sheet, Arrow at) {
        int last = (at.isStream() ? at.stream() : sheet.firstStream(at.row() + 1)) - 1;
        if (isBefore(sheet, last, at.row())) {
            return new Arrow(at.row(), last);
        }
        return at.row() > 0 ? Arrow.ofRow(at.row() - 1) : at;
    }

    private static boolean isBefore(LadderSheet sheet, int stream, int row) {
        return stream >= 0 && stream < sheet.layers().media().size() && sheet.layers().media().get(stream).row() == row;
    }
}
