package org.sipsleuth.view.social;

import java.util.Optional;
import javafx.scene.Parent;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.social.detection.SocialMethod;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.Views;

/// The page of social behaviour. Used on the JavaFX thread.
public final class SocialPage implements Page {

    private final SocialViewModel model;
    private final Parent root;

    public SocialPage(Workplace place) {
        model = new SocialViewModel(place.session().stateProperty(), place.session().inUseProperty(),
                place.session().foundProperty(), place.selection(), place.background().counting(),
                place.background().pool());
        root = Views.load("Social.fxml", new SocialController(model, place));
        root.sceneProperty().subscribe(scene -> model.setInSight(scene != null));
    }

    @Override
    public String id() {
        return "social";
    }

    @Override
    public String icon() {
        return "fth-share-2";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<String> shownMethod() {
        return Optional.of(SocialMethod.NAME);
    }

    @Override
    public boolean isInspected() {
        return false;
    }

    @Override
    public boolean isShownWithoutCapture() {
        return true; // tables of call records
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
