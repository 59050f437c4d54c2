package org.sipsleuth.view.incident;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.view.incident.facts.CaptureFacts;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.FailureLog;
import org.sipsleuth.view.ui.Views;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The first page of every capture: its incidents. Used on the JavaFX thread.
public final class OverviewPage implements Page {

    private static final Logger LOG = LoggerFactory.getLogger(OverviewPage.class);
    /// Its name for [org.sipsleuth.view.session.page.Workplace.Frame#open].
    public static final String ID = "overview";

    private final OverviewViewModel model;
    private final OverviewController controller;
    private final Parent root;

    public OverviewPage(Workplace place) {
        this(place, place.session().foundProperty(), place.session().joiningProperty(), place.window().growing());
    }

    /// @param found what the detectors found
    /// @param joining whether that is not all yet
    /// @param growing whether the capture is still being read, or captured live
    OverviewPage(Workplace place, ObservableValue<Optional<Investigation>> found, ObservableValue<Boolean> joining,
            ObservableValue<Boolean> growing) {
        this(place, found, joining, growing, place.window().live());
    }

    /// @param live whether it is captured live
    OverviewPage(Workplace place, ObservableValue<Optional<Investigation>> found, ObservableValue<Boolean> joining,
            ObservableValue<Boolean> growing, ObservableValue<Boolean> live) {
        Executor counting = place.background().counting();
        model = new OverviewViewModel(place.session().stateProperty(), found, joining, growing, live, (work, then) -> {
            RunTask<CaptureFacts> task = new RunTask<>(work::apply);
            task.setOnSucceeded(_ -> then.accept(Optional.of(task.getValue())));
            task.setOnFailed(_ -> {
                FailureLog.warn(LOG, "The capture was not counted", task.getException());
                then.accept(Optional.empty());
            });
            counting.execute(task);
        });
        controller = new OverviewController(model, place, new EvidenceLinks(place));
        root = Views.load("Overview.fxml", controller);
        place.selection().selectionProperty().subscribe(chosen -> model.choose(chosen.time()));
        root.sceneProperty().subscribe(scene -> model.inSightProperty().set(scene != null));
    }

    /// The paragraph of the first incident, with its kind and outcome; empty until all is found, as
    /// what stands there before may name a lesser one.
    public ReadOnlyObjectProperty<Optional<Node>> answerProperty() {
        return controller.answerProperty();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return "fth-grid";
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public ReadOnlyStringProperty badge() {
        return model.badgeProperty();
    }

    @Override
    public boolean isInspected() {
        return false;
    }

    @Override
    public String place() {
        return model.openedProperty().get().map(Incident::id).orElse("");
    }

    @Override
    public void goTo(String place) {
        model.open(place);
        controller.focusAgain();
    }

    @Override
    public void show(SipIndex index) {
        model.show(index);
    }

    @Override
    public void showNothing() {
        model.showNothing();
    }
}
