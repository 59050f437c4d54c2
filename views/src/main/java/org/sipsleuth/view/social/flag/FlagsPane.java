package org.sipsleuth.view.social.flag;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.social.detection.SocialComparison;
import org.sipsleuth.social.detection.SocialFlags;
import org.sipsleuth.social.detection.SocialMethod;
import org.sipsleuth.social.flag.FlagReason;
import org.sipsleuth.view.social.list.ValueColumn;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.ChartCopies;

/// Why so many users are flagged and no more: the sorted p-values, and the users behind them. Used
/// on the JavaFX thread.
public final class FlagsPane extends VBox {

    private static final int MOST_LISTED = 1_000;

    private final Label why = new Label();
    private final PValueChart chart = new PValueChart();
    private final TableView<SocialComparison.User> users = new TableView<>();
    private final HBox parts;
    private final MenuButton copy = new MenuButton();
    private Optional<SocialComparison> shown = Optional.empty();
    private boolean isSelecting;

    /// @param choose hears the name of the user that is clicked on
    public FlagsPane(Consumer<String> choose) {
        getStyleClass().add("social-tab");
        why.setId("social-flags-why");
        why.setWrapText(true);
        why.setMinWidth(0);
        why.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(why, Priority.ALWAYS);
        why.setMaxWidth(Double.MAX_VALUE);
        copy.setId("social-flags-copy");
        copy.getStyleClass().addAll("small", "flat", "button-icon");
        copy.setMinWidth(USE_PREF_SIZE);
        ChartCopies.install(copy, chart, () -> chart.colours().fx(ChartColours.GROUND), chart::data);
        HBox tools = new HBox(why, copy);
        tools.getStyleClass().add("social-tab-tools");
        users.setId("social-flags");
        users.getStyleClass().add("dense");
        users.getColumns()
                .setAll(List.of(ValueColumn.words(text("social.column.user"), 170, SocialComparison.User::name),
                        ValueColumn.number(text("social.p.made"), 84, SocialComparison.User::made),
                        ValueColumn.number(text("social.p.received"), 104, SocialComparison.User::received),
                        ValueColumn.words(text("social.p.value"), 76, user -> p(user.p().value())),
                        ValueColumn.words(text("social.p.svm"), 84,
                                user -> text(user.isOutsideBorder() ? "social.p.outside" : "social.p.inside")),
                        ValueColumn.words(text("social.column.flag"), 96, this::flag),
                        ValueColumn.words(text("social.p.reason"), 300, FlagsPane::reason)));
        users.getSelectionModel().selectedItemProperty().subscribe(user -> {
            if (user != null && !isSelecting) {
                choose.accept(user.name());
            }
        });
        chart.setPrefWidth(330);
        HBox.setHgrow(users, Priority.ALWAYS);
        parts = new HBox(chart, users);
        VBox.setVgrow(parts, Priority.ALWAYS);
        getChildren().setAll(tools, parts);
    }

    /// A p-value in letters.
    public static String p(double value) {
        return String.format(Locale.ENGLISH, value < 0.001 ? "%.5f" : "%.4f", value);
    }

    private String flag(SocialComparison.User user) {
        return shown.filter(all -> all.isFlagged(user)).isPresent() ? "\u25b2 " + text("social.p.flagged")
                : "\u2013 " + text("social.p.none");
    }

    private static String reason(SocialComparison.User user) {
        return user.reasons().stream().findFirst().map(FlagsPane::words).orElse("");
    }

    private static String words(FlagReason reason) {
        return text(reason.distance() < 0 ? "social.p.low" : "social.p.high",
                SocialMethod.TEXTS.text("feature." + reason.feature().name()));
    }

    /// Shows how users compare, or why they do not.
    ///
    /// @param found the flags; empty while they are looked for
    public void show(Optional<SocialFlags> found) {
        Optional<SocialComparison> comparison = found.flatMap(SocialFlags::comparison);
        boolean isSame = shown.equals(comparison);
        shown = comparison;
        parts.setVisible(comparison.isPresent());
        copy.setVisible(comparison.isPresent());
        why.setText(found.map(FlagsPane::words).orElse(""));
        chart.describe(why.getText());
        chart.show(comparison);
        if (!isSame) {
            isSelecting = true;
            users.getItems()
                    .setAll(comparison.map(all -> all.users().stream().limit(MOST_LISTED).toList()).orElse(List.of()));
            isSelecting = false;
        }
    }

    private static String words(SocialFlags flags) {
        return flags.comparison().isPresent() ? why(flags.comparison().get())
                : flags.notJudged().isEmpty() ? text("social.p.bundled")
                : Sentence.joined(Sentence.Punctuation.SPACE, flags.notJudged()).text();
    }

    /// Why so many are flagged, in a sentence.
    private static String why(SocialComparison all) {
        long allowed = Math.round(1 / all.share());
        int flagged = all.flags().flagged();
        if (all.users().isEmpty()) {
            return text("social.p.nobody");
        }
        if (flagged > 0) {
            SocialComparison.User last = all.users().get(flagged - 1);
            return text("social.p.why", flagged, all.flags().judged(), p(last.p().value()), last.p().all(),
                    amount(all.expectedByChance(flagged)), allowed) + near(all);
        }
        int near = all.nearestMiss();
        SocialComparison.User last = all.users().get(near - 1);
        return text("social.p.why.nobody", near, p(last.p().value()), all.flags().judged(),
                amount(all.expectedByChance(near)), allowed, last.p().all()) + near(all);
    }

    /// Who would be flagged next, and with which p-value it would be; empty if all are flagged.
    private static String near(SocialComparison all) {
        return all.nearestMisses(1)
                .stream()
                .map(user -> " " + text("social.p.near", VisibleText.of(user.name(), true), p(user.p().value()),
                        p(all.mostP(all.flags().flagged() + 1))))
                .findFirst()
                .orElse("");
    }

    private static String amount(double value) {
        return String.format(Locale.ENGLISH, value < 0.1 ? "%.2f" : "%.1f", value);
    }

    /// Marks a user.
    ///
    /// @param name empty for nobody
    public void choose(String name) {
        chart.choose(name);
        isSelecting = true;
        users.getSelectionModel().clearSelection();
        users.getItems().stream().filter(user -> user.name().equals(name)).findFirst().ifPresent(user -> {
            users.getSelectionModel().select(user);
            users.scrollTo(Math.max(0, users.getSelectionModel().getSelectedIndex() - 2));
        });
        isSelecting = false;
    }
}
