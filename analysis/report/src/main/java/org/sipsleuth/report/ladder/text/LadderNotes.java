package org.sipsleuth.report.ladder.text;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.note.DialogNotes;
import org.sipsleuth.dialog.note.Hint;
import org.sipsleuth.report.ladder.content.LadderContent;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.run.RunMonitor;

/// What the messages of a ladder mean, in words: a paragraph per row, with the hints about it.
public final class LadderNotes {

    private final LadderContent content;
    private final boolean unicode;

    /// @param unicode whether they may be more than ASCII
    public LadderNotes(LadderContent content, boolean unicode) {
        this.content = content;
        this.unicode = unicode;
    }

    /// The hints about the messages of a ladder, by message. Cost: every message of their dialogs
    /// is parsed.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Map<Integer, List<Hint>> hints(Ladder ladder, RunMonitor monitor) {
        List<Integer> dialogs = IntStream.range(0, ladder.size())
                .map(row -> ladder.index().messages().dialog(ladder.message(row)))
                .distinct()
                .boxed()
                .toList();
        return DialogNotes.of(ladder.index(), dialogs, monitor).stream().collect(Collectors.groupingBy(Hint::message));
    }

    /// Writes them.
    public void writeTo(Appendable text) throws IOException {
        text.append('\n');
        for (int number = 0; number < content.size(); number++) {
            LadderContent.Row row = content.row(number);
            if (!row.about().notes().isEmpty()) {
                line(text, row.place().frame() + "  " + row.label().text());
                for (LadderContent.Note note : row.about().notes()) {
                    line(text, (note.isHint() ? "  ! " : "    ") + note.text());
                }
            }
        }
    }

    private void line(Appendable text, String words) throws IOException {
        text.append(VisibleText.of(unicode ? words : words.replace("§", "sec. "), unicode)).append('\n');
    }
}
