package org.sipsleuth.view.incident.page;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.RoleWords;
import org.sipsleuth.view.session.casefile.CaseModel;
import org.sipsleuth.view.ui.Views;

/// The page of one incident. Used on the JavaFX thread.
public final class IncidentView {

    private final IncidentController controller;
    private final Parent root;

    /// @param cases the case that verdicts go into
    /// @param links shows evidence
    /// @param export asks where the selected messages shall be exported to
    /// @param open shows another incident; empty for the overview
    public IncidentView(CaseModel cases, EvidenceLinks links, Runnable export, Consumer<String> open) {
        controller = new IncidentController(cases, links, export, open);
        root = Views.load("Incident.fxml", controller);
    }

    /// The page.
    public Parent root() {
        return root;
    }

    /// Shows an incident.
    ///
    /// @param all the incidents of the capture, in their order
    /// @param roles what the hosts of the capture are
    public void show(SipIndex index, Incident incident, List<Incident> all, RoleWords roles) {
        controller.show(index, incident, all, roles);
    }

    /// Moves the keyboard focus to its beginning.
    public void focus() {
        controller.focus();
    }
}
