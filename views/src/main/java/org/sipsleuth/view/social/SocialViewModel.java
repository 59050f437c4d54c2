package org.sipsleuth.view.social;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.call.ledger.Ledger;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.rule.RuleDetector;
import org.sipsleuth.session.DetectorStatus;
import org.sipsleuth.session.SessionState;
import org.sipsleuth.social.detection.SocialComparison;
import org.sipsleuth.social.detection.SocialDetection;
import org.sipsleuth.social.detection.SocialFlags;
import org.sipsleuth.social.detection.SocialMethod;
import org.sipsleuth.social.identity.Succession;
import org.sipsleuth.social.identity.Successions;
import org.sipsleuth.view.session.Latest;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.finding.IncidentParties;
import org.sipsleuth.view.social.graph.CallRole;
import org.sipsleuth.view.social.graph.GraphData;
import org.sipsleuth.view.social.graph.GraphEdge;
import org.sipsleuth.view.social.graph.GraphNode;
import org.sipsleuth.view.social.graph.OpenCommunities;
import org.sipsleuth.view.social.graph.Relation;
import org.sipsleuth.view.social.graph.ShortestPath;
import org.sipsleuth.view.social.table.TableCalls;

/// What the page shows: the users of the capture and their calls, a number of clusters, and the
/// user that is looked at. Used on the JavaFX thread.
final class SocialViewModel {

    /// So many of those who would be flagged next have a dashed ring.
    private static final int MOST_NEAR = 10;

    /// How far the page is.
    enum Phase {
        NO_CAPTURE, RUNNING, NO_CALLS, KNOWN, FAILED
    }

    /// So many nodes are drawn; in a larger graph communities are one node each until they are
    /// opened.
    static final int MOST_DRAWN = 2_000;

    static final int USUAL_CLUSTERS = 5;
    static final int MOST_CLUSTERS = 12;

