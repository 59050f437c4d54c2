package org.sipsleuth.view.timestrip;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.session.time.TimeScale;
import org.sipsleuth.view.session.time.TimeSight;
import org.sipsleuth.view.ui.MessageClass;
import org.sipsleuth.view.ui.Views;

/// All messages over time, with a brush that chooses a range for every view.
public final class TimeStripView {

    private final TimeSight model;
    private final TimeStripController controller;
    private final Parent root;
    private @Nullable SipIndex index;
    private Optional<Filtered> filtered = Optional.empty();

    /// @param background where the counting is done
    public TimeStripView(SelectionModel selection, Executor background) {
        model = new TimeSight(selection);
        controller = new TimeStripController(model, background);
        root = Views.load("TimeStrip.fxml", controller);
    }

    /// The strip.
    public Parent root() {
        return root;
    }

    /// Shows the messages of an index. A window that was zoomed into stays where it can.
    public void show(SipIndex index) {
        MessageTable messages = index.messages();
        int size = messages.size();
        if (size == 0) {
            showNothing();
            return;
        }
        this.index = index;
        controller.show(timeline(index));
        model.show(messages.capturedAtNanos(0), messages.capturedAtNanos(size - 1), scale(index));
    }

    private static TimeScale scale(SipIndex index) {
        return TimeScale.of(index.files()
                .stream()
                .filter(file -> file.frames() > 0)
                .map(file -> new TimeRange(file.firstNanos(), file.lastNanos()))
                .toList());
    }

    /// Counts only what the window's filter leaves from now on.
    public void showFiltered(Optional<Filtered> left) {
        filtered = left;
        SipIndex shown = index;
        if (shown != null) {
            controller.show(timeline(shown));
        }
    }

    private TimeHistogram.Timeline timeline(SipIndex shown) {
        return new TableTimeline(shown.messages(), filtered.filter(left -> left.isOf(shown)).orElse(null));
    }

    /// Shows the stages of incidents under the bars.
    ///
    /// @param bands in the order of time
    /// @param select is given a band that was clicked
    /// @param open is given one that was double-clicked
    public void showBands(List<StripBand.Stage> bands, Consumer<StripBand.Stage> select,
            Consumer<StripBand.Stage> open) {
        controller.show(bands, select, open);
    }

    /// Shows the attacks of the ground truth in a lane of their own below; none while it is off.
    ///
    /// @param attacks in the order of time
    /// @param select is given an attack that was clicked
    public void showAttacks(List<StripBand.Attack> attacks, Consumer<StripBand.Attack> select) {
        controller.show(attacks, select);
    }

    /// Shows the time ranges of a lab that is handed in, in two lanes below: those that are right, and
    /// those that were answered.
    ///
    /// @param ranges in the order of time
    /// @param select is given a range that was clicked
    public void showRanges(List<StripBand.MarkedRange> ranges, Consumer<StripBand.MarkedRange> select) {
        controller.showRanges(ranges, select);
    }

    /// Shows an empty strip.
    public void showNothing() {
        index = null;
        controller.showNothing();
        model.showNothing();
    }

    private record TableTimeline(MessageTable messages, @Nullable Filtered filtered) implements TimeHistogram.Timeline {
        @Override
        public int size() {
            return messages.size();
        }

        @Override
        public long nanos(int message) {
            return messages.capturedAtNanos(message);
        }

        @Override
        public MessageClass messageClass(int message) {
            return MessageClass.of(messages.type(message));
        }

        @Override
        public boolean counts(int message) {
            return filtered == null || filtered.shows(message, messages.dialog(message));
        }
    }
}
