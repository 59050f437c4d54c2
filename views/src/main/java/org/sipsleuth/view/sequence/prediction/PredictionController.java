package org.sipsleuth.view.sequence.prediction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.sequence.prediction.course.Course;
import org.sipsleuth.view.sequence.prediction.course.CourseText;
import org.sipsleuth.view.sequence.prediction.course.HopValues;
import org.sipsleuth.view.sequence.prediction.course.Moment;
import org.sipsleuth.view.sequence.prediction.hop.HopMoment;
import org.sipsleuth.view.ui.Texts;

/// Binds the layout of the prediction to its view model.
final class PredictionController {

    private final PredictionViewModel model;
    private final LeadingList leading = new LeadingList();
    private final NextList next = new NextList();
    private final LeaderChart chart;
    private final LeaderLegend legend = new LeaderLegend();
    private final StatisticRow skewness = new StatisticRow("skewness");
    private final StatisticRow kurtosis = new StatisticRow("kurtosis");
    private final StatisticRow maximum = new StatisticRow("maximum");
    private final MarkLabel verdict = new MarkLabel();
    private final HopPane hops;
    private final NetworkLabel byMoments = new NetworkLabel("moments");
    private final NetworkLabel byMaximum = new NetworkLabel("maximum");

    private final ObservableValue<String> misfit;
    private List<String> noted = List.of();

    @FXML private Node shown;
    @FXML private VBox placeholder;
    @FXML private Label placeholderTitle;
    @FXML private Label placeholderAdvice;
    @FXML private VBox content;
    @FXML private Label position;
    @FXML private Label misfitStrip;
    @FXML private Label working;
    @FXML private MenuButton copy;
    @FXML private VBox notes;
    @FXML private VBox marks;
    @FXML private Label leadingTitle;
    @FXML private Label early;
    @FXML private VBox leadingHolder;
    @FXML private VBox nextHolder;
    @FXML private VBox chartHolder;
    @FXML private VBox statistics;
    @FXML private Label reference;
    @FXML private Label nearest;

    /// @param misfit why the model does not suit the capture; empty if it does
    /// @param goTo makes a message of the index the current one
    PredictionController(PredictionViewModel model, ObservableValue<String> misfit, IntConsumer goTo) {
        this.model = model;
        this.misfit = misfit;
        hops = new HopPane(goTo);
        chart = new LeaderChart(place -> {
            if (model.stateProperty().get() instanceof PanelState.Shown(Moment moment, _, _)) {
                goTo.accept(moment.course().messages().message(place));
            }
        });
    }

    @FXML
    private void initialize() {
        marks.getChildren().setAll(verdict, hops);
        leadingHolder.getChildren().setAll(leading);
        nextHolder.getChildren().setAll(next);
        chartHolder.getChildren().setAll(chart, legend);
        statistics.getChildren().setAll(byMoments, byMaximum, skewness, kurtosis, maximum);
        misfit.subscribe(why -> showText(misfitStrip, why));
        model.stateProperty().subscribe(this::show);
    }

    private void show(PanelState state) {
        boolean has = state instanceof PanelState.Shown;
        shown.setVisible(has);
        placeholder.setVisible(!has);
        switch (state) {
            case PanelState.Shown(Moment moment, Optional<PrefixVerdict> ofWhole, Optional<HopMoment> hop) -> {
                verdict.show(ofWhole);
                hops.show(hop);
                show(moment);
                hop.ifPresent(now -> position.setText(Texts.text("sequence.prediction.position.hop", now.place(),
                        now.course().steps().messages().length)));
            }
            case PanelState.Nothing nothing -> {
                String key = "sequence.prediction.nothing." + nothing.name().toLowerCase(Locale.ROOT).replace('_', '.');
                placeholderTitle.setText(Texts.text(key));
                placeholderAdvice.setText(Texts.text(key + ".advice"));
            }
        }
    }

    private void show(Moment moment) {
        Course course = moment.course();
        position.setText(Texts.text("sequence.prediction.position", moment.place(), course.messages().size()));
        showText(working, course.isWhole() ? ""
                : Texts.text("sequence.prediction.so.far", course.steps().size(), course.messages().size()));
        showNotes(ReferenceWords.notes(moment));
        boolean goesOn = moment.following().isPresent();
        byMoments.show(moment.byMoments(), goesOn);
        byMaximum.show(moment.byMaximum(), goesOn);
        leadingTitle.setText(Texts.text(
                moment.isEnd() ? "sequence.prediction.section.leading.end" : "sequence.prediction.section.leading"));
        Optional<String> tooEarly = EarlyText.of(moment);
        showText(early, tooEarly.orElse(""));
        leading.show(moment, tooEarly.isEmpty());
        next.show(moment);
        chart.show(moment);
        legend.show(moment);
        skewness.show(moment.skewness());
        kurtosis.show(moment.kurtosis());
        maximum.show(moment.maximum());
        reference.setText(ReferenceWords.reference(moment));
        showText(nearest, ReferenceWords.nearest(course));
    }

    private void showNotes(List<String> words) {
        if (words.equals(noted)) {
            return;
        }
        noted = words;
        notes.getChildren().setAll(words.stream().map(word -> {
            Label note = new Label(word);
            note.getStyleClass().add("prediction-note");
            note.setWrapText(true);
            note.setMaxWidth(Double.MAX_VALUE);
            note.setMinHeight(Label.USE_PREF_SIZE);
            return note;
        }).toList());
    }

    private static void showText(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    @FXML
    private void copyCsv() {
        copyText(CourseText::csv);
    }

    @FXML
    private void copyJson() {
        copyText(CourseText::json);
    }

    private interface CopiedText {
        String of(SipIndex index, Course course, IntFunction<Optional<HopValues>> hops);
    }

    private void copyText(CopiedText text) {
        SipIndex index = model.index();
        if (index != null && model.stateProperty().get() instanceof PanelState.Shown(Moment now, _, _)) {
            ClipboardContent clip = new ClipboardContent();
            clip.putString(text.of(index, now.course(),
                    message -> model.hopsProperty().get().map(steps -> new HopMoment(steps, message).values())));
            Clipboard.getSystemClipboard().setContent(clip);
        }
    }

    @FXML
    private void copyPicture() {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        copy.setVisible(false);
        ClipboardContent clip = new ClipboardContent();
        clip.putImage(content.snapshot(parameters, null));
        copy.setVisible(true);
        Clipboard.getSystemClipboard().setContent(clip);
    }
}
