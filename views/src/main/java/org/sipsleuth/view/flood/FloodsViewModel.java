package org.sipsleuth.view.flood;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.flood.detection.FloodCourse;
import org.sipsleuth.flood.detection.FloodDetection;
import org.sipsleuth.flood.detection.FloodKnown;
import org.sipsleuth.flood.detection.FloodModel;
import org.sipsleuth.flood.detection.FloodScores;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.session.DetectorStatus;
import org.sipsleuth.session.SessionState;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.flood.threshold.ScoredWindows;
import org.sipsleuth.view.flood.traffic.Traffic;
import org.sipsleuth.view.flood.window.WindowDetails;
import org.sipsleuth.view.session.Latest;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.chart.ScoreCounts;

/// What the page shows: the floods of the capture, the traffic of one server, and one of its
/// windows. Used on the JavaFX thread.
final class FloodsViewModel {

    /// How far the detector is.
    enum Phase {
        NO_CAPTURE, RUNNING, NO_INVITES, TOO_FEW, KNOWN, STOPPED, FAILED
    }

    /// Of each server so many sources can be chosen.
    private static final int MOST_SOURCES = 50;

    /// A server that gets calls, of all sources or of one.
    ///
    /// @param group its group of the windows
    /// @param host its address
    /// @param source the source whose calls alone are meant; empty for all
    /// @param attempts how many it gets
    /// @param floods how many floods it has
    record Target(int group, String host, String source, int attempts, int floods) {

        /// Whether the other one is the same in a capture that has grown.
        boolean isSame(Target other) {
            return host.equals(other.host) && source.equals(other.source);
        }
    }

    /// A flood with its finding.
    ///
    /// @param number from 1 on, among those of its server
    /// @param group the server
    /// @param known when rule and network knew it
    record Flood(int number, int group, Traffic.Band band, FloodCourse course, FloodKnown known, Finding finding) {

        /// Whether the other one is the same in a capture that has grown.
        boolean isSame(Flood other) {
            return group == other.group && band.fromNanos() == other.band.fromNanos();
        }
    }

    /// What a threshold means for the server in view.
    ///
    /// @param stretches how many floods there would be if this network alone decided
    record Verdict(ScoreCounts.Counts counts, int stretches) {}

    /// What is computed of a server.
    private record Server(Traffic traffic, Map<NetworkKind, ScoredWindows> scored) {
        static Server of(FloodDetection found, int group, Optional<IndexTruth> truth) {
            return of(Traffic.of(found, group, truth));
        }

        static Server of(Traffic traffic) {
            Map<NetworkKind, ScoredWindows> scored = new EnumMap<>(NetworkKind.class);
            for (NetworkKind kind : NetworkKind.values()) {
                scored.put(kind, ScoredWindows.of(traffic, kind));
            }
            return new Server(traffic, scored);
        }
    }

