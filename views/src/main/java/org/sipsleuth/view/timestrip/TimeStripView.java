package org.sipsleuth.view.timestrip;

import java.util.concurrent.Executor;
import javafx.scene.Parent;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.fx.MessageClass;
import org.sipsleuth.view.fx.SelectionModel;
import org.sipsleuth.view.fx.Views;

/// All messages over time, with a brush that chooses a range for every view.
public final class TimeStripView {

    private final TimeStripViewModel model;
    private final TimeStripController controller;
    private final Parent root;

    /// @param background where the counting is done
    public TimeStripView(SelectionModel selection, Executor background) {
        model = new TimeStripViewModel(selection);
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
        controller.show(new TableTimeline(messages));
        model.show(messages.capturedAtNanos(0), messages.capturedAtNanos(size - 1));
    }

    /// Shows an empty strip.
    public void showNothing() {
        controller.showNothing();
        model.showNothing();
    }

    private record TableTimeline(MessageTable messages) implements TimeHistogram.Timeline {
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
    }
}
