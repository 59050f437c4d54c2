package org.sipsleuth.view.dialogs.ladder;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.MediaArrow;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.problem.ProblemMark;
import org.sipsleuth.problem.ProblemMarks;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.Texts;

/// The problems that the messages and streams of a ladder show, gathered in the background.
final class LadderProblems {

    private static final int LONGEST = 600;

    private final Background background;
    private final ReadOnlyObjectWrapper<ProblemMarks> marks = new ReadOnlyObjectWrapper<>(ProblemMarks.NONE);
    private Runnable cancel = () -> {};
    private Optional<ProblemDetection> found = Optional.empty();
    private @Nullable SipIndex index;
    private List<Integer> dialogs = List.of();

    /// Gathers marks in the background, and delivers them on the JavaFX thread.
    @FunctionalInterface
    interface Background {
        /// Begins.
        ///
        /// @return what stops it
        Runnable run(Supplier<ProblemMarks> work, Consumer<ProblemMarks> then);
    }

    LadderProblems(Background background) {
        this.background = background;
    }

    /// Which messages and streams show which problems.
    ReadOnlyObjectProperty<ProblemMarks> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    /// Shows these problems from now on.
    void use(Optional<ProblemDetection> problems) {
        if (!problems.equals(found)) {
            found = problems;
            gather();
        }
    }

    /// Switches to other dialogs, or to a larger snapshot of them.
    void show(SipIndex shown, List<Integer> chosen) {
        if (shown != index || !chosen.equals(dialogs)) {
            index = shown;
            dialogs = List.copyOf(chosen);
            gather();
        }
    }

    void showNothing() {
        index = null;
        dialogs = List.of();
        gather();
    }

    private void gather() {
        cancel.run();
        marks.set(ProblemMarks.NONE);
        SipIndex shown = index;
        if (shown != null && found.isPresent()) {
            ProblemDetection problems = found.get();
            List<Integer> chosen = dialogs;
            cancel = background.run(() -> problems.marks(shown, chosen), gathered -> {
                if (shown == index && chosen.equals(dialogs)) {
                    marks.set(gathered);
                }
            });
        }
    }

    /// The rows that show problems.
    BitSet rows(LadderRows rows) {
        return marks.get()
                .messages()
                .stream()
                .mapToInt(rows::rowOf)
                .filter(row -> row >= 0)
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /// What all messages show that a row counts, for a tooltip.
    String words(LadderRows rows, int row) {
        IntStream messages = rows.ladder().count(row) == 1 ? IntStream.of(rows.ladder().message(row))
                : marks.get().messages().stream().mapToInt(Integer::intValue).filter(each -> rows.rowOf(each) == row);
        return words(messages.sorted().mapToObj(marks.get()::of).flatMap(Collection::stream));
    }

    /// What a stream shows, for a tooltip.
    String words(MediaArrow stream) {
        return words(marks.get().of(stream.ssrc(), stream.first()).stream());
    }

    private static String words(Stream<ProblemMark> shown) {
        return shown.map(mark -> VisibleText.ofValue(mark.text().text(), LONGEST))
                .distinct()
                .map(words -> "\n" + Texts.text("dialogs.ladder.problem", words))
                .collect(Collectors.joining());
    }
}