    private final SelectionModel selection;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NO_CAPTURE);
    private final ReadOnlyObjectWrapper<Optional<FloodDetection>> detection =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Target>> targets = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Flood>> floods = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Traffic>> traffic = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalInt> window = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<Optional<WindowDetails>> details =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ScoredWindows>> scored = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Verdict>> verdict = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<NetworkKind> network = new SimpleObjectProperty<>(NetworkKind.GRU);
    private final DoubleProperty threshold = new SimpleDoubleProperty(1);
    private final Map<NetworkKind, Double> thresholds = new EnumMap<>(NetworkKind.class);
    private final Latest<Server> servers;
    private final Latest<WindowDetails> windows;
    private final Latest<Verdict> verdicts;
    private final ReadOnlyObjectWrapper<Optional<Flood>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Map<NetworkKind, ScoredWindows> scoredOfServer = Map.of();

    /// Whether the user has looked at a window of the server.
    private boolean hasLooked;

    private Optional<IndexTruth> truth = Optional.empty();

    FloodsViewModel(ObservableValue<SessionState> session, SelectionModel selection, Executor background) {
        this.selection = selection;
        servers = new Latest<>(background, this::showServer, () -> phase.set(Phase.FAILED));
        windows = new Latest<>(background, window -> details.set(Optional.of(window)),
                () -> details.set(Optional.empty()));
        verdicts = new Latest<>(background, summary -> verdict.set(Optional.of(summary)),
                () -> verdict.set(Optional.empty()));
        window.subscribe(_ -> refreshDetails());
        network.subscribe(this::showNetwork);
        threshold.subscribe(_ -> moveThreshold());
        session.subscribe(this::follow);
    }

    private void follow(SessionState state) {
        Optional<DetectorStatus> status = state.status(FloodModel.KIND);
        show(status.flatMap(DetectorStatus::detection)
                .filter(FloodDetection.class::isInstance)
                .map(FloodDetection.class::cast));
        if (detection.get().isEmpty()) {
            phase.set(state.index().isEmpty() ? Phase.NO_CAPTURE : switch (status.orElse(null)) {
                case DetectorStatus.Failed _ -> Phase.FAILED;
                case DetectorStatus.Cancelled _ -> Phase.STOPPED;
                case null, default -> Phase.RUNNING;
            });
        }
    }

    /// Shows a detection, or nothing. While a capture grows, server, window and thresholds stay.
    void show(Optional<FloodDetection> found) {
        if (found.equals(detection.get())) {
            return;
        }
        Optional<String> modelBefore = modelName();
        Optional<Target> targetBefore = target();
        detection.set(found);
        targets.set(found.map(FloodsViewModel::targets).orElse(List.of()));
        floods.set(found.map(FloodsViewModel::floods).orElse(List.of()));
        if (!modelBefore.equals(modelName())) {
            thresholds.clear();
            network.set(decides());
            showNetwork(decides());
        }
        found.ifPresent(detection -> phase.set(phaseOf(detection)));
        if (targets.get().isEmpty()) {
            servers.stop();
            traffic.set(Optional.empty());
            scoredOfServer = Map.of();
            scored.set(Optional.empty());
            verdict.set(Optional.empty());
            window.set(OptionalInt.empty());
        } else {
            choose(targets.get()
                    .stream()
                    .filter(target -> targetBefore.filter(target::isSame).isPresent())
                    .findFirst()
                    .orElse(targets.get().getFirst())
                    .group());
        }
    }

    private Optional<String> modelName() {
        return detection.get().map(detection -> detection.origin().toString());
    }

    private Optional<Target> target() {
        return traffic.get()
                .flatMap(windows -> targets.get().stream().filter(each -> each.group() == windows.group()).findFirst());
    }

    private static Phase phaseOf(FloodDetection found) {
        InviteWindows windows = found.scores().inputs().windows();
        return windows.groups() == 0 ? Phase.NO_INVITES
                : found.scores().notScored() == windows.size() && found.floods().isEmpty() ? Phase.TOO_FEW
                : Phase.KNOWN;
    }

    private static List<Target> targets(FloodDetection found) {
        InviteWindows windows = found.scores().inputs().windows();
        List<Target> all = new ArrayList<>();
        for (int group = 0; group < windows.servers(); group++) {
            int server = windows.server(group);
            all.add(new Target(group, windows.attempts().table().host(server), "",
                    windows.to(group) - windows.from(group),
                    (int) found.floods().stream().filter(span -> span.server() == server).count()));
        }
        all.sort(Comparator.comparingInt(Target::floods).thenComparingInt(Target::attempts).reversed());
        return withSources(windows, all);
    }

    /// Below each server its sources with a window of their own, those that call most first.
    private static List<Target> withSources(InviteWindows windows, List<Target> servers) {
        Map<Integer, List<Target>> sources = new HashMap<>();
        for (int group = windows.servers(); group < windows.groups(); group++) {
            sources.computeIfAbsent(windows.server(group), _ -> new ArrayList<>())
                    .add(new Target(group, windows.attempts().table().host(windows.server(group)),
                            windows.attempts().table().host(windows.source(group)),
                            windows.to(group) - windows.from(group), 0));
        }
        List<Target> all = new ArrayList<>();
        for (Target server : servers) {
            all.add(server);
            sources.getOrDefault(windows.server(server.group()), List.of())
                    .stream()
                    .sorted(Comparator.comparingInt(Target::attempts).reversed())
                    .limit(MOST_SOURCES)
                    .forEach(all::add);
        }
        return all;
    }

    private static List<Flood> floods(FloodDetection found) {
        InviteWindows windows = found.scores().inputs().windows();
        List<Flood> all = new ArrayList<>();
        int[] numbers = new int[windows.servers()];
        for (int i = 0; i < found.floods().size(); i++) {
            var span = found.floods().get(i);
            int group = 0;
            while (windows.server(group) != span.server()) {
                group++;
            }
            numbers[group]++;
            all.add(new Flood(numbers[group], group,
                    new Traffic.Band(windows.attempts().atNanos(span.attempts().getFirst()),
                            windows.attempts().atNanos(span.attempts().getLast()), span.attempts().size()),
                    span.course(), found.known().get(i), found.findings().get(i)));
        }
        return all;
    }

    /// Shows the ground truth, or hides it.
    void showTruth(Optional<IndexTruth> known) {
        truth = known;
        traffic.get().ifPresent(windows -> choose(windows.group()));
    }

    /// Shows the traffic of a server, or of a source at it, as soon as it is known.
    void choose(int group) {
        FloodDetection found = detection.get().orElseThrow();
        Optional<IndexTruth> known = truth.filter(truth -> truth.index().equals(found.index()));
        servers.replace(_ -> Server.of(found, group, known));
    }

    private void showServer(Server computed) {
        Traffic its = computed.traffic();
        Optional<Traffic> before = traffic.get();
        boolean isSame =
                before.filter(old -> old.host().equals(its.host()) && old.source().equals(its.source())).isPresent();
        boolean follows = isSame && window.get().isPresent() && window.get().getAsInt()
                == before.orElseThrow().windows().endWindow(before.orElseThrow().group()) - 1;
        OptionalLong moment = moment();
        traffic.set(Optional.of(its));
        scoredOfServer = computed.scored();
        scored.set(Optional.ofNullable(scoredOfServer.get(network.get())));
        boolean hadFlood = before.filter(old -> !old.floods().isEmpty()).isPresent();
        hasLooked = hasLooked && isSame;
        if (!isSame || moment.isEmpty() || (!hadFlood && !hasLooked)) {
            lookAtFirst(its);
        } else {
            int now = follows ? its.windows().endWindow(its.group()) - 1 : its.windowAt(moment.getAsLong());
            window.set(now < 0 ? OptionalInt.empty() : OptionalInt.of(now));
        }
        refreshDetails();
        refreshVerdict();
        if (!its.isScored()) {
            servers.compute(monitor -> Server.of(its.withScores(monitor)));
        }
    }

    private void refreshDetails() {
        if (traffic.get().isEmpty() || window.get().isEmpty()) {
            windows.stop();
            details.set(Optional.empty());
            return;
        }
        FloodScores scores = traffic.get().get().scores();
        NetworkKind kind = network.get();
        int chosen = window.get().getAsInt();
        windows.compute(_ -> WindowDetails.of(scores, kind, chosen));
    }

    private void showNetwork(NetworkKind kind) {
        threshold.set(thresholdOf(kind));
        scored.set(Optional.ofNullable(scoredOfServer.get(kind)));
        refreshDetails();
        refreshVerdict();
    }

    private void moveThreshold() {
        thresholds.put(network.get(), threshold.get());
        refreshVerdict();
    }

    private void refreshVerdict() {
        if (scored.get().isEmpty() || detection.get().isEmpty()) {
            verdicts.stop();
            verdict.set(Optional.empty());
            return;
        }
        ScoredWindows its = scored.get().get();
        double at = threshold.get();
        int least = detection.get().get().scores().model().settings().leastWindows();
        verdicts.compute(_ -> new Verdict(its.counts().at(at), its.stretches(at, least)));
    }

    /// The middle of the largest flood, or of what was decided.
    private void lookAtFirst(Traffic its) {
        Optional<Flood> largest = floods.get()
                .stream()
                .filter(flood -> flood.group() == its.group())
                .max(Comparator.comparingInt(flood -> flood.band().attempts()));
        if (its.decided().size() == 0) {
            window.set(OptionalInt.empty());
        } else {
            long at = largest.map(Flood::band)
                    .map(band -> band.fromNanos() / 2 + band.toNanos() / 2)
                    .orElse(its.decided().at(its.decided().size() / 2));
            window.set(OptionalInt.of(its.windowAt(at)));
        }
        opened.set(largest);
    }

    /// Looks at the window at a moment, and selects its INVITEs everywhere.
    void lookAt(long moment) {
        traffic.get().map(place -> place.windowAt(moment)).filter(place -> place >= 0).ifPresent(this::look);
    }

    private void look(int chosen) {
        hasLooked = true;
        window.set(OptionalInt.of(chosen));
        InviteWindows windows = traffic.get().orElseThrow().windows();
        List<Integer> messages = new ArrayList<>();
        int from = windows.place(chosen);
        for (int place = from; place < from + windows.settings().size(); place++) {
            messages.add(windows.attempts().first(windows.attempt(place)).request());
        }
        selection.set(selection.get().withMessages(messages));
    }

    /// Looks at the next window, or one before.
    ///
    /// @return whether there is one
    boolean step(int by) {
        if (traffic.get().isEmpty() || window.get().isEmpty()) {
            return false;
        }
        Traffic its = traffic.get().get();
        int next = window.get().getAsInt() + by;
        boolean isThere = next >= its.windows().firstWindow(its.group()) && next < its.windows().endWindow(its.group());
        if (isThere) {
            look(next);
        }
        return isThere;
    }

    /// Shows a flood's server, looks at its middle, and selects its time everywhere.
    void open(Flood flood) {
        TimeRange range = new TimeRange(flood.band().fromNanos(), flood.band().toNanos());
        selection.set(selection.get().withTime(Optional.of(range)));
        if (isInSight(flood)) {
            lookAt(range.fromNanos() / 2 + range.toNanos() / 2);
        } else {
            choose(flood.group());
        }
    }

    /// Selects the dialogs of a flood.
    Selection dialogsOf(Flood flood) {
        int[] dialogs = flood.finding().evidence().dialogs(detection.get().orElseThrow().index());
        List<Integer> chosen = new ArrayList<>();
        for (int dialog : dialogs) {
            chosen.add(dialog);
        }
        return selection.get().withDialogs(chosen);
    }

    /// The network that decides.
    NetworkKind decides() {
        return detection.get()
                .map(detection -> detection.scores().model().settings().decides())
                .orElse(NetworkKind.GRU);
    }

    /// From which score on a network flags: the slider's if it was moved.
    double thresholdOf(NetworkKind kind) {
        Double moved = thresholds.get(kind);
        return moved != null ? moved
                : detection.get().map(detection -> detection.scores().model().threshold(kind)).orElse(1.0);
    }

    /// Moves the slider back to the threshold of the model.
    void resetThreshold() {
        detection.get().ifPresent(detection -> threshold.set(detection.scores().model().threshold(network.get())));
    }

    /// Opens the next flood of the server in view, or one before.
    ///
    /// @return whether there is one
    boolean stepFlood(int by) {
        if (traffic.get().isEmpty()) {
            return false;
        }
        long now = moment().orElse(Long.MIN_VALUE);
        List<Flood> all = floods.get();
        Optional<Flood> next = by > 0
                ? all.stream()
                        .filter(flood -> isInSight(flood) && flood.band().fromNanos() > now)
                        .min(Comparator.comparingLong(flood -> flood.band().fromNanos()))
                : all.stream()
                        .filter(flood -> isInSight(flood) && flood.band().toNanos() < now)
                        .max(Comparator.comparingLong(flood -> flood.band().toNanos()));
        next.ifPresent(this::open);
        return next.isPresent();
    }

    private boolean isInSight(Flood flood) {
        return traffic.get().filter(windows -> windows.server() == flood.group()).isPresent();
    }

    /// The time of the window that is looked at.
    Optional<TimeRange> windowRange() {
        if (window.get().isEmpty() || traffic.get().isEmpty()) {
            return Optional.empty();
        }
        Traffic its = traffic.get().get();
        int chosen = window.get().getAsInt();
        boolean isIts =
                chosen >= its.windows().firstWindow(its.group()) && chosen < its.windows().endWindow(its.group());
        return isIts ? Optional.of(range(its.windows(), chosen)) : Optional.empty();
    }

    private static TimeRange range(InviteWindows windows, int chosen) {
        int from = windows.place(chosen);
        return new TimeRange(windows.attempts().atNanos(windows.attempt(from)),
                windows.attempts().atNanos(windows.attempt(from + windows.settings().size() - 1)));
    }

    /// The moment of the window that is looked at: that of its last INVITE.
    OptionalLong moment() {
        return windowRange().map(range -> OptionalLong.of(range.toNanos())).orElse(OptionalLong.empty());
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Target>> targetsProperty() {
        return targets.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Flood>> floodsProperty() {
        return floods.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Traffic>> trafficProperty() {
        return traffic.getReadOnlyProperty();
    }

    /// The flood that the page opens on.
    ReadOnlyObjectProperty<Optional<Flood>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<OptionalInt> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /// The window that is looked at, once it is known.
    ReadOnlyObjectProperty<Optional<WindowDetails>> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /// The scores of the network that is looked at.
    ReadOnlyObjectProperty<Optional<ScoredWindows>> scoredProperty() {
        return scored.getReadOnlyProperty();
    }

    /// What the threshold means, once it is known.
    ReadOnlyObjectProperty<Optional<Verdict>> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /// What is found; empty while nothing is known.
    Optional<FloodDetection> detection() {
        return detection.get();
    }

    /// What the detector could not judge, in words.
    List<String> notJudged() {
        return detection.get()
                .map(FloodDetection::notJudged)
                .orElse(List.of())
                .stream()
                .map(unjudged -> unjudged.sentence().text())
                .toList();
    }

    /// The network whose threshold and reasons are looked at.
    ObjectProperty<NetworkKind> networkProperty() {
        return network;
    }

    /// From which score on that network flags.
    DoubleProperty thresholdProperty() {
        return threshold;
    }
}
