package org.sipsleuth.app.workbench.live;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.live.HepAddress;
import org.sipsleuth.live.LiveInterface;
import org.sipsleuth.live.LiveOrigin;
import org.sipsleuth.live.LiveRequest;
import org.sipsleuth.live.PacketSources;
import org.sipsleuth.live.RingSettings;
import org.sipsleuth.view.session.RunTask;

/// Lets the user choose what is captured.
final class LiveChoiceController {

    private static final String TLS = "tls:";

    private final PacketSources network;
    private final RingSettings ring;
    private final LiveSession session;
    private final LiveViewModel model;
    private final Executor background;
    private final Runnable close;

    @FXML private RadioButton fromInterface;
    @FXML private RadioButton fromReports;
    @FXML private Label obstacle;
    @FXML private ComboBox<LiveInterface> interfaces;
    @FXML private TextField filter;
    @FXML private TextField hep;
    @FXML private Label certificateLabel;
    @FXML private TextField certificate;
    @FXML private Label refused;
    @FXML private Button start;

    /// @param ring where captured packets go
    /// @param background where interfaces are listed
    /// @param close takes the page away
    LiveChoiceController(PacketSources network, RingSettings ring, LiveSession session, LiveViewModel model,
            Executor background, Runnable close) {
        this.network = network;
        this.ring = ring;
        this.session = session;
        this.model = model;
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
        start.disableProperty().bind(fromInterface.selectedProperty().and(interfaces.valueProperty().isNull()));
        obstacle.textProperty().bind(model.obstacleProperty());
        obstacle.visibleProperty().bind(obstacle.textProperty().isNotEmpty());
        obstacle.managedProperty().bind(obstacle.visibleProperty());
        hep.setText(HepAddress.USUAL);
        certificate.visibleProperty()
                .bind(hep.textProperty().map(address -> address.strip().toLowerCase(Locale.ROOT).startsWith(TLS)));
        certificate.managedProperty().bind(certificate.visibleProperty());
        certificateLabel.visibleProperty().bind(certificate.visibleProperty());
        certificateLabel.managedProperty().bind(certificate.visibleProperty());
    }

    private static String name(LiveInterface device) {
        String details = device.addresses().isEmpty() ? device.description() : String.join(", ", device.addresses());
        return details.isEmpty() ? device.name() : text("workbench.live.choice.interface.name", device.name(), details);
    }

    /// Lists the interfaces that there are now.
    void refresh() {
        refused.setText("");
        if (!model.obstacleProperty().get().isEmpty()) {
            fromReports.setSelected(true);
            hep.requestFocus();
            return;
        }
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
        (fromReports.isSelected() ? hep : filter).requestFocus();
    }

    @FXML
    private void start() {
        refused.setText("");
        try {
            origin().ifPresent(
                    wanted -> session.start(new LiveRequest(wanted, ring), List.of(), close, refused::setText));
        } catch (IllegalArgumentException wrong) {
            refused.setText(String.valueOf(wrong.getMessage()));
        }
    }

    /// What shall be received; empty while no interface is chosen.
    ///
    /// @throws IllegalArgumentException with a sentence for the user
    private Optional<LiveOrigin> origin() {
        if (fromReports.isSelected()) {
            boolean isSealed = certificate.isVisible() && !certificate.getText().isBlank();
            return Optional.of(new LiveOrigin.HepReports(HepAddress.of(hep.getText()),
                    isSealed ? Optional.of(Path.of(certificate.getText().strip())) : Optional.empty()));
        }
        return Optional.ofNullable(interfaces.getValue())
                .map(device -> new LiveOrigin.Interface(device.name(), filter.getText().strip()));
    }

    @FXML
    private void cancel() {
        close.run();
    }
}
