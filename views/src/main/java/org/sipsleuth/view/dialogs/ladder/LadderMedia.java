package org.sipsleuth.view.dialogs.ladder;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.MediaArrow;
import org.sipsleuth.dialog.ladder.layer.Overlay;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.media.MediaStreams;
import org.sipsleuth.report.ladder.content.StreamArrows;
import org.sipsleuth.run.RunMonitor;

/// The RTP and RTCP streams of the dialogs of a ladder. Finding them reads all frames of the
/// captures, so that it is done only while they are wanted, in the background.
final class LadderMedia {

    private final LadderChoices choices;
    private final Background background;
    private @Nullable SipIndex index;
    private List<Integer> dialogs = List.of();
    private Runnable cancel = () -> {};
    private boolean isFound;
    private List<MediaStream> streams = List.of();

    /// What finds streams.
    @FunctionalInterface
    interface Work {
        List<MediaStream> run(RunMonitor monitor) throws IOException;
    }

    /// Runs in the background, and delivers them on the JavaFX thread.
    @FunctionalInterface
    interface Background {
        /// Begins.
        ///
        /// @return what stops it
        Runnable run(Work work, Consumer<List<MediaStream>> then);
    }

    LadderMedia(LadderChoices choices, Background background) {
        this.choices = choices;
        this.background = background;
        choices.optionsProperty().subscribe(_ -> find());
    }

    /// Switches to other dialogs, or to a larger snapshot of them.
    void show(SipIndex shown, List<Integer> chosen) {
        if (shown != index || !chosen.equals(dialogs)) {
            cancel.run();
            isFound = false;
            index = shown;
            dialogs = List.copyOf(chosen);
            use(List.of());
            find();
        }
    }

    void showNothing() {
        cancel.run();
        isFound = false;
        index = null;
        dialogs = List.of();
        use(List.of());
    }

    private void use(List<MediaStream> found) {
        streams = found;
        choices.media(StreamArrows.of(found));
    }

    private void find() {
        SipIndex shown = index;
        if (shown == null || isFound || !choices.style().has(Overlay.MEDIA)) {
            return;
        }
        isFound = true;
        int[] its = dialogs.stream().mapToInt(Integer::intValue).toArray();
        cancel = background.run(
                monitor -> shown.opened().verified(() -> MediaStreams.of(shown, its, monitor)).streams(), found -> {
                    if (shown == index) {
                        use(found);
                    }
                });
    }

    /// The stream of an arrow.
    Optional<MediaStream> stream(MediaArrow arrow) {
        return streams.stream().filter(stream -> StreamArrows.of(stream).equals(arrow)).findFirst();
    }
}
