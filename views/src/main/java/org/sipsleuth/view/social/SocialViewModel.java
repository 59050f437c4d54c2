package org.sipsleuth.view.social;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.session.Latest;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.social.graph.GraphData;
import org.sipsleuth.view.social.graph.GraphEdge;
import org.sipsleuth.view.social.graph.GraphNode;
import org.sipsleuth.view.social.graph.OpenCommunities;

/// What the page shows: the users of the capture and their calls, a number of clusters, and the
/// user that is looked at. Used on the JavaFX thread.
final class SocialViewModel {

    /// How far the page is.
    enum Phase {
        NO_CAPTURE,
        RUNNING,
        NO_CALLS,
        KNOWN,
        FAILED
    }

    /// So many nodes are drawn; in a larger graph communities are one node each until they are
    /// opened.
    static final int MOST_DRAWN = 2_000;

    static final int USUAL_CLUSTERS = 5;
    static final int MOST_CLUSTERS = 12;

    private final SelectionModel selection;
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(Phase.NO_CAPTURE);
    private final ReadOnlyObjectWrapper<Optional<SocialPicture>> picture =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<GraphData> graph =
            new ReadOnlyObjectWrapper<>(GraphData.EMPTY);
    private final ObjectProperty<Optional<UserRow>> user =
            new SimpleObjectProperty<>(Optional.empty());
    private final IntegerProperty clusters = new SimpleIntegerProperty(USUAL_CLUSTERS);
    private final StringProperty focus = new SimpleStringProperty("");
    private final Latest<SocialPicture> pictures;
    private final Set<Integer> open = new HashSet<>();
    private @Nullable SipIndex index;
    private @Nullable SipIndex computing;
    private @Nullable SipIndex shownOf;

    SocialViewModel(SelectionModel selection, Executor background) {
        this.selection = selection;
        pictures = new Latest<>(background, this::shown, () -> phase.set(Phase.FAILED));
        clusters.subscribe(_ -> again());
        focus.subscribe(_ -> draw());
    }

    /// Shows a capture, or more of it.
    void show(SipIndex of) {
        index = of;
        compute();
    }

    /// No capture is open.
    void showNothing() {
        index = null;
        pictures.stop();
        phase.set(Phase.NO_CAPTURE);
        picture.set(Optional.empty());
        user.set(Optional.empty());
        focus.set("");
        graph.set(GraphData.EMPTY);
    }

    private void again() {
        if (index != null) {
            compute();
        }
    }

    private void compute() {
        SipIndex of = index;
        int wanted = clusters.get();
        Optional<SocialPicture.Calls> known =
                picture.get().filter(_ -> shownOf == of).map(SocialPicture::calls);
        if (picture.get().isEmpty()) {
            phase.set(Phase.RUNNING);
        }
        computing = of;
        pictures.compute(
                monitor ->
                        SocialPicture.of(
                                known.isPresent()
                                        ? known.get()
                                        : SocialPicture.Calls.of(
                                                Objects.requireNonNull(of), monitor),
                                wanted,
                                monitor));
    }

    private void shown(SocialPicture its) {
        if (shownOf != computing) {
            open.clear();
        }
        shownOf = computing;
        picture.set(Optional.of(its));
        phase.set(its.users().isEmpty() ? Phase.NO_CALLS : Phase.KNOWN);
        user.set(user.get().flatMap(before -> its.user(before.name())));
        if (its.user(focus.get()).isEmpty()) {
            focus.set("");
        }
        draw();
    }

    /// The whole graph, or a user with its neighbours.
    private void draw() {
        GraphData whole = picture.get().map(SocialPicture::graph).orElse(GraphData.EMPTY);
        if (focus.get().isEmpty()) {
            graph.set(OpenCommunities.of(whole, open, MOST_DRAWN));
            return;
        }
        Set<Integer> near = new HashSet<>();
        List<GraphNode> nodes = whole.nodes();
        for (GraphEdge edge : whole.edges()) {
            if (nodes.get(edge.from()).name().equals(focus.get())
                    || nodes.get(edge.to()).name().equals(focus.get())) {
                near.add(edge.from());
                near.add(edge.to());
            }
        }
        Set<String> names = new HashSet<>();
        names.add(focus.get());
        near.forEach(node -> names.add(nodes.get(node).name()));
        GraphData neighbours = whole.filtered(node -> names.contains(node.name()));
        graph.set(OpenCommunities.of(neighbours, open, MOST_DRAWN));
    }

    /// Looks at the user of a name; at none if there is none.
    void look(String name) {
        user.set(picture.get().flatMap(its -> its.user(name)));
    }

    /// The first user whose name holds these letters, upper or lower case; the next after the one
    /// that is looked at.
    ///
    /// @return whether there is one
    boolean find(String letters) {
        String wanted = letters.strip().toLowerCase(Locale.ROOT);
        List<UserRow> all = picture.get().map(SocialPicture::users).orElse(List.of());
        int begin = user.get().map(all::indexOf).orElse(-1) + 1;
        for (int i = 0; i < all.size() && !wanted.isEmpty(); i++) {
            UserRow row = all.get((begin + i) % all.size());
            if (row.name().toLowerCase(Locale.ROOT).contains(wanted)) {
                user.set(Optional.of(row));
                return true;
            }
        }
        return false;
    }

    /// Opens a community, or shows a user with its neighbours, or everybody again.
    ///
    /// @param name of a node
    void open(String name) {
        OptionalInt community = OpenCommunities.named(name);
        if (community.isPresent()) {
            open.add(community.getAsInt());
            draw();
        } else {
            look(name);
            focus(focus.get().isEmpty());
        }
    }

    /// Shows the user that is looked at with its neighbours, or everybody.
    void focus(boolean isWanted) {
        focus.set(isWanted ? user.get().map(UserRow::name).orElse("") : "");
    }

    /// The dialogs of the user that is looked at, to be selected.
    Selection dialogs() {
        return selection
                .get()
                .withDialogs(
                        user.get()
                                .map(row -> picture.get().orElseThrow().dialogsOf(row))
                                .orElse(List.of()));
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<SocialPicture>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /// What is drawn.
    ReadOnlyObjectProperty<GraphData> graphProperty() {
        return graph.getReadOnlyProperty();
    }

    /// The user that is looked at.
    ObjectProperty<Optional<UserRow>> userProperty() {
        return user;
    }

    /// How many clusters are wanted, 1 to [#MOST_CLUSTERS].
    IntegerProperty clustersProperty() {
        return clusters;
    }

    /// The name of the user whose neighbours alone are drawn; empty for all.
    StringProperty focusProperty() {
        return focus;
    }
}
