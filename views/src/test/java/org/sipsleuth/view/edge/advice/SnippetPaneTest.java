package org.sipsleuth.view.edge.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sipsleuth.edge.advice.Snippet;
import org.sipsleuth.view.ui.FxStage;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SnippetPaneTest {

    @Start
    void start(Stage stage) {
        List<Snippet> snippets = List.of(new Snippet("fail2ban", "jail.d/a.conf", "one"),
                new Snippet("fail2ban", "filter.d/a.conf", "two"));
        FxStage.show(stage, new SnippetPane(snippets, List.of(), () -> {}), 700, 500);
    }

    @Test
    void twoFilesOfOneProgramHaveDifferentTabs(FxRobot robot) {
        TabPane tabs = robot.lookup(".tab-pane").queryAs(TabPane.class);
        assertEquals(List.of("fail2ban: jail.d/a.conf", "fail2ban: filter.d/a.conf"),
                tabs.getTabs().stream().map(Tab::getText).toList());
    }
}
