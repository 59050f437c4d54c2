package org.sipsleuth.app.workbench.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.sipsleuth.samples.SampleCapture;

/// The samples on the first page: the first one, and groups of the others that unfold.
final class SampleEntries {

    private final List<SampleCapture> samples;
    private final Consumer<SampleCapture> open;

    SampleEntries(List<SampleCapture> samples, Consumer<SampleCapture> open) {
        this.samples = List.copyOf(samples);
        this.open = open;
    }

    /// What is shown of them, from top to bottom.
    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        samples.stream().limit(1).map(this::entry).forEach(nodes::add);
        Map<String, List<SampleCapture>> groups = samples.stream()
                .skip(1)
                .collect(Collectors.groupingBy(SampleCapture::group, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((name, members) -> nodes.add(group(name, members)));
        return nodes;
    }

    private StartEntry entry(SampleCapture sample) {
        return new StartEntry(sample, () -> open.accept(sample));
    }

    /// A group with its names; unfolded it shows the stories in their place.
    private Node group(String name, List<SampleCapture> members) {
        VBox entries = new VBox();
        members.forEach(sample -> entries.getChildren().add(entry(sample)));
        TitledPane pane = new TitledPane(name, entries);
        pane.getStyleClass().add("dense");
        pane.setExpanded(false);
        pane.setAnimated(false);
        Label names =
                StartEntry.details(members.stream().map(SampleCapture::name).collect(Collectors.joining("\u00a0· ")));
        names.visibleProperty().bind(pane.expandedProperty().not());
        names.managedProperty().bind(names.visibleProperty());
        VBox group = new VBox(pane, names);
        group.getStyleClass().add("sample-group");
        return group;
    }
}
