package org.sipsleuth.view.dialogs.search;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.search.MessageSearch;
import org.sipsleuth.search.SearchHits;
import org.sipsleuth.search.SearchTerm;
import org.sipsleuth.view.session.RunTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Searches in the background, one search at a time, a moment after it was asked for: who types
/// asks often.
final class SearchRuns implements SearchViewModel.Background {

    private static final Logger LOG = LoggerFactory.getLogger(SearchRuns.class);
    private static final Duration A_MOMENT = Duration.millis(150);

    private @Nullable RunTask<SearchHits> running;
    private @Nullable PauseTransition waiting;

    @Override
    public void search(SipIndex index, SearchTerm term, Consumer<Optional<SearchHits>> found) {
        stop();
        RunTask<SearchHits> task =
                new RunTask<>(monitor -> index.opened().verified(() -> MessageSearch.find(index, term, monitor)));
        task.setOnSucceeded(_ -> found.accept(Optional.of(task.getValue())));
        task.setOnFailed(_ -> {
            LOG.error("Messages could not be searched", task.getException());
            found.accept(Optional.empty());
        });
        PauseTransition pause = new PauseTransition(A_MOMENT);
        pause.setOnFinished(_ -> task.start());
        pause.play();
        running = task;
        waiting = pause;
    }

    @Override
    public void stop() {
        if (waiting != null) {
            waiting.stop();
        }
        if (running != null) {
            running.cancel(); // once cancelled, it delivers no result
        }
    }
}
