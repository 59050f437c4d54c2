package org.sipsleuth.app.workbench.page;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import org.sipsleuth.app.workbench.memory.RecentFiles;
import org.sipsleuth.view.session.casefile.CaseModel;
import org.sipsleuth.view.session.casefile.OpenCase;
import org.sipsleuth.view.session.casefile.RecentCase;

/// The captures and cases that were opened last. Used on the JavaFX thread.
public final class RecentList {

    private final RecentFiles files;
    private final CaseModel cases;
    private final Clock clock;

    /// @param clock what today is, in the user's time zone
    public RecentList(RecentFiles files, CaseModel cases, Clock clock) {
        this.files = files;
        this.cases = cases;
        this.clock = clock;
    }

    /// The case to continue: the open one, else the one that was open last.
    public Optional<Path> lastCase() {
        return openCase().or(() -> cases.recent().stream().map(RecentCase::file).findFirst());
    }

    /// The open case.
    Optional<Path> openCase() {
        return cases.openProperty().get().map(OpenCase::file);
    }

    /// What today is, in the user's time zone.
    Clock clock() {
        return clock;
    }

    /// Captures and cases, the last one first; those of an unknown time are at the end.
    List<Recent> all() {
        Stream<Recent> ofCases =
                cases.recent().stream().map(each -> new Recent(true, List.of(each.file()), each.opened()));
        Stream<Recent> ofFiles = files.entries().stream().map(each -> new Recent(false, each.files(), each.opened()));
        return Stream.concat(ofCases, ofFiles)
                .sorted(Comparator.comparing((Recent each) -> each.opened().orElse(Instant.EPOCH)).reversed())
                .toList();
    }

    /// Lists it no longer. Its files stay.
    void remove(Recent recent) {
        if (recent.isCase()) {
            cases.forget(recent.files().getFirst());
        } else {
            files.remove(recent.files());
        }
    }

    /// Lists nothing. All files stay.
    void clear() {
        cases.forgetAll();
        files.clear();
    }

    /// Does this whenever something was opened, or a case was closed.
    void onChange(Runnable action) {
        files.entries().addListener((ListChangeListener<RecentFiles.Entry>) _ -> action.run());
        cases.openProperty().addListener(_ -> action.run());
    }
}
