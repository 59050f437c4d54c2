package org.sipsleuth.view.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.view.incident.overview.Alike;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.HostRows;
import org.sipsleuth.view.incident.part.RoleWords;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.SessionModel;
import org.sipsleuth.view.session.page.TestWorkplace;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// Users behind an address that carries the calls of others are the actors in the window, too.
@ExtendWith(ApplicationExtension.class)
class CarriedActorsTest {

    private static final String CARRIER = "192.0.2.9";

    @TempDir Path directory;

    private Incident carried() throws IOException {
        Incident its = SampleIncidents.in(directory).investigation().incidents().getFirst();
        Actors actors = Actors.behind(CARRIER, List.of("+4930555501", "+4930555502", "+4930555503"), 3);
        return new Incident(its.id(), its.number(), its.kind(), its.stages(), actors, its.victims(), its.accounts(),
                its.fromNanos(), its.toNanos(), its.outcome(), its.severity(), its.confidence(), its.title(),
                its.story(), its.advice(), its.techniques(), its.keys(), its.notDetermined(), its.alternatives(),
                its.evidence(), its.findings());
    }

    private static void texts(Node node, List<String> into) {
        if (node instanceof Labeled labeled) {
            into.add(labeled.getText());
        } else if (node instanceof Pane pane) {
            pane.getChildren().forEach(child -> texts(child, into));
        }
    }

    @Test
    void theUsersAreListedAndWhatCarriedThemIsNamedAsSuch(FxRobot robot) throws IOException {
        Incident incident = carried();
        List<String> shown = new ArrayList<>();
        robot.interact(() -> {
            SessionModel session =
                    new SessionModel(Methods.standard(), ForkJoinPool.commonPool(), ForkJoinPool.commonPool());
            EvidenceLinks links = new EvidenceLinks(
                    TestWorkplace.of(new SelectionModel(), session, ForkJoinPool.commonPool(), (_, _) -> {}));
            new HostRows(RoleWords.NONE, links).actors(incident, 2).forEach(row -> texts(row, shown));
        });
        assertEquals(List.of("+4930555501", "+4930555502", "and 1 more", "behind, with the calls of others:", CARRIER),
                shown);
        assertEquals(1, Alike.incidents(List.of(incident, incident)).size(), "one group of the same actors");
    }
}
