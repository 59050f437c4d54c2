package org.sipsleuth.app.workbench.live;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.live.LiveInterface;
import org.sipsleuth.live.LiveRequest;
import org.sipsleuth.live.PacketSources;
import org.sipsleuth.live.RingSettings;
import org.sipsleuth.view.session.RunTask;

/// Lets the user choose what is captured.
final class LiveChoiceController {

    private final PacketSources network;
    private final RingSettings ring;
    private final LiveSession session;
    private final Executor background;
    private final Runnable close;

    @FXML private ComboBox<LiveInterface> interfaces;
    @FXML private TextField filter;
    @FXML private Label refused;
    @FXML private Button start;

    /// @param ring where captured packets go
    /// @param background where interfaces are listed
    /// @param close takes the page away
    LiveChoiceController(PacketSources network, RingSettings ring, LiveSession session, Executor background,
            Runnable close) {
        this.network = network;
        this.ring = ring;
        this.session = session;
        this.background = background;
        this.close = close;
    }

    @FXML
    private void initialize() {
        interfaces.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LiveInterface device) {
                return device == null ? "" : name(device);
            }

            @Override
            public @Nullable LiveInterface fromString(String name) {
                return null; // the box is not edited
            }
        });
        refused.managedProperty().bind(refused.textProperty().isNotEmpty());
        start.disableProperty().bind(interfaces.valueProperty().isNull());
    }

    private static String name(LiveInterface device) {
        String details = device.addresses().isEmpty() ? device.description() : String.join(", ", device.addresses());
        return details.isEmpty() ? device.name() : text("workbench.live.choice.interface.name", device.name(), details);
    }

    /// Lists the interfaces that there are now.
    void refresh() {
        refused.setText("");
        RunTask<List<LiveInterface>> list = new RunTask<>(_ -> network.interfaces());
        list.setOnSucceeded(_ -> show(list.getValue()));
        list.setOnFailed(_ -> refused.setText(String.valueOf(list.getException().getMessage())));
        background.execute(list);
    }

    private void show(List<LiveInterface> found) {
        LiveInterface chosen = interfaces.getValue();
        interfaces.getItems().setAll(found);
        if (chosen != null && found.contains(chosen)) {
            interfaces.setValue(chosen);
        } else if (!found.isEmpty()) {
            interfaces.setValue(found.getFirst());
        }
        filter.requestFocus();
    }

    @FXML
    private void start() {
        LiveInterface chosen = interfaces.getValue();
        if (chosen != null) {
            refused.setText("");
            session.start(new LiveRequest(chosen.name(), filter.getText().strip(), ring), List.of(), close,
                    refused::setText);
        }
    }

    @FXML
    private void cancel() {
        close.run();
    }
}
