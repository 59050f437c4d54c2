package org.sipsleuth.view.incident.overview;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.incident.change.IncidentChanges.Change;
import org.sipsleuth.incident.change.IncidentChanges.Changed;
import org.sipsleuth.incident.change.IncidentRow;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.view.incident.part.IncidentCard;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.Tags;
import org.sipsleuth.view.ui.SeverityStyle;

/// The cards of a live capture, one for each incident as long as it is listed: a card is renewed in
/// its place and keeps the focus, and states what has become of its incident.
public final class LiveCards {

    private final Pane box;
    private final Consumer<String> dismiss;
    private final Map<String, Place> places = new HashMap<>();

    /// Where the cards of one incident are shown, one after the other.
    private static final class Place extends StackPane {

        private boolean holds(@Nullable Node focused) {
            for (Node node = focused; node != null; node = node.getParent()) {
                if (equals(node)) {
                    return true;
                }
            }
            return false;
        }

        /// Shows another card; what had the focus has it again, or the card.
        private void renew(Region card) {
            Node focused = getScene() == null ? null : getScene().getFocusOwner();
            boolean isFocused = holds(focused);
            String within = focused == null || focused.getId() == null ? "" : focused.getId();
            getChildren().setAll(card);
            if (isFocused) {
                Node same = within.isEmpty() ? null : card.lookup("#" + within);
                (same == null ? card : same).requestFocus();
            }
        }
    }

    /// @param box where the cards are, and nothing else while they are shown
    /// @param dismiss takes the identifier of one that is found no more off the list
    public LiveCards(Pane box, Consumer<String> dismiss) {
        this.box = box;
        this.dismiss = dismiss;
    }

    /// Shows these rows. The first one that is found is open.
    ///
    /// @param maker makes the cards of what is found
    public void show(List<IncidentRow> rows, IncidentCard maker) {
        Optional<IncidentRow> first = rows.stream().filter(IncidentRow::isFound).findFirst();
        show(rows,
                row -> row.isFound()
                        ? maker.of(row.incident(), first.filter(row::equals).isPresent(),
                                row.change().map(_ -> mark(row)))
                        : goneCard(row));
    }

    private void show(List<IncidentRow> rows, Function<IncidentRow, Region> card) {
        List<String> ids = rows.stream().map(IncidentRow::id).toList();
        places.keySet().retainAll(ids);
        box.getChildren().removeIf(node -> !places.containsValue(node));
        for (int i = 0; i < rows.size(); i++) {
            Place place = places.computeIfAbsent(rows.get(i).id(), _ -> new Place());
            if (!box.getChildren().contains(place)) {
                box.getChildren().add(i, place);
            }
            IncidentRow row = rows.get(i);
            place.renew(IncidentCard.contained(() -> card.apply(row)));
        }
    }

    /// Shows none any more.
    public void clear() {
        box.getChildren().removeAll(places.values());
        places.clear();
    }

    /// `Changed: 44 → 400 names`
    private static Node mark(IncidentRow row) {
        Label words = Tags.wrapped(words(row), "live-words");
        HBox mark = new HBox(new FontIcon(row.change().map(LiveCards::icon).orElse("fth-info")), words);
        mark.getStyleClass().addAll("live-mark", row.isWithdrawn() ? "withdrawn" : "standing");
        return mark;
    }

    private static String words(IncidentRow row) {
        String state = row.change().map(its -> new Sentence.Capital(its.state()).text()).orElse("");
        return text("live.mark", state, IncidentTexts.visible(row.why().text()));
    }

    private static String icon(Change change) {
        return change instanceof Changed ? "fth-trending-up" : "fth-slash";
    }

    /// Of one that is found no more its messages cannot be shown, only what it was.
    private Region goneCard(IncidentRow row) {
        String words = IncidentTexts.visible(row.incident().title().text());
        Label title = Tags.wrapped(words, "card-title");
        Button button = new Button(text("live.dismiss"));
        button.setId("dismiss-" + row.id());
        button.setAccessibleText(text("live.dismiss.of", words));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> dismiss.accept(row.id()));
        VBox what = new VBox(title, mark(row));
        what.getStyleClass().add("gone-words");
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox head = new HBox(SeverityStyle.icon(row.incident().severity()), what, button);
        head.getStyleClass().add("card-head");
        VBox card = new VBox(head);
        card.getStyleClass().addAll("incident-card", "folded", "gone");
        card.setFocusTraversable(true);
        card.setAccessibleText(text("live.mark", words, words(row)));
        return card;
    }
}
