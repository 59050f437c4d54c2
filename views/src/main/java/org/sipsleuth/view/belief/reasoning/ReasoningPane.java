package org.sipsleuth.view.belief.reasoning;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.belief.detection.BeliefText;
import org.sipsleuth.belief.network.LeafReasoning;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.view.belief.state.Focus;
import org.sipsleuth.view.belief.state.Shown;
import org.sipsleuth.view.belief.state.WhatIf;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.DataTable;

/// How a belief comes about, in three views: the evidence for a class against another one, the tree
/// as a picture, and the paper's calculation for all classes.
public final class ReasoningPane {

    private enum View {
        EVIDENCE, TREE, MESSAGES
    }

    private final VBox root = new VBox();
    private final HBox whatIfBar;
    private final ScrollPane scroll = new ScrollPane();
    private final EvidencePane evidence;
    private final TreePane tree;
    private final MessagesPane messages = new MessagesPane();
    private final Map<View, ToggleButton> buttons = new EnumMap<>(View.class);
    private final ComboBox<TrafficClass> first = classes("first");
    private final ComboBox<TrafficClass> other = classes("other");
    private final MenuButton copies = new MenuButton();
    private View view = View.EVIDENCE;
    private Optional<Shown> shown = Optional.empty();

    /// The classes that the user asked for, of this source.
    private Optional<TrafficClass> wantedFirst = Optional.empty();

    private Optional<TrafficClass> wantedOther = Optional.empty();

    /// Whether classes are being shown and not chosen.
    private boolean isShowing;

    public ReasoningPane(Focus focus) {
        evidence = new EvidencePane(focus);
        tree = new TreePane(focus);
        root.setId("beliefs-reasoning");
        root.getStyleClass().add("drawer-body");
        Button reset = new Button(text("belief.what.if.reset"));
        reset.setId("beliefs-what-if-reset");
        reset.getStyleClass().add("small");
        reset.setMinWidth(Button.USE_PREF_SIZE);
        reset.setOnAction(_ -> focus.whatIfProperty().set(WhatIf.NOTHING));
        Label notice = new Label(text("belief.what.if.notice"));
        notice.setMinWidth(Label.USE_PREF_SIZE);
        whatIfBar = new HBox(notice, reset);
        whatIfBar.getStyleClass().add("what-if-bar");
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(tools(), whatIfBar, scroll);
        open(View.EVIDENCE);
    }

    private Node tools() {
        ToggleGroup group = new ToggleGroup();
        HBox views = new HBox();
        views.setAlignment(Pos.CENTER_LEFT);
        for (View each : View.values()) {
            ToggleButton button = new ToggleButton(text("belief.view." + each.name()));
            button.setId("beliefs-view-" + each.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add("small");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setOnAction(_ -> open(each));
            buttons.put(each, button);
            views.getChildren().add(button);
        }
        views.getChildren().getFirst().getStyleClass().add("left-pill");
        views.getChildren().get(1).getStyleClass().add("center-pill");
        views.getChildren().getLast().getStyleClass().add("right-pill");
        first.valueProperty().subscribe(chosen -> {
            if (!isShowing && chosen != null) {
                mark(chosen);
            }
        });
        other.valueProperty().subscribe(chosen -> {
            if (!isShowing && chosen != null) {
                wantedOther = Optional.of(chosen);
                shown.ifPresent(this::fill);
            }
        });
        Label against = new Label(text("belief.view.against"));
        against.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        copies.setId("beliefs-reasoning-copy");
        copies.getStyleClass().addAll("small", "flat", "button-icon");
        copies.setMinWidth(Region.USE_PREF_SIZE);
        HBox all = new HBox(views, first, against, other, gap, copies);
        all.getStyleClass().add("reasoning-tools");
        return all;
    }

    private static ComboBox<TrafficClass> classes(String key) {
        ComboBox<TrafficClass> all = new ComboBox<>(FXCollections.observableList(new ArrayList<>(TrafficClass.all())));
        all.setId("beliefs-" + key);
        all.getStyleClass().add("small");
        all.setAccessibleText(text("belief.view." + key));
        all.setMinWidth(0);
        all.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable TrafficClass its) {
                return its == null ? "" : EvidencePane.shortly(its);
            }

            @Override
            public TrafficClass fromString(String words) {
                throw new UnsupportedOperationException("never typed");
            }
        });
        return all;
    }

    private void open(View which) {
        view = which;
        Region content = switch (which) {
            case EVIDENCE -> evidence.root();
            case TREE -> tree;
            case MESSAGES -> messages.root();
        };
        scroll.setContent(content);
        buttons.forEach((each, button) -> button.setSelected(each == which));
        ChartCopies.install(copies, content, () -> Color.TRANSPARENT, this::data);
        other.setDisable(which == View.MESSAGES);
        shown.ifPresent(this::fill);
    }

    /// The node.
    public Node root() {
        return root;
    }

    /// Shows how the belief of a period comes about.
    public void show(Optional<Shown> now) {
        boolean isOtherSource = !shown.map(source -> source.row().periods().source())
                .equals(now.map(source -> source.row().periods().source()));
        if (isOtherSource) {
            wantedFirst = Optional.empty();
            wantedOther = Optional.empty();
        }
        shown = now;
        boolean isTried = now.map(source -> source.whatIf().isAny()).orElse(false);
        whatIfBar.setVisible(isTried);
        whatIfBar.setManaged(isTried);
        scroll.setVisible(now.isPresent());
        now.ifPresent(this::fill);
    }

    /// Shows the evidence for a class.
    public void mark(TrafficClass trafficClass) {
        wantedFirst = Optional.of(trafficClass);
        wantedOther = wantedOther.filter(each -> each != trafficClass);
        shown.ifPresent(this::fill);
    }

    private Compared compared(Shown now) {
        TrafficClass wanted = wantedFirst.orElse(now.belief().leading());
        Compared usual = Compared.of(wanted, now.reasoning());
        return wantedOther.filter(each -> each != wanted).map(each -> new Compared(wanted, each)).orElse(usual);
    }

    private void fill(Shown now) {
        Compared compared = compared(now);
        isShowing = true;
        first.setValue(compared.first());
        other.setValue(compared.other());
        isShowing = false;
        switch (view) {
            case EVIDENCE -> evidence.show(now, compared);
            case TREE -> tree.show(now, compared);
            case MESSAGES -> messages.show(now, compared.first());
        }
    }

    private DataTable data() {
        List<String> columns = new ArrayList<>(List.of("leaf", "value", "interval"));
        TrafficClass.all().forEach(each -> columns.add("lambda " + each.name()));
        columns.add("log10 odds");
        List<List<Object>> rows = new ArrayList<>();
        shown.ifPresent(now -> {
            for (Variable each : EvidencePane.leaves(now)) {
                LeafReasoning leaf = now.reasoning().leaf(each);
                List<Object> row = new ArrayList<>();
                row.add(each.word());
                row.add(BeliefText.value(each, now.reasoning().observation()).text());
                row.add(LeafWords.state(now, leaf));
                TrafficClass.all().forEach(trafficClass -> row.add(leaf.message().get(trafficClass)));
                row.add(Compared.text(compared(now).of(leaf)));
                rows.add(row);
            }
        });
        return new DataTable(columns, rows);
    }
}
