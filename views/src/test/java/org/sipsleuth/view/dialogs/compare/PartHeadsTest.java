package org.sipsleuth.view.dialogs.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sipsleuth.compare.HostParts;
import org.sipsleuth.dialog.ladder.HostNames;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class PartHeadsTest {

    private static final HostNames NAMES = new HostNames(Map.of("192.0.2.1", "proxy\u202e"), Map.of(), Map.of());

    private static List<List<String>> words(PartHeads heads) {
        return heads.getChildren()
                .stream()
                .map(VBox.class::cast)
                .map(head -> head.getChildren().stream().map(PartHeadsTest::text).toList())
                .toList();
    }

    private static String text(Node label) {
        return ((Label) label).getText();
    }

    @Test
    void hostsHaveTheirNamesAboveTheirAddresses() {
        List<HostParts.Part> parts =
                List.of(new HostParts.Part("A", "10.0.0.1", "10.0.0.2"), new HostParts.Part("B", "192.0.2.1", ""));
        List<List<String>> left = words(new PartHeads(parts, true, NAMES));
        assertEquals(List.of("10.0.0.1"), left.getFirst());
        assertEquals("192.0.2.1", left.getLast().getLast());
        assertEquals(2, left.getLast().size());
        assertEquals(-1, left.getLast().getFirst().indexOf('\u202e'), "names come from outside");
    }

    @Test
    void aPartOfTheOtherDialogHasNoHead() {
        List<HostParts.Part> parts =
                List.of(new HostParts.Part("A", "10.0.0.1", "10.0.0.2"), new HostParts.Part("B", "192.0.2.1", ""));
        List<Node> right = new PartHeads(parts, false, NAMES).getChildren();
        assertEquals(List.of(true, false), right.stream().map(Node::isVisible).toList());
    }
}
