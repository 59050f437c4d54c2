package org.sipsleuth.view.belief.step;

import static org.sipsleuth.view.ui.Texts.text;

import java.net.URL;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.belief.bar.SixBars;
import org.sipsleuth.view.belief.state.Background;
import org.sipsleuth.view.belief.state.BeliefWords;
import org.sipsleuth.view.belief.state.Beliefs;
import org.sipsleuth.view.belief.state.SourcePeriods;
import org.sipsleuth.view.belief.state.SourcePeriods.Standing;
import org.sipsleuth.view.session.page.LadderCompanion;
import org.sipsleuth.view.ui.StyledAs;
import org.sipsleuth.view.ui.UtcTime;

/// Six small bars: what was believed of a source when the message came that the ladder stands at.
public final class StepPane implements LadderCompanion {

    private static final URL LOOK =
            Objects.requireNonNull(StepPane.class.getResource("/org/sipsleuth/view/belief/belief.css"));

    private final StepModel model;
    private final VBox root = new VBox();
    private final StyledAs rootStyle = new StyledAs(root);
    private final Label name = new Label();
    private final Label span = new Label();
    private final Label verdict = new Label();
    private final StyledAs verdictStyle = new StyledAs(verdict);
    private final Button open = new Button(text("belief.step.open"));
    private final SixBars bars;

    /// @param background for what is shown in a blink
    /// @param opened gets the source and period that the page shall show
    public StepPane(Beliefs beliefs, Background background, Consumer<Place> opened) {
        model = new StepModel(beliefs, background);
        root.setId("belief-step");
        root.getStyleClass().addAll("beliefs", "belief-step");
        root.getStylesheets().add(LOOK.toExternalForm());
        root.setMinHeight(VBox.USE_PREF_SIZE);
        Label title = new Label(text("belief.step"));
        title.getStyleClass().add("step-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        open.setId("belief-step-open");
        open.getStyleClass().addAll("small", "flat");
        open.setGraphic(new FontIcon("fth-arrow-up-right"));
        open.setContentDisplay(ContentDisplay.RIGHT);
        open.setMinWidth(Button.USE_PREF_SIZE);
        open.setTooltip(new Tooltip(text("belief.step.open.tip")));
        open.setOnAction(_ -> open(opened));
        HBox head = new HBox(title, open);
        head.getStyleClass().add("part-head");
        name.setId("belief-step-source");
        name.getStyleClass().add("step-name");
        name.setMinWidth(0);
        name.setTooltip(new Tooltip());
        name.getTooltip().textProperty().bind(name.textProperty());
        span.setId("belief-step-span");
        span.getStyleClass().add("part-note");
        span.setWrapText(true);
        span.setMinHeight(Label.USE_PREF_SIZE);
        span.setTooltip(new Tooltip());
        verdict.setId("belief-step-verdict");
        verdict.getStyleClass().add("step-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(Label.USE_PREF_SIZE);
        verdict.managedProperty().bind(verdict.textProperty().isNotEmpty());
        bars = new SixBars("step-", _ -> open(opened));
        root.getChildren().addAll(head, name, span, verdict, bars.root());
        root.sceneProperty().subscribe(scene -> model.seenProperty().set(scene != null));
        model.stateProperty().subscribe(this::show);
    }

    /// A source and a period of it.
    ///
    /// @param source the source's number
    /// @param period as far as it went
    public record Place(int source, org.sipsleuth.belief.period.Period period) {}

    @Override
    public Parent root() {
        return root;
    }

    /// Whether somebody can see it.
    public boolean isSeen() {
        return model.seenProperty().get();
    }

    @Override
    public void follow(SipIndex index, int message) {
        model.follow(index, message);
    }

    @Override
    public void followNothing() {
        model.followNothing();
    }

    private void open(Consumer<Place> opened) {
        if (model.stateProperty().get() instanceof StepState.Known(SourceStep step)) {
            opened.accept(new Place(step.period().group(), step.period()));
        }
    }

    private void show(StepState state) {
        boolean isAny = state != StepState.Nothing.NO_MESSAGE;
        root.setVisible(isAny);
        root.setManaged(isAny);
        boolean isKnown = state instanceof StepState.Known;
        for (Node each : new Node[]{name, span, bars.root()}) {
            each.setVisible(isKnown);
            each.setManaged(isKnown);
        }
        open.setDisable(!isKnown);
        boolean isDoubtful = state instanceof StepState.Known(SourceStep step) && step.standing() != Standing.BELIEVED;
        rootStyle.set(isDoubtful ? Optional.of("faint") : Optional.empty());
        verdictStyle.set(isDoubtful ? Optional.of("doubtful") : Optional.empty());
        switch (state) {
            case StepState.Known(SourceStep step) -> show(step);
            case StepState.Nothing nothing -> verdict.setText(switch (nothing) {
                case NO_MESSAGE -> "";
                case COUNTING -> text("belief.step.counting");
                case SILENT -> text("belief.step.silent");
                case UNKNOWN -> text("belief.step.unknown");
            });
        }
    }

    private void show(SourceStep step) {
        String source = BeliefWords.name(step.source());
        int messages = step.period().messages();
        String length = UtcTime.length((double) (step.period().toNanos() - step.period().fromNanos()));
        name.setText(source);
        span.setText(text("belief.step.span", messages, length, step.frame()));
        span.getTooltip()
                .setText(text("belief.step.span.tip", source, UtcTime.dateAndClock(step.period().fromNanos()),
                        step.frame(), messages, length));
        verdict.setText(verdict(step));
        step.remembered()
                .ifPresentOrElse(before -> bars.showEarlier(before.belief()),
                        () -> bars.show(Optional.of(step.belief())));
    }

    private static String verdict(SourceStep step) {
        return switch (step.standing()) {
            case CONTRADICTION -> text("belief.step.contradiction");
            case TOO_FEW -> {
                String few = text("belief.step.few", step.period().messages(), SourcePeriods.LEAST_MESSAGES);
                yield step.remembered().map(before -> few + "; " + before.words()).orElse(few);
            }
            case BELIEVED -> ""; // the bars show it
        };
    }
}
