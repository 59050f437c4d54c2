package org.sipsleuth.view.inspector.fact;

import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import org.sipsleuth.view.inspector.fact.Facts.Fact;
import org.sipsleuth.view.inspector.fact.Facts.Section;
import org.sipsleuth.view.ui.ItemCell;

/// Makes the node of a section with very many facts: a list that scrolls, and has nodes for what is
/// in view only. What is chosen in it can be copied.
final class FactList {

    private static final double HEIGHT = 360;

    private FactList() {}

    /// @param menu what can be done with a fact
    static ListView<Fact> of(Section section, Function<Fact, ContextMenu> menu) {
        ListView<Fact> list = new ListView<>(FXCollections.observableList(section.facts()));
        list.getStyleClass().addAll("fact-list", "bordered");
        list.setPrefHeight(HEIGHT);
        list.setMinHeight(HEIGHT);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setAccessibleText(section.title());
        list.setCellFactory(_ -> {
            ItemCell<Fact> cell = ItemCell.wrapping(FactList::words);
            cell.setOnContextMenuRequested(event -> {
                Fact fact = cell.getItem();
                if (fact != null) {
                    menu.apply(fact).show(cell, event.getScreenX(), event.getScreenY());
                    event.consume();
                }
            });
            return cell;
        });
        list.setOnKeyPressed(event -> {
            if (FactNodes.COPY.match(event)) {
                FactNodes.copy(chosen(list));
                event.consume();
            }
        });
        return list;
    }

    private static String chosen(ListView<Fact> list) {
        return list.getSelectionModel()
                .getSelectedItems()
                .stream()
                .map(FactList::words)
                .collect(Collectors.joining("\n"));
    }

    private static String words(Fact fact) {
        return fact.name().isEmpty() ? fact.value() : fact.name() + ": " + fact.value();
    }
}
