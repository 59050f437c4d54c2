package org.sipsleuth.view.social;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.view.social.flag.FlagsPane;

/// Why a user is flagged, in words. Used on the JavaFX thread.
public final class FlagReasons extends VBox {

    public FlagReasons() {
        getStyleClass().add("social-why");
        setMinHeight(USE_PREF_SIZE);
    }

    /// The reason that stands out most.
    static String first(Finding finding) {
        return of(finding).stream().findFirst().orElse("");
    }

    private static List<String> of(Finding finding) {
        return finding.rationale()
                .get()
                .sections()
                .stream()
                .limit(1)
                .flatMap(section -> section.lines().stream())
                .map(line -> text("social.flag.reason", line.name().text(), line.text().text()))
                .toList();
    }

    /// Shows the reasons of a finding; hides itself without one.
    void show(Optional<Finding> shown) {
        setVisible(shown.isPresent());
        setManaged(shown.isPresent());
        getChildren().setAll(shown.map(FlagReasons::labels).orElse(List.of()));
    }

    private static List<Label> labels(Finding finding) {
        List<Label> labels = new ArrayList<>();
        labels.add(label(finding.statement().title().text(), "social-value"));
        labels.add(label(finding.statement().explanation().text(), "social-reason"));
        of(finding).forEach(reason -> labels.add(label(reason, "social-reason")));
        for (Measurement measure : finding.grounds().measures()) {
            boolean isP = measure.anomalous() == Measurement.Side.AT_MOST;
            labels.add(label(text(isP ? "social.flag.p" : "social.flag.measure", measure.statistic().text(),
                    isP ? FlagsPane.p(measure.value()) : decimals(measure.value()),
                    isP ? FlagsPane.p(measure.threshold()) : decimals(measure.threshold())), "social-note"));
        }
        finding.statement().advice().forEach(each -> labels.add(label(each.text(), "social-note")));
        return labels;
    }

    private static Label label(String words, String styleClass) {
        Label label = new Label(words);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static String decimals(double value) {
        return String.format(Locale.ENGLISH, "%.4f", value);
    }
}
