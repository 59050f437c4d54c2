package org.sipsleuth.view.belief.bar;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.view.belief.state.BeliefWords;
import org.sipsleuth.view.belief.state.Harmless;
import org.sipsleuth.view.belief.state.Shown;
import org.sipsleuth.view.belief.state.SourcePeriods.Standing;
import org.sipsleuth.view.belief.state.Unclassed;
import org.sipsleuth.view.belief.state.UnlikePeriods;
import org.sipsleuth.view.ui.StyledAs;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.DataTable;

/// The beliefs in the six classes as thick bars, with what they are of and what they are worth.
public final class BarsPane {

    private final VBox root = new VBox();
    private final StyledAs doubtStyle = new StyledAs(root);
    private final StyledAs triedStyle = new StyledAs(root);
    private final ScrollPane scroll;
    private final Label name = new Label();
    private final Label period = new Label();
    private final Label verdict = new Label();
    private final StyledAs verdictStyle = new StyledAs(verdict);
    private final Label whatIf = new Label(text("belief.what.if.mark"));
    private final Label detail = new Label();
    private final Label note = new Label();
    private final Label unlike = new Label();
    private final SixBars bars;
    private Optional<Shown> shown = Optional.empty();
    private Harmless harmless = Harmless.NOTHING;
    private UnlikePeriods unlikePeriods = UnlikePeriods.NONE;

    /// @param open shows the reasoning of a class
    public BarsPane(Consumer<TrafficClass> open) {
        root.setId("beliefs-bars");
        root.getStyleClass().add("bars");
        name.setId("beliefs-name");
        name.getStyleClass().add("bars-name");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setTooltip(new Tooltip());
        name.getTooltip().textProperty().bind(name.textProperty());
        HBox.setHgrow(name, Priority.ALWAYS);
        whatIf.setId("beliefs-what-if");
        whatIf.getStyleClass().add("what-if-mark");
        whatIf.setMinWidth(Label.USE_PREF_SIZE);
        MenuButton copies = new MenuButton();
        copies.getStyleClass().addAll("small", "flat", "button-icon");
        copies.setMinWidth(MenuButton.USE_PREF_SIZE);
        ChartCopies.installData(copies, this::data);
        HBox head = new HBox(name, whatIf, copies);
        head.getStyleClass().add("bars-head");
        period.getStyleClass().add("part-note");
        period.setTooltip(new Tooltip());
        period.getTooltip().textProperty().bind(period.textProperty());
        verdict.setId("beliefs-verdict");
        verdict.getStyleClass().add("bars-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(Label.USE_PREF_SIZE);
        detail.setId("beliefs-detail");
        detail.getStyleClass().add("part-note");
        detail.setWrapText(true);
        detail.setMinHeight(Label.USE_PREF_SIZE);
        detail.managedProperty().bind(detail.textProperty().isNotEmpty());
        bars = new SixBars("belief-", open);
        VBox.setVgrow(bars.root(), Priority.ALWAYS);
        note.setId("beliefs-unclassed");
        note.getStyleClass().add("bars-verdict");
        note.setWrapText(true);
        note.setMinHeight(Label.USE_PREF_SIZE);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        unlike.setId("beliefs-unlike");
        unlike.getStyleClass().addAll("bars-verdict", "bars-unlike");
        unlike.setWrapText(true);
        unlike.setMinHeight(Label.USE_PREF_SIZE);
        unlike.managedProperty().bind(unlike.textProperty().isNotEmpty());
        root.getChildren().addAll(head, period, verdict, unlike, note, bars.root(), detail);
        scroll = new ScrollPane(root);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        show(Optional.empty());
    }

    /// The node.
    public Node root() {
        return scroll;
    }

    /// Shows what the classes are not about, and what of the source is harmless.
    public void note(Unclassed unclassed, Harmless known) {
        harmless = known;
        note.setText(String.join(" ", known.sentence(), unclassed.sentence()).strip());
        verdict.setText(verdict());
    }

    /// Shows which periods are unlike normal ones.
    public void mark(UnlikePeriods known) {
        unlikePeriods = known;
        unlike.setText(shown.map(known::sentence).orElse(""));
    }

    private String verdict() {
        return shown.map(source -> BeliefWords.verdict(source, harmless)).orElse(text("belief.no.period"));
    }

    /// Shows what is believed of a period.
    public void show(Optional<Shown> now) {
        shown = now;
        boolean isTried = now.map(source -> source.whatIf().isAny()).orElse(false);
        whatIf.setVisible(isTried);
        whatIf.setManaged(isTried);
        name.setText(now.map(source -> BeliefWords.name(source.row().periods())).orElse(""));
        period.setText(now.map(BeliefWords::period).orElse(""));
        verdict.setText(verdict());
        mark(unlikePeriods);
        detail.setText(now.map(BeliefWords::detail).orElse(""));
        boolean isDoubtful = now.map(source -> source.standing() != Standing.BELIEVED).orElse(false);
        verdictStyle.set(isDoubtful ? Optional.of("doubtful") : Optional.empty());
        doubtStyle.set(isDoubtful ? Optional.of("faint") : Optional.empty());
        triedStyle.set(isTried ? Optional.of("tried") : Optional.empty());
        now.flatMap(Shown::remembered)
                .ifPresentOrElse(before -> bars.showEarlier(before.belief()), () -> bars.show(now.map(Shown::belief)));
    }

    private DataTable data() {
        List<List<Object>> rows = new ArrayList<>();
        shown.ifPresent(source -> TrafficClass.all()
                .forEach(each -> rows.add(List.of(each.name(), source.belief().classes().get(each)))));
        return new DataTable(List.of("class", "belief"), rows);
    }
}
