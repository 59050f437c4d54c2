package org.sipsleuth.report.ladder;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.note.DialogNotes;
import org.sipsleuth.dialog.note.Hint;
import org.sipsleuth.dialog.note.Meaning;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.run.RunMonitor;

/// What the messages of a ladder mean, in words: a paragraph per row, with the hints about it.
public final class LadderNotes {

    private final Ladder ladder;
    private final boolean unicode;

    public LadderNotes(Ladder ladder, boolean unicode) {
        this.ladder = ladder;
        this.unicode = unicode;
    }

    /// Writes them.
    public void writeTo(Appendable text) throws IOException {
        List<Integer> dialogs =
                IntStream.range(0, ladder.size())
                        .map(row -> ladder.index().messages().dialog(ladder.message(row)))
                        .distinct()
                        .boxed()
                        .toList();
        Map<Integer, List<Hint>> hints =
                DialogNotes.of(ladder.index(), dialogs, RunMonitor.NONE).stream()
                        .collect(Collectors.groupingBy(Hint::message));
        text.append('\n');
        for (int row = 0; row < ladder.size(); row++) {
            int message = ladder.message(row);
            int frame = ladder.index().messages().frame(message);
            line(text, frame + "  " + ladder.label(row));
            line(text, "    " + Meaning.of(ladder.index(), message).text());
            for (Hint hint : hints.getOrDefault(message, List.of())) {
                line(text, "  ! " + hint.text());
            }
        }
    }

    private void line(Appendable text, String words) throws IOException {
        text.append(VisibleText.of(unicode ? words : words.replace("§", "sec. "), unicode))
                .append('\n');
    }
}
