package org.sipsleuth.app.workbench.page;

import static org.sipsleuth.view.ui.Texts.text;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.samples.SampleCapture;

/// A sample on the first page: its name, its story, and how many messages it has.
final class StartEntry extends HBox {

    StartEntry(SampleCapture sample, Runnable open) {
        VBox words = new VBox(link(sample.name(), open), details(sample.story()));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label messages = new Label(text("workbench.start.number", sample.messages()));
        messages.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(words, messages);
        getStyleClass().add("entry");
    }

    /// The name of what can be opened. Names are data: no character of them is a mnemonic.
    static Hyperlink link(String name, Runnable open) {
        Hyperlink link = new Hyperlink(name);
        link.setMnemonicParsing(false);
        link.setOnAction(_ -> open.run());
        return link;
    }

    /// Small words under a name.
    static Label details(String words) {
        Label details = new Label(words);
        details.getStyleClass().add("entry-details");
        details.setWrapText(true);
        details.setMinHeight(Region.USE_PREF_SIZE);
        return details;
    }
}
