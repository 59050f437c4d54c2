package org.sipsleuth.app.workbench;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.concurrent.Worker;
import org.sipsleuth.app.workbench.page.Notice;
import org.sipsleuth.casefile.FoundEvidence;
import org.sipsleuth.casefile.FoundEvidence.Lost;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.casefile.OpenCase;

/// Opens the captures of a case with it, where no capture is open: those that are on the disk as
/// they were added. A notice names the others. The page in front stays there. Used on the JavaFX
/// thread.
final class CaseCaptures {

    private static final Set<Worker.State> ENDED =
            EnumSet.of(Worker.State.SUCCEEDED, Worker.State.FAILED, Worker.State.CANCELLED);

    private static final int LONGEST_NAME = 200;

    /// More are counted, not named: they are all on the page of the case, which can verify them.
    private static final int MOST_NAMES = 5;

    private final CaptureOpening captures;
    private final Rail rail;
    private final Consumer<Optional<Notice>> notices;
    private Optional<Path> followed = Optional.empty();

    /// @param notices shows a notice, or none
    CaseCaptures(CaptureOpening captures, Rail rail, Consumer<Optional<Notice>> notices) {
        this.captures = captures;
        this.rail = rail;
        this.notices = notices;
    }

    /// Follows the case of the window.
    void follow(Optional<OpenCase> open) {
        Optional<Path> file = open.map(OpenCase::file);
        boolean isOther = !file.equals(followed);
        followed = file;
        if (isOther && !captures.isInUse()) {
            open.filter(openCase -> !openCase.evidence().isEmpty()).ifPresent(this::search);
        }
    }

    private void search(OpenCase openCase) {
        int count = openCase.evidence().size();
        Worker<?> search = captures.findEvidence(openCase, this::open);
        notices.accept(Optional.of(
                new Notice(Notice.Tone.INFORMATION, text("workbench.case.comparing", count), List.of(), List.of())));
        search.stateProperty().addListener((_, _, state) -> {
            if (ENDED.contains(state)) {
                notices.accept(Optional.empty());
            }
        });
    }

    private void open(FoundEvidence found) {
        if (!found.files().isEmpty()) {
            String page = rail.chosenProperty().get().page().id();
            captures.openEvidence(found.files());
            rail.open(page); // else it would be the first one
        }
        if (!found.lost().isEmpty()) {
            notices.accept(Optional.of(lost(found.lost())));
        }
    }

    private static Notice lost(List<Lost> lost) {
        List<String> paragraphs = new ArrayList<>();
        lost.stream().limit(MOST_NAMES).map(CaseCaptures::sentence).forEach(paragraphs::add);
        if (lost.size() > MOST_NAMES) {
            paragraphs.add(text("workbench.case.lost.more", lost.size() - MOST_NAMES));
        }
        paragraphs.add(text("workbench.case.lost.advice"));
        return new Notice(Notice.Tone.WARNING, text("workbench.case.lost", lost.size()), paragraphs, List.of());
    }

    private static String sentence(Lost lost) {
        return text("workbench.case.lost." + lost.kind(), VisibleText.ofValue(lost.evidence().name(), LONGEST_NAME),
                VisibleText.ofValue(lost.evidence().path(), LONGEST_NAME));
    }
}
