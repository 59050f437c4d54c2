package org.sipsleuth.view.edge.advice;

import static org.sipsleuth.view.edge.text.EdgeText.text;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.edge.advice.Snippet;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.view.edge.text.EdgeColours;
import org.sipsleuth.view.edge.text.EdgeText;
import org.sipsleuth.view.ui.OverlayHead;
import org.sipsleuth.view.ui.chart.ChartCopies;

/// Proposed configurations, a tab for each program, to be copied.
public final class SnippetPane extends VBox {

    private static final int ROWS = 18;
    private static final int COLUMNS = 84;

    /// @param protections that they are for
    /// @param close takes it away
    public SnippetPane(List<Snippet> snippets, List<Protection> protections, Runnable close) {
        setId("edge-snippets");
        getStyleClass().add("edge-snippets");
        getStylesheets().add(EdgeColours.styleSheet());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> { // texts would keep it
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
        Label about = new Label(text("snippet.about", EdgeText.list(protections)));
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        Label warning = new Label(text("snippet.warning"));
        warning.getStyleClass().add("edge-warning");
        warning.setWrapText(true);
        warning.setMinHeight(Region.USE_PREF_SIZE);
        warning.setMaxWidth(Double.MAX_VALUE);
        getChildren().setAll(new OverlayHead(text("snippet.title"), close), about, warning);
        if (snippets.isEmpty()) {
            getChildren().add(new Label(text("snippet.none")));
            return;
        }
        TabPane tabs = new TabPane();
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        snippets.forEach(snippet -> tabs.getTabs().add(tab(snippet)));
        VBox.setVgrow(tabs, Priority.ALWAYS);
        getChildren().add(tabs);
    }

    private static Tab tab(Snippet snippet) {
        TextArea area = new TextArea(snippet.text());
        area.setEditable(false);
        area.setPrefRowCount(ROWS);
        area.setPrefColumnCount(COLUMNS);
        area.getStyleClass().add("edge-snippet");
        Button copy = new Button(text("snippet.copy"));
        copy.setId("edge-snippet-copy");
        copy.getStyleClass().add("small");
        copy.setOnAction(_ -> ChartCopies.copyText(snippet.text()));
        HBox head = new HBox(copy);
        head.getStyleClass().add("edge-snippet-head");
        VBox content = new VBox(head, area);
        VBox.setVgrow(area, Priority.ALWAYS);
        return new Tab(snippet.program() + ": " + snippet.file(), content);
    }
}
