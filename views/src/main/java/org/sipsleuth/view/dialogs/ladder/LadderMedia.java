package org.sipsleuth.view.dialogs.ladder;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.MediaArrow;
import org.sipsleuth.dialog.ladder.layer.Overlay;
import org.sipsleuth.media.MediaKind;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.media.MediaStreams;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.ui.Texts;

/// The RTP and RTCP streams of the dialogs of a ladder. Finding them reads all frames of the
/// captures, so that it is done only while they are wanted, in the background.
final class LadderMedia {

    /// More streams would bury the messages.
    private static final int MOST_STREAMS = 2_000;

    private static final double PERCENT = 100;

    private final LadderChoices choices;
    private final Background background;
    private @Nullable SipIndex index;
    private List<Integer> dialogs = List.of();
    private Runnable cancel = () -> {};
    private boolean isFound;

    /// What finds streams.
    @FunctionalInterface
    interface Work {
        List<MediaArrow> run(RunMonitor monitor) throws IOException;
    }

    /// Runs in the background, and delivers them on the JavaFX thread.
    @FunctionalInterface
    interface Background {
        /// Begins.
        ///
        /// @return what stops it
        Runnable run(Work work, Consumer<List<MediaArrow>> then);
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
            choices.media(List.of());
            find();
        }
    }

    void showNothing() {
        cancel.run();
        isFound = false;
        index = null;
        dialogs = List.of();
        choices.media(List.of());
    }

    private void find() {
        SipIndex shown = index;
        if (shown == null || isFound || !choices.style().has(Overlay.MEDIA)) {
            return;
        }
        isFound = true;
        int[] its = dialogs.stream().mapToInt(Integer::intValue).toArray();
        cancel = background.run(monitor -> shown.opened()
                .verified(() -> MediaStreams.of(shown, its, monitor))
                .streams()
                .stream()
                .limit(MOST_STREAMS)
                .map(LadderMedia::arrow)
                .toList(), found -> {
                    if (shown == index) {
                        choices.media(found);
                    }
                });
    }

    private static MediaArrow arrow(MediaStream stream) {
        boolean isControl = stream.kind() == MediaKind.RTCP;
        return new MediaArrow(stream.source(), stream.destination(), stream.extent().firstNanos(),
                stream.extent().lastNanos(), isControl,
                isControl ? Texts.text("dialogs.ladder.rtcp", stream.extent().packets()) : words(stream));
    }

    private static String words(MediaStream stream) {
        double lost = stream.quality().lossShare() * PERCENT;
        double jitter = stream.quality().meanJitterMillis();
        String words = Texts.text("dialogs.ladder.rtp", stream.codecs(), stream.extent().packets(), lost);
        return Double.isNaN(jitter) ? words : words + Texts.text("dialogs.ladder.rtp.jitter", jitter);
    }
}