    private final SelectionModel selection;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NO_CAPTURE);
    private final ReadOnlyObjectWrapper<Optional<SocialPicture>> picture =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<GraphData> graph = new ReadOnlyObjectWrapper<>(GraphData.EMPTY);
    private final ObjectProperty<Optional<UserRow>> user = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SocialDetection>> detection =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Ledger>> ledger = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<List<Succession>>> successions =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<IncidentParties> parties = new ReadOnlyObjectWrapper<>(IncidentParties.NONE);
    private final ObservableValue<Optional<Investigation>> found;
    private final IntegerProperty clusters = new SimpleIntegerProperty(USUAL_CLUSTERS);
    private final StringProperty focus = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<String>> path = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Relation> relation = new SimpleObjectProperty<>(Relation.CALLS);
    private final Set<Integer> hiddenClusters = new HashSet<>();
    private final Set<CallRole> hiddenRoles = EnumSet.noneOf(CallRole.class);

    /// A picture of the calls in a range of time.
    ///
    /// @param whole all calls of the capture
    /// @param time the range; empty for all
    private record Drawn(SocialPicture.Calls whole, Optional<TimeRange> time, SocialPicture picture) {}

    private final Latest<Drawn> pictures;
    private final Latest<Ledger> ledgers;
    private final Latest<List<Succession>> pairs;
    private final Latest<SocialFlags> judgements;
    private final Set<Integer> open = new HashSet<>();
    private @Nullable SipIndex index;
    private boolean isInSight = true;
    private boolean isStale;
    private final ReadOnlyObjectWrapper<Optional<TableCalls>> table = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SocialFlags>> tableFlags =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Detector> judge = Optional.empty();
    private @Nullable Object computing; // a capture, or a table
    private @Nullable Object shownOf;
    private Object placesOf = new Object();
    private Optional<Drawn> drawn = Optional.empty();
    private Optional<TimeRange> time = Optional.empty();
    private @Nullable RuleDetector rules;
    private @Nullable CallRecords pairedIn;
    private boolean arePairsWanted;

    /// @param session what the detectors found
    /// @param inUse the detectors in use, by the names of their methods; that of this page judges tables
    /// @param found the incidents that this was joined into
    /// @param background where the calls of whole captures are gone through
    /// @param aside where what takes longer is done beside that
    SocialViewModel(ObservableValue<SessionState> session, ObservableValue<Map<String, Detector>> inUse,
            ObservableValue<Optional<Investigation>> found, SelectionModel selection, Executor background,
            Executor aside) {
        this.selection = selection;
        this.found = found;
        ledgers = new Latest<>(background, calls -> ledger.set(Optional.of(calls)), () -> ledger.set(Optional.empty()));
        pairs = new Latest<>(aside, pairs -> successions.set(Optional.of(pairs)),
                () -> successions.set(Optional.empty()));
        judgements = new Latest<>(background, this::judged, () -> tableFlags.set(Optional.empty()));
        session.subscribe(this::follow);
        inUse.subscribe(detectors -> judgeBy(Optional.ofNullable(detectors.get(SocialMethod.NAME))));
        found.subscribe(_ -> involve());
        pictures = new Latest<>(background, this::shown, () -> phase.set(Phase.FAILED));
        clusters.subscribe(_ -> {
            hiddenClusters.clear();
            again();
        });
        focus.subscribe(_ -> draw());
        relation.subscribe(_ -> {
            path.set(List.of());
            draw();
        });
        selection.selectionProperty().subscribe(chosen -> {
            if (!chosen.time().equals(time)) {
                time = chosen.time();
                again();
            }
        });
    }

    /// Shows a capture, or more of it.
    void show(SipIndex of) {
        boolean grows = index != null && Detection.isSame(index, of);
        index = of;
        involve();
        if (table.get().isEmpty()) {
            isStale = grows && !isInSight;
            if (!isStale) {
                compute();
            }
        }
    }

    /// Somebody looks, or nobody does: then what comes while a capture grows is gone through later.
    void setInSight(boolean now) {
        isInSight = now;
        if (now && isStale) {
            isStale = false;
            if (index != null && !isPart(index)) {
                phase.set(Phase.RUNNING); // what is there is of a part, maybe of very little
            }
            again();
        }
    }

    private void follow(SessionState state) {
        Optional<SocialDetection> found = state.status(SocialMethod.NAME)
                .flatMap(DetectorStatus::detection)
                .filter(SocialDetection.class::isInstance)
                .map(SocialDetection.class::cast);
        if (!found.equals(detection.get())) {
            detection.set(found);
            draw();
        }
        state.runs()
                .stream()
                .map(SessionState.DetectorRun::detector)
                .filter(RuleDetector.class::isInstance)
                .map(RuleDetector.class::cast)
                .findFirst()
                .ifPresent(this::use);
    }

    private void judgeBy(Optional<Detector> detector) {
        if (!detector.equals(judge)) {
            judge = detector;
            judgeTable();
        }
    }

    /// Looks for flags in the table by the model in use.
    private void judgeTable() {
        tableFlags.set(Optional.empty());
        Optional<TableCalls> judged = table.get();
        if (judged.isPresent() && judge.isPresent()) {
            Detector detector = judge.get();
            CallRecords records = judged.get().calls().records();
            Map<String, Long> tables = Map.of(judged.get().name(), (long) records.size());
            judgements.compute(monitor -> SocialMethod.flags(detector, records, tables, monitor));
        } else {
            judgements.stop();
        }
    }

    private void judged(SocialFlags flags) {
        tableFlags.set(Optional.of(flags));
        draw();
    }

    /// Reads numbers as these rules do; the ledger waits for the first ones.
    void use(RuleDetector detector) {
        if (!detector.equals(rules)) {
            rules = detector;
            account();
        }
    }

    /// Incidents are those of the capture: who is in a table has no part in them.
    private void involve() {
        IncidentParties now = table.get().isPresent() ? IncidentParties.NONE
                : IncidentParties.of(found.getValue(), Optional.ofNullable(index));
        if (!now.equals(parties.get())) {
            parties.set(now);
            draw();
        }
    }

    /// Sums up calls and costs by the numbers and rates of the rules.
    private void account() {
        Optional<CallRecords> records = picture.get().map(picture -> picture.calls().records());
        RuleDetector its = rules;
        if (records.isEmpty() || its == null) {
            ledgers.stop();
            ledger.set(Optional.empty());
            return;
        }
        UnaryOperator<String> dialled =
                table.get().map(calls -> (UnaryOperator<String>) calls::dialled).orElse(UnaryOperator.identity());
        ledgers.compute(monitor -> Ledger.of(records.get(), name -> its.numbers().destination(dialled.apply(name)), 0,
                records.get().size(), monitor));
    }

    /// Looks for users who became another, from now on for every capture.
    void wantPairs() {
        arePairsWanted = true;
        pair();
    }

    private void pair() {
        CallRecords records = picture.get().map(picture -> picture.calls().records()).orElse(null);
        if (!arePairsWanted || records == null || records == pairedIn) {
            return;
        }
        pairedIn = records;
        successions.set(Optional.empty());
        pairs.compute(_ -> Successions.of(records));
    }

    /// No capture is open.
    void showNothing() {
        index = null;
        involve();
        if (table.get().isEmpty()) {
            clear();
            phase.set(Phase.NO_CAPTURE);
        }
    }

    /// Shows nothing of the calls before.
    private void clear() {
        pictures.stop();
        ledgers.stop();
        pairs.stop();
        pairedIn = null;
        ledger.set(Optional.empty());
        successions.set(Optional.empty());
        picture.set(Optional.empty());
        drawn = Optional.empty();
        user.set(Optional.empty());
        focus.set("");
        path.set(List.of());
        graph.set(GraphData.EMPTY);
    }

    private void again() {
        if (index != null || table.get().isPresent()) {
            compute();
        }
    }

    /// Shows the calls of a table instead of the capture's.
    void showTable(TableCalls calls) {
        clear();
        table.set(Optional.of(calls));
        judgeTable();
        involve();
        compute();
    }

    /// Shows the capture again.
    void closeTable() {
        clear();
        table.set(Optional.empty());
        judgeTable();
        involve();
        if (index == null) {
            phase.set(Phase.NO_CAPTURE);
        } else {
            compute();
        }
    }

    private void compute() {
        SipIndex of = index;
        Optional<TableCalls> from = table.get();
        Object source = from.isPresent() ? from.get() : Objects.requireNonNull(of);
        int wanted = clusters.get();
        Optional<Drawn> known = drawn.filter(_ -> source.equals(shownOf));
        Optional<TimeRange> range = from.isPresent() ? Optional.empty() : time;
        if (picture.get().isEmpty() || isOther(source)) {
            phase.set(Phase.RUNNING);
        }
        computing = source;
        pictures.compute(monitor -> {
            SocialPicture.Calls whole = known.isPresent() ? known.get().whole()
                    : from.isPresent() ? SocialPicture.Calls.of(from.get().calls().records(), monitor)
                    : SocialPicture.Calls.of(Objects.requireNonNull(of), monitor);
            SocialPicture.Calls its =
                    known.isPresent() && known.get().time().equals(range) ? known.get().picture().calls()
                            : range.isPresent() ? whole.within(range.get(), monitor)
                            : whole;
            return new Drawn(whole, range, SocialPicture.of(its, wanted, monitor));
        });
    }

    private void shown(Drawn now) {
        SocialPicture its = now.picture();
        boolean isOther =
                picture.get().filter(before -> before.calls().records().equals(its.calls().records())).isEmpty();
        if (isOther) {
            open.clear();
            hiddenClusters.clear();
            path.set(List.of());
        }
        if (!Objects.equals(computing, shownOf) && !isGrown(shownOf, computing)) {
            placesOf = new Object();
        }
        shownOf = computing;
        drawn = Optional.of(now);
        picture.set(Optional.of(its));
        if (isOther) {
            account();
            pair();
        }
        phase.set(its.users().isEmpty() ? Phase.NO_CALLS : Phase.KNOWN);
        user.set(user.get().flatMap(before -> its.user(before.name())));
        if (its.user(focus.get()).isEmpty()) {
            focus.set("");
        }
        draw();
    }

    /// Whether what is shown is of another capture, under whose name it must not stand.
    private boolean isOther(Object source) {
        return source instanceof SipIndex next && shownOf instanceof SipIndex before && !Detection.isSame(before, next)
                && !isGrown(before, next);
    }

    /// Whether both are parts of one capture, which may be a ring that has got new files since.
    private static boolean isGrown(@Nullable Object before, @Nullable Object next) {
        return isPart(before) && isPart(next) && !Collections.disjoint(files(before), files(next));
    }

    private static List<Path> files(@Nullable Object source) {
        return source instanceof SipIndex index ? index.files().stream().map(CaptureSummary::path).toList() : List.of();
    }

    private static boolean isPart(@Nullable Object source) {
        return source instanceof SipIndex index && index.dialogs().isGrowing();
    }

    /// Whether what is shown is of the first part of a capture that is still read, or grows.
    boolean showsPart() {
        return isPart(shownOf);
    }

    /// What users keep their places in the graph for: the same for all parts of a capture, another
    /// for the whole one, whose graph is the same whichever parts were shown before.
    Object placesOf() {
        return placesOf;
    }

    /// The whole graph, or a user with its neighbours.
    private void draw() {
        GraphData whole = wholeGraph();
        if (!path.get().isEmpty()) {
            Set<String> on = Set.copyOf(path.get());
            graph.set(whole.filtered(node -> on.contains(node.name())));
            return;
        }
        if (!hiddenClusters.isEmpty() || !hiddenRoles.isEmpty()) {
            whole = whole
                    .filtered(node -> !hiddenClusters.contains(node.cluster()) && !hiddenRoles.contains(node.role()));
        }
        if (focus.get().isEmpty()) {
            graph.set(OpenCommunities.of(whole, open, MOST_DRAWN));
            return;
        }
        Set<Integer> near = new HashSet<>();
        List<GraphNode> nodes = whole.nodes();
        for (GraphEdge edge : whole.edges()) {
            if (nodes.get(edge.from()).name().equals(focus.get()) || nodes.get(edge.to()).name().equals(focus.get())) {
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

    /// Looks at the user of a name, or at nobody.
    void look(String name) {
        user.set(picture.get().flatMap(picture -> picture.user(name)));
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

    /// Draws the users between the one that is looked at and another, and nobody else.
    ///
    /// @param letters of the other's name, upper or lower case
    /// @return whether there is a path
    boolean findPath(String letters) {
        String wanted = letters.strip().toLowerCase(Locale.ROOT);
        Optional<String> other = picture.get()
                .stream()
                .flatMap(picture -> picture.users().stream())
                .map(UserRow::name)
                .filter(name -> !wanted.isEmpty())
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                .findFirst();
        path.set(user.get().isPresent() && other.isPresent()
                ? ShortestPath.of(wholeGraph(), user.get().get().name(), other.get())
                : List.of());
        draw();
        return !path.get().isEmpty();
    }

    /// Draws everybody again after [#findPath].
    void leavePath() {
        path.set(List.of());
        draw();
    }

    /// The users on the path that is drawn; none if all are.
    ReadOnlyObjectProperty<List<String>> pathProperty() {
        return path.getReadOnlyProperty();
    }

    /// Draws the users of a cluster, or hides them.
    ///
    /// @param cluster from 0; -1 for those with too few calls
    void show(int cluster, boolean isShown) {
        if (isShown ? hiddenClusters.remove(cluster) : hiddenClusters.add(cluster)) {
            draw();
        }
    }

    /// Draws the users of a role, or hides them.
    void show(CallRole role, boolean isShown) {
        if (isShown ? hiddenRoles.remove(role) : hiddenRoles.add(role)) {
            draw();
        }
    }

    /// Whether the users of a cluster are drawn.
    boolean isShown(int cluster) {
        return !hiddenClusters.contains(cluster);
    }

    /// Whether the users of a role are drawn.
    boolean isShown(CallRole role) {
        return !hiddenRoles.contains(role);
    }

    /// Shows the user that is looked at with its neighbours, or everybody.
    void focus(boolean isWanted) {
        focus.set(isWanted ? user.get().map(UserRow::name).orElse("") : "");
    }

    /// All users who call or are called, with their flags and what connects them.
    GraphData wholeGraph() {
        return picture.get()
                .map(picture -> relation.get() == Relation.CALLS ? picture.graph() : picture.contacts())
                .orElse(GraphData.EMPTY)
                .flagged(Set.copyOf(flagged()))
                .nearMisses(Set.copyOf(nearMisses()))
                .ofIncidents(name -> IncidentParties.titles(incidentsOf(name)));
    }

    /// The incidents that a user belongs to, the most severe first.
    List<Incident> incidentsOf(String name) {
        return parties.get().ofUser(name);
    }

    /// The users shown who belong to incidents.
    List<UserRow> involved() {
        return picture.get()
                .stream()
                .flatMap(picture -> picture.users().stream())
                .filter(row -> !incidentsOf(row.name()).isEmpty())
                .toList();
    }

    /// Who belongs to incidents of the capture.
    ReadOnlyObjectProperty<IncidentParties> partiesProperty() {
        return parties.getReadOnlyProperty();
    }

    /// The names of the users who are flagged, the most anomalous first.
    List<String> flagged() {
        return flags().map(SocialFlags::users).orElse(List.of());
    }

    /// The names of those who are not flagged, but would be next; none where flags have no p-values.
    List<String> nearMisses() {
        return flags().flatMap(SocialFlags::comparison)
                .map(all -> all.nearestMisses(MOST_NEAR).stream().map(SocialComparison.User::name).toList())
                .orElse(List.of());
    }

    /// The flags of the table, or of the capture; empty while they are looked for.
    Optional<SocialFlags> flags() {
        return table.get().isPresent() ? tableFlags.get()
                : detection.get()
                        .filter(detection -> index != null && Detection.isSame(detection.index(), index))
                        .map(SocialDetection::flags);
    }

    /// Why a user is flagged; empty if it is not.
    Optional<Finding> flag(String name) {
        return flags().flatMap(flags -> flags.finding(name));
    }

    /// The dialogs of the user that is looked at, to be selected.
    Selection dialogs() {
        return dialogs(picture -> user.get().map(picture::dialogsOf).orElse(List.of()));
    }

    /// The dialogs for which the user that is looked at is flagged, to be selected.
    Selection flaggedDialogs() {
        return selecting(user.get().flatMap(row -> flag(row.name())).map(this::dialogsOf).orElse(List.of()));
    }

    /// The dialogs, or rows of the table, for which a user is flagged.
    Set<Integer> flaggedOrigins(String name) {
        return table.get().isPresent()
                ? flags().map(flags -> table.get().get().flaggedRows(name, flags)).orElse(Set.of())
                : Set.copyOf(flag(name).map(this::dialogsOf).orElse(List.of()));
    }

    /// The dialogs of something on the page, to be selected.
    ///
    /// @param dialogs of a picture
    Selection dialogs(Function<SocialPicture, List<Integer>> dialogs) {
        return selecting(picture.get().map(dialogs).orElse(List.of()));
    }

    private List<Integer> dialogsOf(Finding finding) {
        return detection.get()
                .map(its -> IntStream.of(finding.evidence().dialogs(its.index())).boxed().toList())
                .orElse(List.of());
    }

    private Selection selecting(List<Integer> dialogs) {
        return selection.get().withDialogs(dialogs);
    }

    /// The name of a user of the records.
    String name(int user) {
        return picture.get().orElseThrow().calls().records().users().get(user);
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<SocialPicture>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /// The table whose calls are shown; empty for the capture's.
    ReadOnlyObjectProperty<Optional<TableCalls>> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /// The flags of the table; empty while they are looked for, or without a table.
    ReadOnlyObjectProperty<Optional<SocialFlags>> tableFlagsProperty() {
        return tableFlags.getReadOnlyProperty();
    }

    /// The flags of the capture; empty while they are looked for.
    ReadOnlyObjectProperty<Optional<SocialDetection>> detectionProperty() {
        return detection.getReadOnlyProperty();
    }

    /// Calls and costs of the accounts; empty while they are summed up.
    ReadOnlyObjectProperty<Optional<Ledger>> ledgerProperty() {
        return ledger.getReadOnlyProperty();
    }

    /// Who may have become whom; empty while nobody has looked for it.
    ReadOnlyObjectProperty<Optional<List<Succession>>> successionsProperty() {
        return successions.getReadOnlyProperty();
    }

    /// The range of time whose calls are shown; empty for all.
    Optional<TimeRange> time() {
        return drawn.flatMap(Drawn::time);
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

    /// What connects the users in the graph.
    ObjectProperty<Relation> relationProperty() {
        return relation;
    }

    /// The name of the user whose neighbours alone are drawn; empty for all.
    StringProperty focusProperty() {
        return focus;
    }
}
