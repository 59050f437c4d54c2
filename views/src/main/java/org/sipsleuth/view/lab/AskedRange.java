package org.sipsleuth.view.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.lab.score.LabScore;
import org.sipsleuth.lab.score.MarkedPart;
import org.sipsleuth.lab.score.QuestionScore;
import org.sipsleuth.view.session.Selection.TimeRange;

/// A time range that a question of a lab that is handed in asked for.
///
/// @param right the range that is right
/// @param answered the range that was answered; empty without an answer
public record AskedRange(QuestionScore score, TimeRange right, Optional<TimeRange> answered) {

    /// Those of questions about the capture that is open.
    static List<AskedRange> of(LabFolder lab, LabScore score, SipIndex index) {
        Set<Path> open = index.files().stream().map(file -> plain(file.path())).collect(Collectors.toSet());
        return score.questions()
                .stream()
                .filter(each -> open.contains(plain(lab.folder().resolve(lab.lab().captureOf(each.question())))))
                .flatMap(each -> of(each).stream())
                .toList();
    }

    private static Optional<AskedRange> of(QuestionScore score) {
        return score.marks()
                .trueRange()
                .map(right -> new AskedRange(score, nanos(right), score.marks().namedRange().map(AskedRange::nanos)));
    }

    /// The same in ns since the epoch.
    static TimeRange nanos(MarkedPart.Range range) {
        return new TimeRange(LabTexts.nanos(range.from()), LabTexts.nanos(range.to()));
    }

    private static Path plain(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
